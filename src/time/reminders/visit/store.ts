import type { Database } from '../../../base/db/database.ts';

/** When each of these visits was entered. */
export async function findEntered(db: Database, visitIds: readonly number[]): Promise<Map<number, Date>> {
  if (visitIds.length === 0) return new Map();
  const rows = await db.selectFrom('visit').select(['id', 'created_at']).where('id', 'in', visitIds).execute();
  return new Map(rows.map((row) => [row.id, new Date(row.created_at)]));
}

/** Visits that are over and were entered since a moment without a result: those that were entered late. */
export async function findEnteredLate(db: Database, since: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('visit')
    .select('id')
    .where('created_at', '>=', since.toISOString())
    .where('summary', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('origin', '=', 'form')
    .execute();
  return rows.map(({ id }) => id);
}
