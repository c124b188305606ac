import type { Database } from '../../../base/db/database.ts';
import { isAccount } from '../../../vocabulary/expense.ts';
import { type Crossing, THRESHOLDS } from './rules.ts';

/** When each threshold of a year was first seen to be crossed. */
export async function findCrossings(db: Database, year: number): Promise<Crossing[]> {
  const rows = await db.selectFrom('reminder_crossing').selectAll().where('year', '=', year).execute();
  return rows.flatMap((row) => {
    const percent = THRESHOLDS.find((it) => it === row.percent);
    const account = isAccount(row.account) ? row.account : null;
    return percent ? [{ year: row.year, account, percent, at: new Date(row.crossed_at) }] : [];
  });
}

/** Each once; those that are known keep their moment. */
export async function putCrossings(db: Database, crossings: readonly Crossing[]): Promise<void> {
  for (const { year, account, percent, at } of crossings) {
    await db
      .insertInto('reminder_crossing')
      .values({ year, account: account ?? '', percent, crossed_at: at.toISOString() })
      .onConflict((conflict) => conflict.columns(['year', 'account', 'percent']).doNothing())
      .execute();
  }
}
