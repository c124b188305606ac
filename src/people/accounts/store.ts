import type { Database } from '../../base/db/database.ts';
import type { Person, Role } from '../../vocabulary/person.ts';
import { isRole } from '../../vocabulary/person.ts';
import { insertHistory } from '../history/store.ts';
import { isAdministrator, isManager } from '../rules.ts';
import { type By, findAdministrators, findPeople, findPerson, markRemoved } from '../store.ts';

/**
 * Takes off the list whose account Slack has deactivated; the last administrator stays on it (`kept`), as one who has none (`findGone`).
 * Null for who is not on it.
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
  else if (!(await isDeactivated(db, userId))) {
    const change = { ...by, noun: 'person', record: userId, action: 'deactivated', before: person, after: person };
    await insertHistory(db, change);
  }
  return { person, kept };
}

/** Notes that a deactivated account is in use again. True for who was taken off the list for it, once. */
export async function noteReturned(db: Database, userId: string, by: By): Promise<boolean> {
  if (!(await isDeactivated(db, userId))) return false;
  const change = { ...by, noun: 'person', record: userId, action: 'returned', before: null, after: null };
  await insertHistory(db, change);
  return (await findPerson(db, userId)) === null;
}

/** Who is on the list without an account: nobody can write to them, and they decide nothing. */
export async function findGone(db: Database, people: readonly Person[]): Promise<Set<string>> {
  const gone = new Set<string>();
  // Nobody else is kept without one.
  for (const { userId } of people.filter(isAdministrator)) if (await isDeactivated(db, userId)) gone.add(userId);
  return gone;
}

/** Whom something of the office can be told or asked. */
export async function findWithinReach(db: Database): Promise<Person[]> {
  const people = await findPeople(db);
  const gone = await findGone(db, people);
  return people.filter(({ userId }) => !gone.has(userId));
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

/** Who hears of what has to be seen to: the administrators; where none can be reached, the managers. */
export async function findWhoSeesToIt(db: Database): Promise<Person[]> {
  const people = await findWithinReach(db);
  const administrators = people.filter(isAdministrator);
  return administrators.length > 0 ? administrators : people.filter(isManager);
}

/** Whether a deactivation is the last that was heard of somebody's account. */
async function isDeactivated(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('history')
    .select('action')
    .where('noun', '=', 'person')
    .where('record', '=', userId)
    .where('action', 'in', ['added', 'removed', 'deactivated', 'returned'])
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
