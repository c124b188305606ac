import type { Database } from '../base/db/database.ts';
import { putEntries } from '../outbox/store.ts';
import { insertHistory } from '../people/history/store.ts';
import { changeEntries } from './change/rules.ts';
import type { Clash } from './clashes.ts';
import { findClashes } from './list/store.ts';
import { isMoved, type Plan, planOf, samePlan, type Visit } from './rules.ts';
import { toRow, toVisit } from './stored.ts';

export type By = { actor: string; at: Date };

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

    const visits: Visit[] = [];
    for (const [nth, plan] of plans.entries()) {
      const row = await db
        .insertInto('visit')
        .values({
          ...toRow(plan),
          site_id: visits[0]?.id ?? null,
          participants: null,
          summary: null,
          result_key: null,
          sequence: 0,
          changed_at: entry.at.toISOString(),
          origin: 'form',
          form_key: entry.formKey,
          nth,
          created_by: entry.actor,
          created_at: entry.at.toISOString(),
          version: 1,
          cancelled_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      visits.push(toVisit(row));
      await insertHistory(db, { ...change(entry, row.id, 'planned'), before: null, after: plan });
    }
    const [leading] = visits;
    if (leading && visits.length > 1) {
      await db.updateTable('visit').set({ site_id: leading.id }).where('id', '=', leading.id).execute();
      leading.siteId = leading.id;
    }
    for (const visit of visits) await putEntries(db, changeEntries(null, visit, entry), entry.at);
    return { visits, again: false, kept: clashes };
  });
}

export type Changed =
  | { visit: Visit; before: Visit; kept: Clash[] }
  | { refusal: 'changed_meanwhile' | 'cancelled'; visit: Visit }
  | { clashes: Clash[] };

/** Re-plans a visit if it still is what the person saw (`version`). */
export async function changeVisit(
  db: Database,
  { id, version }: { id: number; version: number },
  plan: Plan,
  by: By & Accepted,
): Promise<Changed | null> {
  return db.transaction().execute(async (db): Promise<Changed | null> => {
    const before = await findVisit(db, id);
    if (!before) return null;
    if (before.cancelled) return { refusal: 'cancelled', visit: before };
    if (before.version !== version) {
      // The same form sent twice: its change is already there.
      if (before.version === version + 1 && samePlan(before, plan)) return { visit: before, before, kept: [] };
      return { refusal: 'changed_meanwhile', visit: before };
    }
    const moved = isMoved(before, plan);
    const clashes = moved ? await findClashes(db, [plan], id) : [];
    if (clashes.some(({ visit }) => !by.accepted.has(visit.id))) return { clashes };
    const calendar = moved || before.title !== plan.title;
    const sequence = before.sequence + (calendar ? 1 : 0);
    await db
      .updateTable('visit')
      .set({ ...toRow(plan), sequence, changed_at: by.at.toISOString(), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await db
      .updateTable('visit_agenda')
      .set({ year: Number(plan.startsOn.slice(0, 4)), program_id: plan.programId })
      .where('visit_id', '=', id)
      .execute();
    const action = moved ? 'moved' : 'changed';
    await insertHistory(db, { ...change(by, id, action), before: planOf(before), after: planOf(plan) });
    const visit = { ...before, ...plan, sequence, changedAt: by.at, version: version + 1 };
    await putEntries(db, changeEntries(before, visit, by), by.at);
    return { before, kept: clashes, visit };
  });
}

/** Calls a visit off with a reason; it stays visible, and can be brought back. One that has a result has been. */
export async function cancelVisit(
  db: Database,
  id: number,
  by: By & { reason: string },
): Promise<{ visit: Visit; again: boolean } | { refusal: 'has_result' } | null> {
  return db.transaction().execute(async (db) => {
    const visit = await findVisit(db, id);
    if (!visit) return null;
    if (visit.cancelled) return { visit, again: true };
    if (visit.summary !== null) return { refusal: 'has_result' as const };
    const at = by.at.toISOString();
    await db
      .updateTable('visit')
      .set({ cancelled_at: at, changed_at: at, sequence: visit.sequence + 1, version: visit.version + 1 })
      .where('id', '=', id)
      .execute();
    const plan = planOf(visit);
    await insertHistory(db, { ...change(by, id, 'cancelled'), reason: by.reason, before: plan, after: plan });
    const cancelled = { ...visit, cancelled: true, ...next(visit, by) };
    await putEntries(db, changeEntries(visit, cancelled, by), by.at);
    return { visit: cancelled, again: false };
  });
}

/** Brings back what was called off. What it runs into by now is handed back with it: it stands all the same. */
export async function restoreVisit(
  db: Database,
  id: number,
  by: By,
): Promise<{ visit: Visit; again: boolean; clashes: Clash[] } | null> {
  return db.transaction().execute(async (db) => {
    const visit = await findVisit(db, id);
    if (!visit) return null;
    if (!visit.cancelled) return { visit, again: true, clashes: [] };
    const clashes = await findClashes(db, [visit], id);
    const restored = { ...visit, cancelled: false, ...next(visit, by) };
    const { sequence, version } = restored;
    await db
      .updateTable('visit')
      .set({ cancelled_at: null, changed_at: by.at.toISOString(), sequence, version })
      .where('id', '=', id)
      .execute();
    const plan = planOf(visit);
    await insertHistory(db, { ...change(by, id, 'restored'), before: plan, after: plan });
    await putEntries(db, changeEntries(visit, restored, by), by.at);
    return { visit: restored, again: false, clashes };
  });
}

const next = ({ sequence, version }: Visit, { at }: By): Pick<Visit, 'sequence' | 'version' | 'changedAt'> => ({
  sequence: sequence + 1,
  version: version + 1,
  changedAt: at,
});

export async function findVisit(db: Database, id: number): Promise<Visit | null> {
  const row = await db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toVisit(row) : null;
}

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

const change = ({ actor, at }: By, id: number, action: string) => ({
  actor,
  at,
  noun: 'visit',
  record: String(id),
  action,
});
