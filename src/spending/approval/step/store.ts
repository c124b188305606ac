import type { Database } from '../../../base/db/database.ts';
import { putEntries } from '../../../outbox/store.ts';
import { findOfficeSettings } from '../../../people/settings/store.ts';
import type { Decision, RightRefusal } from '../../../vocabulary/approval.ts';
import type { Finding } from '../../check/rule.ts';
import type { Expense } from '../../expense/rules.ts';
import { isSame } from '../../expense/standing.ts';
import { findExpense } from '../../expense/store.ts';
import { addTotals } from '../../ledger/store.ts';
import { NOTICE, PROGRESS, progressKey, putMessage, putRequests } from '../message/store.ts';
import { findMissing } from '../missing.ts';
import { type Approval, type Event, isOver, needsAgreement, rightOf, stateAfter } from '../rules.ts';
import { stepsNeeded } from '../setting/rules.ts';
import { findRuleAt } from '../setting/store.ts';
import { findApproval, findBalance, findOffice, putEvent, putState } from '../store.ts';

/** `today` is the office's day. */
export type By = { actor: string; at: Date; today: string };

/**
 * Asks for approval of a spend that was entered or edited, where its account's rule of the moment it was recorded wants that; in the
 * transaction that saves it, after its totals. Returns the record as it stands then.
 */
export async function askApproval(db: Database, expense: Expense, before: Expense | null, by: By): Promise<Expense> {
  if (before?.approval) return expense.approval === 'waiting' ? askAgain(db, expense, before, by) : expense;
  const steps = await stepsFor(db, expense, before, by);
  return steps === 0 ? expense : ask(db, expense, steps, by);
}

/** Asks anew about a spend that was voided and is back, unless it was refused or needs nobody. Returns the record as it stands then. */
export async function askRestored(db: Database, expense: Expense, by: By): Promise<Expense> {
  if (expense.approval === null || expense.approval === 'refused') return expense;
  return ask(db, expense, (await stepsFor(db, expense, expense, by)) || 1, by);
}

async function askAgain(db: Database, expense: Expense, before: Expense, by: By): Promise<Expense> {
  if (before.approval === 'waiting' && isSame(before, expense)) return expense;
  return ask(db, expense, (await stepsFor(db, expense, before, by)) || 1, by);
}

/** An edit that takes no more from its account than before is no reason to ask about the budget. */
async function stepsFor(db: Database, expense: Expense, before: Expense | null, { at }: By): Promise<number> {
  if (!expense.account || expense.origin !== 'form') return 0;
  const rule = await findRuleAt(db, expense.account, before ? await findRecordedAt(db, expense.id) : at.toISOString());
  if (rule.mode === 'off' || (await wasHeld(db, expense.id))) return 0;
  const elsewhere = !before || before.account !== expense.account || before.year !== expense.year;
  const takes = elsewhere ? expense.amount : expense.amount - before.amount;
  const over = takes > 0 && isOver(expense, await findBalance(db, expense));
  return stepsNeeded(rule, { amount: expense.amount, over });
}

async function findRecordedAt(db: Database, id: number): Promise<string> {
  const row = await db.selectFrom('expense').select('created_at').where('id', '=', id).executeTakeFirstOrThrow();
  return row.created_at;
}

/** Whether it is a row of an import that was mended. */
async function wasHeld(db: Database, id: number): Promise<boolean> {
  return (await db.selectFrom('held_row').select('id').where('expense_id', '=', id).executeTakeFirst()) !== undefined;
}

async function ask(db: Database, expense: Expense, steps: number, by: By): Promise<Expense> {
  const known = await findApproval(db, expense.id);
  const version = (known?.version ?? 0) + 1;
  const agreement = needsAgreement(expense) && (await findOfficeSettings(db)).accounting.length > 0 ? 1 : 0;
  const row = { steps: steps + agreement, agreement, version, asked_by: by.actor, out_at: null, called: 0 };
  await db
    .insertInto('approval')
    .values({ expense_id: expense.id, ...row })
    .onConflict((conflict) => conflict.column('expense_id').doUpdateSet(row))
    .execute();
  await putState(db, expense, 'waiting');
  await putEvent(db, expense, { version, action: 'asked', actor: by.actor, deputyFor: null, words: null, at: by.at });
  await putRequests(db, expense.id, by);
  const spender = { recipient: expense.createdBy, dueAt: by.at, expiresAt: null, subject: { expenseId: expense.id } };
  await putEntries(db, [{ key: progressKey(expense.id), kind: PROGRESS, ...spender }], by.at);
  return { ...expense, approval: 'waiting' };
}

export type DecideRefusal =
  | { refusal: RightRefusal | 'gone' | 'over' }
  /** Someone was first, or the spend has changed: what has become of it. */
  | { refusal: 'settled'; expense: Expense; approval: Approval; event: Event }
  | { refusal: 'lacking'; lacking: Finding[] };

/**
 * One person's decision on what they saw (`version`), in one transaction: of two at once one decides and the other hears who did.
 * Nothing is approved while a finding about it is open that blocks it or requires evidence.
 */
export async function decideApproval(
  db: Database,
  seen: { id: number; version: number },
  { decision, words, over = false }: { decision: Decision; words: string | null; over?: boolean },
  by: By,
): Promise<{ expense: Expense; approval: Approval; again: boolean } | DecideRefusal> {
  return db.transaction().execute(async (db) => {
    const expense = await findExpense(db, seen.id);
    const approval = await findApproval(db, seen.id);
    if (!expense || !approval) return { refusal: 'gone' as const };
    const next = approval.events.find((event) => event.version === seen.version + 1);
    if (next?.actor === by.actor && next.action === decision) return { expense, approval, again: true };
    if (next) return { refusal: 'settled' as const, expense, approval, event: next };
    // Nobody is shown a button for a version that does not wait.
    if (approval.version !== seen.version || expense.approval !== 'waiting' || expense.voided) {
      return { refusal: 'gone' as const };
    }
    const right = rightOf(by.actor, { expense, approval }, await findOffice(db, by.today));
    if ('refusal' in right) return right;
    if (decision === 'approved') {
      const lacking = await findMissing(db, expense);
      if (lacking.length > 0) return { refusal: 'lacking' as const, lacking };
      if (!over && isOver(expense, await findBalance(db, expense))) return { refusal: 'over' as const };
    }
    const state = stateAfter(approval, decision);
    const version = approval.version + 1;
    const event = { version, action: decision, actor: by.actor, deputyFor: right.deputyFor, words, at: by.at };
    await db
      .updateTable('approval')
      .set({ version, out_at: null, called: 0 })
      .where('expense_id', '=', expense.id)
      .execute();
    await putState(db, expense, state);
    await putEvent(db, expense, event);
    if (state === 'refused') await addTotals(db, [{ ...expense, sign: -1 }]);
    if (state === 'waiting') await putRequests(db, expense.id, by);
    if (state === 'changes' || state === 'refused') {
      const notice = { key: `${NOTICE}:E${expense.id}:v${version}`, kind: NOTICE, userId: expense.createdBy };
      await putMessage(db, { ...notice, subject: { expenseId: expense.id, version } }, by.at);
    }
    const after = { ...approval, version, events: [...approval.events, event] };
    return { expense: { ...expense, approval: state }, approval: after, again: false };
  });
}

/** Ends whatever was asked about a record that is voided, in the transaction that voids it. */
export async function endApproval(db: Database, expense: Expense, by: { actor: string; at: Date }): Promise<void> {
  const approval = await findApproval(db, expense.id);
  if (!approval) return;
  const version = approval.version + 1;
  await db.updateTable('approval').set({ version }).where('expense_id', '=', expense.id).execute();
  await putEvent(db, expense, { version, action: 'voided', deputyFor: null, words: null, ...by });
}
