import { promises as fs } from 'node:fs';
import path from 'node:path';
import type sqlite3 from 'sqlite3';
import { knownMigrations, ranMigrations } from './migrate.ts';
import { DatabaseRefused } from './refused.ts';
import { all } from './sqlite-dialect.ts';
import { checkPages } from './whole.ts';

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

/** File systems of other machines, by the number that statfs gives (Linux): NFS, SMB and CIFS, AFS, Lustre, CephFS, GFS2, OCFS2. */
const SHARED = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x0bd00bd0, 0x00c36400, 0x01161970, 0x7461636f,
]);

export const isShared = (type: number): boolean => SHARED.has(type >>> 0);

/** SQLite's journal needs memory that all its readers share, which no network disk has: what two machines write would be lost. */
export async function refuseShared(file: string): Promise<void> {
  const found = await fs.statfs(path.dirname(path.resolve(file))).catch(() => null);
  if (found && isShared(found.type)) throw new DatabaseRefused('shared_disk', file);
}

/** SQLite opens what it may only read, and says nothing until the first entry is lost. Its journal is made in the folder. */
export async function refuseUnwritable(file: string): Promise<void> {
  for (const it of [file, path.dirname(path.resolve(file))]) {
    await fs.access(it, fs.constants.W_OK).catch((cause) => {
      throw new DatabaseRefused('not_writable', file, { cause });
    });
  }
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
export async function refuseDamaged(sqlite: sqlite3.Database, file: string): Promise<'whole' | 'search_rebuilt'> {
  const found = await checkPages(sqlite);
  if (found === 'damaged') throw new DatabaseRefused('damaged', file);
  return found;
}

/** What the migrations that ran on a database, and its tables, say of it. */
export async function refuseForeign(ran: readonly string[], tables: readonly string[], place: string): Promise<void> {
  if (ran.includes(FIRST_OF_OLD_NUMBERS)) {
    throw new DatabaseRefused('old_numbering', place, { detail: LAST_TO_READ_OLD_NUMBERS });
  }
  const known = await knownMigrations();
  if (ran.some((name) => !known.includes(name))) throw new DatabaseRefused('newer_than_app', place);
  // A process that was killed while it created them leaves the migrator's own tables, empty.
  const theirs = tables.filter((name) => !name.startsWith('kysely_'));
  if (ran.length === 0 && theirs.length > 0) throw new DatabaseRefused('not_a_database', place);
}

/** Refuses a database that a newer version made, one of the numbering before, and one that belongs to some other program. */
export async function refuseNewer(sqlite: sqlite3.Database, file: string): Promise<void> {
  await all(sqlite, 'begin', []); // one state throughout: another process may be creating the tables at this moment
  try {
    const tables = await all<{ name: string }>(
      sqlite,
      "select name from sqlite_master where name not like 'sqlite_%'",
      [],
    );
    await refuseForeign(
      await ranMigrations(sqlite),
      tables.map(({ name }) => name),
      file,
    );
  } finally {
    await all(sqlite, 'commit', []);
  }
}

/** The playground's records in an office's register, or an office's people in the playground, would be found too late. */
export async function refuseOthers(sqlite: sqlite3.Database, file: string, by: Opener): Promise<void> {
  const tables = await all(sqlite, "select 1 from sqlite_master where name = 'register'", []);
  const [row] = tables.length > 0 ? await all<{ made_by: string }>(sqlite, 'select made_by from register', []) : [];
  refuseMaker(row?.made_by, file, by);
}

export function refuseMaker(madeBy: string | undefined, place: string, by: Opener): void {
  const isPlaygrounds = madeBy === 'playground';
  if (by === 'office' && isPlaygrounds) throw new DatabaseRefused('made_by_playground', place);
  if (by === 'playground' && !isPlaygrounds) throw new DatabaseRefused('not_made_by_playground', place);
}
