import type { Database } from '../base/db/database.ts';
import { putEntries } from '../outbox/store.ts';
import { recordsOf, type Turned } from '../register/records.ts';
import type { By, Changed, Seen } from '../register/versions.ts';
import { changeEntries, planEntries } from './change/rules.ts';
import type { Clash } from './clashes.ts';
import { findClashes } from './list/store.ts';
import { isMoved, type Plan, planOf, samePlan, type Visit } from './rules.ts';
import { toRow, toVisit } from './stored.ts';

/** Visits in the register, for what is written of one beside its plan. */
export const records = recordsOf({
  noun: 'visit',
  table: 'visit',
  ended: 'cancelled_at',
  read: toVisit,
  facts: planOf,
  row: toRow,
  once: ['form_key', 'nth'],
});

/** A clash that the person has seen and accepts, by the ids of the other visits. */
type Accepted = { accepted: ReadonlySet<number> };

/**
 * Plans visits from a form, one for each date. The same form sent again finds its first visits: `again` is true then,
 * and nothing is added. What clashes and was not accepted is handed back and nothing is saved.
 */
export async function insertVisits(
  db: Database,
  plans: readonly Plan[],
  entry: By & Accepted & { formKey: string },
): Promise<{ visits: Visit[]; again: boolean; kept: Clash[] } | { clashes: Clash[] }> {
  return db.transaction().execute(async (db) => {
    const first = await db
      .selectFrom('visit')
      .selectAll()
      .where('form_key', '=', entry.formKey)
      .orderBy('nth')
      .execute();
    if (first.length > 0) return { visits: first.map(toVisit), again: true, kept: [] };
    const clashes = await findClashes(db, plans);
    if (clashes.some(({ visit }) => !entry.accepted.has(visit.id))) return { clashes };

    const { actor, at, formKey } = entry;
    const visits: Visit[] = [];
    for (const [nth, plan] of plans.entries()) {
      const none = { participants: null, summary: null, result_key: null, sequence: 0 };
      const more = { ...none, nth, site_id: visits[0]?.id ?? null, changed_at: at.toISOString() };
      const entered = { actor, at, formKey, origin: 'form', action: 'planned' };
      visits.push((await records.enter(db, plan, entered, more)).record);
    }
    const [leading] = visits;
    if (leading && visits.length > 1) {
      await db.updateTable('visit').set({ site_id: leading.id }).where('id', '=', leading.id).execute();
      leading.siteId = leading.id;
    }
    await putEntries(db, planEntries(visits, entry), entry.at);
    return { visits, again: false, kept: clashes };
  });
}

/** Re-plans a visit if it still is what the person saw (`version`). */
export async function changeVisit(
  db: Database,
  seen: Seen,
  plan: Plan,
  { accepted, ...by }: By & Accepted,
): Promise<Changed<Visit, { kept: Clash[] }> | { clashes: Clash[] }> {
  return db.transaction().execute(async (db) => {
    const now = await findVisit(db, seen.id);
    const moves = now?.version === seen.version && !now.cancelled && isMoved(now, plan);
    const clashes = moves ? await findClashes(db, [plan], seen.id) : [];
    if (clashes.some(({ visit }) => !accepted.has(visit.id))) return { clashes };
    const change = {
      facts: planOf(plan),
      more(before: Visit) {
        const calendar = isMoved(before, plan) || before.title !== plan.title;
        const sequence = before.sequence + (calendar ? 1 : 0);
        return { sequence, changed_at: by.at.toISOString() };
      },
      action: moves ? 'moved' : 'changed',
      same: (visit: Visit) => samePlan(visit, plan),
    };
    const changed = await records.change(db, seen, change, by);
    if (!changed || 'refusal' in changed) return changed;
    if (changed.again) return { ...changed, kept: [] };
    await db
      .updateTable('visit_agenda')
      .set({ year: Number(plan.startsOn.slice(0, 4)), program_id: plan.programId })
      .where('visit_id', '=', seen.id)
      .execute();
    await putEntries(db, changeEntries(changed.before, changed.record, by), by.at);
    return { ...changed, kept: clashes };
  });
}

/** Calls a visit off with a reason; it stays visible, and can be brought back. One that has a result has been. */
export async function cancelVisit(
  db: Database,
  id: number,
  by: By & { reason: string },
): Promise<Turned<Visit> | { refusal: 'has_result' }> {
  return db.transaction().execute(async (db) => {
    const visit = await findVisit(db, id);
    if (!visit) return null;
    if (!visit.cancelled && visit.summary !== null) return { refusal: 'has_result' as const };
    return turned(db, await records.end(db, id, by, onceMore(visit, by)), by);
  });
}

/** Brings back what was called off. What it runs into by now is handed back with it: it stands all the same. */
export async function restoreVisit(db: Database, id: number, by: By & { reason: string }) {
  return db.transaction().execute(async (db) => {
    const visit = await findVisit(db, id);
    if (!visit) return null;
    const clashes = visit.cancelled ? await findClashes(db, [visit], id) : [];
    const restored = await turned(db, await records.restore(db, id, by, onceMore(visit, by)), by);
    return restored && { ...restored, clashes };
  });
}

/** Calendars take it as a new state of what they know. */
const onceMore = ({ sequence }: Visit, { at }: By) => ({ changed_at: at.toISOString(), sequence: sequence + 1 });

async function turned(db: Database, turn: Turned<Visit>, by: By & { reason?: string }): Promise<Turned<Visit>> {
  if (turn && !turn.again) await putEntries(db, changeEntries(turn.before, turn.record, by), by.at);
  return turn;
}

export const findVisit = (db: Database, id: number): Promise<Visit | null> => records.find(db, id);

/** The other dates of the same site, in their order. */
export async function findSiblings(db: Database, visit: Visit): Promise<Visit[]> {
  if (visit.siteId === null) return [];
  const rows = await db
    .selectFrom('visit')
    .selectAll()
    .where('site_id', '=', visit.siteId)
    .where('id', '!=', visit.id)
    .orderBy('starts_on')
    .execute();
  return rows.map(toVisit);
}
