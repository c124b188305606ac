import { z } from 'zod';
import type { Database } from '../../base/db/database.ts';
import type { Query } from '../query.ts';

/** How long a question can be gone on from. */
const MINUTES = 10;
const NAME = 'asked';

const Kept = z.object({
  at: z.string(),
  query: z.custom<Query>((value) => typeof value === 'object' && value !== null),
});

/** The question that somebody asked last, while it can still be gone on from. */
export async function findBefore(db: Database, userId: string, now: Date): Promise<Query | null> {
  const row = await db
    .selectFrom('person_setting')
    .select('value')
    .where('user_id', '=', userId)
    .where('name', '=', NAME)
    .executeTakeFirst();
  const kept = row ? Kept.safeParse(JSON.parse(row.value)) : null;
  if (!kept?.success) return null;
  const age = now.getTime() - new Date(kept.data.at).getTime();
  return age <= MINUTES * 60_000 ? kept.data.query : null;
}

export async function putBefore(db: Database, userId: string, query: Query, now: Date): Promise<void> {
  const value = JSON.stringify({ at: now.toISOString(), query });
  await db
    .insertInto('person_setting')
    .values({ user_id: userId, name: NAME, value })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ value }))
    .execute();
}
