import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { openDatabase } from '../../src/base/db/database.ts';
import { putPerson } from '../../src/people/store.ts';
import { addSamples } from '../../src/samples/spending.ts';
import { type Playground, startPlayground } from '../../src/simulator/driver.ts';
import { newPerson, PEOPLE } from '../../src/simulator/people.ts';
import { type Running, startApp, startScript } from '../support/process.ts';

/** An app in a process of its own, and the Slack that it is connected to, which is in this process. */
export type Side = { slack: Playground; app: Running; stop(): Promise<void> };

/** People who type at once, beyond the sample people. */
export const CROWD = Array.from({ length: 50 }, (_, i) => `U0CROWD${String(i).padStart(3, '0')}`);
const EVERYONE = [...PEOPLE, ...CROWD.map((id, i) => newPerson(id, `직원 ${i}`, { role: 'member' }))];

export const LINE = '85000 미진 4명 조례 개정 간담회 시책 카드';

/** The register of sample people and spending, with the crowd in it. */
export async function makeOffice(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const now = new Date();
  const db = await openDatabase(path.join(folder, 'office.db'));
  await addSamples(db, now, now.toISOString().slice(0, 10));
  for (const userId of CROWD) {
    const person = { userId, name: userId, role: 'member' as const, language: 'ko' as const };
    await putPerson(db, person, { actor: 'bench', at: now });
  }
  await db.destroy();
}

/** The real app on the register in that folder. */
export const startOurs = (folder: string): Promise<Side> => startSide((slack) => startApp(folder, slack));

export type Bare = {
  /** What it opens on `/expense`; otherwise it only acknowledges. */
  view?: unknown;
  /** Whether it saves one row before it acknowledges a form. */
  saves?: boolean;
};

/** A bare Bolt app, which is what the real one is compared with. */
export const startBare = (folder: string, { view, saves }: Bare = {}): Promise<Side> =>
  startSide((slack) => {
    mkdirSync(folder, { recursive: true });
    if (view) writeFileSync(path.join(folder, 'view.json'), JSON.stringify(view));
    return startScript('test/bench/bare-app.ts', [], {
      folder,
      readyWhen: 'ready',
      env: {
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        BENCH_VIEW: view ? path.join(folder, 'view.json') : undefined,
        BENCH_DATABASE: saves ? path.join(folder, 'bare.db') : undefined,
      },
    });
  });

async function startSide(start: (slack: Playground) => Running): Promise<Side> {
  const slack = await startPlayground({ people: EVERYONE, rates: false });
  const app = start(slack);
  await app.ready;
  await slack.connected();
  const stop = async () => {
    await app.kill('SIGTERM');
    await slack.stop();
  };
  return { slack, app, stop };
}

/** The form that the real app shows for the line once everything is drawn. */
export async function finishedView({ slack }: Side): Promise<unknown> {
  const [userId = ''] = CROWD;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const drawn = arrivals(slack, 'views.update', 1);
    await type({ slack }, userId);
    const [came] = await drawn;
    await closeForms({ slack }, [userId]);
    if (came === undefined) continue;
    return z.object({ view: z.unknown() }).parse(slack.calls('views.update').at(-1)?.args).view;
  }
  throw new Error('No form is drawn in time.');
}

/** Each form may come too late for its trigger; where all do, it is not the machine. */
const MOST_TRIES = 10;

/** Opens the form for the line; once more where the first came too late for its trigger. */
export async function openForm({ slack }: Pick<Side, 'slack'>, userId: string): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const open = arrivals(slack, 'views.open', 1);
    await type({ slack }, userId);
    await open;
    await atRest(slack);
    if (slack.as(userId).view()) return;
  }
  throw new Error('No form opens in time.');
}

/** Closes the forms that have opened: one that was too late for its trigger never does. */
export async function closeForms({ slack }: Pick<Side, 'slack'>, userIds: readonly string[]): Promise<void> {
  await atRest(slack);
  for (const userId of userIds) if (slack.as(userId).view()) await slack.as(userId).close();
}

export const atRest = (slack: Playground) => slack.until(() => slack.slack.traffic.open() === 0 || undefined, 'rest');

/** Waits for as long as it takes: what goes on beside 200,000 rows may take longer than a test's patience. */
export const comes = ({ slack }: Pick<Side, 'slack'>, isThere: () => boolean) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (!isThere()) return;
      unwatch();
      resolve();
    };
    const unwatch = slack.slack.workspace.watch(look);
    look();
  });

/** Types `/expense …` and gives the milliseconds until it was acknowledged, or until Slack gave up: on a busy machine that is a figure, too. */
export async function type({ slack }: Pick<Side, 'slack'>, userId: string): Promise<number> {
  const began = performance.now();
  await slack.as(userId).type('/expense', LINE);
  return performance.now() - began;
}

type Hear = (method: string) => void;
const heard = new WeakMap<Playground, Set<Hear>>();

/** A form that came too late for its trigger is never drawn: the bench goes on without it. */
const PATIENCE_MS = 20_000;

/** When the next calls of a method arrive here, by performance.now(); fewer, where the rest does not come. */
export function arrivals(slack: Playground, method: string, count: number): Promise<number[]> {
  const hears = heard.get(slack) ?? listen(slack);
  return new Promise((resolve) => {
    const at: number[] = [];
    const hear = (it: string) => {
      if (it === method) at.push(performance.now());
      if (at.length >= count) done();
    };
    const done = () => {
      clearTimeout(patience);
      hears.delete(hear);
      resolve(at);
    };
    const patience = globalThis.setTimeout(done, PATIENCE_MS);
    hears.add(hear);
  });
}

function listen(slack: Playground): Set<Hear> {
  const hears = new Set<Hear>();
  const { traffic } = slack.slack;
  const { begin } = traffic;
  traffic.begin = (line) => {
    const begun = begin(line);
    if (line.direction === 'out') for (const hear of [...hears]) hear(line.kind);
    return begun;
  };
  heard.set(slack, hears);
  return hears;
}

const TICKS_A_SECOND = 100;

/** Milliseconds of CPU that a process has used (Linux). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}
