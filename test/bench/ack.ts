import { type Figure, type Note, percentile, type Sizes } from './figures.ts';
import { CROWD, preparePair, type Side, settle, typeExpense } from './pair.ts';

/** How long a person waits until `/expense` is acknowledged, alone and with fifty others. */
export async function measureAcknowledgement(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  const [rounds, each, bursts] = quick ? [4, 25, 4] : [20, 50, 20];
  const { ours, bare, stop } = await preparePair(folder);
  const sides = { ours, bare };
  const apps = [ours.start(), bare.start()];
  for (const app of apps) await app.ready;
  for (const { slack } of [ours, bare]) await slack.connected();

  const alone: Record<keyof typeof sides, number[]> = { ours: [], bare: [] };
  const together: Record<keyof typeof sides, number[]> = { ours: [], bare: [] };
  // A B A B, so that whatever else this machine does falls on both. The first round warms up.
  for (let round = -1; round < rounds; round++) {
    for (const [name, side] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const took = await oneByOne(side, each, name === 'ours');
      if (round >= 0) alone[name].push(...took);
    }
  }
  for (let burst = -1; burst < bursts; burst++) {
    for (const [name, side] of [
      ['ours', ours],
      ['bare', bare],
    ] as const) {
      const took = await atOnce(side, name === 'ours');
      if (burst >= 0) together[name].push(...took);
    }
  }
  for (const app of apps) await app.kill('SIGTERM');
  await stop();

  const figure = (name: string, of: typeof alone, share: number): Figure => ({
    name: `acknowledging /expense, ${name}`,
    unit: 'ms',
    ours: percentile(of.ours, share),
    baseline: percentile(of.bare, share),
    aim: { atMost: 1.2 },
  });
  return [
    figure('one at a time, p50', alone, 0.5),
    figure('one at a time, p99', alone, 0.99),
    figure('50 at once, p50', together, 0.5),
    figure('50 at once, p99', together, 0.99),
    { note: `Of ${alone.ours.length} and ${together.ours.length} commands each.` },
  ];
}

async function oneByOne(side: Side, count: number, opensForm: boolean): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < count; i++) {
    const userId = CROWD[i % CROWD.length] ?? '';
    took.push(await typeExpense(side, userId));
    await settle(side, [userId], opensForm);
  }
  return took;
}

async function atOnce(side: Side, opensForm: boolean): Promise<number[]> {
  const took = await Promise.all(CROWD.map((userId) => typeExpense(side, userId)));
  await settle(side, CROWD, opensForm);
  return took;
}
