import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Answer, Pressed } from '../../src/slack/turn.ts';
import { fillForm } from '../../src/spending/expense/fill.ts';
import { EMPTY_FORM, expenseForm } from '../../src/spending/expense/form.ts';
import { findLastAccount } from '../../src/spending/expense/store.ts';
import { RECEIPT_NEW, readPending } from '../../src/spending/receipt/views.ts';
import { drawFilled } from '../expense/typing.ts';

/**
 * A spend that is not recorded yet: the expense form, filled from the line, takes the files along; from a message, whose place the
 * result takes, or from the form that asks which record they belong to.
 */
export const newSpend: Heard[] = [press(RECEIPT_NEW, Words, open, 'form_in_place')];

async function open(turn: Pressed<string>): Promise<Answer> {
  const { db, person, text, today, pressed, at } = turn;
  const { files, line } = readPending(at.known || pressed);
  const account = await findLastAccount(db, person.userId);
  const form = { ...EMPTY_FORM, spent_on: today, account, ...(line === '' ? {} : fillForm(line, [], today)) };
  const metadata = { kept: { receipt: files.map(({ slackFileId, name }) => ({ id: slackFileId, name })) } };
  return turn.open(
    expenseForm(form, metadata, text),
    { press: RECEIPT_NEW, value: pressed },
    drawFilled(form, metadata, turn),
  );
}
