import { mayChange } from '../../src/people/rules.ts';
import { type Heard, Id, press, submission } from '../../src/slack/command.ts';
import { refuse } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { expenseName, parseExpenseName } from '../../src/spending/expense/rules.ts';
import { findExpense } from '../../src/spending/expense/store.ts';
import { cardOf, visits } from '../../src/visit/compose.ts';
import { mayChangeVisit, parseVisitName, visitName } from '../../src/visit/rules.ts';
import { deleteTie } from '../../src/visit/spending/store.ts';
import { tie } from '../../src/visit/spending/tie.ts';
import { TIE, tieForm, VISIT_TIE_OPEN } from '../../src/visit/spending/views.ts';
import { findVisit } from '../../src/visit/store.ts';

/** `V12 E34 E35`: the spending that belongs to a visit. */
export async function tieTyped(turn: Typed): Promise<Answer> {
  const [name = '', ...rest] = namesIn(turn.typed);
  const id = parseVisitName(name);
  if (id === null) return { text: turn.text.visit.tieHow };
  if (rest.length === 0) return openTie(id, turn);
  const tied = await tie(id, rest, turn);
  return 'refused' in tied ? plainMessage(tied.refused) : cardOf(tied.visit, turn, tied.done);
}

/** `V12 E34` undoes it. */
export async function untieTyped(turn: Typed): Promise<Message> {
  const { db, person, text } = turn;
  const [visitTyped = '', expenseTyped = ''] = namesIn(turn.typed);
  const [id, expenseId] = [parseVisitName(visitTyped), parseExpenseName(expenseTyped)];
  if (id === null || expenseId === null) return { text: text.visit.tieHow };
  const [visit, expense] = [await findVisit(db, id), await findExpense(db, expenseId)];
  const [name, expenseSaid] = [visitName(id), expenseName(expenseId)];
  if (!visit || !expense) return { text: text.visit.notTied(name, expenseSaid) };
  if (!mayChangeVisit(person, visit) && !mayChange(person, expense)) return { text: text.visit.form.notYours };
  const undone = await deleteTie(db, id, expenseId, { actor: person.userId, at: turn.now() });
  return cardOf(visit, turn, text.visit[undone ? 'untied' : 'notTied'](name, expenseSaid));
}

const namesIn = (typed: string): string[] => typed.split(/[\s,]+/).filter(Boolean);

async function openTie(id: number, turn: Turn): Promise<Answer> {
  const found = await visits.found(String(id), turn);
  if ('refused' in found) return { text: found.refused };
  const { text } = turn;
  return turn.open(tieForm(found.record, text), { press: VISIT_TIE_OPEN, value: String(id), label: text.visit.tie });
}

export const ties: Heard[] = [
  press(VISIT_TIE_OPEN, Id, (turn) => openTie(turn.pressed, turn)),
  submission(TIE, async ({ values, metadata, ...turn }) => {
    const tied = await tie(metadata.id, namesIn(values.expenses ?? ''), turn);
    if ('refused' in tied) return refuse(tied.refused, 'expenses');
    return { done: tied.done, say: () => cardOf(tied.visit, turn, tied.done) };
  }),
];
