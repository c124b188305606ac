import type { Database } from '../../base/db/database.ts';
import type { PledgeProposalRow } from '../../base/db/schema/pledge.ts';
import { putEntries } from '../../outbox/store.ts';
import { insertHistory } from '../../people/history/store.ts';
import { isManager } from '../../people/rules.ts';
import { findPeople } from '../../people/store.ts';
import type { By } from '../../register/versions.ts';
import type { Status } from '../../vocabulary/pledge.ts';
import type { Pledge, Update } from '../rules.ts';
import { applyUpdate, change, type EvidenceFile, findPledge, pledgeSeen } from '../store.ts';
import { asking, tellingDecision } from './told.ts';

export type Proposal = Update & {
  id: number;
  pledgeId: number;
  files: EvidenceFile[];
  proposedBy: string;
  proposedAt: Date;
  state: 'open' | 'confirmed' | 'declined';
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
};

type Entry = By & { formKey: string; files: readonly EvidenceFile[] };

/**
 * Keeps an update: at once where `confirm` (a manager's own), else as a proposal, about which every manager is asked. The same
 * form sent again finds what it did the first time.
 */
export async function putUpdate(
  db: Database,
  seen: { id: number; version: number },
  update: Update,
  { confirm, ...entry }: Entry & { confirm: boolean },
): Promise<
  | { proposal: Proposal; pledge: Pledge; again: boolean }
  | { refusal: 'gone' }
  | { refusal: 'overtaken'; pledge: Pledge }
> {
  return db.transaction().execute(async (db) => {
    const found = await pledgeSeen(db, seen);
    if (!found || ('refusal' in found && found.refusal === 'ended')) return { refusal: 'gone' as const };
    const { record: pledge } = found;
    const first = await db
      .selectFrom('pledge_proposal')
      .selectAll()
      .where('form_key', '=', entry.formKey)
      .executeTakeFirst();
    if (first) return { proposal: toProposal(first), pledge, again: true };
    const own = { ...update, files: entry.files, proposedBy: entry.actor };
    const now = confirm ? await apply(db, { ...pledge, version: seen.version }, own, entry) : found;
    if (!now || 'refusal' in now) return { refusal: 'overtaken' as const, pledge };

    const at = entry.at.toISOString();
    const row = await db
      .insertInto('pledge_proposal')
      .values({
        pledge_id: seen.id,
        ...update,
        files: JSON.stringify(entry.files),
        form_key: entry.formKey,
        proposed_by: entry.actor,
        proposed_at: at,
        state: confirm ? 'confirmed' : 'open',
        decided_by: confirm ? entry.actor : null,
        decided_at: confirm ? at : null,
        reason: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const proposal = toProposal(row);
    if (confirm) return { proposal, pledge: now.record, again: false };
    await insertHistory(db, {
      ...change(entry, seen.id),
      action: 'proposed',
      reason: update.note,
      before: { status: pledge.status, progress: pledge.progress },
      after: { status: update.status, progress: update.progress, evidence: update.source },
    });
    const managers = (await findPeople(db)).filter(isManager);
    await putEntries(db, managers.map(asking(proposal.id, entry.at)), entry.at);
    return { proposal, pledge, again: false };
  });
}

/** Lets a declined proposal wait for a decision again; null where it is none, or its pledge is gone. */
export async function reopenProposal(
  db: Database,
  id: number,
  { reason, ...by }: By & { reason: string },
): Promise<Proposal | null> {
  return db.transaction().execute(async (db) => {
    const found = await findProposal(db, id);
    const pledge = found && (await findPledge(db, found.pledgeId));
    if (!found || !pledge || pledge.voided) return null;
    const { numUpdatedRows } = await db
      .updateTable('pledge_proposal')
      .set({ state: 'open', decided_by: null, decided_at: null, reason: null })
      .where('id', '=', id)
      .where('state', '=', 'declined')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return null;
    await insertHistory(db, {
      ...change(by, pledge.id),
      action: 'reopened',
      reason,
      before: { status: pledge.status, progress: pledge.progress },
      after: { status: found.status, progress: found.progress },
    });
    return findProposal(db, id);
  });
}

/**
 * A manager's decision. `version` is the pledge as the manager saw it: when it has changed since, nothing is decided.
 * A proposal that someone else decided first comes back as it was decided.
 */
export async function decideProposal(
  db: Database,
  id: number,
  decision: { confirm: true; version: number } | { confirm: false; reason: string },
  by: By,
): Promise<{ proposal: Proposal; pledge: Pledge; outcome: 'decided' | 'settled' | 'changed_meanwhile' } | null> {
  return db.transaction().execute(async (db) => {
    const found = await findProposal(db, id);
    const pledge = found && (await findPledge(db, found.pledgeId));
    if (!found || !pledge) return null;
    if (found.state !== 'open' || pledge.voided) return { proposal: found, pledge, outcome: 'settled' as const };
    const applied = decision.confirm && (await apply(db, { ...pledge, version: decision.version }, found, by));
    if (applied && 'refusal' in applied) return { proposal: found, pledge, outcome: 'changed_meanwhile' as const };
    const decided = {
      state: decision.confirm ? ('confirmed' as const) : ('declined' as const),
      decidedBy: by.actor,
      decidedAt: by.at,
      reason: decision.confirm ? null : decision.reason,
    };
    const { state, reason } = decided;
    const { numUpdatedRows } = await db
      .updateTable('pledge_proposal')
      .set({ state, reason, decided_by: by.actor, decided_at: by.at.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    // Then nothing of this stands, its pledge's new state neither.
    if (numUpdatedRows === 0n) throw new Error(`A proposal was decided while it was decided: ${id}`);
    const proposal = { ...found, ...decided };
    await putEntries(db, tellingDecision(proposal, by.at), by.at);
    if (decision.confirm) return { proposal, pledge: applied ? applied.record : pledge, outcome: 'decided' as const };
    await insertHistory(db, {
      ...change(by, pledge.id),
      action: 'declined',
      reason: decision.reason,
      before: { status: proposal.status, progress: proposal.progress },
      after: { status: pledge.status, progress: pledge.progress },
    });
    return { proposal, pledge, outcome: 'decided' as const };
  });
}

type Proposed = Update & { files: readonly EvidenceFile[]; proposedBy: string };
const apply = (db: Database, pledge: Pledge, proposal: Proposed, { actor, at }: By) =>
  applyUpdate(db, pledge, proposal, {
    actor,
    at,
    action: 'updated',
    files: proposal.files,
    proposedBy: proposal.proposedBy,
  });

export async function findProposal(db: Database, id: number): Promise<Proposal | null> {
  const row = await db.selectFrom('pledge_proposal').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toProposal(row) : null;
}

/** What waits for a manager, oldest first: of one pledge or of all. */
export async function findOpenProposals(db: Database, pledgeId?: number): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('pledge_proposal')
    .selectAll()
    .where('state', '=', 'open')
    .$if(pledgeId !== undefined, (query) => query.where('pledge_id', '=', pledgeId ?? 0))
    .orderBy('id')
    .execute();
  return rows.map(toProposal);
}

function toProposal(row: PledgeProposalRow): Proposal {
  return {
    id: row.id,
    pledgeId: row.pledge_id,
    status: row.status as Status,
    progress: row.progress,
    source: row.source,
    note: row.note,
    files: JSON.parse(row.files) as EvidenceFile[],
    proposedBy: row.proposed_by,
    proposedAt: new Date(row.proposed_at),
    state: row.state as Proposal['state'],
    decidedBy: row.decided_by,
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
    reason: row.reason,
  };
}
