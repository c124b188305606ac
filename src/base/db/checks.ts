import { promises as fs } from 'node:fs';
import path from 'node:path';
import type sqlite3 from 'sqlite3';
import { knownMigrations, ranMigrations } from './migrate.ts';
import { DatabaseRefused } from './refused.ts';
import { all } from './sqlite-dialect.ts';
import { codeOf } from './whole-file.ts';

/** Who opens a register: an office's app and the playground open only their own; commands in a terminal open any, and make an office's. */
export type Opener = 'office' | 'playground' | 'terminal';

/** Migrations were numbered anew once. A database of the numbers before is read, last, by this commit. */
export const LAST_TO_READ_OLD_NUMBERS = 'af0380e';
const FIRST_OF_OLD_NUMBERS = '001-people';

/** A register is there whole, with all its tables, or not at all: an empty file, or none beside what a register leaves, was one. */
export async function refuseLost(file: string): Promise<void> {
  const found = await fs.stat(file).catch(() => null);
  if (found && found.size > 0) return;
  const kept = await keptBeside(file);
  const detail = kept.join(', ');
  if (found) throw new DatabaseRefused('empty', file, { detail });
  if (kept.length > 0) throw new DatabaseRefused('missing', file, { detail });
}

/** What a register leaves beside itself: its journal, and the copies of before. */
async function keptBeside(file: string): Promise<string[]> {
  const folder = path.dirname(path.resolve(file));
  const name = path.basename(file);
  const beside = (await fs.readdir(folder).catch(() => [])).filter(
    (it) => it === `${name}-wal` || (it.startsWith(`${name}.before-`) && !/(\.receipts|-wal|-shm)$/.test(it)),
  );
  const found = await Promise.all(beside.map((it) => fs.stat(path.join(folder, it)).catch(() => null)));
  return beside.filter((_, i) => (found[i]?.size ?? 0) > 0).map((it) => path.join(path.dirname(file), it));
}

/** Reads every page once: what is damaged is refused before anyone enters something into it. */
export async function refuseDamaged(sqlite: sqlite3.Database, file: string): Promise<void> {
  const said = await all<{ quick_check: string }>(sqlite, 'pragma quick_check(1)', []).catch((error) => {
    if (codeOf(error) === 'SQLITE_CORRUPT') return [];
    throw error;
  });
  if (said[0]?.quick_check !== 'ok') throw new DatabaseRefused('damaged', file);
}

/** Refuses a database that a newer version made, one of the numbering before, and one that belongs to some other program. */
export async function refuseNewer(sqlite: sqlite3.Database, file: string): Promise<void> {
  const known = await knownMigrations();
  await all(sqlite, 'begin', []); // one state throughout: another process may be creating the tables at this moment
  try {
    const ran = await ranMigrations(sqlite);
    if (ran.includes(FIRST_OF_OLD_NUMBERS))
      throw new DatabaseRefused('old_numbering', file, { detail: LAST_TO_READ_OLD_NUMBERS });
    if (ran.some((name) => !known.includes(name))) throw new DatabaseRefused('newer_than_app', file);
    // A process that was killed while it created them leaves the migrator's own tables, empty.
    const theirs = "select name from sqlite_master where name not like 'sqlite_%' and name not like 'kysely_%'";
    const tables = await all(sqlite, theirs, []);
    if (ran.length === 0 && tables.length > 0) throw new DatabaseRefused('not_a_database', file);
  } finally {
    await all(sqlite, 'commit', []);
  }
}

/** The playground's records in an office's register, or an office's people in the playground, would be found too late. */
export async function refuseOthers(sqlite: sqlite3.Database, file: string, by: Opener): Promise<void> {
  const tables = await all(sqlite, "select 1 from sqlite_master where name = 'register'", []);
  const [row] = tables.length > 0 ? await all<{ made_by: string }>(sqlite, 'select made_by from register', []) : [];
  const isPlaygrounds = row?.made_by === 'playground';
  if (by === 'office' && isPlaygrounds) throw new DatabaseRefused('made_by_playground', file);
  if (by === 'playground' && !isPlaygrounds) throw new DatabaseRefused('not_made_by_playground', file);
}
