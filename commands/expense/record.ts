import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { readable, takeMentions } from '../../src/people/mentions.ts';
import { mayChange } from '../../src/people/rules.ts';
import { button, escaped, LONGEST, plainOf } from '../../src/slack/blocks.ts';
import { type Click, openForm, openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { editWords } from '../../src/spending/approval/told.ts';
import { againWith, checkBlocks } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { EXPENSE_AGAIN, lineMessage, longMessage, readDraft } from '../../src/spending/expense/draft-views.ts';
import { fillForm } from '../../src/spending/expense/fill.ts';
import { EMPTY_FORM, expenseForm } from '../../src/spending/expense/form.ts';
import { expenseName, formOf, optionalFields, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense, findLastAccount } from '../../src/spending/expense/store.ts';
import { EXPENSE_EDIT, EXPENSE_NEW } from '../../src/spending/expense/views.ts';
import { findHeldRow } from '../../src/spending/held/store.ts';
import { HELD_MEND } from '../../src/spending/held/views.ts';
import { findBefore } from '../../src/spending/saving/save.ts';
import { EVIDENCE } from '../../src/vocabulary/check.ts';
import { drawWhenOpen } from './typing.ts';

/** Opens the form, filled with what a typed line says; an empty line gives today and the account used last. */
export async function openRecord(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const { person, text } = visitor;
  const today = todayIn(deps.config.timezone, deps.now());
  const account = await findLastAccount(deps.db, person.userId);
  const { people, rest } = await takeMentions(deps.db, typed);
  const form = { ...EMPTY_FORM, spent_on: today, account, ...fillForm(rest, people, today) };
  const metadata = { key: randomUUID(), ...withUrl(click.responseUrl) };
  const whenOpen = drawWhenOpen({ form }, metadata, click.client, visitor, deps);
  if (await openForm(click.client, click.triggerId, expenseForm(form, metadata, text), whenOpen)) {
    const cut = Object.values(form).some((value) => [...(value ?? '')].length > LONGEST.initial);
    return cut ? longMessage(await readable(deps.db, typed), text) : null;
  }
  return lineMessage(typed, await readable(deps.db, typed), text);
}

export function listenForRecords(app: App, deps: Deps): void {
  const tell = (client: webApi.WebClient, { person }: Visitor, responseUrl: string | undefined, message: Message) =>
    tellPrivately({ client, log: deps.log }, { userId: person.userId, responseUrl }, message);

  app.action<BlockButtonAction>(EXPENSE_NEW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const typed = action.value?.trim() || escaped(plainOf(body.message?.blocks, EXPENSE_NEW));
    const said = await openRecord(typed, visitor, click, deps);
    if (said) await tell(client, visitor, body.response_url, said);
  });

  app.action<BlockButtonAction>(EXPENSE_AGAIN, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { form, given = {}, ...metadata } = readDraft(action.value ?? '');
    const before = await findBefore(metadata, deps.db);
    const again = button(EXPENSE_AGAIN, visitor.text.access.openAgain, action.value ?? '', 'primary');
    const shown = EVIDENCE.filter((field) => given[field]);
    const view = expenseForm(form, metadata, visitor.text, {
      optional: before ? optionalFields(before) : [],
      checks: checkBlocks(againWith({ given, shown, later: false }), visitor.text),
    });
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const whenOpen = drawWhenOpen({ form, given }, metadata, client, visitor, deps);
    const said = await openOrOffer(click, view, again, visitor.text, whenOpen);
    if (said) await tell(client, visitor, body.response_url, said);
  });

  app.action<BlockButtonAction>(EXPENSE_EDIT, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openEdit(Number(action.value), visitor, click, { replace: true }, deps);
    if (said) await tell(client, visitor, body.response_url, said);
  });

  app.action<BlockButtonAction>(HELD_MEND, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { text } = visitor;
    const heldRow = await findHeldRow(deps.db, Number(action.value));
    if (heldRow?.state !== 'open') {
      await tell(client, visitor, body.response_url, { text: text.expense.held.notFound });
      return;
    }
    const more = { heldRow, optional: optionalFields(heldRow.known) };
    const metadata = { key: randomUUID(), heldRowId: heldRow.id, ...withUrl(body.response_url) };
    const again = button(HELD_MEND, text.access.openAgain, String(heldRow.id), 'primary');
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const form = formOf(heldRow.known);
    const whenOpen = drawWhenOpen({ form }, metadata, client, visitor, deps);
    const said = await openOrOffer(click, expenseForm(form, metadata, text, more), again, text, whenOpen);
    if (said) await tell(client, visitor, body.response_url, said);
  });
}

/** `E12`: the form with what the record says. */
export async function editTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message | null> {
  const id = parseExpenseName(typed);
  if (id === null) return { text: visitor.text.expense.whichRecord };
  return openEdit(id, visitor, click, { replace: false }, deps);
}

/** `replace`: the click came from a message that shows the record, and would be out of date. */
export async function openEdit(
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
  if (expense.voided) return { text: text.expense.form.alreadyVoid };
  const metadata = {
    key: randomUUID(),
    editing: { id: expense.id, version: expense.version },
    ...withUrl(click.responseUrl),
    replace,
  };
  const said = await editWords(expense, text, deps);
  const given = (await findEvidence(deps.db, [id])).get(id) ?? {};
  const checks = againWith({ given, shown: EVIDENCE.filter((field) => given[field]), later: false });
  const form = formOf(expense);
  const view = expenseForm(form, metadata, text, {
    optional: optionalFields(expense),
    said,
    checks: checkBlocks(checks, text),
  });
  const whenOpen = drawWhenOpen({ form, given }, metadata, click.client, visitor, deps);
  return openOrOffer(click, view, button(EXPENSE_EDIT, text.access.openAgain, String(id), 'primary'), text, whenOpen);
}

const withUrl = (responseUrl: string | undefined) => (responseUrl ? { responseUrl } : {});
