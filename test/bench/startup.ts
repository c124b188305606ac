import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { memoryOf } from '../support/process.ts';
import {
  arrivals,
  CROWD,
  closeForms,
  finishedView,
  makeOffice,
  type Side,
  startBare,
  startOurs,
  type,
} from './apps.ts';
import { type Figure, inTurns, type Line, median, type Sizes } from './figures.ts';

/** How long until the app says that it is connected, and how much memory it keeps then and after many commands. */
export async function measureStartUp(folder: string, { quick }: Sizes): Promise<Line[]> {
  const [starts, commands] = quick ? [2, 200] : [5, 1_000];
  await makeOffice(folder);
  const first = await startOurs(folder);
  const view = await finishedView(first);
  await first.stop();
  const sides = { ours: () => startOurs(folder), baseline: () => startBare(path.join(folder, 'bare'), { view }) };
  const fresh: Record<keyof typeof sides, number[]> = { ours: [], baseline: [] };

  const once = (name: keyof typeof sides) => async () => {
    const side = await sides[name]();
    fresh[name].push(memoryOf(side.app.pid) ?? Number.NaN);
    await side.stop();
    return side.app.ready;
  };
  const starting = await inTurns(starts, { ours: once('ours'), baseline: once('baseline') });
  const ours = await memoryAfter(await sides.ours(), commands, true);
  const baseline = await memoryAfter(await sides.baseline(), commands, false);

  const ratio = (name: string, unit: string, of: { ours: number[]; baseline: number[] }, atMost: number): Figure => ({
    name,
    unit,
    ours: median(of.ours),
    baseline: median(of.baseline),
    aim: { atMost },
  });
  return [
    ratio('start-up', 'ms', starting, 1.5),
    ratio('memory after start', 'MB', fresh, 1.4),
    { name: `memory after ${commands} commands`, unit: 'MB', ours, baseline, aim: { atMost: 1.4 } },
  ];
}

const AT_A_TIME = 10;
const PAUSE_MS = 20;

async function memoryAfter(side: Side, commands: number, draws: boolean): Promise<number> {
  for (let i = 0; i < commands; i += AT_A_TIME) {
    const people = Array.from({ length: AT_A_TIME }, (_, at) => CROWD[(i + at) % CROWD.length] ?? '');
    const done = arrivals(side.slack, draws ? 'views.update' : 'views.open', AT_A_TIME);
    for (const userId of people) await type(side, userId);
    await done;
    await setTimeout(PAUSE_MS);
    await closeForms(side, people);
  }
  const memory = memoryOf(side.app.pid) ?? Number.NaN;
  await side.stop();
  return memory;
}
