import { rmSync } from 'node:fs';
import path from 'node:path';
import { COLUMNS, writeCity } from '../support/city.ts';
import { peakOf, startScript } from '../support/process.ts';
import { type Figure, type Line, median, type Sizes } from './figures.ts';
import { hasShell, shellProcess } from './shell.ts';

const FILES = 58; // months that a city published, with 347,703 rows
const MOST_MEMORY = 250;

/** Rows a second of `biseo import`, which understands, checks and indexes them, and of the shell, which copies text. */
export async function measureImport(folder: string, { quick }: Sizes): Promise<Line[]> {
  if (!(await hasShell())) return [{ note: 'There is no sqlite3 shell here: import was not measured.' }];
  const [rows, rounds] = quick ? [20_000, 1] : [347_703, 1];
  const files: string[] = [];
  for (let i = 0; i < FILES; i++) {
    const from = Math.floor((rows * i) / FILES);
    files.push(path.join(folder, `city-${String(i).padStart(2, '0')}.csv`));
    await writeCity(files[i] ?? '', Math.floor((rows * (i + 1)) / FILES) - from, from);
  }

  const [ours, theirs, memory]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const { took, peak } = await importOnce(folder, files, rows);
    ours.push((rows * 1000) / took);
    memory.push(peak);
    theirs.push((rows * 1000) / (await shellOnce(folder, files)));
  }
  const figures: Figure[] = [
    {
      name: `import of ${rows.toLocaleString('en-US')} rows, ${FILES} files`,
      unit: 'rows/s',
      ours: median(ours),
      baseline: median(theirs),
      aim: { atLeast: 1 / 3 },
    },
    {
      name: `memory of the import : ${MOST_MEMORY} MB`,
      unit: 'MB',
      ours: median(memory),
      baseline: MOST_MEMORY,
      aim: { atMost: 1 },
    },
  ];
  return figures;
}

async function importOnce(folder: string, files: readonly string[], rows: number) {
  const database = path.join(folder, 'office.db');
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  const began = performance.now();
  const script = startScript('bin/biseo.js', ['import', 'expenses', ...files, '--json'], {
    folder,
    env: { DATABASE_FILE: database },
  });
  const peak = peakOf(script);
  const { code, out, err } = await script.ended;
  const took = performance.now() - began;
  if (code !== 0 || JSON.parse(out).imported !== rows) throw new Error(`The import failed (${code}): ${out}${err}`);
  return { took, peak: await peak };
}

async function shellOnce(folder: string, files: readonly string[]): Promise<number> {
  const database = path.join(folder, 'shell.db');
  rmSync(database, { force: true });
  const columns = COLUMNS.map((name) => `${name} text`).join(', ');
  const imports = files.map((file) => `.import --csv --skip 1 ${file} city`);
  return shellProcess(database, [`create table city (${columns})`, ...imports]);
}
