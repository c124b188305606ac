import { sql } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

/**
 * Inserts many rows in one statement with one parameter: an import spends its time on rows, not on placeholders. The
 * rows travel as JSON, which SQLite takes apart itself; another engine has its own way to do the same (PostgreSQL:
 * json_populate_recordset), so it stands here.
 */
export async function insertMany(
  db: Database,
  table: keyof Schema & string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = columns.map((_, i) => sql`value ->> ${sql.lit(i)}`);
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from json_each(${JSON.stringify(rows)})`.execute(db);
}
