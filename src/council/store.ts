import type { Database } from '../base/db/database.ts';
import type { CouncilContactRow } from '../base/db/schema/council.ts';
import type { Followup } from '../followup/rules.ts';
import { findFollowupsOf, insertFollowups } from '../followup/store.ts';
import { insertHistory } from '../people/history/store.ts';
import { toContact } from './list/store.ts';
import { findMembers } from './members/store.ts';
import { type Contact, type Request, type Talk, talkOf } from './rules.ts';

export type By = { actor: string; at: Date };

/** Logs a contact with what was asked for there. The same form sent again finds its first record: `again` is true then. */
export async function insertContact(
  db: Database,
  talk: Talk,
  entry: Entry,
): Promise<{ contact: Contact; requests: Followup[]; again: boolean }> {
  return db.transaction().execute(async (db) => {
    const first = entry.formKey
      ? await db.selectFrom('council_contact').selectAll().where('form_key', '=', entry.formKey).executeTakeFirst()
      : undefined;
    if (first) {
      const requests = await findFollowupsOf(db, { noun: 'council', record: String(first.id) });
      return { contact: await toContact(db, first), requests, again: true };
    }
    const { row, requests } = await writeContact(db, talk, entry);
    return { contact: await toContact(db, row), requests, again: false };
  });
}

/** Logs many at once, for the playground's samples. */
export async function insertContacts(
  db: Database,
  talks: readonly { talk: Talk; requests: readonly Request[]; actor: string }[],
  at: Date,
): Promise<void> {
  await db.transaction().execute(async (db) => {
    for (const { talk, requests, actor } of talks) {
      await writeContact(db, talk, { actor, at, requests, formKey: null, origin: 'sample' });
    }
  });
}

type Entry = By & { formKey: string | null; requests: readonly Request[]; origin: Contact['origin'] };

async function writeContact(
  db: Database,
  talk: Talk,
  entry: Entry,
): Promise<{ row: CouncilContactRow; requests: Followup[] }> {
  const row = await db
    .insertInto('council_contact')
    .values({
      ...toRow(talk),
      origin: entry.origin,
      form_key: entry.formKey,
      created_by: entry.actor,
      created_at: entry.at.toISOString(),
      version: 1,
      voided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await putAttendance(db, row.id, talk.memberIds);
  const origin = entry.origin === 'sample' ? 'sample' : 'record';
  const requests = await insertRequests(db, row.id, entry.requests, { actor: entry.actor, at: entry.at, origin });
  await insertHistory(db, change(entry, row.id, 'recorded', null, talk));
  return { row, requests };
}

/** Changes a contact if it still is what the person saw (`version`); otherwise hands back what it has become. */
export async function changeContact(
  db: Database,
  { id, version }: { id: number; version: number },
  talk: Talk,
  by: By & { requests: readonly Request[] },
): Promise<
  { contact: Contact; requests: Followup[] } | { refusal: 'changed_meanwhile' | 'voided'; contact: Contact } | null
> {
  return db.transaction().execute(async (db) => {
    const before = await findContact(db, id);
    if (!before) return null;
    if (before.voided) return { refusal: 'voided' as const, contact: before };
    if (before.version !== version) {
      // The same form sent twice: its change is already there.
      const same = before.version === version + 1 && JSON.stringify(talkOf(before)) === JSON.stringify(talk);
      return same ? { contact: before, requests: [] } : { refusal: 'changed_meanwhile' as const, contact: before };
    }
    await db
      .updateTable('council_contact')
      .set({ ...toRow(talk), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await putAttendance(db, id, talk.memberIds);
    const requests = await insertRequests(db, id, by.requests, by);
    await insertHistory(db, change(by, id, 'changed', talkOf(before), talk));
    const members = await findMembers(db, talk.memberIds);
    return { contact: { ...before, ...talk, members, version: version + 1 }, requests };
  });
}

/** Takes a contact out of every count, for good and with a reason; it stays visible. */
export async function voidContact(
  db: Database,
  id: number,
  by: By & { reason: string },
): Promise<{ contact: Contact; again: boolean } | null> {
  return db.transaction().execute(async (db) => {
    const contact = await findContact(db, id);
    if (!contact) return null;
    if (contact.voided) return { contact, again: true };
    await db
      .updateTable('council_contact')
      .set({ voided_at: by.at.toISOString(), version: contact.version + 1 })
      .where('id', '=', id)
      .execute();
    const talk = talkOf(contact);
    await insertHistory(db, { ...change(by, id, 'voided', talk, talk), reason: by.reason });
    return { contact: { ...contact, voided: true }, again: false };
  });
}

export async function findContact(db: Database, id: number): Promise<Contact | null> {
  const row = await db.selectFrom('council_contact').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toContact(db, row) : null;
}

async function insertRequests(
  db: Database,
  id: number,
  requests: readonly Request[],
  by: By & { origin?: 'record' | 'sample' },
): Promise<Followup[]> {
  const source = { noun: 'council' as const, record: String(id) };
  return insertFollowups(
    db,
    requests.map((request) => ({ source, owner: by.actor, ...request })),
    by,
  );
}

async function putAttendance(db: Database, id: number, memberIds: readonly number[]): Promise<void> {
  await db.deleteFrom('council_attendance').where('contact_id', '=', id).execute();
  if (memberIds.length === 0) return;
  const rows = [...new Set(memberIds)].map((member_id) => ({ contact_id: id, member_id }));
  await db.insertInto('council_attendance').values(rows).execute();
}

function change({ actor, at }: By, id: number, action: string, before: Talk | null, after: Talk | null) {
  return { actor, at, noun: 'council', record: String(id), action, before, after };
}

function toRow(talk: Talk) {
  return {
    kind: talk.kind,
    held_on: talk.heldOn,
    held_time: talk.heldTime,
    agenda: talk.agenda,
    result: talk.result,
    others: talk.others,
    visit_id: talk.visitId,
    briefing_id: talk.briefingId,
  };
}
