import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { putBudgets } from '../src/budget/store.ts';
import { BUDGET_FORM, BUDGET_OPEN, budgetForm } from '../src/budget/views.ts';
import { CATEGORIES, categoryOf } from '../src/category/rules.ts';
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
import { button, clip, sentence } from '../src/slack/blocks.ts';
import { openOrOffer } from '../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../src/slack/privately.ts';
import { asTyped } from '../src/slack/references.ts';
import { settle } from '../src/slack/submission.ts';
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
      const state = BudgetState.parse(view.state.values);
      const typed = {
        year: state.year.value.value ?? '',
        account: state.account.value.selected_option?.value ?? '',
        won: state.won.value.value ?? '',
      };
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
        {
          text,
          log: deps.log,
          again: (said) => budgetForm(typed, text, said),
        },
      );
      await tellPrivately({ client, log: deps.log }, { userId: person.userId }, { text: done });
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
  if (!nearest) return menuMessage(visitor.text);
  return plainMessage(visitor.text.office.unknown(asTyped(first), nearest));
}

async function showPeople({ person, text }: Visitor, { db }: Deps): Promise<Message> {
  return peopleMessage(await findPeople(db), isAdministrator(person), text);
}

const WHOLE_YEAR = new Set(['전체', '합계', 'whole', 'total']);

/** `2026 시책 103,000,000`: year, account and amount in any order; without an account, the year as a whole. */
async function setBudget(typed: string, visitor: Visitor, { db, now }: Deps): Promise<Message> {
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

const LONGEST_CATEGORY = 40;

/** The office's own name of a category that is shown in another language. */
function categoryNamed(words: string): string {
  const known = CATEGORIES.find((name) => categoryWords(name, textFor('en')).toLowerCase() === words.toLowerCase());
  return known ?? words;
}

/** `4-나 간담회 등` sets it; without words it shows the list. */
async function setCategory(typed: string, { person, text }: Visitor, { db, now }: Deps): Promise<Message> {
  const [activity = '', ...words] = typed.split(' ');
  const category = categoryNamed(clip(asTyped(words.join(' ')), LONGEST_CATEGORY));
  if (typed === '') {
    const chosen = await findChosenCategories(db);
    const lines = ACTIVITIES.map((code) => {
      return `${code} ${text.spending.activities[code]}: ${categoryWords(categoryOf(code, chosen), text)}`;
    });
    const { blocks = [], ...list } = plainMessage([text.office.categoryTitle, ...lines].join('\n'));
    return { ...list, blocks: [...blocks, sentence(text.office.categoryUsage)] };
  }
  if (!isManager(person)) return { text: text.access.notManager };
  if (!isActivity(activity) || category === '') return { text: text.office.categoryUsage };
  await putCategory(db, activity, category, { actor: person.userId, at: now() });
  return plainMessage(text.office.categorySaved(activity, categoryWords(category, text)));
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
