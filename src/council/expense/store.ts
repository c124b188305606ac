import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';

type By = { actor: string; at: Date };

/** Ties a spend to a contact; false if they were tied before. */
export async function tieExpense(db: Database, contactId: number, expenseId: number, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('council_expense')
      .values({ contact_id: contactId, expense_id: expenseId, tied_by: by.actor, tied_at: by.at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return false;
    await insertHistory(db, { ...change(contactId, by), action: 'tied', before: null, after: { expense: expenseId } });
    return true;
  });
}

/** False if they were not tied. */
export async function untieExpense(db: Database, contactId: number, expenseId: number, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('council_expense')
      .where('contact_id', '=', contactId)
      .where('expense_id', '=', expenseId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await insertHistory(db, {
      ...change(contactId, by),
      action: 'untied',
      before: { expense: expenseId },
      after: null,
    });
    return true;
  });
}

export async function findTied(
  db: Database,
  contactId: number,
): Promise<{ id: number; won: number; voided: boolean }[]> {
  const rows = await db
    .selectFrom('council_expense')
    .innerJoin('expense', 'expense.id', 'council_expense.expense_id')
    .select(['expense.id', 'expense.amount', 'expense.voided_at'])
    .where('council_expense.contact_id', '=', contactId)
    .orderBy('expense.id')
    .execute();
  return rows.map((row) => ({ id: row.id, won: row.amount, voided: row.voided_at !== null }));
}

const change = (contactId: number, { actor, at }: By) => ({ actor, at, noun: 'council', record: String(contactId) });
