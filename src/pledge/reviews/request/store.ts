import type { Database } from '../../../base/db/database.ts';
import type { Entry } from '../../../outbox/rules.ts';
import { putEntries } from '../../../outbox/store.ts';

/** The kind of message that asks somebody for their pledges in a round. */
export const REQUEST = 'pledge_request';

export const requestKey = (roundId: number, userId: string): string => `${REQUEST}:${roundId}:${userId}`;

/** Who is asked in a round. */
export async function findRequests(db: Database, roundId: number): Promise<string[]> {
  const rows = await db.selectFrom('review_request').select('user_id').where('round_id', '=', roundId).execute();
  return rows.map((row) => row.user_id);
}

/** Has somebody asked in a round, once. Called in the transaction that decides it. */
export async function insertRequest(db: Database, roundId: number, userId: string, at: Date): Promise<void> {
  await db
    .insertInto('review_request')
    .values({ round_id: roundId, user_id: userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const about = { kind: REQUEST, recipient: userId, subject: { id: roundId } };
  const entry: Entry = { key: requestKey(roundId, userId), ...about, dueAt: at, expiresAt: null };
  await putEntries(db, [entry], at);
}
