import { atOnce, type Database } from '../base/db/database.ts';
import type { PersonRow } from '../base/db/schema/people.ts';
import type { Language } from '../vocabulary/language.ts';
import type { Person } from '../vocabulary/person.ts';
import { isRole, type Role, type RoleRefusal } from '../vocabulary/person.ts';
import { insertHistory } from './history/store.ts';
import { refuseRoleChange } from './rules.ts';

export type By = { actor: string; at: Date };

export async function findPerson(db: Database, userId: string): Promise<Person | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return row ? toPerson(row) : null;
}

export async function findPeople(db: Database): Promise<Person[]> {
  const rows = await db.selectFrom('person').selectAll().where('removed_at', 'is', null).orderBy('name').execute();
  return rows.map(toPerson);
}

/** Names by user id, also of people who have left: a record keeps who made it. */
export async function findNames(db: Database, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['user_id', 'name']).where('user_id', 'in', userIds).execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}

export async function findAdministrators(db: Database): Promise<Person[]> {
  return (await findPeople(db)).filter((person) => person.role === 'administrator');
}

/** Adds someone or changes their role; adding again someone who was removed brings them back. */
export async function putPerson(db: Database, person: Person, by: By): Promise<void> {
  await atOnce(db, (db) => putPersonWithin(db, person, by));
}

async function putPersonWithin(db: Database, person: Person, by: By): Promise<void> {
  const before = await findPerson(db, person.userId);
  const row = { name: person.name, role: person.role, language: person.language };
  await db
    .insertInto('person')
    .values({ user_id: person.userId, ...row, added_at: by.at.toISOString(), removed_at: null })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...row, removed_at: null }))
    .execute();
  await db.deleteFrom('access_request').where('user_id', '=', person.userId).execute();
  // The same form sent again says nothing new.
  if (before && before.role === row.role && before.name === row.name && before.language === row.language) return;
  await insertHistory(db, {
    ...by,
    noun: 'person',
    record: person.userId,
    action: before ? 'changed' : 'added',
    before,
    after: person,
  });
}

/**
 * Gives a role, or takes the person off the list (`null`). Who may is decided in the transaction that does it: two administrators who
 * remove each other at the same moment leave one.
 */
export async function changeRole(
  db: Database,
  person: Omit<Person, 'role'>,
  role: Role | null,
  by: By,
): Promise<{ before: Person | null } | { refusal: RoleRefusal }> {
  return atOnce(db, async (db) => {
    const before = await findPerson(db, person.userId);
    const subject = before ?? { ...person, role: 'member' as const };
    const administrators = (await findAdministrators(db)).length;
    const refusal = refuseRoleChange(await findPerson(db, by.actor), subject, role, administrators);
    if (refusal) return { refusal };
    if (role) await putPersonWithin(db, { ...subject, role }, by);
    else if (before) await markRemoved(db, before, 'removed', by);
    return { before };
  });
}

/** Takes a person off the list, in the transaction that decides it. */
export async function markRemoved(
  db: Database,
  before: Person,
  action: 'removed' | 'deactivated',
  by: By,
): Promise<void> {
  const { userId } = before;
  await db.updateTable('person').set({ removed_at: by.at.toISOString() }).where('user_id', '=', userId).execute();
  await insertHistory(db, { ...by, noun: 'person', record: userId, action, before, after: null });
}

/** Whether someone ever was on the list: a restart doesn't bring back who was taken off it. */
export async function wasEverListed(db: Database, userId: string): Promise<boolean> {
  const row = await db.selectFrom('person').select('user_id').where('user_id', '=', userId).executeTakeFirst();
  return row !== undefined;
}

export async function putLanguage(db: Database, userId: string, language: Language): Promise<void> {
  await db.updateTable('person').set({ language }).where('user_id', '=', userId).execute();
}

/** Notes that a stranger knocked. True when administrators should hear of it: not if they did within a day. */
export async function putAccessRequest(db: Database, userId: string, at: Date): Promise<boolean> {
  const DAY_MS = 24 * 60 * 60 * 1000;
  const dayBefore = new Date(at.getTime() - DAY_MS).toISOString();
  return atOnce(db, async (db) => {
    const asked = await db
      .selectFrom('access_request')
      .select('asked_at')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    if (asked && asked.asked_at > dayBefore) return false;
    await db
      .insertInto('access_request')
      .values({ user_id: userId, asked_at: at.toISOString() })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ asked_at: at.toISOString() }))
      .execute();
    return true;
  });
}

/** Who asked to be added and was neither added nor dismissed since, the first first. */
export async function findAccessRequests(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('access_request')
    .select('user_id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('history')
            .select('history.id')
            .where('noun', '=', 'access_request')
            .whereRef('record', '=', 'access_request.user_id')
            .whereRef('at', '>=', 'access_request.asked_at'),
        ),
      ),
    )
    .orderBy('asked_at')
    .execute();
  return rows.map((row) => row.user_id);
}

/** Notes that an administrator will not add whoever asked; asking again another day is another request. */
export async function dismissAccessRequest(db: Database, userId: string, by: By): Promise<void> {
  const change = { ...by, noun: 'access_request', record: userId, action: 'dismissed', before: null, after: null };
  await insertHistory(db, change);
}

function toPerson(row: PersonRow): Person {
  return {
    userId: row.user_id,
    name: row.name,
    role: isRole(row.role) ? row.role : 'member',
    language: row.language === 'ko' || row.language === 'en' ? row.language : null,
  };
}
