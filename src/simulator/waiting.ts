import { nextTurn, realTime } from './clock.ts';
import type { Slack } from './slack.ts';

/** How long a test waits for what should come, in real time. */
const PATIENCE_MS = 5_000;
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
    const cancel = realTime(PATIENCE_MS, () => {
      stop();
      reject(new Error(missing()));
    });
  });
}

/** Waits until nothing is under way in either direction and the app says (`busy`) that it has nothing left to do. */
export async function settled(slack: Slack, busy: (() => number) | undefined): Promise<void> {
  const began = performance.now();
  let idleTurns = 0;
  while (idleTurns < 5) {
    await nextTurn();
    const working = busy?.() ?? 0;
    const quiet = busy !== undefined || slack.clock.flow() - slack.traffic.lastAt() >= QUIET_MS;
    idleTurns = slack.traffic.open() === 0 && working === 0 && quiet ? idleTurns + 1 : 0;
    if (performance.now() - began > PATIENCE_MS) {
      const open = slack.traffic.lines().filter((it) => it.state === 'waiting');
      const waiting = open.map((it) => `${it.kind} (${it.summary})`).join(', ') || 'nothing';
      throw new Error(
        `The app does not come to rest: it works on ${working} things; waiting for an answer: ${waiting}.`,
      );
    }
  }
}
