import { parseWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import type { Outcome } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { BUDGET, BUDGET_OPEN, budgetForm } from '../../src/spending/budget/views.ts';
import { accountNamed } from '../../src/spending/expense/line-names.ts';
import { accountWords, wonWords } from '../../src/spending/expense/words.ts';
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

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100;

const WHOLE_YEAR = new Set(['전체', '합계', 'whole', 'total']);

/** `2026 시책 103,000,000`: year, account and amount in any order; without an account, the year as a whole. */
export async function setBudget(turn: Typed): Promise<Message> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  const tokens = turn.typed.split(' ').filter(Boolean);
  const year = tokens.find((token) => /^\d{4}년?$/.test(token) && isYear(Number.parseInt(token, 10)));
  const accountToken = tokens.find((token) => accountNamed(token) !== null);
  const rest = tokens.filter((token) => token !== year && token !== accountToken && !WHOLE_YEAR.has(token));
  const amount = parseWon(rest.join(' '));
  if (!year || 'refusal' in amount || amount.won < 0) return { text: text.office.budgetUsage };
  const account = accountToken ? accountNamed(accountToken) : null;
  return { text: await put(Number.parseInt(year, 10), account, amount.won, turn) };
}

async function put(year: number, account: Account | null, won: number, turn: Turn): Promise<string> {
  const { db, person, text } = turn;
  await putBudgets(db, [{ year, account, won }], { actor: person.userId, at: turn.now(), origin: 'person' });
  const name = account === null ? text.office.wholeYear : accountWords(account, text);
  return text.office.budgetSaved(year, name, wonWords(won, text));
}
