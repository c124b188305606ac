import { sql } from 'kysely';
import { anyOf } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import type { RowResult } from '../expense/row-result.ts';

/**
 * Those that the register does not hold: neither as they came, nor as they were edited, nor held. Each takes a place after those of its
 * equals: where some of them were taken back, or edited into what they are, the first places may be free and a later one taken.
 */
export async function newRows(db: Database, rows: readonly RowResult[]): Promise<RowResult[]> {
  const prints = anyOf([...new Set(rows.map((row) => row.fingerprint))]);
  const among = (table: 'expense' | 'held_row') =>
    db.selectFrom(table).select(['fingerprint', 'nth']).where('fingerprint', 'in', prints);
  const retold = db
    .selectFrom('expense_retold')
    .select(['fingerprint', sql<number>`0`.as('nth')])
    .where('fingerprint', 'in', prints);
  const found = await among('expense').unionAll(among('held_row')).unionAll(retold).execute();

  const known = new Map<string, { count: number; last: number }>();
  for (const { fingerprint, nth } of found) {
    const { count, last } = known.get(fingerprint) ?? { count: 0, last: 0 };
    known.set(fingerprint, { count: count + 1, last: Math.max(last, nth) });
  }
  const fresh: RowResult[] = [];
  for (const row of rows) {
    const { count, last } = known.get(row.fingerprint) ?? { count: 0, last: 0 };
    if (row.nth <= count) continue;
    row.nth += last - count;
    fresh.push(row);
  }
  return fresh;
}
