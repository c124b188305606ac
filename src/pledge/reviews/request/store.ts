import type { Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { By } from '../../../register/versions.ts';
import { findPledge } from '../../store.ts';
import { type AnswererOf, change } from '../store.ts';

export type Request = { userId: string; channel: string | null; ts: string | null };

export async function findRequests(db: Database, roundId: number): Promise<Request[]> {
  const rows = await db.selectFrom('review_request').selectAll().where('round_id', '=', roundId).execute();
  return rows.map((row) => ({ userId: row.user_id, channel: row.channel, ts: row.ts }));
}

/** True for the one who may send this person's message; nobody else can until it is sent or released. */
export async function claimRequest(db: Database, roundId: number, userId: string): Promise<boolean> {
  const claimed = await db
    .updateTable('review_request')
    .set({ channel: '' })
    .where('round_id', '=', roundId)
    .where('user_id', '=', userId)
    .where('channel', 'is', null)
    .executeTakeFirst();
  return claimed.numUpdatedRows > 0n;
}

/** What could not be sent may be tried again; `userId` left out: what a stopped app left half done, too. */
export async function releaseRequest(db: Database, roundId: number, userId?: string): Promise<void> {
  await db
    .updateTable('review_request')
    .set({ channel: null })
    .where('round_id', '=', roundId)
    .where('ts', 'is', null)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
    .execute();
}

export async function markAsked(
  db: Database,
  roundId: number,
  { userId, channel, ts }: { userId: string; channel: string; ts: string },
): Promise<void> {
  await db
    .updateTable('review_request')
    .set({ channel, ts })
    .where('round_id', '=', roundId)
    .where('user_id', '=', userId)
    .execute();
}

/** Gives the pledges that nobody is asked for to the people who answer for them by now. Returns how many. */
export async function assignUnasked(db: Database, roundId: number, answererOf: AnswererOf, by: By): Promise<number> {
  return db.transaction().execute(async (db) => {
    const rows = await db
      .selectFrom('review_answer')
      .select('pledge_id')
      .where('round_id', '=', roundId)
      .where('asked', 'is', null)
      .execute();
    let assigned = 0;
    for (const { pledge_id } of rows) {
      const pledge = await findPledge(db, pledge_id);
      const person = pledge && answererOf(pledge);
      if (!pledge || !person) continue;
      await db
        .updateTable('review_answer')
        .set({ asked: person, department: pledge.department })
        .where('round_id', '=', roundId)
        .where('pledge_id', '=', pledge_id)
        .execute();
      await db
        .insertInto('review_request')
        .values({ round_id: roundId, user_id: person, channel: null, ts: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      assigned++;
    }
    if (assigned > 0) {
      await insertHistory(db, { ...change(by, roundId), action: 'assigned', before: null, after: { assigned } });
    }
    return assigned;
  });
}
