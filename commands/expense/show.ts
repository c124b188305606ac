import { formatMoment } from '../../src/korean/day-words.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { isManager, mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { ending } from '../../src/register/ending.ts';
import { restoring } from '../../src/register/restoring.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { cardApproval } from '../../src/spending/approval/told.ts';
import { expenseMessage } from '../../src/spending/expense/card-views.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense, findSource } from '../../src/spending/expense/store.ts';
import { EXPENSE_RESTORE, EXPENSE_SHOW, EXPENSE_VOID } from '../../src/spending/expense/views.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import { maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { findReceipts } from '../../src/spending/receipt/store.ts';
import { receiptWords } from '../../src/spending/receipt/views.ts';
import { restoreRecord, voidRecord } from '../../src/spending/saving/store.ts';
import { besideRecord } from './evidence.ts';

const HISTORY_SHOWN = 10;

/** `E12` → the record with its history, or why not. */
export async function showExpense(typed: string, turn: Turn, lead?: string): Promise<Message> {
  const id = parseExpenseName(typed);
  if (id === null) return { text: turn.text.expense.whichRecord };
  const expense = await findExpense(turn.db, id);
  return expense ? card(expense, turn, lead) : { text: turn.text.expense.notFound(expenseName(id)) };
}

async function card(expense: Expense, turn: Turn, lead?: string): Promise<Message> {
  const { db, person, text, today, config } = turn;
  const history = await findHistory(db, 'expense', String(expense.id), HISTORY_SHOWN);
  const known = {
    expense,
    history,
    receipts: receiptWords(await findReceipts(db, expense.id), maySeeReceipts(person, expense), text),
    maySeeReceipts: maySeeReceipts(person, expense),
    source: await findSource(db, expense.id),
    mayChange: mayChange(person, expense),
    names: await findNames(db, [...new Set(history.map((entry) => entry.actor))]),
    approval: await cardApproval(expense, person, text, turn),
  };
  const when = (at: Date) => formatMoment(at, config.timezone, text.language, today);
  return besideRecord(expenseMessage(known, turn, when, lead), expense, turn);
}

const voiding = ending<Expense>({
  open: EXPENSE_VOID,
  form: 'expense_void_form',
  async find(named, { db, person, text }) {
    const id = parseExpenseName(named);
    if (id === null) return { refused: text.expense.whichRecord };
    const expense = await findExpense(db, id);
    if (!expense) return { refused: text.expense.notFound(expenseName(id)) };
    if (!mayChange(person, expense)) return { refused: text.expense.form.notYours };
    if (expense.voided) return { ended: text.expense.voidedBefore(expenseName(id)) };
    if (expense.approval === 'approved' && !isManager(person)) return { refused: text.approval.voidNeedsManager };
    return { subject: expense };
  },
  words: ({ id }, { expense: { voidForm } }) => ({ ...voidForm, explain: voidForm.explain(expenseName(id)) }),
  async end({ id, amount }, reason, turn) {
    const { db, person, text } = turn;
    const by = { actor: person.userId, at: turn.now(), reason };
    const voided = await voidRecord(db, id, { ...by, mayVoidApproved: isManager(person) });
    if (voided && 'refusal' in voided) return refuse(text.approval.voidNeedsManager, 'reason');
    const before = !voided || voided.again;
    const { voidedBefore, voidedNow } = text.expense;
    const done = before ? voidedBefore(expenseName(id)) : voidedNow(expenseName(id), wonWords(amount, text));
    return { done, say: () => showExpense(String(id), turn, done) };
  },
});

const bringingBack = restoring<Expense>({
  open: EXPENSE_RESTORE,
  form: 'expense_restore_form',
  async find(named, { db, person, text }) {
    const id = parseExpenseName(named);
    if (id === null) return { refused: text.expense.whichRecord };
    const expense = await findExpense(db, id);
    if (!expense) return { refused: text.expense.notFound(expenseName(id)) };
    if (!mayChange(person, expense)) return { refused: text.expense.form.notYours };
    if (expense.approval === 'approved' && !isManager(person)) return { refused: text.approval.voidNeedsManager };
    return { record: expense };
  },
  isEnded: ({ voided }) => voided,
  name: ({ id }) => expenseName(id),
  async restore({ id }, by, { db, person, text, today }) {
    const restored = await restoreRecord(db, id, { ...by, today, mayVoidApproved: isManager(person) });
    if (!restored || 'record' in restored) return restored;
    return { refused: restored.refusal === 'undone' ? text.expense.undone : text.approval.voidNeedsManager };
  },
  card: ({ id }, turn, done) => showExpense(String(id), turn, done),
});

export const restoreTyped = bringingBack.typed;

/** `E12 잘못 적음` voids at once; without a reason a form asks for it. */
export const voidTyped = voiding.typed;

export const expenseCards: Heard[] = [
  press(EXPENSE_SHOW, Words, (turn) => showExpense(turn.pressed, turn)),
  ...voiding.hears,
  ...bringingBack.hears,
];
