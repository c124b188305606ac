import type { Database } from '../../base/db/database.ts';
import type { Finding } from '../check/rule.ts';
import { findOpenFindings } from '../check/store.ts';
import type { Expense } from '../expense/rules.ts';

/** What has to be settled before a spend can be approved: open findings that block it or require evidence. */
export async function findMissing(db: Database, { id }: Pick<Expense, 'id'>): Promise<Finding[]> {
  return (await findOpenFindings(db, [id])).filter(isMissing);
}

/** Which of these spends lack something. */
export async function findLacking(db: Database, ids: readonly number[]): Promise<ReadonlySet<number>> {
  return new Set((await findOpenFindings(db, ids)).filter(isMissing).map(({ expenseId }) => expenseId));
}

const isMissing = ({ severity }: Finding): boolean => severity !== 'warn';
