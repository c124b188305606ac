import { memoryOf } from '../support/process.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';
import { CROWD, preparePair, type Side, settle, typeExpense } from './pair.ts';

/** How long until the app says that it is connected, and how much memory it keeps then and after many commands. */
export async function measureStartUp(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const [starts, commands] = quick ? [3, 200] : [9, 1_000];
  const { ours, bare, stop } = await preparePair(folder);
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const fresh: { ours: number[]; bare: number[] } = { ours: [], bare: [] };

  // The first start of each fills the caches and is not counted.
  for (let i = 0; i <= starts; i++) {
    for (const [name, side] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const app = side.start();
      const took = await app.ready;
      const memory = memoryOf(app.pid) ?? Number.NaN;
      await app.kill('SIGTERM');
      if (i === 0) continue;
      times[name].push(took);
      fresh[name].push(memory);
    }
  }
  const used = { ours: await memoryAfter(ours, commands, true), bare: await memoryAfter(bare, commands, false) };
  await stop();

  const memory = { unit: 'MB', aim: { atMost: 1.5 } };
  return [
    { name: 'start-up', unit: 'ms', ours: median(times.ours), baseline: median(times.bare), aim: { atMost: 1.2 } },
    { name: 'memory after start', ours: median(fresh.ours), baseline: median(fresh.bare), ...memory },
    { name: `memory after ${commands} commands`, ours: used.ours, baseline: used.bare, ...memory },
  ];
}

async function memoryAfter(side: Side, commands: number, opensForm: boolean): Promise<number> {
  const app = side.start();
  await app.ready;
  for (let i = 0; i < commands; i++) {
    const userId = CROWD[i % CROWD.length] ?? '';
    await typeExpense(side, userId);
    await settle(side, [userId], opensForm);
  }
  const memory = memoryOf(app.pid) ?? Number.NaN;
  await app.kill('SIGTERM');
  return memory;
}
