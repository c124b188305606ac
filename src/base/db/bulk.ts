import { type Expression, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';

// Many values travel as one parameter of JSON, which SQLite takes apart itself: an import spends its time on rows, not on
// placeholders. Another engine has its own way to do the same (PostgreSQL: json_populate_recordset), so it stands here.

type Value = string | number | null;

/** Inserts many rows in one statement; `same` is what they all have in common, by column. */
export async function insertMany(
  db: Database,
  table: keyof Schema & string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  same: Readonly<Record<string, Value>> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const names = [...columns, ...Object.keys(same)].map((name) => sql.ref(name));
  const values = [...columns.map((_, i) => sql`value ->> ${sql.lit(i)}`), ...Object.values(same).map(sql.val)];
  await sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(values)} from jsonb_each(${JSON.stringify(rows)})`.execute(db);
}

/** For `where(column, 'in', anyOf(words))`, however many there are. */
export const anyOf = (words: readonly string[]): Expression<string> =>
  sql<string>`(select value from json_each(${JSON.stringify(words)}))`;

/** The same for ids. */
export const anyOfIds = (ids: readonly number[]): Expression<number> =>
  sql<number>`(select value from json_each(${JSON.stringify(ids)}))`;
