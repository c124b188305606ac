import { loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../../src/base/db/database.ts';
import { addEverySample } from '../../../src/samples/index.ts';
import { type Playground, startPlayground } from '../../../src/simulator/driver.ts';
import { cpuOf } from '../../bench/apps.ts';
import { freePort, memoryOf, type Running, startApp } from '../../support/process.ts';
import type { Report } from '../forms.ts';
import { randomFrom } from '../random.ts';
import { failuresIn } from './failures.ts';
import { fresh } from './fresh.ts';
import { mutated, type Posted } from './mutate.ts';
import { type Delivered, recordDeliveries } from './record.ts';
import { type Answered, send } from './send.ts';

const ADMINISTRATOR = 'U0HANADMIN';
const LANES = 6;
const SLACK_GIVES_UP_MS = 3_000;
/** Megabytes that may come and go between two looks at the memory. */
const SWAY_MB = 60;

type Wanted = { requests: number; seed: number; minutes?: number; few?: boolean; say?: (words: string) => void };

/**
 * The real app in a process of its own, over HTTP, with the sample records: what Slack delivered while somebody went through all of it
 * is sent again, each time with something in it that Slack would never send, by anybody.
 */
export async function bombard(
  folder: string,
  { requests, seed, minutes = 8, few = false, say = () => {} }: Wanted,
): Promise<Report> {
  const until = performance.now() + minutes * 60_000;
  const now = new Date();
  const db = await openDatabase(path.join(folder, 'office.db'));
  await addEverySample(db, now, now.toISOString().slice(0, 10));
  await db.destroy();
  const slack = await startPlayground({ rates: false });
  const port = await freePort();
  const app = startApp(folder, slack, {
    SLACK_APP_TOKEN: undefined,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    PORT: String(port),
  });
  try {
    await app.ready;
    return await bombarding({ slack, app, port }, { requests, seed, until, few, say });
  } finally {
    await app.kill('SIGKILL');
    await slack.stop();
  }
}

type Sides = { slack: Playground; app: Running; port: number };

async function bombarding(
  { slack, app, port }: Sides,
  { requests, seed, until, few, say }: Required<Omit<Wanted, 'minutes'>> & { until: number },
): Promise<Report> {
  const url = `http://127.0.0.1:${port}/slack/events`;
  slack.deliverTo({ http: url });

  const bases = await recordDeliveries(slack, ADMINISTRATOR, few);
  say(`${bases.length} kinds of requests recorded\n`);
  const random = randomFrom(seed);
  const people = [...slack.slack.workspace.people.keys()];
  const answered: (Answered & { what: string })[] = [];
  const memory: number[] = [];
  let left = requests;
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (left > 0 && performance.now() < until && app.isRunning()) {
        left--;
        const base = random.pick(bases as [Delivered, ...Delivered[]]);
        const whose = random.pick(people as [string, ...string[]]);
        const post: Posted = mutated(fresh(base, whose, slack.slack), bases, random);
        answered.push({ ...(await send(url, slack.signingSecret, post)), what: post.what });
        if (answered.length % 100 === 0) memory.push(memoryOf(app.pid) ?? 0);
        if (answered.length % Math.ceil(requests / 20) === 0) {
          say(`${answered.length} sent, ${memory.at(-1)?.toFixed(0)} MB, load ${loadavg()[0]?.toFixed(1)}\n`);
        }
      }
    }),
  );
  await idle(app.pid); // what was answered may go on for a while
  const survived = app.isRunning();
  const { out, err } = await app.kill('SIGTERM');
  const wrong = slack.wrongs;
  return judged(answered, { survived, memory, wrong, log: `${out}\n${err}` });
}

const LOOK_MS = 500;
const MOST_LOOKS = 120;

/** Until a process has used hardly any CPU for two looks (Linux; elsewhere for a look). */
async function idle(pid: number): Promise<void> {
  let calm = 0;
  for (let look = 0, before = cpuOf(pid); look < MOST_LOOKS && calm < 2; look++) {
    await setTimeout(LOOK_MS);
    const now = cpuOf(pid);
    calm = now - before < LOOK_MS / 10 ? calm + 1 : 0;
    before = now;
  }
}

/** How often Slack would refuse what, most often first: its words without the numbers of this one time. */
function refusalsIn(wrong: readonly string[]): Record<string, number> {
  const groups = Object.groupBy(wrong, (words) => words.replaceAll(/\d+/g, 'N').slice(0, 160));
  const counted = Object.entries(groups).map(([words, these]): [string, number] => [words, these?.length ?? 0]);
  const mostFirst = counted.toSorted(([, a], [, b]) => b - a).slice(0, 30);
  return Object.fromEntries(mostFirst.map(([words, count]) => [`Slack would refuse: ${words}`, count]));
}

function judged(
  answered: readonly (Answered & { what: string })[],
  {
    survived,
    memory,
    wrong,
    log,
  }: { survived: boolean; memory: readonly number[]; wrong: readonly string[]; log: string },
): Report {
  const times = answered.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0)} ms`;
  const { explained, others, unwaited } = failuresIn(log);
  const statuses = Object.groupBy(answered, ({ status }) => String(status));
  const late = answered.filter(({ ms }) => ms > SLACK_GIVES_UP_MS);
  const settled = Math.max(0, ...memory.slice(0, Math.ceil(memory.length / 4)));
  const last = memory.at(-1) ?? 0;
  return {
    counts: {
      requests: answered.length,
      ...Object.fromEntries(
        Object.entries(statuses).map(([status, these]) => [`answered ${status}`, these?.length ?? 0]),
      ),
      'half of them within': at(0.5),
      '99 of 100 within': at(0.99),
      'the slowest': at(1),
      'over three seconds': late.length,
      'memory after a quarter, MB': Math.round(settled),
      'memory at the end, MB': Math.round(last),
      'what Slack would refuse': wrong.length,
      ...refusalsIn(wrong),
      load: loadavg()
        .map((it) => it.toFixed(1))
        .join(' '),
      ...Object.fromEntries([...explained].map(([cause, count]) => [`handler failed, explained: ${cause}`, count])),
      ...Object.fromEntries([...others].map(([cause, count]) => [`handler failed: ${cause}`, count])),
    },
    breaches: [
      ...(survived ? [] : ['The app ended.']),
      ...answered
        .filter(({ status }) => status === 0 || status >= 500)
        .map(({ what, status }) => `Answered ${status}: ${what}`)
        .slice(0, 20),
      ...unwaited.map((cause) => `Nobody waited for: ${cause}`),
      ...[...others.keys()].map((cause) => `A handler failed: ${cause}`),
      ...(memory.length > 8 && last > settled + SWAY_MB
        ? [`Memory grew from ${settled.toFixed(0)} to ${last.toFixed(0)} MB.`]
        : []),
      // On a machine that does other work a slow answer says nothing.
      ...((loadavg()[0] ?? 0) < 3
        ? late.map(({ what, ms }) => `Answered after ${ms.toFixed(0)} ms: ${what}`).slice(0, 20)
        : []),
    ],
  };
}
