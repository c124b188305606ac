import type { Database } from '../../base/db/database.ts';
import type { Finding } from '../check/rule.ts';
import { findOpenFindings } from '../check/store.ts';
import type { Expense } from '../expense/rules.ts';

/** What has to be settled before a spend can be approved: open findings that block it or require evidence. */
export async function findMissing(db: Database, { id }: Pick<Expense, 'id'>): Promise<Finding[]> {
  return (await findOpenFindings(db, [id])).filter(({ severity }) => severity !== 'warn');
}
