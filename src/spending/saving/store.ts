import { atOnce, type Database } from '../../base/db/database.ts';
import type { Evidence } from '../../vocabulary/check.ts';
import { askApproval, askRestored, endApproval } from '../approval/step/store.ts';
import { putEvidence } from '../check/evidence/store.ts';
import { judgeAgain } from '../check/judging/store.ts';
import type { Expense, Spend } from '../expense/rules.ts';
import { changeExpense, insertEntered, restoreExpense, voidExpense } from '../expense/store.ts';
import { noteTwin } from '../twin/store.ts';

/** A record and what saving it brings about (evidence, findings, a request for approval) are kept together or not at all. */

/** `today` is the office's day; `evidence` what was said besides the record. */
type By = { actor: string; at: Date; today: string; evidence: Evidence };

/** As `insertEntered`. */
export async function recordSpend(db: Database, spend: Spend, entry: By & Parameters<typeof insertEntered>[2]) {
  return atOnce(db, async (db) => {
    const entered = await insertEntered(db, spend, entry);
    if ('refusal' in entered || entered.again) return entered;
    await noteTwin(db, entered.expense);
    return { expense: await bringAbout(db, entered.expense, null, entry), again: false };
  });
}

/** As `changeExpense`. */
export async function changeRecord(
  db: Database,
  { id, version }: { id: number; version: number },
  spend: Spend,
  by: By & Parameters<typeof changeExpense>[3],
) {
  return atOnce(db, async (db) => {
    const changed = await changeExpense(db, { id, version }, spend, by);
    if (!changed || 'refusal' in changed || changed.again) return changed;
    return { ...changed, record: await bringAbout(db, changed.record, changed.before, by) };
  });
}

/** As `voidExpense`. */
export async function voidRecord(db: Database, id: number, by: Parameters<typeof voidExpense>[2]) {
  return atOnce(db, async (db) => {
    const voided = await voidExpense(db, id, by);
    if (!voided || 'refusal' in voided || voided.again) return voided;
    await endApproval(db, voided.record, { actor: by.actor, at: by.at });
    await judgeAgain(db, [voided.record], by.at);
    return voided;
  });
}

/** As `restoreExpense`; what waited or was approved is asked about anew. */
export async function restoreRecord(
  db: Database,
  id: number,
  by: Parameters<typeof restoreExpense>[2] & { today: string },
) {
  return atOnce(db, async (db) => {
    const restored = await restoreExpense(db, id, by);
    if (!restored || 'refusal' in restored || restored.again) return restored;
    await judgeAgain(db, [restored.record], by.at);
    return { ...restored, record: await askRestored(db, restored.record, by) };
  });
}

/** Returns the record as it stands then. */
async function bringAbout(db: Database, expense: Expense, before: Expense | null, by: By): Promise<Expense> {
  const { actor, at, today, evidence } = by;
  await putEvidence(db, expense.id, evidence, { actor, at });
  await judgeAgain(db, before ? [before, expense] : [expense], at);
  return askApproval(db, expense, before, { actor, at, today });
}
