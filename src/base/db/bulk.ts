import { type Expression, type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Schema } from './schema.ts';

// Many values travel as one parameter of JSON, which the database takes apart itself: an import spends its time on rows, not on
// placeholders. The two engines have other words for it.

type Value = string | number | null;

/** Inserts many rows in one statement; `same` is what they all have in common, by column. */
export async function insertMany(
  db: Kysely<Schema>,
  table: keyof Schema & string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
  same: Readonly<Record<string, Value>> = {},
): Promise<void> {
  if (rows.length === 0) return;
  const common = Object.entries(same);
  const names = [...columns, ...common.map(([name]) => name)].map((name) => sql.ref(name));
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    const objects = rows.map((row) => Object.fromEntries([...columns.map((name, i) => [name, row[i]]), ...common]));
    await sql`insert into ${sql.table(table)} (${sql.join(names)})
      select ${sql.join(names)} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(objects)})`.execute(
      db,
    );
    return;
  }
  const values = [...columns.map((_, i) => sql`value ->> ${sql.lit(i)}`), ...common.map(([, value]) => sql.val(value))];
  await sql`insert into ${sql.table(table)} (${sql.join(names)})
    select ${sql.join(values)} from jsonb_each(${JSON.stringify(rows)})`.execute(db);
}

const WORDS = '(select value from json_each(';
const IDS = '(select value + 0 from json_each(';
const DAYS = '(select value ->> 0, value ->> 1 from json_each(';

/** For `where(column, 'in', anyOf(words))`, however many there are. */
export const anyOf = (words: readonly string[]): Expression<string> =>
  sql<string>`${sql.raw(WORDS)}${JSON.stringify(words)}))`;

/** The same for ids. */
export const anyOfIds = (ids: readonly number[]): Expression<number> =>
  sql<number>`${sql.raw(IDS)}${JSON.stringify(ids)}))`;

/** For `where(refTuple(day, amount), 'in', anyOfDays(days))`: days with an amount each. */
export const anyOfDays = (
  days: readonly (readonly [day: string | null, won: number])[],
): Expression<[string, number]> => sql<[string, number]>`${sql.raw(DAYS)}${JSON.stringify(days)}))`;

/** What PostgreSQL says for the words above, and for those of like.ts. */
export const POSTGRES_WORDS: ReadonlyMap<string, string> = new Map([
  [WORDS, '(select value from jsonb_array_elements_text('],
  [IDS, '(select value::bigint from jsonb_array_elements_text('],
  [DAYS, '(select value ->> 0, (value ->> 1)::bigint from jsonb_array_elements('],
  [' like ', ' ilike '],
  ['instr(', 'strpos('],
]);
