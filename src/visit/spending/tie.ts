import { mayChange } from '../../people/rules.ts';
import type { Turn } from '../../slack/turn.ts';
import { type Expense, expenseName, parseExpenseName } from '../../spending/expense/rules.ts';
import { findExpense } from '../../spending/expense/store.ts';
import { visits } from '../compose.ts';
import { mayChangeVisit, type Visit, visitName } from '../rules.ts';
import { insertTie } from './store.ts';

const MOST_TIED = 20;

type Tied = { visit: Visit; done: string } | { refused: string };

/** Ties the named spends to a visit, once each, or says which of them can't be. */
export async function tie(id: number, names: readonly string[], turn: Turn): Promise<Tied> {
  const { db, person, text, now } = turn;
  const found = await visits.found(String(id), turn);
  if ('refused' in found) return found;
  const { record: visit } = found;
  const ids = names.slice(0, MOST_TIED).map(parseExpenseName);
  const known = ids.filter((expenseId) => expenseId !== null);
  if (known.length < ids.length || known.length === 0) return { refused: text.visit.tieForm.unreadable };
  const expenses: (Expense | null)[] = [];
  for (const expenseId of known) expenses.push(await findExpense(db, expenseId));
  const unknown = known.filter((_, i) => !expenses[i]);
  if (unknown.length > 0) return { refused: text.visit.tieForm.refused(unknown.map(expenseName).join(', ')) };
  const foreign = expenses.some((expense) => expense && !mayChangeVisit(person, visit) && !mayChange(person, expense));
  if (foreign) return { refused: text.visit.form.notYours };

  const by = { actor: person.userId, at: now() };
  const fresh: number[] = [];
  for (const expenseId of known) if (await insertTie(db, id, expenseId, by)) fresh.push(expenseId);
  const said = (fresh.length > 0 ? fresh : known).map(expenseName).join(', ');
  return { visit, done: text.visit[fresh.length > 0 ? 'tied' : 'tiedBefore'](visitName(id), said) };
}
