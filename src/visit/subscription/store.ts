import { randomBytes } from 'node:crypto';
import type { Database } from '../../base/db/database.ts';
import { findPerson } from '../../people/store.ts';
import type { Person } from '../../vocabulary/person.ts';

/** Where a person's own key to the calendar is kept. */
const NAME = 'calendar';

/** What stands in the address: 256 bits that nobody can guess. */
const newKey = (): string => randomBytes(32).toString('base64url');

/** A person's own key; the first time it is made. */
export async function findKey(db: Database, userId: string): Promise<string> {
  await db
    .insertInto('person_setting')
    .values({ user_id: userId, name: NAME, value: newKey() })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doNothing())
    .execute();
  const { value } = await db
    .selectFrom('person_setting')
    .select('value')
    .where('user_id', '=', userId)
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return value;
}

/** A new key in the old one's place, which opens nothing any more. */
export async function renewKey(db: Database, userId: string): Promise<string> {
  const value = newKey();
  await db
    .insertInto('person_setting')
    .values({ user_id: userId, name: NAME, value })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ value }))
    .execute();
  return value;
}

/** Whose key it is, as long as they are of the office. */
export async function findSubscriber(db: Database, key: string): Promise<Person | null> {
  const row = await db
    .selectFrom('person_setting')
    .select('user_id')
    .where('name', '=', NAME)
    .where('value', '=', key)
    .executeTakeFirst();
  return row ? findPerson(db, row.user_id) : null;
}
