import type { ExpressionBuilder, Insertable } from 'kysely';
import type { Database } from '../base/db/database.ts';
import { holdsWord } from '../base/db/like.ts';
import type { FollowupRow } from '../base/db/schema/followup.ts';
import type { Schema } from '../base/db/schema.ts';
import { insertHistory } from '../people/history/store.ts';
import { isKind, isStatus, type Kind, type Status } from '../vocabulary/followup.ts';
import { type Followup, isOpen, type Owed, type Source } from './rules.ts';
import { type Note, owedOf, type Step } from './work.ts';

export type By = { actor: string; at: Date };

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
    entered.push(await insertOne(db, owed, { actor, at, origin, formKey: null, fingerprint: null }));
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
export async function insertEntered(
  db: Database,
  owed: Owed,
  entry: By & { formKey: string },
): Promise<{ followup: Followup; again: boolean }> {
  return db.transaction().execute(async (db) => {
    const first = await db.selectFrom('followup').selectAll().where('form_key', '=', entry.formKey).executeTakeFirst();
    if (first) return { followup: toFollowup(first), again: true };
    const followup = await insertOne(db, owed, { ...entry, origin: 'form', fingerprint: null });
    return { followup, again: false };
  });
}

export type SaidNote = Note & { saidBy: string };

/** Changes one if it still is what the person saw (`version`); otherwise hands back what it has become. */
export async function changeFollowup(
  db: Database,
  id: number,
  version: number,
  step: Step,
  by: By,
): Promise<{ followup: Followup } | { refusal: 'changed_meanwhile' | 'voided'; followup: Followup } | null> {
  return db.transaction().execute(async (db) => {
    const before = await findFollowup(db, id);
    if (!before) return null;
    if (before.voided) return { refusal: 'voided' as const, followup: before };
    if (before.version !== version) {
      // The same form sent twice: its change is already there.
      const same = JSON.stringify(owedOf(before)) === JSON.stringify(step.owed);
      const sameNotes = same && (await endsWith(db, id, step.notes));
      if (sameNotes && before.version === version + 1) return { followup: before };
      return { refusal: 'changed_meanwhile' as const, followup: before };
    }
    await db
      .updateTable('followup')
      .set({ ...toRow(step.owed), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await insertNotes(db, id, step.notes, by);
    const reason = step.reason ?? null;
    const change = { ...by, noun: 'followup', record: String(id), action: step.action, reason };
    await insertHistory(db, { ...change, before: owedOf(before), after: step.owed });
    return { followup: { ...before, ...step.owed, version: version + 1 } };
  });
}

export async function voidFollowup(
  db: Database,
  id: number,
  by: By & { reason: string },
): Promise<{ followup: Followup; again: boolean } | null> {
  return db.transaction().execute(async (db) => {
    const followup = await findFollowup(db, id);
    if (!followup) return null;
    if (followup.voided) return { followup, again: true };
    await db
      .updateTable('followup')
      .set({ voided_at: by.at.toISOString(), open: 0, version: followup.version + 1 })
      .where('id', '=', id)
      .execute();
    const owed = owedOf(followup);
    await insertHistory(db, {
      ...by,
      noun: 'followup',
      record: String(id),
      action: 'voided',
      before: owed,
      after: owed,
    });
    return { followup: { ...followup, voided: true }, again: false };
  });
}

export async function findFollowup(db: Database, id: number): Promise<Followup | null> {
  const row = await db.selectFrom('followup').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toFollowup(row) : null;
}

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

/** What to list: all conditions hold at once; `open` alone is everything still owed. */
export type FollowupFilter = {
  open?: true;
  status?: Status;
  kinds?: readonly Kind[];
  owner?: string | null;
  department?: string;
  /** Due before this day and still owed. */
  overdueOn?: string;
  auditYear?: number;
  memberId?: number;
  /** Each must occur in title, requester, department or answer. */
  words?: readonly string[];
};

export type Page = { followups: Followup[]; count: number };

/** One page, what is due first first, with the count of all pages. Voided ones are left out. */
export async function findFollowups(
  db: Database,
  filter: FollowupFilter,
  page: { offset: number; limit: number },
): Promise<Page> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      // The page is found in an index; only its rows are read whole.
      const wanted = db
        .selectFrom('followup')
        .select('id')
        .where((eb) => matches(eb, filter))
        .orderBy('sort_due')
        .orderBy('id')
        .limit(page.limit)
        .offset(page.offset);
      const rows = await db
        .selectFrom('followup')
        .selectAll()
        .where('id', 'in', wanted)
        .orderBy('sort_due')
        .orderBy('id')
        .execute();
      const total = await db
        .selectFrom('followup')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where((eb) => matches(eb, filter))
        .executeTakeFirstOrThrow();
      return { followups: rows.map(toFollowup), count: total.count };
    });
}

/** Every one that fits, in the order they were entered, one at a time. */
export async function* streamFollowups(db: Database, filter: FollowupFilter): AsyncGenerator<Followup> {
  const rows = db
    .selectFrom('followup')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .orderBy('id')
    .stream();
  for await (const row of rows) yield toFollowup(row);
}

export type Count = { kind: Kind; status: Status; count: number };

/** How many there are of each kind and status; voided ones are left out. */
export async function countFollowups(db: Database, filter: FollowupFilter): Promise<Count[]> {
  const rows = await db
    .selectFrom('followup')
    .select((eb) => ['kind', 'status', eb.fn.countAll<number>().as('count')])
    .where((eb) => matches(eb, filter))
    .groupBy(['kind', 'status'])
    .execute();
  return rows.flatMap(({ kind, status, count }) => (isKind(kind) && isStatus(status) ? [{ kind, status, count }] : []));
}

/** Which of these words are departments that something is or was owed by. */
export async function findDepartments(db: Database, words: readonly string[]): Promise<string[]> {
  const departments: string[] = [];
  for (const word of new Set(words)) {
    const one = db.selectFrom('followup').select('department').where('department', '=', word).limit(1);
    if (await one.executeTakeFirst()) departments.push(word);
  }
  return departments;
}

type Eb = ExpressionBuilder<Schema, 'followup'>;

function matches(eb: Eb, filter: FollowupFilter) {
  const { open, status, kinds, owner, department, overdueOn, auditYear, memberId, words = [] } = filter;
  const owed = open === true || overdueOn !== undefined || (status !== undefined && isOpen(status));
  return eb.and([
    // What is voided is not open any more: one condition, so that an index alone can answer.
    ...(owed ? [eb('open', '=', 1)] : []),
    ...(owed && status === undefined ? [] : [eb('voided_at', 'is', null)]),
    ...(status ? [eb('status', '=', status), eb('open', '=', isOpen(status) ? 1 : 0)] : []),
    ...(kinds ? [eb('kind', 'in', kinds)] : []),
    ...(owner === undefined ? [] : [eb('owner', owner === null ? 'is' : '=', owner)]),
    ...(department ? [eb('department', '=', department)] : []),
    ...(overdueOn ? [eb('sort_due', '<', overdueOn)] : []),
    ...(auditYear === undefined ? [] : [eb('audit_year', '=', auditYear)]),
    ...(memberId === undefined ? [] : [eb('member_id', '=', memberId)]),
    ...words.map((word) => holds(eb, word)),
  ]);
}

function holds(eb: Eb, word: string) {
  const columns = ['title', 'requester', 'department', 'answer'] as const;
  return eb.or(columns.map((column) => holdsWord(eb.ref(column), word)));
}

type Entry = By & { origin: Followup['origin']; formKey: string | null; fingerprint: string | null };

/** Writes one, with its history. */
async function insertOne(db: Database, owed: Owed, entry: Entry): Promise<Followup> {
  const row = await db
    .insertInto('followup')
    .values({
      ...toRow(owed),
      origin: entry.origin,
      form_key: entry.formKey,
      fingerprint: entry.fingerprint,
      created_by: entry.actor,
      created_at: entry.at.toISOString(),
      version: 1,
      voided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const { actor, at } = entry;
  await insertHistory(db, {
    actor,
    at,
    noun: 'followup',
    record: String(row.id),
    action: 'recorded',
    before: null,
    after: owed,
  });
  return toFollowup(row);
}

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
      const followup = await insertOne(db, owed, { ...entry, formKey: null, fingerprint });
      await insertNotes(db, followup.id, notes, entry);
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

/** What is not known of something owed when it is entered. */
export const NOTHING_YET = {
  source: null,
  auditYear: null,
  status: 'under_review',
  department: null,
  due: null,
  requester: null,
  memberId: null,
  answer: null,
  answeredTo: null,
  answeredOn: null,
} as const satisfies Partial<Owed>;

const NO_DUE = '9999-12-31';

type Values = Omit<
  Insertable<Schema['followup']>,
  'id' | 'origin' | 'form_key' | 'fingerprint' | 'created_by' | 'created_at' | 'version' | 'voided_at'
>;

function toRow(owed: Owed): Values {
  return {
    kind: owed.kind,
    source_noun: owed.source?.noun ?? null,
    source_record: owed.source?.record ?? null,
    audit_year: owed.auditYear,
    title: owed.title,
    status: owed.status,
    owner: owed.owner,
    department: owed.department,
    due: owed.due,
    requester: owed.requester,
    member_id: owed.memberId,
    answer: owed.answer,
    answered_to: owed.answeredTo,
    answered_on: owed.answeredOn,
    open: isOpen(owed.status) ? 1 : 0,
    sort_due: owed.due ?? NO_DUE,
  };
}

function toFollowup(row: FollowupRow): Followup {
  const source = row.source_noun === null ? null : { noun: row.source_noun, record: row.source_record ?? '' };
  return {
    kind: isKind(row.kind) ? row.kind : 'own_task',
    source: source as Source | null,
    auditYear: row.audit_year,
    title: row.title,
    status: isStatus(row.status) ? row.status : 'under_review',
    owner: row.owner,
    department: row.department,
    due: row.due,
    requester: row.requester,
    memberId: row.member_id,
    answer: row.answer,
    answeredTo: row.answered_to,
    answeredOn: row.answered_on,
    id: row.id,
    origin: row.origin as Followup['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
  };
}
