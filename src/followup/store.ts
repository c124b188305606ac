import { atOnce, type Database } from '../base/db/database.ts';
import { putEntries } from '../outbox/store.ts';
import { recordsOf } from '../register/records.ts';
import type { By, Changed, Seen } from '../register/versions.ts';
import type { Kind } from '../vocabulary/followup.ts';
import { type Followup, isOpen, type Owed, type Source } from './rules.ts';
import { NOTHING_YET, toFollowup, toRow } from './stored.ts';
import { type Note, owedOf, type Step } from './work.ts';

const records = recordsOf({
  noun: 'followup',
  table: 'followup',
  ended: 'voided_at',
  read: toFollowup,
  facts: owedOf,
  row: toRow,
});

/** What another record leaves to be done: an agenda item of a visit, a request at a meeting. */
export type NewFollowup = {
  source: Source;
  title: string;
  owner: string | null;
  department?: string | null;
  due?: string | null;
  requester?: string | null;
  memberId?: number | null;
  /** Left out: what that noun's items usually are. */
  kind?: Kind;
};

const USUAL_KIND: Record<Source['noun'], Kind> = {
  visit: 'visit_agenda',
  council: 'member_request',
  pledge: 'own_task',
  message: 'own_task',
};

/** Enters what a record leaves to be done, in the transaction that saves the record. */
export async function insertFollowups(
  db: Database,
  items: readonly NewFollowup[],
  { actor, at, origin = 'record' }: By & { origin?: 'record' | 'sample' },
): Promise<Followup[]> {
  const entered: Followup[] = [];
  for (const item of items) {
    const owed: Owed = {
      ...NOTHING_YET,
      kind: item.kind ?? USUAL_KIND[item.source.noun],
      source: item.source,
      title: item.title,
      owner: item.owner,
      department: item.department ?? null,
      due: item.due ?? null,
      requester: item.requester ?? null,
      memberId: item.memberId ?? null,
    };
    const { record } = await insertOne(db, owed, { actor, at, origin, formKey: null, fingerprint: null });
    entered.push(record);
  }
  return entered;
}

/** What became of what a record left to be done, oldest first. */
export async function findFollowupsOf(db: Database, source: Source): Promise<Followup[]> {
  const rows = await db
    .selectFrom('followup')
    .selectAll()
    .where('source_noun', '=', source.noun)
    .where('source_record', '=', source.record)
    .orderBy('id')
    .execute();
  return rows.map(toFollowup);
}

/** Enters one from a form. The same form sent again finds its first record: `again` is true then. */
export const insertEntered = (db: Database, owed: Owed, entry: By & { formKey: string }) =>
  atOnce(db, async (db) => {
    const entered = await insertOne(db, owed, { ...entry, origin: 'form', fingerprint: null });
    if (!entered.again) await putGiven(db, entered.record, entry);
    return entered;
  });

/** The kind of message to whoever was given something by somebody else. */
export const GIVEN = 'followup_given';

async function putGiven(db: Database, { id, version, owner }: Followup, { actor, at }: By): Promise<void> {
  if (owner === null || owner === actor) return;
  const about = { kind: GIVEN, recipient: owner, subject: { id, by: actor }, dueAt: at, expiresAt: null };
  await putEntries(db, [{ key: `${GIVEN}:F${id}:v${version}:${owner}`, ...about }], at);
}

export type SaidNote = Note & { saidBy: string };

/** Changes one if it still is what the person saw (`version`); otherwise hands back what it has become. */
export async function changeFollowup(
  db: Database,
  { id, version }: Seen,
  { owed, notes, action, reason = null }: Step,
  by: By,
): Promise<Changed<Followup>> {
  return atOnce(db, async (db) => {
    const same = async (now: Followup) =>
      JSON.stringify(owedOf(now)) === JSON.stringify(owed) && endsWith(db, id, notes);
    const changed = await records.change(db, { id, version }, { facts: owed, action, reason, same }, by);
    if (!changed || !('before' in changed) || changed.again) return changed;
    await insertNotes(db, id, notes, by);
    if (changed.record.owner !== changed.before.owner) await putGiven(db, changed.record, by);
    return changed;
  });
}

export const voidFollowup = (db: Database, id: number, by: By & { reason: string }) =>
  records.end(db, id, by, { open: 0 });

/** Brings a voided follow-up back as it stood: open again if it was. */
export async function restoreFollowup(db: Database, id: number, by: By & { reason: string }) {
  const followup = await findFollowup(db, id);
  return followup && records.restore(db, id, by, { open: isOpen(followup.status) ? 1 : 0 });
}

export const findFollowup = (db: Database, id: number): Promise<Followup | null> => records.find(db, id);

/** The trail, oldest first. */
export async function findNotes(db: Database, followupIds: readonly number[]): Promise<Map<number, SaidNote[]>> {
  const notes = new Map<number, SaidNote[]>();
  if (followupIds.length === 0) return notes;
  const rows = await db
    .selectFrom('followup_note')
    .selectAll()
    .where('followup_id', 'in', followupIds)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const note = { kind: row.kind as Note['kind'], saidOn: row.said_on, words: row.words, saidBy: row.said_by };
    notes.set(row.followup_id, [...(notes.get(row.followup_id) ?? []), note]);
  }
  return notes;
}

type Entry = By & { origin: Followup['origin']; formKey: string | null; fingerprint: string | null };

/** Writes one, with its history. */
const insertOne = (db: Database, owed: Owed, { fingerprint, ...entry }: Entry) =>
  records.enter(db, owed, entry, { fingerprint });

export type Demand = { owed: Owed; notes: readonly Note[]; fingerprint: string };

/** Enters a file's demands; one that was entered before, by its fingerprint, is left as it has become. */
export async function insertDemands(
  db: Database,
  demands: readonly Demand[],
  entry: By & { origin: 'import' | 'sample'; dryRun?: boolean },
): Promise<{ imported: number; duplicates: number }> {
  const known = new Set<string>();
  return db.transaction().execute(async (db) => {
    let imported = 0;
    for (const { owed, notes, fingerprint } of demands) {
      if (known.has(fingerprint) || (await isKnown(db, owed, fingerprint))) continue;
      known.add(fingerprint);
      imported++;
      if (entry.dryRun) continue;
      const { actor, at, origin } = entry;
      const { record } = await insertOne(db, owed, { actor, at, origin, formKey: null, fingerprint });
      await insertNotes(db, record.id, notes, entry);
    }
    return { imported, duplicates: demands.length - imported };
  });
}

/** Whether a demand came in before, as it was then or as it stands now. */
async function isKnown(db: Database, { auditYear, kind, title }: Owed, fingerprint: string): Promise<boolean> {
  const came = await db.selectFrom('followup').select('id').where('fingerprint', '=', fingerprint).executeTakeFirst();
  if (came || auditYear === null) return came !== undefined;
  const stands = await db
    .selectFrom('followup')
    .select('id')
    .where('audit_year', '=', auditYear)
    .where('voided_at', 'is', null)
    .where('kind', '=', kind)
    .where('title', '=', title)
    .executeTakeFirst();
  return stands !== undefined;
}

async function insertNotes(db: Database, id: number, notes: readonly Note[], { actor, at }: By): Promise<void> {
  for (const { kind, saidOn, words } of notes) {
    const said = { said_on: saidOn, said_by: actor, said_at: at.toISOString() };
    await db
      .insertInto('followup_note')
      .values({ followup_id: id, kind, words, ...said })
      .execute();
  }
}

/** Whether the trail's end is these notes. */
async function endsWith(db: Database, id: number, notes: readonly Note[]): Promise<boolean> {
  const last = ((await findNotes(db, [id])).get(id) ?? []).slice(
    notes.length === 0 ? Number.POSITIVE_INFINITY : -notes.length,
  );
  return notes.every((note, i) => last[i]?.kind === note.kind && last[i]?.words === note.words);
}
