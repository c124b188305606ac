import pg from 'pg';
import sqlite3 from 'sqlite3';
import { isAddress } from '../../src/base/db/address.ts';
import { all, close } from '../../src/base/db/sqlite-dialect.ts';
import { SERVER } from './postgres.ts';

export type Outside = { run(words: string): Promise<unknown[]>; close(): Promise<void> };

/** A connection of no app of ours: what another program does with the register. */
export async function outside(place: string): Promise<Outside> {
  if (!isAddress(place)) {
    const file = new sqlite3.Database(place);
    return { run: (words) => all(file, words, []), close: () => close(file) };
  }
  const client = new pg.Client({ connectionString: place });
  await client.connect();
  return { run: async (words) => (await client.query(words)).rows, close: () => client.end() };
}

/** What it says so that nobody else may write, until it commits. */
export const HOLD = SERVER ? 'begin; select pg_advisory_xact_lock(5124738)' : 'begin immediate';

/** After these words nothing can be entered into a table, and after those it can. */
export const breaking = (table: string): string =>
  SERVER
    ? `create function broken() returns trigger language plpgsql as $$ begin raise exception 'the disk is broken'; end $$;
      create trigger broken before insert on ${table} for each row execute function broken()`
    : `create trigger broken before insert on ${table} begin select raise(abort, 'the disk is broken'); end`;
export const MEND = SERVER ? 'drop function broken cascade' : 'drop trigger broken';
export const BREAK = breaking('expense');
