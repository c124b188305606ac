import { PostgresAdapter, sql } from 'kysely';
import { type Database, openDatabase } from '../../src/base/db/database.ts';

/** What must hold of any register, whatever happened to the process that wrote it. Empty when it does. */
export async function auditRegister(file: string): Promise<string[]> {
  return withRegister(file, async (db) => [
    ...(await integrityBreaches(db)),
    ...(await rowsOf(
      db,
      'records with the same form',
      sql`select form_key from expense where form_key is not null
      group by form_key having count(*) > 1`,
    )),
    ...(await rowsOf(
      db,
      'totals that are not the sum of their records',
      sql`
      with told as (select year, account, category, spent, count from expense_total where count <> 0 or spent <> 0),
        real as (select year, coalesce(account, ''), coalesce(category, ''), sum(amount), count(*)
          from expense where voided_at is null and coalesce(approval, '') <> 'refused' group by 1, 2, 3)
      select * from (select * from told except select * from real) as too_much union all
      select * from (select * from real except select * from told) as missing`,
    )),
    ...(await rowsOf(
      db,
      'entered records whose history does not begin exactly once',
      sql`
      select id from expense where origin = 'form' and 1 <>
        (select count(*) from history where noun = 'expense' and action = 'recorded' and record = cast(expense.id as text))`,
    )),
    ...(await rowsOf(
      db,
      'entries in the history of no record',
      sql`
      select record from history where noun = 'expense' and cast(record as integer) not in (select id from expense)`,
    )),
    ...(await rowsOf(
      db,
      'imports whose rows are not all there',
      sql`
      select id from import_file where imported <> (select count(*) from expense where import_id = import_file.id)
        or held <> (select count(*) from held_row where import_id = import_file.id)
        or rows <> imported + duplicates + held`,
    )),
  ]);
}

export async function withRegister<Result>(file: string, work: (db: Database) => Promise<Result>): Promise<Result> {
  const db = await openDatabase(file);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

async function integrityBreaches(db: Database): Promise<string[]> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return []; // the server holds them together itself
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
  const foreign = await sql`pragma foreign_key_check`.execute(db);
  return [
    ...rows.filter((row) => row.integrity_check !== 'ok').map((row) => `integrity: ${row.integrity_check}`),
    ...foreign.rows.map((row) => `a reference leads nowhere: ${JSON.stringify(row)}`),
  ];
}

async function rowsOf(db: Database, what: string, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(db);
  return rows.length === 0 ? [] : [`${what}: ${rows.length}, as ${JSON.stringify(rows[0])}`];
}
