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

export type Sizes = { quick: boolean };

/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export function isMet({ ours, baseline, aim }: Figure): boolean {
  const ratio = ours / baseline;
  if (!aim) return true;
  return 'atMost' in aim ? ratio <= aim.atMost : ratio >= aim.atLeast;
}

/** The table as text, in columns. */
export function tableOf(lines: readonly (Figure | Note)[]): string {
  const figures = lines.filter((line): line is Figure => 'name' in line);
  const notes = lines.filter((line): line is Note => 'note' in line);
  const heading = ['figure', 'ours', 'baseline', 'ratio', 'aim', ''];
  const rows = figures.map((figure) => [
    figure.name,
    measure(figure.ours, figure.unit),
    measure(figure.baseline, figure.unit),
    number(figure.ours / figure.baseline),
    aimOf(figure),
    figure.aim ? (isMet(figure) ? 'ok' : 'over') : '',
  ]);
  const widths = heading.map((_, i) => Math.max(...[heading, ...rows].map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [line(heading), ...rows.map(line), ...notes.map(({ note }) => note)].join('\n');
}

const aimOf = ({ aim }: Figure): string =>
  !aim ? '' : 'atMost' in aim ? `≤ ${number(aim.atMost)}` : `≥ ${number(aim.atLeast)}`;

const measure = (value: number, unit: string): string => `${number(value)} ${unit}`;

const number = (value: number): string =>
  value.toLocaleString('en-US', value >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
