import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { categoryOf } from '../../src/category/rules.ts';
import { findChosenCategories } from '../../src/category/store.ts';
import { todayIn } from '../../src/days.ts';
import type { Deps } from '../../src/deps.ts';
import {
  EMPTY_FORM,
  EXPENSE_RECORD,
  expenseForm,
  type Metadata,
  readForm,
  readMetadata,
} from '../../src/expense/form.ts';
import { readLine } from '../../src/expense/line.ts';
import {
  draftSpend,
  type Expense,
  type ExpenseForm,
  editedSpend,
  formOf,
  type Refusals,
  type Spend,
} from '../../src/expense/rules.ts';
import { changeExpense, findExpense, findLastAccount, insertEntered, type Receipt } from '../../src/expense/store.ts';
import { EXPENSE_EDIT, EXPENSE_NEW, savedMessage } from '../../src/expense/views.ts';
import { findHeldRow } from '../../src/held/store.ts';
import { HELD_MEND } from '../../src/held/views.ts';
import { balanceOf } from '../../src/ledger/rules.ts';
import { findStatus } from '../../src/ledger/store.ts';
import { mayChange } from '../../src/person/rules.ts';
import { button, escaped, sentence } from '../../src/slack/blocks.ts';
import { openForm } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import type { Text } from '../../src/text/index.ts';

type Click = { client: webApi.WebClient; triggerId: string; responseUrl: string | undefined };

/** Opens the form, filled with what a typed line says; an empty line gives today and the account used last. */
export async function openRecord(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<void> {
  const { person, text } = visitor;
  const today = todayIn(deps.config.timezone, deps.now());
  const account = await findLastAccount(deps.db, person.userId);
  const form = { ...EMPTY_FORM, spent_on: today, account, ...filled(readLine(typed, { today })) };
  const metadata = { key: randomUUID(), ...(click.responseUrl ? { responseUrl: click.responseUrl } : {}) };
  if (await openForm(click.client, click.triggerId, expenseForm(form, metadata, text))) return;

  // The click was too long ago for Slack to open a form; what was typed waits behind a button.
  const words = text.expense.form.openAgain;
  await tellPrivately(
    { client: click.client, log: deps.log },
    { userId: person.userId, responseUrl: click.responseUrl },
    {
      text: escaped(`${words}\n${typed}`),
      blocks: [
        sentence(words),
        {
          type: 'actions',
          elements: [button(EXPENSE_NEW, text.expense.form.record, typed.slice(0, 1900) || ' ', 'primary')],
        },
      ],
    },
  );
}

/** Only what the line says: the rest keeps its default. */
function filled(line: ReturnType<typeof readLine>): Partial<ExpenseForm> {
  const form = {
    spent_on: line.spentOn,
    spent_time: line.spentTime,
    amount: line.amount === null ? null : String(line.amount),
    account: line.account,
    activity: line.activity,
    place: line.place,
    purpose: line.purpose,
    headcount: line.headcount === null ? null : String(line.headcount),
    attendees: line.attendees,
    payment: line.payment,
  };
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null && value !== ''));
}

export function listenForRecords(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(EXPENSE_NEW, async ({ action, body, client, context }) => {
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    await openRecord(action.value?.trim() ?? '', visitorOf(context), click, deps);
  });

  app.action<BlockButtonAction>(EXPENSE_EDIT, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const expense = await findExpense(deps.db, Number(action.value));
    const refusal = !expense
      ? text.expense.notFound(`E${action.value}`)
      : !mayChange(person, expense)
        ? text.expense.form.notYours
        : expense.voided
          ? text.expense.form.alreadyVoid
          : null;
    if (!expense || refusal) {
      await tellPrivately({ client, log: deps.log }, reach, { text: refusal ?? '' });
      return;
    }
    const metadata = {
      key: randomUUID(),
      editing: { id: expense.id, version: expense.version },
      ...withUrl(body.response_url),
    };
    await openForm(client, body.trigger_id, expenseForm(formOf(expense), metadata, text));
  });

  app.action<BlockButtonAction>(HELD_MEND, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const row = await findHeldRow(deps.db, Number(action.value));
    if (row?.state !== 'open') {
      const reach = { userId: person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log: deps.log }, reach, { text: text.expense.held.notFound });
      return;
    }
    const form = { ...EMPTY_FORM, amount: row.won === null ? null : String(row.won) };
    const metadata = { key: randomUUID(), heldRowId: row.id, ...withUrl(body.response_url) };
    await openForm(client, body.trigger_id, expenseForm(form, metadata, text, row));
  });

  app.view(EXPENSE_RECORD, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const metadata = readMetadata(view.private_metadata);
    const { form, receipts } = readForm(view.state.values);
    const today = todayIn(deps.config.timezone, deps.now());
    const drafted = draftSpend(form, today);
    if ('refusals' in drafted) {
      await ack({ response_action: 'errors', errors: worded(drafted.refusals, visitor.text) });
      return;
    }

    const saved = await save(drafted.spend, metadata, receipts, visitor, deps);
    if ('refusal' in saved) {
      await ack({ response_action: 'errors', errors: { spent_on: saved.refusal } });
      return;
    }
    await ack();
    await confirm(saved, metadata, visitor, client, deps, today);
  });
}

const withUrl = (responseUrl: string | undefined) => (responseUrl ? { responseUrl } : {});

function worded(refusals: Refusals, text: Text): Record<string, string> {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [field, text.expense.form.refusals[refusal]]),
  );
}

type Saved = { expense: Expense; how: 'saved' | 'savedAgain' | 'changed' };

/** Saves for good before the form closes: a person who sees it close can rely on it. */
async function save(
  drafted: Spend,
  { key, editing, heldRowId }: Metadata,
  receipts: readonly Receipt[],
  { person, text }: Visitor,
  { db, now }: Deps,
): Promise<Saved | { refusal: string }> {
  const words = text.expense.form;
  const by = { actor: person.userId, at: now(), receipts };
  const category = drafted.activity && categoryOf(drafted.activity, await findChosenCategories(db));
  const spend = { ...drafted, category };

  if (!editing) {
    const saved = await insertEntered(db, spend, { ...by, formKey: key, heldRowId: heldRowId ?? null });
    if ('refusal' in saved) return { refusal: words.heldSettled };
    return { expense: saved.expense, how: saved.again ? 'savedAgain' : 'saved' };
  }

  const before = await findExpense(db, editing.id);
  if (!before) return { refusal: text.expense.notFound(`E${editing.id}`) };
  if (!mayChange(person, before)) return { refusal: words.notYours };
  const keptCategory = before.activity === spend.activity ? before.category : spend.category;
  const edited = editedSpend(before, { ...spend, category: keptCategory });
  const changed = await changeExpense(db, editing.id, editing.version, edited, by);
  if (!changed || ('refusal' in changed && changed.refusal === 'changed_meanwhile')) {
    return { refusal: words.changedMeanwhile };
  }
  if ('refusal' in changed) return { refusal: words.alreadyVoid };
  return { expense: changed.expense, how: 'changed' };
}

async function confirm(
  { expense, how }: Saved,
  { responseUrl }: Metadata,
  { person, text }: Visitor,
  client: webApi.WebClient,
  { db, log }: Deps,
  today: string,
): Promise<void> {
  const { status } = await findStatus(db, expense.year);
  const account = expense.account && balanceOf(status, expense.account);
  const message = savedMessage(expense, how, account, text, today);
  await tellPrivately({ client, log }, { userId: person.userId, responseUrl }, message);
}
