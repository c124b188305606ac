import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import { WAYS } from '../../vocabulary/visit.ts';
import type { Notice } from './rules.ts';

/** Records who was told. The same form sent again adds nothing: `again` is true then. */
export async function insertNotices(
  db: Database,
  visitId: number,
  notices: readonly Notice[],
  entry: { actor: string; at: Date; formKey: string },
): Promise<{ again: boolean }> {
  return db.transaction().execute(async (db) => {
    const known = db.selectFrom('visit_notice').select('id').where('form_key', '=', entry.formKey);
    if (await known.executeTakeFirst()) return { again: true };
    for (const [nth, notice] of notices.entries()) {
      await db
        .insertInto('visit_notice')
        .values({
          visit_id: visitId,
          member_id: notice.memberId,
          name: notice.name,
          told_on: notice.toldOn,
          told_time: notice.toldTime,
          told_by: notice.toldBy,
          how: notice.how,
          invited: notice.invited ? 1 : 0,
          sequence: notice.sequence,
          form_key: entry.formKey,
          nth,
          created_by: entry.actor,
          created_at: entry.at.toISOString(),
        })
        .execute();
    }
    const told = notices.map(({ name }) => name).join(', ');
    const change = { actor: entry.actor, at: entry.at, noun: 'visit', record: String(visitId), action: 'told' };
    await insertHistory(db, { ...change, before: { told: null }, after: { told } });
    return { again: false };
  });
}

/** Who was told of each of these visits, in the order it was recorded. */
export async function findNotices(db: Database, visitIds: readonly number[]): Promise<Map<number, Notice[]>> {
  const notices = new Map<number, Notice[]>();
  if (visitIds.length === 0) return notices;
  const rows = await db
    .selectFrom('visit_notice')
    .selectAll()
    .where('visit_id', 'in', visitIds)
    .orderBy('id')
    .execute();
  for (const row of rows) {
    const notice = {
      memberId: row.member_id,
      name: row.name,
      toldOn: row.told_on,
      toldTime: row.told_time,
      toldBy: row.told_by,
      how: WAYS.find((way) => way === row.how) ?? 'message',
      invited: row.invited === 1,
      sequence: row.sequence,
    };
    notices.set(row.visit_id, [...(notices.get(row.visit_id) ?? []), notice]);
  }
  return notices;
}
