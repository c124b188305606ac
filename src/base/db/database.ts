import type { Kysely } from 'kysely';
import { isAddress } from './address.ts';
import type { Opener } from './checks.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite-file.ts';

/** The register, on either engine. What only one of them knows stays in this folder. */
export type Database = Kysely<Schema>;

/** The register itself, whoever looks on while it is read (slack/seen/watch.ts): what is kept of it in memory is kept by this. */
export const registerOf = (db: Database): object => db.getExecutor().adapter;

/** Does all of it or nothing: in the transaction it is handed, or in one of its own. */
export const atOnce = <Result>(db: Database, work: (db: Database) => Promise<Result>): Promise<Result> =>
  db.isTransaction ? work(db) : db.transaction().execute(work);

/**
 * Opens a SQLite file, or a PostgreSQL database by its address, and brings its tables up to date. Throws DatabaseRefused rather
 * than touch what it does not understand.
 */
export async function openDatabase(place: string, by: Opener = 'terminal'): Promise<Database> {
  if (!isAddress(place)) return openSqlite(place, by);
  const { openPostgres } = await import('./postgres.ts'); // most registers are files, and start without what knows servers
  return openPostgres(place, by);
}
