import { promises as fs } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import sqlite3 from 'sqlite3';
import { refuseNewer } from './checks.ts';
import type { Database } from './database.ts';
import { DatabaseRefused } from './refused.ts';
import { all, close, sqliteDialect } from './sqlite-dialect.ts';
import { connect, copyInto } from './sqlite-file.ts';
import { codeOf, exists, makeFolder, syncFolder, withPart } from './whole-file.ts';

/** Looks into a copy as it is, whatever version made it: no table is changed. */
export async function withCopy<Result>(file: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const sqlite = await connect(file);
  await all(sqlite, 'pragma query_only = on', []);
  const db: Database = new Kysely({ dialect: sqliteDialect({ writer: sqlite, readers: [sqlite] }) });
  try {
    return await work(db);
  } finally {
    await close(sqlite);
  }
}

/** Names the refusal of a restore, or where the database of before is kept; null: there was none. */
export type Restored = { kept: string | null } | { refusal: 'in_use' | 'same_file' };

/**
 * Puts a copy of a backup in the database's place, after checking that it is whole and ours. All that takes time or room comes first:
 * the present database is touched last, kept beside it, and never missing from its place. Refused while the app has it open. `look` sees
 * the checked copy before that.
 */
export async function restoreDatabase(
  backup: string,
  database: string,
  look: (copy: string) => Promise<void>,
): Promise<Restored> {
  if (!(await exists(backup))) throw new DatabaseRefused('not_found', backup);
  if (await isSameFile(backup, database)) return { refusal: 'same_file' };
  await check(backup);
  if ((await exists(database)) && (await isInUse(database))) return { refusal: 'in_use' };

  let restored: Restored = { kept: null };
  await makeFolder(path.dirname(path.resolve(database)));
  await withPart(
    database,
    async (part) => {
      const source = await connect(backup);
      await copyInto(source, part).finally(() => close(source));
      await check(part);
      await look(part);
    },
    async (part) => {
      restored = await exchange(database, part);
    },
  );
  return restored;
}

async function check(file: string): Promise<void> {
  const sqlite = await connect(file);
  try {
    const answers = await all<{ integrity_check: string }>(sqlite, 'pragma integrity_check', []).catch((error) => {
      throw new DatabaseRefused('not_a_database', file, { cause: error });
    });
    if (answers.some((answer) => answer.integrity_check !== 'ok')) throw new DatabaseRefused('damaged', file);
    const tables = await all(sqlite, "select name from sqlite_master where name = 'kysely_migration'", []);
    if (tables.length === 0) throw new DatabaseRefused('not_a_database', file);
    await refuseNewer(sqlite, file);
  } finally {
    await close(sqlite);
  }
}

/** Whether anyone has it open. What is found free is whole in its one file: its journal is folded in. */
export async function isInUse(file: string): Promise<boolean> {
  const sqlite = await connect(file);
  try {
    sqlite.configure('busyTimeout', 0);
    await all(sqlite, 'pragma locking_mode = exclusive', []);
    await all(sqlite, 'pragma journal_mode = delete', []); // fails while anyone else has it open
    await all(sqlite, 'begin exclusive', []);
    await all(sqlite, 'commit', []);
    return false;
  } catch (error) {
    if (error instanceof Error && 'errno' in error && error.errno === sqlite3.BUSY) return true;
    // A damaged file is what people restore over; what fails for want of room must not be.
    if (['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await close(sqlite);
  }
}

/**
 * Puts the finished file in the database's place, in one step where the file system has links: whoever is killed here leaves the
 * database of before or the restored one, and where it has none, a start says where the one of before is.
 */
async function exchange(database: string, part: string): Promise<Restored> {
  const present = await exists(database);
  if (present && (await isInUse(database))) return { refusal: 'in_use' };
  const kept = await freeKept(database);
  // A journal without its database would be played into the restored one. Only a damaged or lost database has one by now.
  for (const side of ['-wal', '-journal']) await fs.rename(`${database}${side}`, `${kept}${side}`).catch(unlessMissing);
  await fs.rm(`${database}-shm`, { force: true });
  if (present) await fs.link(database, kept).catch(() => fs.rename(database, kept));
  await syncFolder(path.dirname(path.resolve(database)));
  await fs.rename(part, database);
  return { kept: present ? kept : null };
}

async function freeKept(database: string): Promise<string> {
  for (let n = 1; ; n++) {
    const kept = `${database}.before-restore${n === 1 ? '' : `-${n}`}`;
    if (!(await exists(kept))) return kept;
  }
}

/** By what it is, not by its name: `./data/../data/biseo.db`, a link to it. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => fs.stat(file, { bigint: true }).catch(() => null)));
  return a != null && b != null && a.dev === b.dev && a.ino === b.ino;
}

const unlessMissing = (error: unknown): void => {
  if (codeOf(error) !== 'ENOENT') throw error;
};
