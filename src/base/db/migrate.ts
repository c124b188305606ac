import { promises as fs } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import type sqlite3 from 'sqlite3';
import type { Schema } from './schema.ts';
import { all, sqliteDialect } from './sqlite-dialect.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../../migrations');

/** The migrations that have run on this database, in order. */
export async function ranMigrations(sqlite: sqlite3.Database): Promise<string[]> {
  const tables = await all<{ name: string }>(sqlite, "select name from sqlite_master where type = 'table'", []);
  if (!tables.some((table) => table.name === 'kysely_migration')) return [];
  const rows = await all<{ name: string }>(sqlite, 'select name from kysely_migration order by name', []);
  return rows.map((row) => row.name);
}

/** Those that this version of the app has. */
export async function knownMigrations(): Promise<string[]> {
  const files = await fs.readdir(MIGRATIONS);
  return files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'))
    .sort();
}

/** Brings the tables up to date; `before` is told the first of the migrations that are to run on a database that has some. */
export async function migrate(writer: sqlite3.Database, before: (next: string) => Promise<void>): Promise<void> {
  const ran = await ranMigrations(writer);
  const next = (await knownMigrations()).find((name) => !ran.includes(name));
  if (!next) return;
  if (ran.length > 0) await before(next);
  // One connection serves reads and writes here: a migration reads what it has just written.
  await migrateAll(new Kysely<Schema>({ dialect: sqliteDialect({ writer, readers: [writer] }) }));
}

/** Runs what has not run, in one transaction; processes that do so at the same moment do it once. */
export async function migrateAll(db: Kysely<Schema>): Promise<void> {
  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder: MIGRATIONS,
    import: (migration) => import(pathToFileURL(migration).href),
  });
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
