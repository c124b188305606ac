import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { formatMoment } from '../../src/korean/day-words.ts';
import { todayIn } from '../../src/korean/days.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { findHistory } from '../../src/people/history/store.ts';
import { readable } from '../../src/people/mentions.ts';
import { isManager, mayChange } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { button } from '../../src/slack/blocks.ts';
import { type Click, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { cardApproval } from '../../src/spending/approval/told.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense, findSource } from '../../src/spending/expense/store.ts';
import {
  EXPENSE_SHOW,
  EXPENSE_VOID,
  EXPENSE_VOID_FORM,
  expenseMessage,
  reasonForm,
} from '../../src/spending/expense/views.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import { maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { findReceipts } from '../../src/spending/receipt/store.ts';
import { receiptWords } from '../../src/spending/receipt/views.ts';
import { voidRecord } from '../../src/spending/saving/store.ts';
import { besideRecord } from './evidence.ts';

const HISTORY_SHOWN = 10;

/** `E12` → the record with its history, or why not. */
export async function showExpense(typed: string, visitor: Visitor, deps: Deps, lead?: string): Promise<Message> {
  const { text } = visitor;
  const id = parseExpenseName(typed);
  if (id === null) return { text: text.expense.whichRecord };
  const expense = await findExpense(deps.db, id);
  return expense ? card(expense, visitor, deps, lead) : { text: text.expense.notFound(expenseName(id)) };
}

async function card(expense: Expense, visitor: Visitor, deps: Deps, lead?: string): Promise<Message> {
  const { person, text } = visitor;
  const { timezone } = deps.config;
  const today = todayIn(timezone, deps.now());
  const history = await findHistory(deps.db, 'expense', String(expense.id), HISTORY_SHOWN);
  const known = {
    expense,
    history,
    receipts: receiptWords(await findReceipts(deps.db, expense.id), maySeeReceipts(person, expense), text),
    maySeeReceipts: maySeeReceipts(person, expense),
    source: await findSource(deps.db, expense.id),
    mayChange: mayChange(person, expense),
    names: await findNames(deps.db, [...new Set(history.map((entry) => entry.actor))]),
    approval: await cardApproval(expense, person, text, deps),
  };
  const when = (at: Date) => formatMoment(at, timezone, text.language, today);
  return besideRecord(expenseMessage(known, text, today, when, lead), expense, visitor, deps);
}

/** `E12 잘못 적음` voids at once; without a reason a form asks for it. Returns what to say, or null after a form. */
export async function voidTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const [name = '', ...reason] = typed.split(' ');
  const id = parseExpenseName(name);
  if (id === null) return { text: visitor.text.expense.whichRecord };
  if (reason.length === 0) return openVoidForm(id, visitor, click, { replace: false }, deps);
  const said = await voidWithReason(id, await readable(deps.db, reason.join(' ')), visitor, deps);
  return 'errors' in said ? { text: said.errors.reason } : showExpense(name, visitor, deps, said.done);
}

export function listenForRecord(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(EXPENSE_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    const message = await showExpense(action.value ?? '', visitor, deps);
    await tellPrivately({ client, log: deps.log }, reach, message);
  });

  app.action<BlockButtonAction>(EXPENSE_VOID, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openVoidForm(Number(action.value), visitor, click, { replace: true }, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(EXPENSE_VOID_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const { id, responseUrl, replace } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = normaliseLines(Reason.parse(view.state.values).reason.value.value ?? '');
    const settled = await settle({ ack, client, view }, voidWithReason(id, reason, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => voidForm(id, view.private_metadata, visitor, { said, reason }),
    });
    if ('errors' in settled) return;
    const reach = { userId: visitor.person.userId, responseUrl };
    const message = await showExpense(String(id), visitor, deps, settled.done);
    await tellPrivately({ client, log: deps.log }, reach, message, { replace });
  });
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional(), replace: z.boolean() });
const Reason = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }) });

/** `replace`: the click came from a message with the record, whose buttons have to go. */
async function openVoidForm(
  id: number,
  visitor: Visitor,
  click: Click,
  { replace }: { replace: boolean },
  deps: Deps,
): Promise<Message | null> {
  const { person, text } = visitor;
  const expense = await findExpense(deps.db, id);
  if (!expense) return { text: text.expense.notFound(expenseName(id)) };
  if (!mayChange(person, expense)) return { text: text.expense.form.notYours };
  if (expense.voided) return { text: text.expense.voidedBefore(expenseName(id)) };
  if (expense.approval === 'approved' && !isManager(person)) return { text: text.approval.voidNeedsManager };
  const metadata = JSON.stringify({ id, responseUrl: click.responseUrl, replace });
  const again = button(EXPENSE_VOID, text.access.openAgain, String(id), 'primary');
  return openOrOffer(click, voidForm(id, metadata, visitor), again, text);
}

function voidForm(id: number, metadata: string, { text }: Visitor, again?: { said: string; reason: string }) {
  const words = { ...text.expense.voidForm, explain: text.expense.voidForm.explain(expenseName(id)) };
  return reasonForm(EXPENSE_VOID_FORM, words, metadata, text, again);
}

type Voided = { errors: { reason: string } } | { done: string };

async function voidWithReason(id: number, reason: string, { person, text }: Visitor, deps: Deps): Promise<Voided> {
  const refuse = (why: string): Voided => ({ errors: { reason: why } });
  const expense = await findExpense(deps.db, id);
  if (!expense) return refuse(text.expense.notFound(expenseName(id)));
  if (!mayChange(person, expense)) return refuse(text.expense.form.notYours);
  if (reason === '') return refuse(text.expense.form.refusals.missing);
  const by = { actor: person.userId, at: deps.now(), reason };
  const voided = await voidRecord(deps.db, id, { ...by, mayVoidApproved: isManager(person) });
  if (voided && 'refusal' in voided) return refuse(text.approval.voidNeedsManager);
  if (!voided || voided.again) return { done: text.expense.voidedBefore(expenseName(id)) };
  return { done: text.expense.voidedNow(expenseName(id), wonWords(expense.amount, text)) };
}
