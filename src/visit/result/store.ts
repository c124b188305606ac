import type { Database } from '../../base/db/database.ts';
import type { Followup } from '../../followup/rules.ts';
import { insertFollowups } from '../../followup/store.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Kind } from '../../vocabulary/followup.ts';
import type { Visit } from '../rules.ts';
import { findVisit } from '../store.ts';
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

type Put =
  | { visit: Visit; followups: Followup[]; again: boolean }
  | { refusal: 'changed_meanwhile' | 'cancelled'; visit: Visit };

/**
 * Records what came of a visit, if it still is what the person saw. New items of the agenda become follow-ups of the
 * visit's owner, unless they were done on the spot; an item that is known already is not entered again.
 */
export async function putResult(
  db: Database,
  { id, version }: { id: number; version: number },
  result: Result,
  by: { actor: string; at: Date; formKey: string; followupKind: Kind },
): Promise<Put | null> {
  return db.transaction().execute(async (db): Promise<Put | null> => {
    const before = await findVisit(db, id);
    if (!before) return null;
    const { result_key } = await db
      .selectFrom('visit')
      .select('result_key')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (result_key === by.formKey) return { visit: before, followups: [], again: true };
    if (before.cancelled) return { refusal: 'cancelled', visit: before };
    if (before.version !== version) return { refusal: 'changed_meanwhile', visit: before };

    const known = await findAgenda(db, id);
    const items = result.agenda.filter((item) => !known.some(({ title }) => title === item.title));
    const owed = items.filter((item) => !item.done);
    const followups = await insertFollowups(
      db,
      owed.map(({ title, due }) => ({
        source: { noun: 'visit' as const, record: String(id) },
        title,
        due,
        owner: before.owner,
        kind: by.followupKind,
      })),
      { actor: by.actor, at: by.at },
    );
    for (const [i, item] of items.entries()) {
      const followupId = followups[owed.indexOf(item)]?.id ?? null;
      const of = { visit_id: id, year: Number(before.startsOn.slice(0, 4)), program_id: before.programId };
      const row = { ...of, nth: known.length + i, title: item.title, done: item.done ? 1 : 0 };
      await db
        .insertInto('visit_agenda')
        .values({ ...row, followup_id: followupId })
        .execute();
    }
    const { participants, summary } = result;
    await db
      .updateTable('visit')
      .set({ participants, summary, result_key: by.formKey, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const agenda = items.map((item) => item.title).join(' / ') || null;
    await insertHistory(db, {
      actor: by.actor,
      at: by.at,
      noun: 'visit',
      record: String(id),
      action: 'result',
      before: { participants: before.participants, summary: before.summary, agenda: null },
      after: { participants, summary, agenda },
    });
    return { visit: { ...before, participants, summary, version: version + 1 }, followups, again: false };
  });
}
