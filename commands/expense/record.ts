import { readable } from '../../src/people/mentions.ts';
import { withMe } from '../../src/people/whose.ts';
import { escaped, LONGEST, plainOf } from '../../src/slack/blocks.ts';
import { type Heard, Id, press, Words } from '../../src/slack/command.ts';
import type { Answer, Pressed, Turn, Typed } from '../../src/slack/turn.ts';
import { editWords } from '../../src/spending/approval/told.ts';
import { checkBlocks, shownAs } from '../../src/spending/check/evidence/form.ts';
import { findEvidence } from '../../src/spending/check/evidence/store.ts';
import { lineMessage, longMessage } from '../../src/spending/expense/draft-views.ts';
import { expenseForm } from '../../src/spending/expense/form.ts';
import { formOf, optionalFields } from '../../src/spending/expense/rules.ts';
import { EXPENSE_EDIT, EXPENSE_NEW } from '../../src/spending/expense/views.ts';
import { findHeldRow } from '../../src/spending/held/store.ts';
import { HELD_MEND } from '../../src/spending/held/views.ts';
import { freshExpense } from './fresh.ts';
import { expenses } from './show.ts';
import { drawFilled } from './typing.ts';

export const recording: Heard[] = [
  press(EXPENSE_NEW, Words, (turn) =>
    openRecord({ ...turn, typed: turn.pressed || escaped(plainOf(turn.at.blocks, EXPENSE_NEW)) }),
  ),
  press(EXPENSE_EDIT, Words, (turn) => openEdit(turn.pressed, turn), 'form_in_place'),
  press(HELD_MEND, Id, mend),
];

/** Opens the form, filled with what a typed line says; an empty line gives today, and what is usual. */
export async function openRecord(turn: Typed): Promise<Answer> {
  const { db, text, person } = turn;
  const typed = withMe(turn.typed, person.userId);
  const { view, ...fresh } = await freshExpense(typed, {}, turn);
  const late = await turn.open(view, { press: EXPENSE_NEW }, drawFilled(fresh, turn));
  if (late) return lineMessage(typed, await readable(db, typed), text);
  const cut = Object.values(fresh.form).some((value) => [...(value ?? '')].length > LONGEST.initial);
  return cut ? longMessage(await readable(db, typed), text) : null;
}

async function mend(turn: Pressed<number>): Promise<Answer> {
  const { db, text, pressed } = turn;
  const heldRow = await findHeldRow(db, pressed);
  if (heldRow?.state !== 'open') return { text: text.expense.held.notFound };
  const metadata = { heldRowId: heldRow.id };
  const form = formOf(heldRow.known);
  const view = expenseForm(form, metadata, text, { heldRow, optional: optionalFields(heldRow.known) });
  return turn.open(view, { press: HELD_MEND, value: String(heldRow.id) }, drawFilled({ form, metadata }, turn));
}

/** `E12`: the form with what the record says. */
export async function openEdit(typed: string, turn: Turn): Promise<Answer> {
  const { db, text } = turn;
  const found = await expenses.standing(typed, turn);
  if ('refused' in found) return { text: found.refused };
  const { record: expense } = found;
  const { id } = expense;
  const metadata = { editing: { id, version: expense.version } };
  const given = (await findEvidence(db, [id])).get(id) ?? {};
  const form = formOf(expense);
  const view = expenseForm(form, metadata, text, {
    optional: optionalFields(expense),
    said: await editWords(expense, text, turn),
    checks: checkBlocks(shownAs(given), text),
  });
  return turn.open(view, { press: EXPENSE_EDIT, value: String(id) }, drawFilled({ form, metadata }, turn, given));
}
