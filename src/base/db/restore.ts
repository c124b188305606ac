import { promises as fs } from 'node:fs';
import { Kysely } from 'kysely';
import sqlite3 from 'sqlite3';
import { connect, copyDatabase, type Database, DatabaseRefused, refuseNewer } from './database.ts';
import { all, close, sqliteDialect } from './sqlite-dialect.ts';

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

/**
 * Puts a backup in the database's place, after checking that it is whole and ours. The database of before is kept
 * beside it. Refused while the app has it open.
 */
export async function restoreDatabase(
  backup: string,
  database: string,
): Promise<{ kept: string | null } | { refusal: 'in_use' }> {
  await check(backup);
  const kept = (await exists(database)) ? await setAside(database) : null;
  if (kept === 'in_use') return { refusal: 'in_use' };
  const source = await connect(backup);
  try {
    await copyDatabase(source, database);
  } finally {
    await close(source);
  }
  return { kept };
}

async function check(file: string): Promise<void> {
  if (!(await exists(file))) throw new DatabaseRefused('not_found', file);
  const sqlite = await connect(file);
  try {
    const answers = await all<{ integrity_check: string }>(sqlite, 'pragma integrity_check', []).catch((error) => {
      throw new DatabaseRefused('not_a_database', file, error);
    });
    if (answers.some((answer) => answer.integrity_check !== 'ok')) throw new DatabaseRefused('damaged', file);
    const tables = await all(sqlite, "select name from sqlite_master where name = 'kysely_migration'", []);
    if (tables.length === 0) throw new DatabaseRefused('not_a_database', file);
    await refuseNewer(sqlite, file);
  } finally {
    await close(sqlite);
  }
}

/** Moves the present database out of the way, under an exclusive lock, so that a running app is noticed. */
async function setAside(file: string): Promise<string | 'in_use'> {
  const sqlite = await connect(file);
  try {
    sqlite.configure('busyTimeout', 0);
    await all(sqlite, 'pragma locking_mode = exclusive', []);
    await all(sqlite, 'pragma journal_mode = delete', []); // folds the journal in; fails while anyone else has it open
    await all(sqlite, 'begin exclusive', []);
    await all(sqlite, 'commit', []);
  } catch (error) {
    if (error instanceof Error && 'errno' in error && error.errno === sqlite3.BUSY) return 'in_use';
    // A damaged file is what people restore over: it is set aside as it is.
  } finally {
    await close(sqlite);
  }
  let kept = `${file}.before-restore`;
  for (let n = 2; await exists(kept); n++) kept = `${file}.before-restore-${n}`;
  await fs.rename(file, kept);
  for (const part of ['-wal', '-shm']) await fs.rm(`${file}${part}`, { force: true });
  return kept;
}

const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );
