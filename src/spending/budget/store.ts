import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Account } from '../../vocabulary/expense.ts';

/** `account` null: a figure for the year as a whole. `won` is the budget of the whole year. */
export type Budget = { year: number; account: Account | null; won: number };

export async function findBudgets(db: Database, year?: number): Promise<Budget[]> {
  const rows = await db
    .selectFrom('budget')
    .selectAll()
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year')
    .orderBy('account')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    account: row.account === '' ? null : (row.account as Account),
    won: row.won,
  }));
}

/**
 * Sets budgets in one transaction. What a published expense file says of its year (`origin: 'publication'`) never
 * replaces what a person or a budget file set. Returns how many were new or changed; a dry run only counts them.
 */
export async function putBudgets(
  db: Database,
  budgets: readonly Budget[],
  { dryRun = false, ...by }: By & { dryRun?: boolean },
): Promise<number> {
  let changed = 0;
  try {
    await db.transaction().execute(async (db) => {
      changed = (await putBudgetsWithin(db, budgets, by)).length;
      if (dryRun) throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
  return changed;
}

type By = { actor: string; at: Date; origin: 'person' | 'file' | 'publication' | 'sample' };

/** Takes back the transaction of a dry run. */
class Rehearsal extends Error {}

/** The years of which a publication has nothing to say: someone of the office, or a budget file, has set them. */
async function yearsSetByPeople(db: Database): Promise<Set<number>> {
  const rows = await db.selectFrom('budget').select('year').where('origin', '!=', 'publication').execute();
  return new Set(rows.map((row) => row.year));
}

/** A budget that was set, and what stood there before. */
export type BudgetChange = Budget & { before: { won: number; origin: string } | null };

/** Takes back what a publication set, where nobody has set another budget since. */
export async function takeBackBudgets(
  db: Database,
  changes: readonly BudgetChange[],
  by: { actor: string; at: Date },
): Promise<void> {
  for (const { year, account, won, before } of changes) {
    const key = account ?? '';
    const now = await db
      .selectFrom('budget')
      .select(['won', 'origin'])
      .where('year', '=', year)
      .where('account', '=', key)
      .executeTakeFirst();
    if (now?.won !== won || now.origin !== 'publication') continue;
    if (before) {
      await db.updateTable('budget').set(before).where('year', '=', year).where('account', '=', key).execute();
    } else await db.deleteFrom('budget').where('year', '=', year).where('account', '=', key).execute();
    await insertHistory(db, {
      ...by,
      noun: 'budget',
      record: `${year}/${key}`,
      action: 'taken back',
      before: { won },
      after: before && { won: before.won },
    });
  }
}

export async function putBudgetsWithin(
  db: Database,
  budgets: readonly Budget[],
  { origin, ...by }: By,
): Promise<BudgetChange[]> {
  const changes: BudgetChange[] = [];
  const set = origin === 'publication' ? await yearsSetByPeople(db) : new Set<number>();
  for (const { year, account, won } of budgets) {
    const before = await db
      .selectFrom('budget')
      .select(['won', 'origin'])
      .where('year', '=', year)
      .where('account', '=', account ?? '')
      .executeTakeFirst();
    if (before?.won === won || set.has(year)) continue;
    await db
      .insertInto('budget')
      .values({ year, account: account ?? '', won, origin })
      .onConflict((conflict) => conflict.columns(['year', 'account']).doUpdateSet({ won, origin }))
      .execute();
    await insertHistory(db, {
      ...by,
      noun: 'budget',
      record: `${year}/${account ?? ''}`,
      action: before ? 'changed' : 'added',
      before: before ? { won: before.won } : null,
      after: { won },
    });
    changes.push({ year, account, won, before: before ?? null });
  }
  return changes;
}
