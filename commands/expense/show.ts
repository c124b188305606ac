import { formatMoment } from '../../src/korean/day-words.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { isManager, mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { endingBothWays } from '../../src/register/both-ways.ts';
import { finding } from '../../src/register/finding.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { cardApproval, decidesOn } from '../../src/spending/approval/told.ts';
import { expenseMessage } from '../../src/spending/expense/card-views.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense, findSource } from '../../src/spending/expense/store.ts';
import { EXPENSE_RESTORE, EXPENSE_SHOW, EXPENSE_VOID } from '../../src/spending/expense/views.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import { maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { findReceipts } from '../../src/spending/receipt/store.ts';
import { receiptWords } from '../../src/spending/receipt/views.ts';
import { restoreRecord, voidRecord } from '../../src/spending/saving/store.ts';
import { besideRecord } from './beside.ts';

const HISTORY_SHOWN = 10;

export const expenses = finding<Expense>({
  names: { parse: parseExpenseName, name: expenseName },
  find: findExpense,
  isEnded: ({ voided }) => voided,
  mayChange,
  words({ expense: { whichRecord: which, notFound, form } }) {
    return { which, notFound, notYours: form.notYours, ended: form.alreadyVoid };
  },
});

/** `E12` → the record with its history, or why not. */
export async function showExpense(typed: string, turn: Turn, lead?: string): Promise<Message> {
  const found = await expenses.found(typed, turn);
  return 'refused' in found ? { text: found.refused } : card(found.record, turn, lead);
}

async function card(expense: Expense, turn: Turn, lead?: string): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const history = await findHistory(db, 'expense', String(expense.id), HISTORY_SHOWN);
  const mayReceipts = maySeeReceipts(person, expense) || (await decidesOn(expense, person, turn));
  const known = {
    expense,
    history,
    receipts: receiptWords(await findReceipts(db, expense.id), mayReceipts, text),
    maySeeReceipts: mayReceipts,
    source: await findSource(db, expense.id),
    mayChange: mayChange(person, expense),
    names: await findNames(db, [...new Set(history.map((entry) => entry.actor))]),
    approval: await cardApproval(expense, person, text, turn),
  };
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  return besideRecord(expenseMessage(known, turn, when, lead), expense, turn);
}

/** `E12 잘못 적음` voids at once; without a reason a form asks for it. What was approved is a manager's to void and to bring back. */
export const voiding = endingBothWays<Expense>({
  of: expenses,
  end: { open: EXPENSE_VOID, form: 'expense_void_form' },
  restore: { open: EXPENSE_RESTORE, form: 'expense_restore_form' },
  words(text, { amount }) {
    const { voidForm: form, voidedNow } = text.expense;
    return { form, now: (name) => voidedNow(name, wonWords(amount, text)) };
  },
  refuse: ({ approval }, { person, text }) =>
    approval === 'approved' && !isManager(person) ? text.approval.voidNeedsManager : null,
  records: ({ person, text, today }) => ({
    async end(db, id, by) {
      const voided = await voidRecord(db, id, { ...by, mayVoidApproved: isManager(person) });
      return voided && 'refusal' in voided ? { refused: text.approval.voidNeedsManager } : voided;
    },
    async restore(db, id, by) {
      const restored = await restoreRecord(db, id, { ...by, today, mayVoidApproved: isManager(person) });
      if (!restored || 'record' in restored) return restored;
      return { refused: restored.refusal === 'undone' ? text.expense.undone : text.approval.voidNeedsManager };
    },
  }),
  card: ({ id }, turn, done) => showExpense(String(id), turn, done),
});

export const expenseCards: Heard[] = [
  press(EXPENSE_SHOW, Words, (turn) => showExpense(turn.pressed, turn)),
  ...voiding.hears,
];
