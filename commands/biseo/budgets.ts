import { parseWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import type { Outcome } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { isYear, readBudgetLine } from '../../src/spending/budget/line.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { BUDGET, BUDGET_OPEN, budgetForm } from '../../src/spending/budget/views.ts';
import { accountWords, wonWords } from '../../src/spending/expense/words.ts';
import { budgetsMessage } from '../../src/spending/ledger/budget-views.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { type Account, isAccount } from '../../src/vocabulary/expense.ts';

export const budgets: Heard[] = [press(BUDGET_OPEN, Words, open), submission(BUDGET, save)];

async function open(turn: Turn): Promise<Answer> {
  const { person, text, today } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  return turn.open(budgetForm(Number(today.slice(0, 4)), text), { press: BUDGET_OPEN });
}

async function save({ values, ...turn }: Submitted<typeof BUDGET.empty, object>): Promise<Outcome> {
  const { person, text } = turn;
  const year = Number(values.year);
  const amount = parseWon(values.won ?? '');
  const refusals = text.expense.form.refusals;
  const refusal = 'refusal' in amount ? amount.refusal : amount.won < 0 ? 'not_a_number' : null;
  const errors: Record<string, string> = {
    ...(isYear(year) ? {} : { year: text.office.yearRefused }),
    ...(refusal ? { won: refusals[refusal === 'empty' ? 'missing' : refusal] } : {}),
    ...(isManager(person) ? {} : { year: text.access.notManager }),
  };
  if (Object.keys(errors).length > 0 || 'refusal' in amount) return { errors };
  return { done: await put(year, isAccount(values.account) ? values.account : null, amount.won, turn) };
}

/** A line that says an amount sets it; anything else asks for a year's budgets. */
export async function setBudget(turn: Typed): Promise<Message> {
  const { db, person, text, typed, today } = turn;
  const line = readBudgetLine(typed, Number(today.slice(0, 4)));
  if (line && line.won === null)
    return budgetsMessage((await findStatus(db, line.year)).status, isManager(person), text);
  if (!isManager(person)) return { text: text.access.notManager };
  return { text: line?.won == null ? text.office.budgetUsage : await put(line.year, line.account, line.won, turn) };
}

async function put(year: number, account: Account | null, won: number, turn: Turn): Promise<string> {
  const { db, person, text } = turn;
  await putBudgets(db, [{ year, account, won }], { actor: person.userId, at: turn.now(), origin: 'person' });
  const name = account === null ? text.office.wholeYear : accountWords(account, text);
  return text.office.budgetSaved(year, name, wonWords(won, text));
}
