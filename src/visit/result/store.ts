import type { Database } from '../../base/db/database.ts';
import type { Followup } from '../../followup/rules.ts';
import { insertFollowups } from '../../followup/store.ts';
import type { By, Changed, Seen } from '../../register/versions.ts';
import type { Kind } from '../../vocabulary/followup.ts';
import { planOf, type Visit } from '../rules.ts';
import { findVisit, records } from '../store.ts';
import type { AgendaItem, Result } from './rules.ts';

/** `followupId` is what is still owed for it, or was. */
export type KeptItem = Omit<AgendaItem, 'due'> & { followupId: number | null };

/** What was asked for, in the order it was entered; done also when its follow-up is. */
export async function findAgenda(db: Database, visitId: number): Promise<KeptItem[]> {
  return (await findAgendas(db, [visitId])).get(visitId) ?? [];
}

export async function findAgendas(db: Database, visitIds: readonly number[]): Promise<Map<number, KeptItem[]>> {
  const agendas = new Map<number, KeptItem[]>();
  if (visitIds.length === 0) return agendas;
  const rows = await db
    .selectFrom('visit_agenda')
    .leftJoin('followup', 'followup.id', 'visit_agenda.followup_id')
    .select([
      'visit_agenda.visit_id',
      'visit_agenda.title',
      'visit_agenda.done',
      'visit_agenda.followup_id',
      'followup.status',
    ])
    .where('visit_agenda.visit_id', 'in', visitIds)
    .orderBy('visit_agenda.visit_id')
    .orderBy('visit_agenda.nth')
    .execute();
  for (const { visit_id, title, done, followup_id, status } of rows) {
    const item = { title, done: done === 1 || status === 'done', followupId: followup_id };
    agendas.set(visit_id, [...(agendas.get(visit_id) ?? []), item]);
  }
  return agendas;
}

/**
 * Records what came of a visit, if it still is what the person saw. New items of the agenda become follow-ups of the
 * visit's owner, unless they were done on the spot; an item that is known already is not entered again.
 */
export async function putResult(
  db: Database,
  seen: Seen,
  result: Result,
  { formKey, followupKind, ...by }: By & { formKey: string; followupKind: Kind },
): Promise<Changed<Visit, { followups: Followup[] }>> {
  return db.transaction().execute(async (db) => {
    const { id } = seen;
    const before = await findVisit(db, id);
    if (!before) return null;
    const sent = db.selectFrom('visit').select('id').where('id', '=', id).where('result_key', '=', formKey);
    if (await sent.executeTakeFirst()) return { record: before, before, followups: [], again: true };

    const known = await findAgenda(db, id);
    const items = result.agenda.filter((item) => !known.some(({ title }) => title === item.title));
    const { participants, summary } = result;
    const agenda = items.map((item) => item.title).join(' / ') || null;
    const change = {
      facts: planOf(before),
      more: () => ({ participants, summary, result_key: formKey }),
      action: 'result',
      before: { participants: before.participants, summary: before.summary, agenda: null },
      after: { participants, summary, agenda },
      same: () => false,
    };
    const changed = await records.change(db, seen, change, by);
    if (!changed || 'refusal' in changed) return changed;

    const owed = items.filter((item) => !item.done);
    const source = { noun: 'visit' as const, record: String(id) };
    const what = { source, owner: before.owner, kind: followupKind };
    const followups = await insertFollowups(
      db,
      owed.map(({ title, due }) => ({ ...what, title, due })),
      by,
    );
    for (const [i, item] of items.entries()) {
      const followup_id = followups[owed.indexOf(item)]?.id ?? null;
      const of = { visit_id: id, year: Number(before.startsOn.slice(0, 4)), program_id: before.programId };
      const row = { ...of, nth: known.length + i, title: item.title, done: item.done ? 1 : 0, followup_id };
      await db.insertInto('visit_agenda').values(row).execute();
    }
    return { ...changed, followups };
  });
}
