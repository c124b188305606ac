import { type Heard, press, Words } from '../../src/slack/command.ts';
import { inTime } from '../../src/slack/in-time.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFiles } from '../../src/slack/send-file.ts';
import type { Turn } from '../../src/slack/turn.ts';
import { decidesOn } from '../../src/spending/approval/told.ts';
import { type Expense, expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { RECEIPT_SHOW } from '../../src/spending/expense/views.ts';
import { wonWords } from '../../src/spending/expense/words.ts';
import { readKept } from '../../src/spending/receipt/kept.ts';
import { counts, fileNameOf, maySeeReceipts } from '../../src/spending/receipt/rules.ts';
import { findReceipts, findStored, type Stored } from '../../src/spending/receipt/store.ts';
import { receiptsMessage } from '../../src/spending/receipt/views.ts';

export const showing: Heard[] = [press(RECEIPT_SHOW, Words, (turn) => sendReceipts(turn.pressed, turn))];

/** `E12`: its receipts, as files in the person's messages with the app, if they may see them. */
export async function sendReceipts(typed: string, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const words = text.receipt;
  const id = parseExpenseName(typed);
  if (id === null) return { text: words.which };
  const expense = await findExpense(db, id);
  if (!expense) return { text: text.expense.notFound(expenseName(id)) };
  const may = maySeeReceipts(person, expense) || (await decidesOn(expense, person, turn));
  if (!may) return { text: words.notForYou };
  const receipts = await findReceipts(db, id);
  const mayRemove = !expense.voided && maySeeReceipts(person, expense);
  const listed = (lead: string) => receiptsMessage(lead, receipts, mayRemove, text);
  const stored = await findStored(db, id);
  if (stored.length === 0) {
    return receipts.some((it) => counts(it) || it.state === 'refused')
      ? listed(expenseName(id))
      : plainMessage(words.none(expenseName(id)));
  }

  const sending = send(expense, stored, turn);
  if (!(await inTime(sending))) await turn.tell({ text: words.sending });
  return listed(await sending);
}

/** Sends what is there and is what it was; says how many, and whether some are not. */
async function send(expense: Expense, stored: readonly Stored[], turn: Turn): Promise<string> {
  const { text, log } = turn;
  const name = expenseName(expense.id);
  const files: { bytes: Buffer; name: string }[] = [];
  for (const receipt of stored) {
    const bytes = await readKept(turn, receipt.storedAs, receipt.sha256);
    if (bytes && receipt.type) files.push({ bytes, name: fileNameOf(receipt.name, receipt.type) });
    else log.error({ record: expense.id, file: receipt.storedAs }, 'The file of a receipt is missing or has changed.');
  }
  const lost = files.length < stored.length ? [text.receipt.lost] : [];
  if (files.length === 0) return lost.join('');
  turn.watch.saw('receipts', name);
  await sendFiles(turn, files, text.receipt.comment(name, wonWords(expense.amount, text)));
  return [text.receipt.sent(name, files.length), ...lost].join('\n');
}
