import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { inTime } from '../../src/slack/in-time.ts';
import type { Click } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { RECEIPT_SHOW } from '../../src/spending/expense/views.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import { readKept } from '../../src/spending/receipt/kept.ts';
import { counts, fileNameOf, maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { findReceipts, findStored, type Stored } from '../../src/spending/receipt/store.ts';
import { receiptsMessage } from '../../src/spending/receipt/views.ts';

/** `E12`: its receipts, as files in the person's messages with the app, if they may see them. */
export async function sendReceipts(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const words = text.receipt;
  const id = parseExpenseName(typed);
  if (id === null) return { text: words.which };
  const expense = await findExpense(deps.db, id);
  if (!expense) return { text: text.expense.notFound(expenseName(id)) };
  if (!maySeeReceipts(person, expense)) return { text: words.notForYou };
  const receipts = await findReceipts(deps.db, id);
  const mayRemove = !expense.voided;
  const listed = (lead: string) => receiptsMessage(lead, receipts, mayRemove, text);
  const stored = await findStored(deps.db, id);
  if (stored.length === 0) {
    return receipts.some((it) => counts(it) || it.state === 'refused')
      ? listed(expenseName(id))
      : plainMessage(words.none(expenseName(id)));
  }

  const sending = send(expense, stored, visitor, click.client, deps);
  if (!(await inTime(sending))) {
    const reach = { userId: person.userId, responseUrl: click.responseUrl };
    await tellPrivately({ client: click.client, log: deps.log }, reach, { text: words.sending });
  }
  return listed(await sending);
}

export function listenForShowing(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(RECEIPT_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const said = await sendReceipts(action.value ?? '', visitor, click, deps);
    const reach = { userId: visitor.person.userId, responseUrl: body.response_url };
    await tellPrivately({ client, log: deps.log }, reach, said);
  });
}

/** Sends what is there and is what it was; says how many, and whether some are not. */
async function send(
  expense: Expense,
  stored: readonly Stored[],
  { person, text }: Visitor,
  client: webApi.WebClient,
  { db, config, log }: Deps,
): Promise<string> {
  const name = expenseName(expense.id);
  const uploads: { file: Buffer; filename: string }[] = [];
  for (const receipt of stored) {
    const file = await readKept({ db, config }, receipt.storedAs, receipt.sha256);
    if (file && receipt.type) uploads.push({ file, filename: fileNameOf(receipt.name, receipt.type) });
    else log.error({ record: expense.id, file: receipt.storedAs }, 'The file of a receipt is missing or has changed.');
  }
  const lost = uploads.length < stored.length ? [text.receipt.lost] : [];
  if (uploads.length === 0) return lost.join('');
  const { channel } = await client.conversations.open({ users: person.userId });
  await client.filesUploadV2({
    channel_id: channel?.id ?? '',
    initial_comment: text.receipt.comment(name, wonWords(expense.amount, text)),
    file_uploads: uploads,
  });
  return [text.receipt.sent(name, uploads.length), ...lost].join('\n');
}
