import path from 'node:path';
import { peakOf, startScript } from '../support/process.ts';
import type { Line, Sizes } from './figures.ts';
import { expensesFile } from './register.ts';
import { hasShell, shellProcess } from './shell.ts';

const MOST_MEMORY = 200;

/** Rows a second of `biseo export`, in both formats, and of the shell's own output. */
export async function measureExport(folder: string, { quick }: Sizes): Promise<Line[]> {
  if (!(await hasShell())) return [{ note: 'There is no sqlite3 shell here: export was not measured.' }];
  const rows = quick ? 50_000 : 1_000_000;
  const database = await expensesFile(rows);

  const out = path.join(folder, 'shell.csv');
  const theirs = await shellProcess(database, [
    '.mode csv',
    `.once ${out}`,
    'select * from expense order by year, month',
  ]);
  const lines: Line[] = [];
  for (const [format, atLeast] of [
    ['csv', 0.25],
    ['xlsx', 0.08],
  ] as const) {
    const began = performance.now();
    const to = path.join(folder, `export.${format}`);
    const args = ['export', 'expenses', '--from', '2000-01-01', '--to', '2030-12-31', '--out', to];
    const script = startScript('bin/biseo.js', args, { folder, env: { DATABASE_FILE: database } });
    const peak = peakOf(script);
    const { code, err } = await script.ended;
    if (code !== 0) throw new Error(err);
    const ours = (rows * 1000) / (performance.now() - began);
    const name = `export of ${rows.toLocaleString('en-US')} rows, ${format}`;
    lines.push({ name, unit: 'rows/s', ours, baseline: (rows * 1000) / theirs, aim: { atLeast } });
    const memory = { unit: 'MB', ours: await peak, baseline: MOST_MEMORY, aim: { atMost: 1 } };
    lines.push({ name: `memory of it : ${MOST_MEMORY} MB, ${format}`, ...memory });
  }
  return lines;
}
