import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import { clockIn, formatDay, todayIn } from '../../src/days.ts';
import type { Deps } from '../../src/deps.ts';
import { expenseName, parseExpenseName } from '../../src/expense/rules.ts';
import { findExpense, findReceipts, findSource, voidExpense } from '../../src/expense/store.ts';
import { EXPENSE_SHOW, EXPENSE_VOID, EXPENSE_VOID_FORM, expenseMessage, reasonForm } from '../../src/expense/views.ts';
import { wonWords } from '../../src/expense/words.ts';
import { findHistory } from '../../src/history/store.ts';
import { mayChange } from '../../src/person/rules.ts';
import { findNames } from '../../src/person/store.ts';
import { escaped } from '../../src/slack/blocks.ts';
import { openForm } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';

const HISTORY_SHOWN = 10;

/** `E12` → the record with its history, or why not. */
export async function showExpense(typed: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const id = parseExpenseName(typed);
  if (id === null) return { text: text.expense.whichRecord };
  const expense = await findExpense(deps.db, id);
  if (!expense) return { text: text.expense.notFound(expenseName(id)) };

  const { timezone } = deps.config;
  const today = todayIn(timezone, deps.now());
  const history = await findHistory(deps.db, 'expense', String(id), HISTORY_SHOWN);
  const card = {
    expense,
    history,
    receipts: (await findReceipts(deps.db, id)).map((receipt) => receipt.name),
    source: await findSource(deps.db, id),
    mayChange: mayChange(person, expense),
    names: await findNames(deps.db, [...new Set(history.map((entry) => entry.actor))]),
  };
  const when = (at: Date) => `${formatDay(todayIn(timezone, at), text.language, today)} ${clockIn(timezone, at)}`;
  return expenseMessage(card, text, today, when);
}

/** `E12 잘못 적음` voids at once; without a reason a form asks for it. Returns what to say, or null after a form. */
export async function voidTyped(
  typed: string,
  visitor: Visitor,
  click: { client: webApi.WebClient; triggerId: string; responseUrl: string | undefined },
  deps: Deps,
): Promise<Message | null> {
  const { text } = visitor;
  const [name = '', ...reason] = typed.split(' ');
  const id = parseExpenseName(name);
  if (id === null) return { text: text.expense.whichRecord };
  if (reason.length > 0) return { text: await voidWithReason(id, reason.join(' '), visitor, deps) };
  return openVoidForm(id, visitor, click, deps);
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
    const said = await openVoidForm(Number(action.value), visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view(EXPENSE_VOID_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { id, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const said = await voidWithReason(id, Reason.parse(view.state.values).reason.value.value ?? '', visitor, deps);
    await ack();
    await tellPrivately({ client, log: deps.log }, { userId: visitor.person.userId, responseUrl }, { text: said });
  });
}

const Metadata = z.object({ id: z.number(), responseUrl: z.string().optional() });
const Reason = z.object({ reason: z.object({ value: z.object({ value: z.string().nullish() }) }) });

async function openVoidForm(
  id: number,
  { person, text }: Visitor,
  click: { client: webApi.WebClient; triggerId: string; responseUrl: string | undefined },
  deps: Deps,
): Promise<Message | null> {
  const expense = await findExpense(deps.db, id);
  if (!expense) return { text: text.expense.notFound(expenseName(id)) };
  if (!mayChange(person, expense)) return { text: text.expense.form.notYours };
  if (expense.voided) return { text: text.expense.voidedBefore(expenseName(id)) };
  const words = { ...text.expense.voidForm, explain: text.expense.voidForm.explain(expenseName(id)) };
  const metadata = JSON.stringify({ id, responseUrl: click.responseUrl });
  const opened = await openForm(click.client, click.triggerId, reasonForm(EXPENSE_VOID_FORM, words, metadata, text));
  return opened ? null : { text: text.expense.form.openAgain };
}

async function voidWithReason(id: number, reason: string, { person, text }: Visitor, deps: Deps): Promise<string> {
  const expense = await findExpense(deps.db, id);
  if (!expense) return text.expense.notFound(expenseName(id));
  if (!mayChange(person, expense)) return text.expense.form.notYours;
  const by = { actor: person.userId, at: deps.now(), reason };
  const voided = await voidExpense(deps.db, id, by);
  if (voided?.again) return text.expense.voidedBefore(expenseName(id));
  return escaped(text.expense.voidedNow(expenseName(id), wonWords(expense.amount, text)));
}
