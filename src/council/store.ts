import { atOnce, type Database } from '../base/db/database.ts';
import type { Followup } from '../followup/rules.ts';
import { findFollowupsOf, insertFollowups } from '../followup/store.ts';
import { recordsOf } from '../register/records.ts';
import type { By, Changed, Seen } from '../register/versions.ts';
import { toContact } from './list/store.ts';
import { type Contact, type Request, type Talk, talkOf } from './rules.ts';

const records = recordsOf({
  noun: 'council',
  table: 'council_contact',
  ended: 'voided_at',
  read: (row, db) => toContact(db, row),
  facts: talkOf,
  row: toRow,
});

type Entry = By & { formKey: string | null; requests: readonly Request[]; origin: Contact['origin'] };

/** Logs a contact with what was asked for there. The same form sent again finds its first record: `again` is true then. */
export async function insertContact(
  db: Database,
  talk: Talk,
  { requests, ...entry }: Entry,
): Promise<{ record: Contact; requests: Followup[]; again: boolean }> {
  return atOnce(db, async (db) => {
    const entered = await records.enter(db, talk, entry, {});
    const { id } = entered.record;
    if (entered.again) {
      const source = { noun: 'council' as const, record: String(id) };
      return { ...entered, requests: await findFollowupsOf(db, source) };
    }
    await putAttendance(db, id, talk.memberIds);
    const origin = entry.origin === 'sample' ? 'sample' : 'record';
    const { actor, at } = entry;
    const followups = await insertRequests(db, id, requests, { actor, at, origin });
    return { record: (await findContact(db, id)) ?? entered.record, requests: followups, again: false };
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
      await insertContact(db, talk, { actor, at, requests, formKey: null, origin: 'sample' });
    }
  });
}

/** Changes a contact if it still is what the person saw (`version`); otherwise hands back what it has become. */
export async function changeContact(
  db: Database,
  seen: Seen,
  talk: Talk,
  { requests, ...by }: By & { requests: readonly Request[] },
): Promise<Changed<Contact, { requests: Followup[] }>> {
  return atOnce(db, async (db) => {
    const changed = await records.change(db, seen, { facts: talk }, by);
    if (!changed || 'refusal' in changed) return changed;
    if (changed.again) return { ...changed, requests: [] };
    await putAttendance(db, seen.id, talk.memberIds);
    const followups = await insertRequests(db, seen.id, requests, by);
    return { ...changed, record: (await findContact(db, seen.id)) ?? changed.record, requests: followups };
  });
}

/** Takes a contact out of every count, for good and with a reason; it stays visible. */
export const voidContact = (db: Database, id: number, by: By & { reason: string }) => records.end(db, id, by);

/** Counts a voided contact again. */
export const restoreContact = (db: Database, id: number, by: By & { reason: string }) => records.restore(db, id, by);

export const findContact = (db: Database, id: number): Promise<Contact | null> => records.find(db, id);

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
