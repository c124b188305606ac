import path from 'node:path';
import type { Kysely } from 'kysely';
import sqlite3 from 'sqlite3';
import {
  type Opener,
  refuseDamaged,
  refuseLost,
  refuseNewer,
  refuseOthers,
  refuseShared,
  refuseUnwritable,
} from './checks.ts';
import { guardFile, keepGuard } from './file-guard.ts';
import { mendingKysely } from './mending.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused } from './refused.ts';
import type { Schema } from './schema.ts';
import { all, close, sqliteDialect } from './sqlite-dialect.ts';
import { checkPages } from './whole.ts';
import { codeOf, exists, isNoRoom, makeFolder, writeWhole } from './whole-file.ts';

const READERS = 3; // libuv has four threads for SQLite: one is left to the writer
const BUSY_MS = 10_000; // how long to wait for another process (an import in a terminal) that holds the write lock

/**
 * Opens the file and brings its tables up to date, after a copy beside it if there was anything to lose; makes it, and its folder, for
 * this user only. Throws DatabaseRefused rather than touch a file that it does not understand, or make a new one where one was lost.
 */
export async function openSqlite(file: string, by: Opener): Promise<Kysely<Schema>> {
  await refuseShared(file);
  await refuseLost(file);
  if (!(await exists(file))) await make(file, by === 'playground' ? 'playground' : 'office');
  await refuseUnwritable(file);
  const writer = await connect(file);
  const readers: sqlite3.Database[] = [];
  let checked: 'whole' | 'search_rebuilt' = 'whole';
  try {
    await preparePragmas(writer, file);
    if (by !== 'terminal') checked = await refuseDamaged(writer, file);
    await refuseNewer(writer, file);
    await refuseOthers(writer, file, by);
    await migrate(writer, async (next) => copyDatabase(writer, await freeName(`${file}.before-${next}`)));
    for (let i = 0; i < READERS; i++) {
      const reader = await connect(file);
      readers.push(reader);
      await all(reader, 'pragma query_only = on', []);
      await all(reader, 'pragma cache_size = -16000', []); // a list of 100,000 records is looked through without reading it twice
      // It opens the journal by its name when it first reads: after the file was moved away, it would find none.
      await all(reader, 'select 1 from sqlite_schema limit 1', []);
    }
  } catch (error) {
    for (const sqlite of [...readers, writer]) await close(sqlite).catch(() => undefined);
    throw error;
  }
  const guard = guardFile(file, checked, () => checkAgain(file));
  const db = mendingKysely(sqliteDialect({ writer, readers }, guard.assure), guard.mend);
  keepGuard(db, guard);
  return db;
}

async function checkAgain(file: string): ReturnType<typeof checkPages> {
  const own = await connect(file);
  try {
    return await checkPages(own);
  } finally {
    await close(own);
  }
}

/** Makes a register with all its tables. Another process may be faster: then its own is the one that is opened. */
async function make(file: string, maker: 'office' | 'playground'): Promise<void> {
  try {
    await makeFolder(path.dirname(path.resolve(file)));
    await writeWhole(file, async (part) => {
      const writer = await connect(part);
      try {
        await preparePragmas(writer, part);
        await migrate(writer, async () => undefined);
        await all(writer, 'insert into register (made_by) values (?)', [maker]);
      } finally {
        await close(writer);
      }
    });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (!/^E[A-Z]/.test(codeOf(error))) throw error;
    throw new DatabaseRefused('not_writable', file, { cause: error });
  }
}

/** Copies a consistent state of the open database to a new file, while others go on working; `look` sees the copy before it has its name. */
export async function copyDatabase(
  sqlite: sqlite3.Database,
  to: string,
  look: (copy: string) => Promise<void> = async () => undefined,
): Promise<void> {
  await writeWhole(to, async (part) => {
    await copyInto(sqlite, part);
    await look(part);
  });
}

/** An empty file is accepted as the target and keeps its mode. */
export async function copyInto(sqlite: sqlite3.Database, empty: string): Promise<void> {
  await all(sqlite, 'vacuum into ?', [empty]);
}

/** Never makes a file. */
export async function connect(file: string): Promise<sqlite3.Database> {
  const sqlite = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) =>
      error ? reject(error) : resolve(opened),
    );
  }).catch((error) => {
    throw new DatabaseRefused('not_writable', file, { cause: error });
  });
  sqlite.configure('busyTimeout', BUSY_MS);
  return sqlite;
}

async function preparePragmas(sqlite: sqlite3.Database, file: string): Promise<void> {
  try {
    await all(sqlite, 'pragma journal_mode = wal', []);
    await all(sqlite, 'pragma synchronous = full', []); // a commit survives a power cut
    await all(sqlite, 'pragma foreign_keys = on', []);
    await all(sqlite, 'pragma cache_size = -32000', []); // 32 MB at the most: a large import writes each page once
    await all(sqlite, 'select count(*) from sqlite_master', []);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'SQLITE_NOTADB') throw new DatabaseRefused('not_a_database', file, { cause: error });
    if (code === 'SQLITE_CORRUPT') throw new DatabaseRefused('damaged', file, { cause: error });
    if (isNoRoom(error)) throw new DatabaseRefused('no_room', file, { cause: error });
    if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
      throw new DatabaseRefused('not_writable', file, { cause: error });
    }
    throw error;
  }
}

async function freeName(wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!(await exists(name))) return name;
  }
}
