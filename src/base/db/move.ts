import { createHash } from 'node:crypto';
import { type Kysely, PostgresAdapter, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** A table with its number of rows, what they add up to as text, and the number it gave last: the same on both engines. */
export type TableSum = { table: string; rows: number; sum: string; last: number | null };

type Any = Kysely<Record<string, Record<string, unknown>>>;
type Table = { name: string; key: string[]; numbered: boolean };

/** Rows that travel in one statement: PostgreSQL takes 65,535 values. */
const AT_ONCE = 500;

/** The sum of every table, in the order in which rows may refer to each other. Both engines are asked alike, in one state. */
export const sumsOf = (db: Kysely<Schema>, tables: readonly Table[]): Promise<TableSum[]> =>
  inOneState(db, async (db) => {
    const sums: TableSum[] = [];
    for (const table of tables) {
      const sum = createHash('sha256');
      let rows = 0;
      for await (const row of read(db, table)) {
        rows++;
        sum.update(`${JSON.stringify(told(row))}\n`);
      }
      sums.push({ table: table.name, rows, sum: sum.digest('hex'), last: await lastNumber(db, table) });
    }
    return sums;
  });

/** What other tables add up to: the triggers of a new register count what comes into it. */
const KEPT_BY_TRIGGERS = ['pledge_total'];

/** The tables of a SQLite register, those first that others refer to. */
export async function tablesOf(from: Kysely<Schema>): Promise<Table[]> {
  const { rows } = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'
      and name not like 'search\\_%' escape '\\' and name not in (${sql.join(KEPT_BY_TRIGGERS)})
    order by name`.execute(from);
  const waiting = new Map<string, { table: Table; needs: string[] }>();
  for (const { name, sql: words } of rows) {
    const columns = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(
      from,
    );
    const needs = await sql<{ table: string }>`select distinct "table" from pragma_foreign_key_list(${name})`.execute(
      from,
    );
    const keys = columns.rows.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const key = (keys.length > 0 ? keys : columns.rows).map((column) => column.name);
    const table = { name, key, numbered: /autoincrement/i.test(words) };
    waiting.set(name, { table, needs: needs.rows.map((it) => it.table).filter((it) => it !== name) });
  }
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    for (const [name, { table, needs }] of waiting) {
      if (needs.some((it) => waiting.has(it))) continue;
      ordered.push(table);
      waiting.delete(name);
    }
  }
  return ordered;
}

/** Whether nobody has entered anything there: what a new register has by itself does not count. */
export async function isUnused(to: Kysely<Schema>): Promise<boolean> {
  for (const table of ['person', 'history', 'expense', 'import_file', 'outbox'] as const) {
    if (await to.selectFrom(table).select(sql`1`.as('one')).limit(1).executeTakeFirst()) return false;
  }
  return true;
}

/**
 * Copies everything into a database on a server, all of it or nothing, and makes both number the next record alike. `files` brings the
 * receipts' bytes, which have a table there.
 */
export async function copyAll(
  from: Kysely<Schema>,
  to: Kysely<Schema>,
  tables: readonly Table[],
  files: AsyncIterable<{ name: string; bytes: Uint8Array }>,
): Promise<void> {
  await inOneState(from, (from) =>
    to.transaction().execute(async (to) => {
      for (const { name } of tables.toReversed()) await (to as unknown as Any).deleteFrom(name).execute();
      for (const table of tables) {
        let rows: Record<string, unknown>[] = [];
        const flush = async () => {
          if (rows.length > 0) await (to as unknown as Any).insertInto(table.name).values(rows).execute();
          rows = [];
        };
        for await (const row of read(from, table)) {
          if (rows.push(row) === AT_ONCE) await flush();
        }
        await flush();
        if (table.numbered) await numberAlike(from, to, table.name);
      }
      for await (const file of files) await to.insertInto('receipt_file').values(file).execute();
    }),
  );
}

async function numberAlike(from: Kysely<Schema>, to: Kysely<Schema>, table: string): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(from);
  const last = rows[0]?.seq ?? 0;
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${Math.max(1, last)}::bigint, ${last > 0}::boolean)`.execute(
    to,
  );
}

/** The number that a table gave last; null where it gave none. */
async function lastNumber(db: Kysely<Schema>, { name, numbered }: Table): Promise<number | null> {
  if (!numbered) return null;
  const isServer = db.getExecutor().adapter instanceof PostgresAdapter;
  const { rows } = isServer
    ? await sql<{ last: number | null }>`
        select pg_sequence_last_value(pg_get_serial_sequence(${name}, 'id')::regclass) as last`.execute(db)
    : await sql<{ last: number | null }>`select seq as last from sqlite_sequence where name = ${name}`.execute(db);
  return rows[0]?.last || null;
}

const inOneState = <Result>(db: Kysely<Schema>, work: (db: Kysely<Schema>) => Promise<Result>): Promise<Result> =>
  db.transaction().setAccessMode('read only').execute(work);

const read = (db: Kysely<Schema>, { name, key }: Table): AsyncIterableIterator<Record<string, unknown>> => {
  let query = (db as unknown as Any).selectFrom(name).selectAll();
  for (const column of key) query = query.orderBy(column);
  return query.stream(AT_ONCE);
};

/** Columns by name, so that their order says nothing; bytes as their sum. */
const told = (row: Record<string, unknown>): [string, unknown][] =>
  Object.entries(row)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [
      name,
      value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
    ]);
