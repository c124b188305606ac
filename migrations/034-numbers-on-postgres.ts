import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Records that people say by their number. */
const NUMBERED = ['expense', 'visit', 'council_contact', 'followup', 'import_file'];

/**
 * A sequence of PostgreSQL doesn't take back what a failed save had taken, nor what a form that came twice asked for: whoever checks
 * the records would look for those that were never there. So each insert goes on from the last record that is. One writes at a time, and
 * nothing of these is deleted, so that no number comes twice. SQLite numbers so by itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return;
  for (const table of NUMBERED) {
    await sql
      .raw(`create function number_${table}() returns trigger language plpgsql as $$
        begin
          perform setval(pg_get_serial_sequence('${table}', 'id'), coalesce(max(id), 1), max(id) is not null) from ${table};
          return null;
        end $$`)
      .execute(db);
    await sql
      .raw(`create trigger numbered before insert on ${table} for each statement execute function number_${table}()`)
      .execute(db);
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return;
  for (const table of NUMBERED) await sql.raw(`drop function number_${table} cascade`).execute(db);
}

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
