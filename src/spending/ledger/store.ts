import type { Database } from '../../base/db/database.ts';
import type { Account } from '../../vocabulary/expense.ts';
import { findBudgets } from '../budget/store.ts';
import { type Held, type Line, type Status, statusOf, type Total, yearsOf } from './rules.ts';

type Counted = { year: number; account: Account | null; category: string | null; amount: number };

/** Adds records to (sign 1) or takes them from (sign -1) the kept totals, in the transaction that changes them. */
export async function addTotals(db: Database, records: readonly (Counted & { sign: 1 | -1 })[]): Promise<void> {
  const totals = openTotals();
  for (const { sign, ...record } of records) totals.add(record, sign);
  await addSums(db, totals.sums());
}

/** Adds records up as the kept totals are: by year, account and category. */
export const openTotals = () => {
  const sums = new Map<string, Sum>();
  return {
    add: ({ year, account, category, amount }: Counted, sign: 1 | -1 = 1): void => {
      const key = `${year} ${account} ${category}`;
      const sum = sums.get(key) ?? { year, account, category, amount: 0, count: 0 };
      sums.set(key, sum);
      sum.amount += sign * amount;
      sum.count += sign;
    },
    sums: (): Sum[] => [...sums.values()],
  };
};

type Sum = { year: number; account: string | null; category: string | null; amount: number; count: number };

/** The same, added up already. */
export async function addSums(db: Database, sums: readonly Sum[]): Promise<void> {
  for (const { year, account, category, amount, count } of sums) {
    await db
      .insertInto('expense_total')
      .values({ year, account: account ?? '', category: category ?? '', spent: amount, count })
      .onConflict((conflict) =>
        conflict.columns(['year', 'account', 'category']).doUpdateSet((eb) => ({
          spent: eb('expense_total.spent', '+', amount),
          count: eb('expense_total.count', '+', count),
        })),
      )
      .execute();
  }
}

export async function findTotals(db: Database): Promise<Total[]> {
  const rows = await db.selectFrom('expense_total').selectAll().execute();
  return rows.map((row) => ({
    year: row.year,
    account: row.account === '' ? null : (row.account as Account),
    category: row.category === '' ? null : row.category,
    spent: row.spent,
    count: row.count,
  }));
}

/** The rows of those years that wait to be mended, and what they would add; a row of unknown year stands beside each. */
export async function findHeldTotal(db: Database, years: { from: number; to: number } | null): Promise<Held> {
  const row = await db
    .selectFrom('held_row')
    .select((eb) => [eb.fn.countAll<number>().as('rows'), eb.fn.sum<number | null>('won').as('won')])
    .where('state', '=', 'open')
    .$if(years !== null, (query) =>
      query.where((eb) => eb.or([eb.between('year', years?.from ?? 0, years?.to ?? 0), eb('year', 'is', null)])),
    )
    .executeTakeFirstOrThrow();
  return { rows: row.rows, won: row.won ?? 0 };
}

/** A year's status and the table of all years, as of one moment. */
export async function findStatus(
  db: Database,
  year: number,
): Promise<{ status: Status; years: (Line & { year: number })[] }> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const totals = await findTotals(db);
      const budgets = await findBudgets(db);
      const held = await findHeldTotal(db, { from: year, to: year });
      return { status: statusOf(year, totals, budgets, held), years: yearsOf(totals, budgets) };
    });
}
