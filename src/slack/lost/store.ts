import type { Database } from '../../base/db/database.ts';
import type { View } from '../blocks.ts';

/** What somebody typed is kept for a month at most, and for nobody else. */
const KEPT_DAYS = 30;

export async function insertLostForm(db: Database, id: string, userId: string, view: View, at: Date): Promise<void> {
  const oldest = new Date(at.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  await db.deleteFrom('lost_form').where('lost_at', '<', oldest.toISOString()).execute();
  const form = { id, user_id: userId, view: JSON.stringify(view), lost_at: at.toISOString() };
  await db.insertInto('lost_form').values(form).execute();
}

export async function findLostForm(db: Database, id: string, userId: string): Promise<View | null> {
  const mine = db.selectFrom('lost_form').select('view').where('id', '=', id).where('user_id', '=', userId);
  const row = await mine.executeTakeFirst();
  return row ? (JSON.parse(row.view) as View) : null;
}
