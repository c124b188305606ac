import type { Database } from '../../base/db/database.ts';
import type { Person, Role } from '../../vocabulary/person.ts';
import { isRole } from '../../vocabulary/person.ts';
import { insertHistory } from '../history/store.ts';
import { isAdministrator } from '../rules.ts';
import { type By, findAdministrators, findPerson, markRemoved } from '../store.ts';

/**
 * Takes off the list whose account Slack has deactivated; the last administrator stays on it (`kept`). Null for who is not on it.
 * Called in the transaction that says who is told.
 */
export async function removeDeactivated(
  db: Database,
  userId: string,
  by: By,
): Promise<{ person: Person; kept: boolean } | null> {
  const person = await findPerson(db, userId);
  if (!person) return null;
  const kept = isAdministrator(person) && (await findAdministrators(db)).length <= 1;
  if (!kept) await markRemoved(db, person, 'deactivated', by);
  return { person, kept };
}

/** Notes that the account of who was taken off the list for it is in use again: false when it was not, or is noted already. */
export async function noteReturned(db: Database, userId: string, by: By): Promise<boolean> {
  if ((await findPerson(db, userId)) || !(await findDeactivated(db, userId))) return false;
  const change = { ...by, noun: 'person', record: userId, action: 'returned', before: null, after: null };
  await insertHistory(db, change);
  return true;
}

/** What somebody was when the last deactivation took them off the list. */
export async function findRoleBefore(db: Database, userId: string): Promise<Role> {
  const row = await db
    .selectFrom('history')
    .select('before')
    .where('noun', '=', 'person')
    .where('record', '=', userId)
    .where('action', '=', 'deactivated')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { role } = JSON.parse(row?.before ?? '{}') as { role?: unknown };
  return isRole(role) ? role : 'member';
}

/** Whether a deactivation is the last thing that happened to somebody's place on the list. */
async function findDeactivated(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('history')
    .select('action')
    .where('noun', '=', 'person')
    .where('record', '=', userId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.action === 'deactivated';
}

/** Whose account Slack was last asked about before then: people of the list, and who was taken off it for a deactivation. */
export async function findUnasked(db: Database, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('user_id')
    .where((eb) => eb(eb.fn.coalesce('account_asked_at', 'added_at'), '<=', before.toISOString()))
    .where((eb) =>
      eb.or([
        eb('removed_at', 'is', null),
        eb.exists(
          eb
            .selectFrom('history')
            .select('history.id')
            .where('noun', '=', 'person')
            .where('action', '=', 'deactivated')
            .whereRef('record', '=', 'person.user_id')
            .whereRef('at', '=', 'person.removed_at'),
        ),
      ]),
    )
    .orderBy((eb) => eb.fn.coalesce('account_asked_at', 'added_at'))
    .orderBy('user_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.user_id);
}

export async function markAsked(db: Database, userId: string, at: Date): Promise<void> {
  await db.updateTable('person').set({ account_asked_at: at.toISOString() }).where('user_id', '=', userId).execute();
}
