import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Expense } from '../../spending/expense/rules.ts';
import { findExpense } from '../../spending/expense/store.ts';

type By = { actor: string; at: Date };

/** Says that spending belongs to a visit; false when it already does. */
export async function insertTie(db: Database, visitId: number, expenseId: number, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto('visit_expense')
      .values({ visit_id: visitId, expense_id: expenseId, tied_by: by.actor, tied_at: by.at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await note(db, { visitId, expenseId, action: 'tied' }, by);
    return true;
  });
}

export async function deleteTie(db: Database, visitId: number, expenseId: number, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('visit_expense')
      .where('visit_id', '=', visitId)
      .where('expense_id', '=', expenseId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await note(db, { visitId, expenseId, action: 'untied' }, by);
    return true;
  });
}

/** What was spent on a visit, voided records included: they are shown as such. */
export async function findSpending(db: Database, visitId: number): Promise<Expense[]> {
  const rows = await db
    .selectFrom('visit_expense')
    .select('expense_id')
    .where('visit_id', '=', visitId)
    .orderBy('expense_id')
    .execute();
  const expenses = [];
  for (const { expense_id } of rows) {
    const expense = await findExpense(db, expense_id);
    if (expense) expenses.push(expense);
  }
  return expenses;
}

/** The visits that spending belongs to. */
export async function findTiedVisits(db: Database, expenseId: number): Promise<number[]> {
  const rows = await db.selectFrom('visit_expense').select('visit_id').where('expense_id', '=', expenseId).execute();
  return rows.map((row) => row.visit_id);
}

type Tying = { visitId: number; expenseId: number; action: 'tied' | 'untied' };

async function note(db: Database, { visitId, expenseId, action }: Tying, by: By) {
  const expense = `E${expenseId}`;
  const [before, after] = action === 'tied' ? [null, expense] : [expense, null];
  const change = { ...by, noun: 'visit', record: String(visitId), action };
  await insertHistory(db, { ...change, before: { expense: before }, after: { expense: after } });
}
