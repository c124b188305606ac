import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { writeCity } from '../support/city.ts';
import { type Running, startScript } from '../support/process.ts';
import { auditRegister, withRegister } from './audit.ts';
import type { Report } from './forms.ts';
import { randomFrom } from './random.ts';

/** An import is killed at random moments and run again: it leaves nothing or all, and the second run completes it. */
export async function killWhileImporting(folder: string, times: number, seed: number, rows: number): Promise<Report> {
  const random = randomFrom(seed);
  const list = path.join(folder, 'city.csv');
  const register = path.join(folder, 'register.db');
  await writeCity(list, rows);

  const began = performance.now();
  await finish(startImport(folder, list, register));
  const usual = performance.now() - began;

  const breaches: string[] = [];
  let [nothing, all] = [0, 0];
  for (let kill = 0; kill < times; kill++) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${register}${end}`, { force: true });
    const child = startImport(folder, list, register);
    await setTimeout(usual * (0.2 + random.next()));
    await child.kill('SIGKILL');

    const left = await countRows(register);
    if (left === 0) nothing++;
    else if (left === rows) all++;
    else breaches.push(`half: ${left} of ${rows} rows were left by an import that was killed`);

    const again = await finish(startImport(folder, list, register));
    if (again.imported + again.duplicates !== rows || again.imported !== rows - left) {
      breaches.push(`the second run said ${JSON.stringify(again)} after ${left} rows`);
    }
    const complete = await countRows(register);
    if (complete !== rows) breaches.push(`${complete} of ${rows} rows are there after the second run`);
    breaches.push(...(await auditRegister(register)));
  }
  return { counts: { 'imports killed': times, 'left nothing': nothing, 'left all': all, rows }, breaches };
}

const startImport = (folder: string, list: string, register: string): Running =>
  startScript('src/terminal/main.ts', ['import', 'expenses', list, '--json'], {
    folder,
    env: { DATABASE_FILE: register },
  });

async function finish(child: Running): Promise<{ imported: number; duplicates: number }> {
  const { code, out, err } = await child.ended;
  if (code !== 0) throw new Error(`The import failed (${code}): ${err}`);
  return JSON.parse(out);
}

const countRows = (file: string): Promise<number> =>
  withRegister(file, async (db) => {
    const { count } = await db
      .selectFrom('expense')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  });
