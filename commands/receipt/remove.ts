import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { normaliseLines } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { refresh } from '../../src/spending/approval/jobs.ts';
import { judgeRecords } from '../../src/spending/check/judging/store.ts';
import { expenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { reasonForm } from '../../src/spending/expense/views.ts';
import { counts, maySeeReceipts, type Receipt } from '../../src/spending/receipt/rules.ts';
import { findReceipts, removeReceipt } from '../../src/spending/receipt/store.ts';
import { doneMessage, RECEIPT_REMOVE, RECEIPT_REMOVE_FORM } from '../../src/spending/receipt/views.ts';

const Key = z.tuple([z.number(), z.string()]);
const Metadata = z.object({ key: Key, responseUrl: z.string().optional() });

/** Taking a receipt off a record: a reason is asked for, the file stays. */
export function listenForRemoving(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(RECEIPT_REMOVE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const value = action.value ?? '';
    const key = Key.parse(JSON.parse(value));
    const found = await findRemovable(key, visitor, deps);
    if ('refusal' in found) {
      await tellPrivately({ client, log: deps.log }, reach, { text: found.refusal });
      return;
    }
    const metadata = JSON.stringify({ key, ...(body.response_url ? { responseUrl: body.response_url } : {}) });
    const view = removeForm(found.receipt, metadata, visitor);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await openOrOffer(click, view, button(RECEIPT_REMOVE, text.access.openAgain, value, 'primary'), text);
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(RECEIPT_REMOVE_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { key, responseUrl } = Metadata.parse(JSON.parse(view.private_metadata));
    const reason = normaliseLines(readFields(view.state.values).one('reason') ?? '');
    const [expenseId] = key;
    const found = await findRemovable(key, visitor, deps);
    const receipt = 'refusal' in found ? { name: '–', expenseId } : found.receipt;
    const settled = await settle({ ack, client, view }, remove(key, reason, visitor, deps), {
      text,
      log: deps.log,
      again: (said) => removeForm(receipt, view.private_metadata, visitor, { said, reason }),
    });
    if ('errors' in settled) return;
    const reach = { userId: person.userId, responseUrl };
    await tellPrivately({ client, log: deps.log }, reach, doneMessage(settled.done, expenseId, text), {
      replace: true,
    });
    await refresh(deps, client, expenseId);
  });
}

const removeForm = (
  { name, expenseId }: Pick<Receipt, 'name' | 'expenseId'>,
  metadata: string,
  { text }: Visitor,
  again: { said?: string; reason?: string } = {},
) => {
  const { title, explain, submit } = text.receipt.removeForm;
  const words = { title, explain: explain(name, expenseName(expenseId)), submit };
  return reasonForm(RECEIPT_REMOVE_FORM, words, metadata, text, again);
};

async function findRemovable(
  [expenseId, slackFileId]: z.infer<typeof Key>,
  { person, text }: Visitor,
  { db }: Deps,
): Promise<{ receipt: Receipt } | { refusal: string }> {
  const expense = await findExpense(db, expenseId);
  if (!expense) return { refusal: text.expense.notFound(expenseName(expenseId)) };
  if (!maySeeReceipts(person, expense)) return { refusal: text.receipt.notForYou };
  if (expense.voided) return { refusal: text.expense.form.alreadyVoid };
  if (expense.approval === 'approved' && !isManager(person)) return { refusal: text.receipt.approved };
  const receipt = (await findReceipts(db, expenseId)).find((it) => it.slackFileId === slackFileId);
  return receipt && counts(receipt) ? { receipt } : { refusal: text.receipt.removedBefore };
}

async function remove(
  key: z.infer<typeof Key>,
  reason: string,
  visitor: Visitor,
  deps: Deps,
): Promise<{ errors: { reason: string } } | { done: string }> {
  const { person, text } = visitor;
  const refuse = (why: string) => ({ errors: { reason: why } });
  if (reason === '') return refuse(text.expense.form.refusals.missing);
  const found = await findRemovable(key, visitor, deps);
  if ('refusal' in found) return refuse(found.refusal);
  const by = { actor: person.userId, at: deps.now(), reason };
  const { receipt } = found;
  const removed = await deps.db.transaction().execute(async (db) => {
    if (!(await removeReceipt(db, receipt, by))) return false;
    await judgeRecords(db, [receipt.expenseId], by.at);
    return true;
  });
  if (!removed) return refuse(text.receipt.removedBefore);
  return { done: text.receipt.removed(receipt.name, expenseName(receipt.expenseId)) };
}
