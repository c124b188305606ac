import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import sqlite3 from 'sqlite3';
import type { OpenRefusal } from '../../vocabulary/database.ts';
import type { Schema } from './schema.ts';
import { all, close, sqliteDialect } from './sqlite-dialect.ts';

export type Database = Kysely<Schema>;

/** Does all of it or nothing: in the transaction it is handed, or in one of its own. */
export const atOnce = <Result>(db: Database, work: (db: Database) => Promise<Result>): Promise<Result> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

/** Why a database file can't be used; worded in text/ for the person who starts the app. */
export class DatabaseRefused extends Error {
  readonly refusal: OpenRefusal;
  readonly file: string;

  constructor(refusal: OpenRefusal, file: string, cause?: unknown) {
    super(`${refusal}: ${file}`, { cause });
    this.refusal = refusal;
    this.file = file;
  }
}

const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations');
/** Migrations were numbered anew once. A database of the numbers before is read, last, by this commit. */
export const LAST_TO_READ_OLD_NUMBERS = 'af0380e';
const FIRST_OF_OLD_NUMBERS = '001-people';
const READERS = 3; // libuv has four threads for SQLite: one is left to the writer
const BUSY_MS = 10_000; // how long to wait for another process (an import in a terminal) that holds the write lock

/**
 * Opens the file, creating it and its folder for this user only, and brings its tables up to date, after a copy
 * beside it if there was anything to lose. Throws DatabaseRefused rather than touch a file it does not understand.
 */
export async function openDatabase(file: string): Promise<Database> {
  await createPrivately(file);
  const writer = await connect(file);
  const readers: sqlite3.Database[] = [];
  try {
    await preparePragmas(writer, file);
    await refuseNewer(writer, file);
    await migrate(writer, file);
    for (let i = 0; i < READERS; i++) {
      const reader = await connect(file);
      readers.push(reader);
      await all(reader, 'pragma query_only = on', []);
    }
  } catch (error) {
    for (const sqlite of [...readers, writer]) await close(sqlite).catch(() => undefined);
    throw error;
  }
  const db: Database = new Kysely({ dialect: sqliteDialect({ writer, readers }) });
  await db.connection().execute(async () => undefined); // Kysely closes only what it has used
  return db;
}

/** Copies a consistent state of the open database to a new file, while others go on working. */
export async function copyDatabase(sqlite: sqlite3.Database, to: string): Promise<void> {
  const handle = await fs.open(to, 'wx', 0o600);
  await handle.close();
  await all(sqlite, 'vacuum into ?', [to]); // an empty file is accepted as the target and keeps its mode
}

export async function connect(file: string): Promise<sqlite3.Database> {
  const sqlite = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opened)));
  }).catch((error) => {
    throw new DatabaseRefused('not_writable', file, error);
  });
  sqlite.configure('busyTimeout', BUSY_MS);
  return sqlite;
}

async function createPrivately(file: string): Promise<void> {
  try {
    await makeFolder(path.dirname(path.resolve(file)));
    await (await fs.open(file, 'a', 0o600)).close();
    await fs.access(path.dirname(file), constants.W_OK); // SQLite needs room beside the file for its journal
  } catch (error) {
    throw new DatabaseRefused('not_writable', file, error);
  }
}

/** One folder after the other: Node's own `recursive` never ends where a folder can't be made, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  const exists = await fs.stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (exists) return;
  if (path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await fs.mkdir(folder, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error; // another process was faster
  });
}

async function preparePragmas(sqlite: sqlite3.Database, file: string): Promise<void> {
  try {
    await all(sqlite, 'pragma journal_mode = wal', []);
    await all(sqlite, 'pragma synchronous = full', []); // a commit survives a power cut
    await all(sqlite, 'pragma foreign_keys = on', []);
    await all(sqlite, 'pragma cache_size = -32000', []); // 32 MB at the most: a large import writes each page once
    await all(sqlite, 'select count(*) from sqlite_master', []);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'SQLITE_NOTADB') throw new DatabaseRefused('not_a_database', file, error);
    if (code === 'SQLITE_CORRUPT') throw new DatabaseRefused('damaged', file, error);
    if (code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
      throw new DatabaseRefused('not_writable', file, error);
    }
    throw error;
  }
}

async function ranMigrations(sqlite: sqlite3.Database): Promise<string[]> {
  const tables = await all<{ name: string }>(sqlite, "select name from sqlite_master where type = 'table'", []);
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await all<{ name: string }>(sqlite, 'select name from kysely_migration order by name', []);
  return rows.map((row) => row.name);
}

async function knownMigrations(): Promise<string[]> {
  const files = await fs.readdir(MIGRATIONS);
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'))
    .sort();
}

/** Refuses a database that a newer version made, one of the numbering before, and one that belongs to some other program. */
export async function refuseNewer(sqlite: sqlite3.Database, file: string): Promise<void> {
  const known = await knownMigrations();
  await all(sqlite, 'begin', []); // one state throughout: another process may be creating the tables at this moment
  try {
    const ran = await ranMigrations(sqlite);
    if (ran.includes(FIRST_OF_OLD_NUMBERS)) throw new DatabaseRefused('old_numbering', file);
    if (ran.some((name) => !known.includes(name))) throw new DatabaseRefused('newer_than_app', file);
    // A process that was killed while it created them leaves the migrator's own tables, empty.
    const theirs = "select name from sqlite_master where name not like 'sqlite_%' and name not like 'kysely_%'";
    const tables = await all(sqlite, theirs, []);
    if (ran.length === 0 && tables.length > 0) throw new DatabaseRefused('not_a_database', file);
  } finally {
    await all(sqlite, 'commit', []);
  }
}

async function migrate(writer: sqlite3.Database, file: string): Promise<void> {
  const ran = await ranMigrations(writer);
  const next = (await knownMigrations()).find((name) => !ran.includes(name));
  if (!next) return;
  if (ran.length > 0) await copyDatabase(writer, await freeName(`${file}.before-${next}`));

  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder: MIGRATIONS,
    import: (migration) => import(pathToFileURL(migration).href),
  });
  // One connection serves reads and writes here: a migration reads what it has just written.
  const db: Database = new Kysely({ dialect: sqliteDialect({ writer, readers: [writer] }) });
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}

async function freeName(wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = await fs.access(name).then(
      () => true,
      () => false,
    );
    if (!taken) return name;
  }
}
