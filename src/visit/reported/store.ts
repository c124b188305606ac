import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';

/** What the main-work report says of a visit beside its plan: a guest's title (대통령), an award that was given there. */
export type Reported = { guestTitle: string | null; award: string | null };

export async function findReported(db: Database, id: number): Promise<Reported | null> {
  const row = await db.selectFrom('visit').select(['guest_title', 'award']).where('id', '=', id).executeTakeFirst();
  return row ? { guestTitle: row.guest_title, award: row.award } : null;
}

/** False where there is no such visit. */
export async function putReported(
  db: Database,
  id: number,
  reported: Reported,
  by: { actor: string; at: Date },
): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const before = await findReported(db, id);
    if (!before) return false;
    if (before.guestTitle === reported.guestTitle && before.award === reported.award) return true;
    const { guestTitle: guest_title, award } = reported;
    await db.updateTable('visit').set({ guest_title, award }).where('id', '=', id).execute();
    await insertHistory(db, { ...by, noun: 'visit', record: String(id), action: 'changed', before, after: reported });
    return true;
  });
}
