import { loadavg } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { startPlayground } from '../../../src/simulator/driver.ts';
import { cpuOf } from '../../bench/apps.ts';
import { inFolder, memoryOf } from '../../support/process.ts';
import type { Report } from '../forms.ts';
import { randomFrom } from '../random.ts';
import { goThrough, startTarget, type Target } from './delivered.ts';
import { fresh } from './fresh.ts';
import { judged, type Sent } from './judged.ts';
import { mutated } from './mutate.ts';
import type { Delivered } from './record.ts';
import { send } from './send.ts';

/** Requests that wait for an answer at one app at a time. */
const LANES = 4;
/** A load of two cores that do little else. */
const IDLE = 3;

type Wanted = {
  requests: number;
  seed: number;
  /** How long it may take, from its start. */
  minutes?: number;
  /** Each has a register of its own and takes its share: one process uses little more than one core. */
  apps?: number;
  few?: boolean;
  say?: (words: string) => void;
};

/**
 * The real app in processes of its own, over HTTP, with the sample records: what Slack delivered while somebody went through all of it
 * is sent again, each time with something in it that Slack would never send, by anybody.
 */
export async function bombard(
  folder: string,
  { requests, seed, minutes = 9, apps = 1, few = false, say = () => {} }: Wanted,
): Promise<Report> {
  const until = performance.now() + minutes * 60_000;
  const isIdle = (loadavg()[0] ?? 0) < IDLE;
  const slack = await startPlayground({ rates: false });
  const targets: Target[] = [];
  try {
    const { file, bases } = await goThrough(folder, slack, few);
    say(`${bases.length} kinds of requests recorded\n`);
    return await inFolders(apps, async (folders) => {
      for (const own of folders) targets.push(await startTarget(own, file, slack));

      const random = randomFrom(seed);
      const people = [...slack.slack.workspace.people.keys()];
      const sent: Sent[] = [];
      const memory = targets.map((): number[] => []);
      const began = performance.now();
      const cpu = () => targets.map(({ app }) => (app.isRunning() ? cpuOf(app.pid) / 1_000 : 0));
      const cpuBefore = cpu();
      let said = { sent: 0, cpu: sumOf(cpuBefore) };
      let left = requests;
      const lane = async ({ app, url }: Target, seen: number[]) => {
        while (left > 0 && performance.now() < until && app.isRunning()) {
          left--;
          const base = random.pick(bases as [Delivered, ...Delivered[]]);
          const whose = random.pick(people as [string, ...string[]]);
          const post = mutated(fresh(base, whose, slack.slack), bases, random);
          sent.push({ ...(await send(url, slack.signingSecret, post)), what: post.what });
          if (sent.length % 100 === 0) seen.push(memoryOf(app.pid) ?? 0);
          if (sent.length % Math.ceil(requests / 20) > 0) continue;
          const seconds = (performance.now() - began) / 1_000;
          const all = memory.map((it) => `${it.at(-1)?.toFixed(0) ?? '-'} MB`).join(', ');
          const used = (sumOf(cpu()) - said.cpu) / (sent.length - said.sent);
          said = { sent: sent.length, cpu: sumOf(cpu()) };
          say(
            `${sent.length} sent in ${seconds.toFixed(0)} s, ${all}, ${(used * 1_000).toFixed(1)} ms of CPU each, load ${loadavg()[0]?.toFixed(1)}\n`,
          );
        }
      };
      await Promise.all(targets.flatMap((it, i) => Array.from({ length: LANES }, () => lane(it, memory[i] ?? []))));
      const seconds = (performance.now() - began) / 1_000;
      await Promise.all(targets.map(({ app }) => idle(app.pid))); // what was answered may go on for a while
      const used = sumOf(cpu()) - sumOf(cpuBefore);
      const survived = targets.every(({ app }) => app.isRunning());
      const logs = await Promise.all(
        targets.map(async ({ app }) => Object.values(await app.kill('SIGTERM')).join('\n')),
      );
      return judged(sent, {
        wanted: requests,
        idle: isIdle,
        seconds,
        cpu: used,
        survived,
        memory,
        wrong: slack.wrongs,
        log: logs.join('\n'),
      });
    });
  } finally {
    for (const { app } of targets) await app.kill('SIGKILL');
    await slack.stop();
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, it) => sum + it, 0);

/** Runs with so many folders, which are gone afterwards. */
const inFolders = <Result>(
  count: number,
  work: (folders: string[]) => Promise<Result>,
  folders: string[] = [],
): Promise<Result> =>
  folders.length >= count ? work(folders) : inFolder((folder) => inFolders(count, work, [...folders, folder]));

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
