/** One line of the table: what was measured here, in the baseline, and what their ratio should be. */
export type Figure = {
  name: string;
  unit: string;
  ours: number;
  baseline: number;
  /** The ratio is ours : baseline; where there is no aim it is only told. */
  aim?: { atMost: number } | { atLeast: number };
};

export type Note = { note: string };
export type Line = Figure | Note;

export type Sizes = { quick: boolean };
/** `folder` is the measure's own. */
export type Measure = (folder: string, sizes: Sizes) => Promise<Line[]>;

/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The same work of several sides in turns, A B A B, so that whatever else this machine does falls on all. The first round warms up. */
export async function inTurns<Side extends string>(
  rounds: number,
  sides: Record<Side, () => Promise<number | readonly number[]>>,
): Promise<Record<Side, number[]>> {
  const names = Object.keys(sides) as Side[];
  const took = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, number[]>;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const values = await sides[name]();
      if (round >= 0) took[name].push(...[values].flat());
    }
  }
  return took;
}

/** p50 and p99 of two sides, each as a ratio with its aim. */
export function compared(
  name: string,
  { ours, baseline }: { ours: readonly number[]; baseline: readonly number[] },
  aims: { p50?: number; p99?: number },
  unit = 'ms',
): Figure[] {
  const figure = (share: number, of: string, atMost: number | undefined): Figure => ({
    name: `${name}, ${of}`,
    unit,
    ours: percentile(ours, share),
    baseline: percentile(baseline, share),
    ...(atMost === undefined ? {} : { aim: { atMost } }),
  });
  return [figure(0.5, 'p50', aims.p50), figure(0.99, 'p99', aims.p99)];
}

/** Against what people may expect, in the unit of the figure. */
export const promised = (name: string, values: readonly number[], most: number): Figure[] =>
  [
    ['p50', 0.5],
    ['p99', 0.99],
  ].map(([of, share]) => ({
    name: `${name}, ${of} : ${most} ms`,
    unit: 'ms',
    ours: percentile(values, Number(share)),
    baseline: most,
    aim: { atMost: 1 },
  }));

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function isMet({ ours, baseline, aim }: Figure): boolean {
  const ratio = ours / baseline;
  if (!aim) return true;
  return 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
}

/** The table as text, in columns. */
export function tableOf(lines: readonly Line[]): string {
  const figures = lines.filter((line): line is Figure => 'name' in line);
  const notes = lines.filter((line): line is Note => 'note' in line);
  const rows = figures.map((figure) => [
    figure.name,
    measure(figure.ours, figure.unit),
    measure(figure.baseline, figure.unit),
    number(figure.ours / figure.baseline),
    aimOf(figure),
    figure.aim ? (isMet(figure) ? 'ok' : 'over') : '',
  ]);
  return [
    columns([['figure', 'ours', 'baseline', 'ratio', 'aim', ''], ...rows]),
    ...notes.map(({ note }) => note),
  ].join('\n');
}

/** The first column begins at the left, figures end at the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return rows.map(line).join('\n');
}

const aimOf = ({ aim }: Figure): string =>
  !aim ? '' : 'atMost' in aim ? `≤ ${number(aim.atMost)}` : `≥ ${number(aim.atLeast)}`;

export const measure = (value: number, unit: string): string => `${number(value)} ${unit}`;

const number = (value: number): string =>
  value.toLocaleString('en-US', value >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
