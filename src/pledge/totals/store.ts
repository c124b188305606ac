import type { Selectable } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import { isStatus } from '../../vocabulary/pledge.ts';
import type { Total } from '../state.ts';

/** What the pledges in force add up to, of all terms or one; triggers keep it (migrations/035-found-and-counted.ts). */
export async function findTotals(db: Database, term?: number): Promise<Total[]> {
  const rows = await db
    .selectFrom('pledge_total')
    .selectAll()
    .where('pledges', '>', 0)
    .$if(term !== undefined, (query) => query.where('term', '=', term ?? 0))
    .orderBy('term', 'desc')
    .orderBy('type')
    .execute();
  return rows.map(toTotal);
}

const toTotal = (row: Selectable<Schema['pledge_total']>): Total => ({
  term: row.term,
  type: row.type,
  field: row.field || null,
  department: row.department || null,
  status: isStatus(row.status) ? row.status : null,
  pledges: row.pledges,
  samples: row.samples,
  progress: { sum: row.progress, of: row.stated },
  secured: {
    won: row.secured_won,
    budget: row.secured_budget,
    of: row.secured_of,
  },
  spent: { won: row.spent_won, budget: row.spent_budget, of: row.spent_of },
});

/** The terms that have pledges, the latest first. */
export async function findTerms(db: Database): Promise<number[]> {
  const rows = await db
    .selectFrom('pledge_total')
    .select('term')
    .distinct()
    .where('pledges', '>', 0)
    .orderBy('term', 'desc')
    .execute();
  return rows.map(({ term }) => term);
}

/** The types that pledges of all terms, or of one, say beside the known ones: the latest term's first, as they were entered. */
export async function findOtherTypes(db: Database, known: readonly string[], term?: number): Promise<string[]> {
  const said = (await findTotals(db, term)).map(({ type }) => type);
  const others = new Set(said.filter((type) => !known.includes(type)));
  if (others.size < 2) return [...others];
  const rows = await db
    .selectFrom('pledge')
    .select((eb) => ['term', 'type', eb.fn.min('id').as('first')])
    .where('voided_at', 'is', null)
    .$if(term !== undefined, (query) => query.where('term', '=', term ?? 0))
    .where('type', 'in', [...others])
    .groupBy(['term', 'type'])
    .orderBy('term', 'desc')
    .orderBy('first')
    .execute();
  return [...new Set(rows.map(({ type }) => type))];
}
