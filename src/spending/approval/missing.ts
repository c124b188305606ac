import type { Database } from '../../base/db/database.ts';
import type { Text } from '../../text/index.ts';
import { findOpenFindings } from '../check/store.ts';
import { findingLine } from '../check/words.ts';
import type { Expense } from '../expense/rules.ts';

/** What has to be settled before a spend can be approved: open findings that block it or require evidence, in words. */
export async function findMissing(db: Database, { id }: Expense, text: Text): Promise<string[]> {
  const open = await findOpenFindings(db, [id]);
  return open.filter(({ severity }) => severity !== 'warn').map((finding) => findingLine(finding, text));
}
