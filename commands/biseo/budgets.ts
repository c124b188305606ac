import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { todayIn } from '../../src/korean/days.ts';
import { parseWon } from '../../src/korean/won.ts';
import { isManager } from '../../src/people/rules.ts';
import { button } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/fields.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { BUDGET_FORM, BUDGET_OPEN, budgetForm } from '../../src/spending/budget/views.ts';
import { accountNamed } from '../../src/spending/expense/line.ts';
import { accountWords, wonWords } from '../../src/spending/expense/words.ts';
import { type Account, isAccount } from '../../src/vocabulary/expense.ts';

export function listenForBudgets(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(BUDGET_OPEN, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const year = todayIn(deps.config.timezone, deps.now()).slice(0, 4);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(BUDGET_OPEN, text.access.openAgain, ' ', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, budgetForm({ year }, text), again, text)
      : { text: text.access.notManager };
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(BUDGET_FORM, async ({ ack, view, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const { one } = readFields(view.state.values);
    const typed = { year: one('year') ?? '', account: one('account') ?? '', won: one('won') ?? '' };
    const year = Number(typed.year);
    const amount = parseWon(typed.won);
    const refusals = text.expense.form.refusals;
    const refusal = 'refusal' in amount ? amount.refusal : amount.won < 0 ? 'not_a_number' : null;
    const errors: Record<string, string> = {
      ...(isYear(year) ? {} : { year: text.office.yearRefused }),
      ...(refusal ? { won: refusals[refusal === 'empty' ? 'missing' : refusal] } : {}),
      ...(isManager(person) ? {} : { year: text.access.notManager }),
    };
    if (Object.keys(errors).length > 0 || 'refusal' in amount) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const budget = { year, account: isAccount(typed.account) ? typed.account : null, won: amount.won };
    const putting = putBudgets(deps.db, [budget], { actor: person.userId, at: deps.now(), origin: 'person' });
    const done = budgetSaved(budget.year, budget.account, budget.won, visitor);
    await settle(
      { ack, client, view },
      putting.then(() => ({ done })),
      { text, log: deps.log, again: (said) => budgetForm(typed, text, said) },
    );
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, { text: done });
  });
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100;

const WHOLE_YEAR = new Set(['전체', '합계', 'whole', 'total']);

/** `2026 시책 103,000,000`: year, account and amount in any order; without an account, the year as a whole. */
export async function setBudget(typed: string, visitor: Visitor, { db, now }: Deps): Promise<Message> {
  const { person, text } = visitor;
  if (!isManager(person)) return { text: text.access.notManager };
  const tokens = typed.split(' ').filter(Boolean);
  const year = tokens.find((token) => /^\d{4}년?$/.test(token) && isYear(Number.parseInt(token, 10)));
  const accountToken = tokens.find((token) => accountNamed(token) !== null);
  const rest = tokens.filter((token) => token !== year && token !== accountToken && !WHOLE_YEAR.has(token));
  const amount = parseWon(rest.join(' '));
  if (!year || 'refusal' in amount || amount.won < 0) return { text: text.office.budgetUsage };
  const budget = {
    year: Number.parseInt(year, 10),
    account: accountToken ? accountNamed(accountToken) : null,
    won: amount.won,
  };
  await putBudgets(db, [budget], { actor: person.userId, at: now(), origin: 'person' });
  return { text: budgetSaved(budget.year, budget.account, budget.won, visitor) };
}

function budgetSaved(year: number, account: Account | null, won: number, { text }: Visitor): string {
  const name = account === null ? text.office.wholeYear : accountWords(account, text);
  return text.office.budgetSaved(year, name, wonWords(won, text));
}
