import type { Database } from '../../base/db/database.ts';
import { findAskedBy } from '../approval/store.ts';
import { findLackingEvidence } from '../check/store.ts';
import type { Expense } from '../expense/rules.ts';
import { findExpense } from '../expense/store.ts';

/** Why a spend waits for who entered it: returned to be mended, refused, or without its evidence. */
export type Owing = 'changes' | 'refused' | 'evidence';
export type Owed = { expense: Expense; why: Owing };

/** What somebody's own spends want of them: what was returned first, then what was refused, then what lacks evidence; each once. */
export async function findOwedSpends(db: Database, userId: string, now: Date): Promise<Owed[]> {
  const asked = await findAskedBy(db, { userId });
  const returned = (why: 'changes' | 'refused'): Owed[] =>
    asked.flatMap(({ expense }) => (expense.approval === why ? [{ expense, why }] : []));
  const owed = [...returned('changes'), ...returned('refused')];
  const lacking = (await findLackingEvidence(db, { recordedUntil: now })).filter((it) => it.recordedBy === userId);
  for (const { expenseId } of lacking) {
    if (owed.some(({ expense }) => expense.id === expenseId)) continue;
    const expense = await findExpense(db, expenseId);
    if (expense) owed.push({ expense, why: 'evidence' });
  }
  return owed;
}
