import { anyOfIds } from '../../../base/db/bulk.ts';
import type { Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { Evidence } from '../../../vocabulary/check.ts';
import { EVIDENCE, isEvidence } from '../../../vocabulary/check.ts';

type By = { actor: string; at: Date };

/** What was said besides these records. */
export async function findEvidence(db: Database, expenseIds: readonly number[]): Promise<Map<number, Evidence>> {
  const found = new Map<number, Evidence>();
  if (expenseIds.length === 0) return found;
  const rows = await db
    .selectFrom('expense_evidence')
    .select(['expense_id', 'field', 'value'])
    .where('expense_id', 'in', anyOfIds(expenseIds))
    .execute();
  for (const { expense_id, field, value } of rows) {
    if (isEvidence(field)) found.set(expense_id, { ...found.get(expense_id), [field]: value });
  }
  return found;
}

/** When something was said about a record last, and by whom: whether someone else did while a form was open. */
export async function findLastGiven(db: Database, expenseId: number): Promise<{ at: string; by: string } | null> {
  const row = await db
    .selectFrom('expense_evidence')
    .select(['given_at', 'given_by'])
    .where('expense_id', '=', expenseId)
    .orderBy('given_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { at: row.given_at, by: row.given_by } : null;
}

/** Keeps what was said, in the transaction of whoever asked; '' takes it back. What stays as it was leaves no trace. */
export async function putEvidence(db: Database, expenseId: number, given: Evidence, by: By): Promise<void> {
  if (EVIDENCE.every((field) => given[field] === undefined)) return;
  const before = (await findEvidence(db, [expenseId])).get(expenseId) ?? {};
  const fields = EVIDENCE.filter((field) => given[field] !== undefined && given[field] !== (before[field] ?? ''));
  if (fields.length === 0) return;
  for (const field of fields) {
    const value = given[field] ?? '';
    if (value === '') {
      await db.deleteFrom('expense_evidence').where('expense_id', '=', expenseId).where('field', '=', field).execute();
      continue;
    }
    const row = { value, given_by: by.actor, given_at: by.at.toISOString() };
    await db
      .insertInto('expense_evidence')
      .values({ expense_id: expenseId, field, ...row })
      .onConflict((conflict) => conflict.columns(['expense_id', 'field']).doUpdateSet(row))
      .execute();
  }
  const only = (all: Evidence) => Object.fromEntries(fields.map((field) => [field, all[field] || null]));
  const change = { ...by, noun: 'expense', record: String(expenseId), action: 'evidence_given' };
  await insertHistory(db, { ...change, before: only(before), after: only(given) });
}
