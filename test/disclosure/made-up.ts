import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/base/db/database.ts';
import type { Expense } from '../../src/spending/expense/rules.ts';
import { insertEntered } from '../../src/spending/expense/store.ts';

/** A made-up record that says so much as a complete one does. */
export const expenseOf = (fields: Partial<Expense> = {}): Expense => ({
  id: 1,
  year: 2018,
  month: 2,
  spentOn: '2018-02-05',
  spentTime: '12:10',
  amount: 120_000,
  account: '203-03',
  activity: '4-나',
  category: null,
  place: '소나무집',
  address: null,
  purpose: '시정 현안 간담회',
  headcount: 5,
  attendees: null,
  payment: 'card',
  spender: '서울특별시장',
  department: null,
  origin: 'import',
  flags: [],
  createdBy: 'U0OHMANAGE',
  version: 1,
  voided: false,
  approval: null,
  ...fields,
});

/** Puts such a record into the register. Returns its id. */
export async function recordSpend(db: Database, fields: Partial<Expense> = {}): Promise<number> {
  const { id, origin, flags, createdBy, version, voided, approval, ...spend } = expenseOf(fields);
  const entry = { actor: createdBy, at: new Date('2018-03-05T03:00:00Z'), formKey: randomUUID(), receipts: [] };
  const made = await insertEntered(db, spend, { ...entry, heldRowId: null });
  if (!('expense' in made)) throw new Error(made.refusal);
  return made.expense.id;
}
