import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  arrivals,
  CROWD,
  closeForms,
  cpuOf,
  finishedView,
  makeOffice,
  type Side,
  startBare,
  startOurs,
  type as typeLine,
} from './apps.ts';
import { compared, inTurns, type Line, median, type Sizes } from './figures.ts';

/** From Enter to the acknowledgement and to the form, alone and with fifty others, and what each costs. */
export async function measureOpening(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [rounds, each, bursts] = quick ? [4, 25, 4] : [8, 30, 8];
  await makeOffice(folder);
  const ours = await startOurs(folder);
  const view = await finishedView(ours);
  const acks = await startBare(path.join(folder, 'acks'));
  const opens = await startBare(path.join(folder, 'opens'), { view });

  const opened: Record<string, number[]> = { ours: [], opens: [], oursAtOnce: [], opensAtOnce: [] };
  const cpu: Record<string, number[]> = { ours: [], opens: [] };
  const alone = await inTurns(rounds, {
    ours: () => oneByOne(ours, each, opened.ours),
    acks: () => oneByOne(acks, each),
    opens: () => oneByOne(opens, each, opened.opens),
  });
  const atOnce = await inTurns(bursts, {
    ours: () => burst(ours, { opened: opened.oursAtOnce, cpu: cpu.ours, draws: true }),
    acks: () => burst(acks),
    opens: () => burst(opens, { opened: opened.opensAtOnce, cpu: cpu.opens }),
  });
  for (const side of [ours, acks, opens]) await side.stop();

  const pair = (ours: number[] = [], baseline: number[] = []) => ({ ours, baseline });
  return [
    ...compared('Enter → views.open, alone', pair(opened.ours, opened.opens), { p50: 1.5, p99: 2 }),
    ...compared('Enter → views.open, 50 at once', pair(opened.oursAtOnce, opened.opensAtOnce), { p50: 1.5, p99: 2 }),
    {
      name: 'CPU per /expense, open and drawn',
      unit: 'ms',
      ours: median(cpu.ours ?? []),
      baseline: median(cpu.opens ?? []),
      aim: { atMost: 2 },
    },
    ...compared('acknowledging, one at a time', pair(alone.ours, alone.acks), { p99: 1.3 }),
    ...compared('acknowledging, 50 at once', pair(atOnce.ours, atOnce.acks), { p99: 1.3 }),
  ];
}

const PAUSE_MS = 10; // people are seconds apart, not microseconds

async function oneByOne(side: Side, count: number, opened?: number[]): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const userId = CROWD[i % CROWD.length] ?? '';
    const began = performance.now();
    const open = opened && arrivals(side.slack, 'views.open', 1);
    took.push(await typeLine(side, userId));
    for (const at of (await open) ?? []) opened?.push(at - began);
    await close(side, [userId], opened !== undefined);
  }
  return took;
}

type Burst = { opened?: number[] | undefined; cpu?: number[] | undefined; draws?: boolean };

async function burst(side: Side, { opened, cpu, draws = false }: Burst = {}): Promise<number[]> {
  const used = cpuOf(side.app.pid);
  const began = performance.now();
  const open = opened && arrivals(side.slack, 'views.open', CROWD.length);
  const drawn = draws && arrivals(side.slack, 'views.update', CROWD.length);
  const took = await Promise.all(CROWD.map((userId) => typeLine(side, userId)));
  for (const at of (await open) ?? []) opened?.push(at - began);
  await drawn;
  await close(side, CROWD, opened !== undefined);
  cpu?.push((cpuOf(side.app.pid) - used) / CROWD.length);
  return took;
}

async function close(side: Side, userIds: readonly string[], hasForm: boolean): Promise<void> {
  if (hasForm) await closeForms(side, userIds);
  await setTimeout(PAUSE_MS);
}
