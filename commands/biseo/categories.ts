import { MENU_CATEGORY } from '../../src/desk/menu/buttons.ts';
import { CATEGORY, categoryForm, LONGEST_CATEGORY } from '../../src/desk/menu/forms.ts';
import { normalise } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { clip, sentence } from '../../src/slack/blocks.ts';
import { type Heard, press, submission, Words } from '../../src/slack/command.ts';
import type { Outcome } from '../../src/slack/outcome.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import type { Answer, Submitted, Turn, Typed } from '../../src/slack/turn.ts';
import { CATEGORIES, categoryOf } from '../../src/spending/category/rules.ts';
import { findChosenCategories, putCategory } from '../../src/spending/category/store.ts';
import { categoryWords } from '../../src/spending/expense/words.ts';
import { textFor } from '../../src/text/index.ts';
import { ACTIVITIES, isActivity } from '../../src/vocabulary/expense.ts';

function openCategory(turn: Turn): Answer | Promise<Answer> {
  const { person, text } = turn;
  if (!isManager(person)) return { text: text.access.notManager };
  return turn.open(categoryForm(text), { press: MENU_CATEGORY });
}

async function save({ values, ...turn }: Submitted<typeof CATEGORY.empty, object>): Promise<Outcome> {
  const { db, person, text } = turn;
  const { activity } = values;
  const category = categoryNamed(normalise(values.category ?? ''));
  const { missing } = text.conversation;
  const errors: Record<string, string> = {
    ...(isActivity(activity) ? {} : { activity: missing }),
    ...(category === '' ? { category: missing } : {}),
    ...(isManager(person) ? {} : { activity: text.access.notManager }),
  };
  if (Object.keys(errors).length > 0 || !isActivity(activity)) return { errors };
  await putCategory(db, activity, category, { actor: person.userId, at: turn.now() });
  return { done: text.office.categorySaved(activity, categoryWords(category, text)) };
}

export const categories: Heard[] = [press(MENU_CATEGORY, Words, openCategory), submission(CATEGORY, save)];

/** The office's own name of a category that is shown in another language. */
function categoryNamed(words: string): string {
  const known = CATEGORIES.find((name) => categoryWords(name, textFor('en')).toLowerCase() === words.toLowerCase());
  return known ?? words;
}

/** `4-나 간담회 등` sets it; without words it shows the list. */
export async function setCategory(turn: Typed): Promise<Message> {
  const { db, typed, person, text } = turn;
  const [activity = '', ...words] = typed.split(' ');
  const category = categoryNamed(clip(asTyped(words.join(' ')), LONGEST_CATEGORY));
  if (typed === '') return showCategories(turn);
  if (!isManager(person)) return { text: text.access.notManager };
  if (!isActivity(activity) || category === '') return { text: text.office.categoryUsage };
  await putCategory(db, activity, category, { actor: person.userId, at: turn.now() });
  return plainMessage(text.office.categorySaved(activity, categoryWords(category, text)));
}

export async function showCategories({ db, text }: Turn): Promise<Message> {
  const chosen = await findChosenCategories(db);
  const lines = ACTIVITIES.map((code) => {
    return `${code} ${text.spending.activities[code]}: ${categoryWords(categoryOf(code, chosen), text)}`;
  });
  const { blocks = [], ...list } = plainMessage([text.office.categoryTitle, ...lines].join('\n'));
  return { ...list, blocks: [...blocks, sentence(text.office.categoryUsage)] };
}
