import { anyOf } from '../base/db/bulk.ts';
import type { Database } from '../base/db/database.ts';
import type { PledgeRow } from '../base/db/schema/pledge.ts';
import type { Entry } from '../people/history/store.ts';
import { recordsOf } from '../register/records.ts';
import type { By, Changed, Seen } from '../register/versions.ts';
import { isStatus, type Status } from '../vocabulary/pledge.ts';
import { factsOf, type Pledge, type PledgeFacts, type Update } from './rules.ts';
import { isStepBack } from './status.ts';
import { toPledge, toRow } from './stored.ts';

const records = recordsOf({
  noun: 'pledge',
  table: 'pledge',
  ended: 'voided_at',
  read: readPledge,
  facts: factsOf,
  row: (facts) => ({ ...toRow(facts), owner: facts.owner }),
});
type Facts = PledgeFacts & { owner: string | null };

export type Evidence = { source: string; note?: string | null; files?: readonly EvidenceFile[] };
export type EvidenceFile = { id: string; name: string };

/** Every pledge in force, of all terms or one, in the order of their codes. */
export async function findPledges(db: Database, term?: number): Promise<Pledge[]> {
  const rows = await inForce(db, term).selectAll().orderBy('term', 'desc').orderBy('id').execute();
  const counts = new Map<string, number>();
  const key = (row: PledgeRow) => `${row.term} ${row.code}`;
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return rows.map((row) => toPledge(row, row.code !== null && (counts.get(key(row)) ?? 0) > 1));
}

const inForce = (db: Database, term?: number) =>
  db
    .selectFrom('pledge')
    .where('voided_at', 'is', null)
    .$if(term !== undefined, (query) => query.where('term', '=', term ?? 0));

/** Pledges with whether others in force of their term have the same codes, in one question for all of them. */
export async function toPledges(db: Database, rows: readonly PledgeRow[]): Promise<Pledge[]> {
  const codes = [...new Set(rows.flatMap(({ code }) => code ?? []))];
  const shared = await inForce(db)
    .select(['term', 'code'])
    .where('code', 'in', anyOf(codes))
    .where('term', 'in', [...new Set(rows.map(({ term }) => term))])
    .groupBy(['term', 'code'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
  return rows.map((row) =>
    toPledge(
      row,
      shared.some(({ term, code }) => term === row.term && code === row.code),
    ),
  );
}

/** How each pledge in force of a term stands now. */
export async function findStandings(
  db: Database,
  term: number,
): Promise<{ pledgeId: number; status: Status | null; progress: number | null }[]> {
  const rows = await inForce(db, term).select(['id', 'status', 'progress']).orderBy('id').execute();
  return rows.map(({ id, status, progress }) => ({
    pledgeId: id,
    status: isStatus(status) ? status : null,
    progress,
  }));
}

/** Every pledge of a term, also voided ones, with when it was entered and voided. */
export async function findPledgesOf(
  db: Database,
  term: number,
): Promise<{ pledge: Pledge; createdAt: string; voidedAt: string | null }[]> {
  const rows = await db.selectFrom('pledge').selectAll().where('term', '=', term).orderBy('id').execute();
  return rows.map((row) => ({
    ...{ pledge: toPledge(row, false), createdAt: row.created_at, voidedAt: row.voided_at },
  }));
}

/** One pledge, also a voided one. */
export const findPledge = (db: Database, id: number): Promise<Pledge | null> => records.find(db, id);

/** With whether another pledge of its term has its code. */
async function readPledge(row: PledgeRow, db: Database): Promise<Pledge> {
  const { id, code, term } = row;
  if (code === null) return toPledge(row, false);
  const same = await db
    .selectFrom('pledge')
    .select('id')
    .where('term', '=', term)
    .where('code', '=', code)
    .where('voided_at', 'is', null)
    .limit(2)
    .execute();
  return toPledge(
    row,
    same.some((other) => other.id !== id),
  );
}

/** Where an imported pledge came from; null for one that was entered. */
export async function findPledgeSource(db: Database, id: number): Promise<{ file: string; line: number } | null> {
  const row = await db
    .selectFrom('pledge')
    .innerJoin('import_file', 'import_file.id', 'pledge.import_id')
    .select(['import_file.name', 'pledge.line'])
    .where('pledge.id', '=', id)
    .executeTakeFirst();
  return row ? { file: row.name, line: row.line ?? 0 } : null;
}

/** The steps back of a pledge, all of them: they stay visible for ever. */
export async function findStepsBack(db: Database, id: number): Promise<Omit<Entry, 'changed'>[]> {
  const rows = await db
    .selectFrom('history')
    .select(['actor', 'at', 'action', 'reason'])
    .where('noun', '=', 'pledge')
    .where('record', '=', String(id))
    .where('action', '=', 'stepped_back')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Adds one pledge from a form; the same form sent twice adds it once. */
export function insertPledge(db: Database, facts: Facts, { source, ...by }: By & { formKey: string; source: string }) {
  const entry = { ...by, origin: 'form', after: said(facts, { source }) };
  return records.enter(db, facts, entry, { flags: '', imported: null, import_id: null, line: null });
}

/** Changes what a pledge says (not its status), if it still is what the person saw. */
export const changePledge = (db: Database, seen: Seen, facts: Facts, { source, ...by }: By & { source: string }) =>
  records.change(db, seen, { facts, after: said(facts, { source }) }, by);

/** A pledge that is in force and still what the person saw. */
export const pledgeSeen = (db: Database, seen: Seen) => records.seen(db, seen);

/** Gives a pledge a new state, if it still is what `before` says; a step back is written as one, so that it stays visible. */
export function applyUpdate(
  db: Database,
  before: Pledge,
  { status, progress, source, note }: Update,
  by: By & { action: 'updated' | 'reviewed'; files: readonly EvidenceFile[]; proposedBy?: string },
): Promise<Changed<Pledge>> {
  const change = {
    facts: { ...factsOf(before), status, progress },
    more: ({ flags }: Pledge) => ({ flags: flags.filter((flag) => flag !== 'status_missing').join(',') }),
    action: isStepBack(before.status, status) ? 'stepped_back' : by.action,
    reason: note,
    before: { status: before.status, progress: before.progress },
    after: {
      status,
      progress,
      evidence: [source, ...by.files.map((file) => file.name)].join(' · '),
      ...(by.proposedBy && by.proposedBy !== by.actor ? { proposedBy: by.proposedBy } : {}),
    },
    same: () => false,
  };
  return records.change(db, before, change, by);
}

/** Takes a pledge out of every count, with a reason; it stays visible. */
export const voidPledge = (db: Database, id: number, by: By & { reason: string }) => records.end(db, id, by);

/** Counts a voided pledge again. */
export const restorePledge = (db: Database, id: number, by: By & { reason: string }) => records.restore(db, id, by);

export const change = ({ actor, at }: By, id: number) => ({ actor, at, noun: 'pledge', record: String(id) });

const said = (facts: object, { source }: Evidence) => ({ ...facts, evidence: source });
