import type { Database } from '../../base/db/database.ts';
import { isStatus, type Status } from '../../vocabulary/pledge.ts';

/** When this person first changed a record; what they chose for themselves is none. */
export async function findFirstRecord(db: Database, userId: string): Promise<string | null> {
  const changes = db.selectFrom('history').select('at').where('actor', '=', userId);
  return (await changes.orderBy('id').limit(1).executeTakeFirst())?.at ?? null;
}

/** What of this person's is due that day and still owed, with the count of all. */
export async function findDueOn(
  db: Database,
  owner: string,
  day: string,
  limit: number,
): Promise<{ due: { id: number; title: string }[]; count: number }> {
  const all = db
    .selectFrom('followup')
    .where('open', '=', 1)
    .where('owner', '=', owner)
    .where('sort_due', '=', day)
    .where('voided_at', 'is', null);
  const due = await all.select(['id', 'title']).orderBy('id').limit(limit).execute();
  if (due.length < limit) return { due, count: due.length };
  const { count } = await all.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { due, count };
}

/** Visits in somebody's charge that ended in those days and have no result, the oldest first. */
export async function findWithoutResult(
  db: Database,
  owner: string,
  days: { from: string; to: string },
): Promise<{ id: number; title: string; startsOn: string }[]> {
  const rows = await db
    .selectFrom('visit')
    .select(['id', 'title', 'starts_on'])
    .where('starts_on', '>=', days.from)
    .where('starts_on', '<=', days.to)
    .where('ends_on', '<=', days.to)
    .where('owner', '=', owner)
    .where('cancelled_at', 'is', null)
    .where('summary', 'is', null)
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, title: row.title, startsOn: row.starts_on }));
}

export type PledgeCount = { term: number; status: Status | null; count: number };

/** How many pledges in force stand where, in each term. */
export async function countPledges(db: Database): Promise<PledgeCount[]> {
  const rows = await db
    .selectFrom('pledge_total')
    .select((eb) => ['term', 'status', eb.fn.sum<number>('pledges').as('count')])
    .where('pledges', '>', 0)
    .groupBy(['term', 'status'])
    .execute();
  return rows.map(({ term, status, count }) => ({ term, status: isStatus(status) ? status : null, count }));
}

export async function countOpenProposals(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('pledge_proposal')
    .innerJoin('pledge', 'pledge.id', 'pledge_proposal.pledge_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('pledge_proposal.state', '=', 'open')
    .where('pledge.voided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
