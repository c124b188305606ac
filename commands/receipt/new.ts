import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Answer, Pressed } from '../../src/slack/turn.ts';
import { RECEIPT_NEW, readPending } from '../../src/spending/receipt/views.ts';
import { freshExpense } from '../expense/fresh.ts';
import { drawFilled } from '../expense/typing.ts';

/**
 * A spend that is not recorded yet: the expense form, filled from the line, takes the files along; from a message, whose place the
 * result takes, or from the form that asks which record they belong to.
 */
export const newSpend: Heard[] = [press(RECEIPT_NEW, Words, open, 'form_in_place')];

async function open(turn: Pressed<string>): Promise<Answer> {
  const { pressed, at } = turn;
  const { files, line } = readPending(at.known || pressed);
  const kept = { receipt: files.map(({ slackFileId, name }) => ({ id: slackFileId, name })) };
  const { view, ...fresh } = await freshExpense(line, { kept }, turn);
  return turn.open(view, { press: RECEIPT_NEW, value: pressed }, drawFilled(fresh, turn));
}
