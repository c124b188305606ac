import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Activity } from '../../vocabulary/expense.ts';

/** The categories that managers chose, by activity code. */
export async function findChosenCategories(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('activity_category').selectAll().execute();
  return new Map(rows.map((row) => [row.activity, row.category]));
}

/** Says which category an activity belongs to from now on; records already made keep theirs. */
export async function putCategory(
  db: Database,
  activity: Activity,
  category: string,
  by: { actor: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await db
      .selectFrom('activity_category')
      .select('category')
      .where('activity', '=', activity)
      .executeTakeFirst();
    if (before?.category === category) return;
    await db
      .insertInto('activity_category')
      .values({ activity, category })
      .onConflict((conflict) => conflict.column('activity').doUpdateSet({ category }))
      .execute();
    await insertHistory(db, {
      ...by,
      noun: 'category',
      record: activity,
      action: 'changed',
      before: before ?? null,
      after: { category },
    });
  });
}
