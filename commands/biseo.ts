import type { App, BlockButtonAction } from '@slack/bolt';
import { z } from 'zod';
import { putBudgets } from '../src/budget/store.ts';
import { BUDGET_FORM, BUDGET_OPEN, budgetForm } from '../src/budget/views.ts';
import { categoryOf } from '../src/category/rules.ts';
import { findChosenCategories, putCategory } from '../src/category/store.ts';
import type { Language } from '../src/config.ts';
import { todayIn } from '../src/days.ts';
import type { Command, Deps } from '../src/deps.ts';
import { ACTIVITIES, type Account, isAccount, isActivity } from '../src/expense/codes.ts';
import { accountNamed } from '../src/expense/line.ts';
import { accountWords, categoryWords, wonWords } from '../src/expense/words.ts';
import { menuMessage } from '../src/office/views.ts';
import { isAdministrator, isManager } from '../src/person/rules.ts';
import { findPeople, putLanguage } from '../src/person/store.ts';
import { peopleMessage } from '../src/person/views.ts';
import { escaped } from '../src/slack/blocks.ts';
import { openForm } from '../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../src/slack/visitor.ts';
import { suggest } from '../src/suggest.ts';
import { textFor } from '../src/text/index.ts';
import { normalise } from '../src/typed.ts';
import { parseWon } from '../src/won.ts';

const SUB_COMMANDS: { words: string[]; run(rest: string, visitor: Visitor, deps: Deps): Promise<Message> }[] = [
  { words: ['help', '도움말', '?', 'menu', '메뉴'], run: async (_rest, { text }) => menuMessage(text) },
  { words: ['people', '사람', '직원'], run: (_rest, visitor, deps) => showPeople(visitor, deps) },
  { words: ['budget', 'budgets', '예산'], run: setBudget },
  { words: ['category', 'categories', '분야'], run: setCategory },
  { words: ['language', '언어'], run: setLanguage },
];

export const biseo = {
  slash: ['/biseo', '/비서'],

  listen(app: App, deps: Deps) {
    for (const name of biseo.slash) {
      app.command(name, async ({ command, client, context }) => {
        const visitor = visitorOf(context);
        const said = await answer(normalise(command.text ?? ''), visitor, deps);
        const reach = { userId: visitor.person.userId, responseUrl: command.response_url };
        await tellPrivately({ client, log: deps.log }, reach, said);
      });
    }

    app.action<BlockButtonAction>(BUDGET_OPEN, async ({ body, client, context }) => {
      const { person, text } = visitorOf(context);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      if (!isManager(person)) {
        await tellPrivately({ client, log: deps.log }, reach, { text: text.access.notManager });
        return;
      }
      const year = Number(todayIn(deps.config.timezone, deps.now()).slice(0, 4));
      await openForm(client, body.trigger_id, budgetForm(year, text));
    });

    app.view(BUDGET_FORM, async ({ ack, view, client, context }) => {
      const { person, text } = visitorOf(context);
      const state = BudgetState.parse(view.state.values);
      const year = Number(state.year.value.value);
      const amount = parseWon(state.won.value.value ?? '');
      const errors = {
        ...(isManager(person) ? {} : { year: text.access.notManager }),
        ...(isYear(year) ? {} : { year: text.office.yearRefused }),
        ...('refusal' in amount || amount.won < 0 ? { won: text.expense.form.refusals.not_a_number } : {}),
      };
      if (Object.keys(errors).length > 0 || 'refusal' in amount) {
        await ack({ response_action: 'errors', errors });
        return;
      }
      const chosen = state.account.value.selected_option?.value ?? '';
      const account = isAccount(chosen) ? chosen : null;
      const by = { actor: person.userId, at: deps.now(), origin: 'person' as const };
      await putBudgets(deps.db, [{ year, account, won: amount.won }], by);
      await ack();
      const said = { text: budgetSaved(year, account, amount.won, { person, text }) };
      await tellPrivately({ client, log: deps.log }, { userId: person.userId }, said);
    });
  },
} satisfies Command;

const BudgetState = z.object({
  year: z.object({ value: z.object({ value: z.string().nullish() }) }),
  account: z.object({ value: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
  won: z.object({ value: z.object({ value: z.string().nullish() }) }),
});

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2100;

async function answer(typed: string, visitor: Visitor, deps: Deps): Promise<Message> {
  const [first = '', ...others] = typed.split(' ');
  if (first === '') return menuMessage(visitor.text);
  const found = SUB_COMMANDS.find(({ words }) => words.includes(first.toLowerCase()));
  if (found) return found.run(others.join(' '), visitor, deps);
  const nearest = suggest(
    first,
    SUB_COMMANDS.flatMap(({ words }) => words).filter((word) => word !== '?'),
  );
  const menu = menuMessage(visitor.text);
  if (!nearest) return menu;
  const asked = escaped(visitor.text.office.unknown(first, nearest));
  return { text: asked };
}

async function showPeople({ person, text }: Visitor, { db }: Deps): Promise<Message> {
  return peopleMessage(await findPeople(db), isAdministrator(person), text);
}

/** `2026 시책 103,000,000`: year, account and amount in any order; without an account, the year as a whole. */
async function setBudget(typed: string, visitor: Visitor, { db, now }: Deps): Promise<Message> {
  const { person, text } = visitor;
  if (!isManager(person)) return { text: text.access.notManager };
  const tokens = typed.split(' ').filter(Boolean);
  const year = tokens.find((token) => /^\d{4}년?$/.test(token) && isYear(Number.parseInt(token, 10)));
  const accountToken = tokens.find((token) => accountNamed(token) !== null);
  const amount = parseWon(tokens.filter((token) => token !== year && token !== accountToken).join(' '));
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

/** `4-나 간담회 등` sets it; without words it shows the list. */
async function setCategory(typed: string, { person, text }: Visitor, { db, now }: Deps): Promise<Message> {
  const [activity = '', ...words] = typed.split(' ');
  const category = words.join(' ').slice(0, 40);
  if (typed === '') {
    const chosen = await findChosenCategories(db);
    const lines = ACTIVITIES.map((code) => {
      return `${code} ${text.spending.activities[code]}: ${categoryWords(categoryOf(code, chosen), text)}`;
    });
    return { text: escaped([text.office.categoryTitle, ...lines, text.office.categoryUsage].join('\n')) };
  }
  if (!isManager(person)) return { text: text.access.notManager };
  if (!isActivity(activity) || category === '') return { text: text.office.categoryUsage };
  await putCategory(db, activity, category, { actor: person.userId, at: now() });
  return { text: escaped(text.office.categorySaved(activity, categoryWords(category, text))) };
}

const LANGUAGES = new Map<string, Language>([
  ['ko', 'ko'],
  ['korean', 'ko'],
  ['한국어', 'ko'],
  ['국문', 'ko'],
  ['en', 'en'],
  ['english', 'en'],
  ['영어', 'en'],
  ['영문', 'en'],
]);

async function setLanguage(typed: string, { person, text }: Visitor, { db }: Deps): Promise<Message> {
  const language = LANGUAGES.get(typed.toLowerCase());
  if (!language) return { text: text.office.languageUsage };
  await putLanguage(db, person.userId, language);
  return { text: textFor(language).office.languageSaved };
}
