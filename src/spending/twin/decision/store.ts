import { atOnce, type Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import { expenseName } from '../../expense/rules.ts';
import { voidRecord } from '../../saving/store.ts';
import type { Choice } from '../rules.ts';

/** What came of a decision: done, decided before, or held back because the record that would go is approved. */
export type Decided = 'done' | 'again' | 'approved' | 'not_found';

/** Two spends, or one: then the record that does not stay is voided for `reason`. What was decided is decided once. */
export async function decideTwin(
  db: Database,
  id: number,
  choice: Choice,
  by: { actor: string; at: Date; reason: (stays: string) => string; mayVoidApproved: boolean },
): Promise<Decided> {
  return atOnce(db, async (db) => {
    const twin = await db.selectFrom('expense_twin').selectAll().where('id', '=', id).executeTakeFirst();
    if (!twin) return 'not_found';
    if (twin.state !== 'open') return 'again';
    const [stays, goes] = choice === 'keep_later' ? [twin.expense_id, twin.other_id] : [twin.other_id, twin.expense_id];
    const { actor, at, mayVoidApproved } = by;
    if (choice !== 'different') {
      const voided = await voidRecord(db, goes, { actor, at, mayVoidApproved, reason: by.reason(expenseName(stays)) });
      if (voided && 'refusal' in voided) return 'approved';
    }
    const state = choice === 'different' ? 'different' : 'same';
    await db
      .updateTable('expense_twin')
      .set({ state, decided_by: actor, decided_at: at.toISOString() })
      .where('id', '=', id)
      .execute();
    await insertHistory(db, {
      actor,
      at,
      noun: 'expense_twin',
      record: String(id),
      action: 'decided',
      before: { state: 'open' },
      after: { state, expense: twin.expense_id, other: twin.other_id, stays: choice === 'different' ? null : stays },
    });
    return 'done';
  });
}
