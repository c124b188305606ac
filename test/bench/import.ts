import { rmSync } from 'node:fs';
import path from 'node:path';
import { COLUMNS, writeCity } from '../support/city.ts';
import { startScript } from '../support/process.ts';
import { type Figure, median, type Note, type Sizes } from './figures.ts';
import { hasShell, shellProcess } from './shell.ts';

/** Rows a second of `npm run import`, which understands, checks and indexes them, and of the shell, which copies text. */
export async function measureImport(folder: string, { quick }: Sizes): Promise<(Figure | Note)[]> {
  if (!(await hasShell())) return [{ note: 'There is no sqlite3 shell here: import was not measured.' }];
  const [rows, rounds] = quick ? [20_000, 2] : [200_000, 3];
  const file = path.join(folder, 'city.csv');
  await writeCity(file, rows);

  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(rows / ((await importOnce(folder, file, rows)) / 1000));
    theirs.push(rows / ((await shellOnce(folder, file)) / 1000));
  }
  return [
    { name: 'import', unit: 'rows/s', ours: median(ours), baseline: median(theirs), aim: { atLeast: 1 / 5 } },
    { note: `Import: ${rows.toLocaleString('en-US')} rows, whole processes, an empty database each time.` },
  ];
}

async function importOnce(folder: string, file: string, rows: number): Promise<number> {
  const database = path.join(folder, 'office.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  const began = performance.now();
  const script = startScript('bin/biseo.js', ['import', 'expenses', file, '--json'], {
    folder,
    env: { DATABASE_FILE: database },
  });
  const { code, out, err } = await script.ended;
  const took = performance.now() - began;
  if (code !== 0 || JSON.parse(out).imported !== rows) throw new Error(`The import failed (${code}): ${out}${err}`);
  return took;
}

async function shellOnce(folder: string, file: string): Promise<number> {
  const database = path.join(folder, 'shell.db');
  rmSync(database, { force: true });
  const columns = COLUMNS.map((name) => `${name} text`).join(', ');
  return shellProcess(database, [`create table city (${columns})`, `.import --csv --skip 1 ${file} city`]);
}
