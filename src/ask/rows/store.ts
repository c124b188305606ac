import { sql } from 'kysely';
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
  const { measure, order, most } = query;
  const value = facts.value ?? sql<number>`0`;
  const day = facts.day ?? sql<string | null>`null`;
  const still = measure === 'next' ? sql`and ${day} >= ${today}` : sql``;
  const ahead = measure === 'next' || measure === 'first' || query.filters.state === 'overdue';
  const sorting = order
    ? sql`${value} ${order === 'least' ? sql`asc` : sql`desc`} nulls last`
    : facts.day && sql`${facts.day} ${ahead ? sql`asc` : sql`desc`} nulls last`;
  const one = measure === 'first' || measure === 'last' || measure === 'next';
  const about = Object.entries(facts.about ?? {}) as [About, Condition][];
  const said = about.map(([name, column]) => sql`, ${column} as ${sql.ref(`about_${name}`)}`);
  const { rows } = await sql<Record<string, unknown> & RowOf>`
    select ${facts.record} as record, ${facts.title} as title, ${day} as day, ${value} as value${sql.join(said, sql``)}
    from ${facts.from} where ${where} ${still} order by ${sorting ? sql`${sorting}, ` : sql``}${facts.id} limit ${most ?? (one ? 1 : SHOWN)}`.execute(
    db,
  );
  return rows.map(({ record, title, day, value, ...others }) => ({
    label: title,
    value: Number(value ?? 0),
    ...(record === null ? {} : { record }),
    day,
    ...(rows.length > FEW
      ? {}
      : {
          about: about.flatMap(([name]): [About, string][] => saidOf(name, others[`about_${name}`])),
        }),
  }));
}

type RowOf = {
  record: string | null;
  title: string | null;
  day: string | null;
  value: number | null;
};

const saidOf = (name: About, value: unknown): [About, string][] =>
  value === null || value === undefined || value === '' ? [] : [[name, String(value)]];
