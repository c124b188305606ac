import { FAR_MS, nextTurn, realElapsed, realTime } from './clock.ts';
import type { Slack } from './slack.ts';

/** So many turns of the event loop without anything: one thing that ends may begin the next. */
const TURNS = 5;
/** Without the app's own word on whether it works, this long without traffic counts as done. */
const QUIET_MS = 100;

/** The first result that is not undefined, looked for after every change. Fails in words after a while. */
export function eventually<Result>(
  slack: Slack,
  look: () => Result | undefined,
  missing: () => string,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const found = look();
    if (found !== undefined) {
      resolve(found);
      return;
    }
    const stop = (): void => {
      unwatch();
      cancel();
    };
    const unwatch = slack.workspace.watch(() => {
      const found = look();
      if (found === undefined) return;
      stop();
      resolve(found);
    });
    const cancel = realTime(FAR_MS, () => {
      stop();
      reject(new Error(missing()));
    });
  });
}

/** What an app in this process says of its own work: then nobody has to guess from silence when it is done. */
export type Work = { count: () => number; idle: () => Promise<void> };

/** Waits until nothing is under way in either direction and the app has nothing left to do, or, where it can't say, is silent. */
export async function settled(slack: Slack, work: Work | undefined): Promise<void> {
  let over = false;
  const limit = Promise.withResolvers<void>();
  const cancel = realTime(FAR_MS, () => {
    over = true;
    limit.resolve();
  });
  const rest = () => slack.traffic.open() === 0 && (work ? work.count() === 0 : isSilent(slack));
  for (let idleTurns = 0; idleTurns < TURNS && !over; idleTurns = rest() ? idleTurns + 1 : 0) {
    if (idleTurns === 0) await Promise.race([limit.promise, work?.idle().then(() => noneOpen(slack))]);
    await nextTurn();
  }
  cancel();
  if (!over) return;
  const open = slack.traffic.lines().filter((it) => it.state === 'waiting');
  const waiting = open.map((it) => `${it.kind} (${it.summary})`).join(', ') || 'nothing';
  throw new Error(
    `The app does not come to rest: it works on ${work?.count() ?? 'unknown'} things; waiting for an answer: ${waiting}.`,
  );
}

const isSilent = ({ traffic }: Slack): boolean => realElapsed() - traffic.lastAt() >= QUIET_MS;

/** Until every delivery and call that has begun has ended. */
const noneOpen = ({ traffic, workspace }: Slack): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (traffic.open() > 0) return;
      unwatch();
      resolve();
    };
    const unwatch = workspace.watch(look);
    look();
  });
