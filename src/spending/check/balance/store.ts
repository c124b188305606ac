import type { Database } from '../../../base/db/database.ts';
import { type Judged, UNSAVED } from '../rule.ts';

/**
 * What was left for a record when it was entered: its account's budget, or the year's where the account has none, less what was
 * registered before it. Only of accounts that are over their budget are the records added up.
 */
export async function findBalances(
  db: Database,
  records: readonly Judged[],
): Promise<(spend: Pick<Judged, 'id' | 'year' | 'account'>) => number | null> {
  const years = [...new Set(records.map(({ year }) => year))];
  const before = new Map<string, { won: number; ids: number[]; sums: number[] }>();
  const budgets = await findBudgets(db, years);
  const budgetOf = ({ year, account }: Pick<Judged, 'year' | 'account'>) =>
    budgets.find((it) => it.year === year && it.account === (account ?? '')) ??
    budgets.find((it) => it.year === year && it.account === '') ??
    null;

  const unsaved = records.reduce((sum, { id, amount }) => (id === UNSAVED ? sum + amount : sum), 0);
  for (const { spent, ...budget } of budgets) {
    const key = `${budget.year}/${budget.account}`;
    if (spent + unsaved <= budget.won) {
      before.set(key, { won: spent, ids: [], sums: [] });
      continue;
    }
    const rows = await db
      .selectFrom('expense')
      .select(['id', 'amount'])
      .where('year', '=', budget.year)
      .where('voided_at', 'is', null)
      .where((eb) => eb.or([eb('approval', 'is', null), eb('approval', '!=', 'refused')]))
      .$if(budget.account !== '', (query) => query.where('account', '=', budget.account))
      .orderBy('id')
      .execute();
    let won = 0;
    const sums = rows.map(({ amount }) => {
      won += amount;
      return won;
    });
    before.set(key, { won, ids: rows.map(({ id }) => id), sums });
  }

  return (spend) => {
    const budget = budgetOf(spend);
    const spent = budget && before.get(`${budget.year}/${budget.account}`);
    if (!budget || !spent) return null;
    if (spent.ids.length === 0) return budget.won - spent.won + (spend.id === UNSAVED ? 0 : spent.won);
    const at = firstNotBelow(spent.ids, spend.id);
    return budget.won - (at === 0 ? 0 : (spent.sums[at - 1] ?? 0));
  };
}

/** The budgets of those years and what was spent of each: by its account, or by all of them where it is the year's (`''`). */
const findBudgets = (db: Database, years: readonly number[]) =>
  db
    .selectFrom('budget')
    .leftJoin('expense_total', (join) =>
      join
        .onRef('expense_total.year', '=', 'budget.year')
        .on((eb) => eb.or([eb('budget.account', '=', ''), eb('expense_total.account', '=', eb.ref('budget.account'))])),
    )
    .select((eb) => [
      'budget.year',
      'budget.account',
      'budget.won',
      eb.fn.coalesce(eb.fn.sum<number>('expense_total.spent'), eb.lit(0)).as('spent'),
    ])
    .where('budget.year', 'in', years)
    .groupBy(['budget.year', 'budget.account', 'budget.won'])
    .execute();

function firstNotBelow(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
