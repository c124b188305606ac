import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { About, Asking, Condition, Facts } from '../facts/facts.ts';
import type { Query } from '../query.ts';

/** `label` is as it is kept: a name, a code, `201608`; null where nothing is said. */
export type Row = {
  label: string | null;
  value: number;
  record?: string;
  day?: string | null;
  /** What a record says of itself where few are shown. */
  about?: [About, string][];
};
/** How many rows an answer shows. */
export const SHOWN = 10;
/** So many can say more of themselves. */
const FEW = 3;

/** The first records of a query, in its order. */
export async function findRows(
  db: Database,
  facts: Facts,
  query: Query,
  where: Condition,
  { today }: Asking,
): Promise<Row[]> {
  const { measure, order, most, shown } = query;
  const value = facts.value ?? sql<number>`0`;
  const day = facts.day ?? sql<string | null>`null`;
  const still = measure === 'next' ? sql`and ${day} >= ${today}` : sql``;
  const ahead = measure === 'next' || measure === 'first' || query.filters.state === 'overdue';
  const sorting = order
    ? sql`${value} ${order === 'least' ? sql`asc` : sql`desc`} nulls last`
    : facts.day && sql`${facts.day} ${ahead ? sql`asc` : sql`desc`} nulls last`;
  const one = measure === 'first' || measure === 'last' || measure === 'next';
  const { rows } = await sql<RowOf>`
    select ${facts.id} as id, ${facts.record} as record, ${facts.title} as title, ${day} as day, ${value} as value${named(facts.titled)}
    from ${facts.from} where ${where} ${still} order by ${sorting ? sql`${sorting}, ` : sql``}${facts.id} limit ${most ?? (one ? 1 : SHOWN)}`.execute(
    db,
  );
  const asked = rows.length <= FEW ? facts.about : shown && { [shown]: facts.about?.[shown as About] };
  const few = rows.length > 0 && asked ? await findSaid(db, { ...facts, about: asked }, rows) : null;
  return rows.map(({ id, record, title, day, value }) => ({
    label: title,
    value: Number(value ?? 0),
    ...(record === null ? {} : { record }),
    day,
    ...(few ? { about: few.get(id) ?? [] } : {}),
  }));
}

/** So that whoever looks somebody up leaves an access record, also where only a figure is shown. */
export async function lookThrough(db: Database, facts: Facts, where: Condition): Promise<void> {
  if (!facts.lookedThrough) return;
  await sql`select ${facts.id} as id${named(facts.lookedThrough)} from ${facts.from} where ${where} limit ${MOST_LOOKED_UP}`.execute(
    db,
  );
}

const MOST_LOOKED_UP = 100;

const named = (columns: Readonly<Record<string, RawBuilder<unknown>>> = {}) =>
  sql.join(
    Object.entries(columns).map(([name, column]) => sql`, ${column} as ${sql.ref(name)}`),
    sql``,
  );

/** Read only where it is shown, under its own name: whoever reads `attendees` leaves an access record. */
async function findSaid(
  db: Database,
  facts: Facts,
  rows: readonly RowOf[],
): Promise<Map<RowOf['id'], [About, string][]>> {
  const about = Object.entries(facts.about ?? {}) as [About, Condition][];
  if (about.length === 0) return new Map();
  const ids = sql.join(rows.map(({ id }) => sql`${id}`));
  const said = await sql<Record<string, unknown> & Pick<RowOf, 'id'>>`
    select ${facts.id} as id${named(facts.about)} from ${facts.from} where ${facts.id} in (${ids})`.execute(db);
  return new Map(said.rows.map((row) => [row.id, about.flatMap(([name]) => saidOf(name, row[name]))]));
}

type RowOf = {
  id: string | number;
  record: string | null;
  title: string | null;
  day: string | null;
  value: number | null;
};

const saidOf = (name: About, value: unknown): [About, string][] =>
  value === null || value === undefined || value === '' ? [] : [[name, String(value)]];
