import type { App, BlockButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { MENU_CATEGORY } from '../../src/desk/menu/buttons.ts';
import { CATEGORY_FORM, categoryForm, LONGEST_CATEGORY } from '../../src/desk/menu/forms.ts';
import { normalise } from '../../src/korean/typed.ts';
import { isManager } from '../../src/people/rules.ts';
import { button, clip, sentence } from '../../src/slack/blocks.ts';
import { readFields } from '../../src/slack/field-values.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { type Message, plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { asTyped } from '../../src/slack/references.ts';
import { settle } from '../../src/slack/submission.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { CATEGORIES, categoryOf } from '../../src/spending/category/rules.ts';
import { findChosenCategories, putCategory } from '../../src/spending/category/store.ts';
import { categoryWords } from '../../src/spending/expense/words.ts';
import { type Text, textFor } from '../../src/text/index.ts';
import { ACTIVITIES, isActivity } from '../../src/vocabulary/expense.ts';

export function listenForCategories(app: App, deps: Deps): void {
  app.action<BlockButtonAction>(MENU_CATEGORY, async ({ body, client, context }) => {
    const { person, text } = visitorOf(context);
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(MENU_CATEGORY, text.access.openAgain, ' ', 'primary');
    const said = isManager(person)
      ? await openOrOffer(click, categoryForm({ activity: null, category: null }, text), again, text)
      : { text: text.access.notManager };
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log: deps.log }, reach, said);
  });

  app.view<ViewSubmitAction>(CATEGORY_FORM, async ({ ack, view, client, context }) => {
    const { person, text } = visitorOf(context);
    const { one } = readFields(view.state.values);
    const filled = { activity: one('activity'), category: one('category') };
    const category = categoryNamed(normalise(filled.category ?? ''));
    const errors: Record<string, string> = {
      ...(isActivity(filled.activity) ? {} : { activity: text.expense.form.refusals.missing }),
      ...(category === '' ? { category: text.expense.form.refusals.missing } : {}),
      ...(isManager(person) ? {} : { activity: text.access.notManager }),
    };
    if (Object.keys(errors).length > 0 || !isActivity(filled.activity)) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const done = text.office.categorySaved(filled.activity, categoryWords(category, text));
    const putting = putCategory(deps.db, filled.activity, category, { actor: person.userId, at: deps.now() });
    await settle(
      { ack, client, view },
      putting.then(() => ({ done })),
      { text, log: deps.log, again: (said) => categoryForm(filled, text, said) },
    );
    await tellPrivately({ client, log: deps.log }, { userId: person.userId }, plainMessage(done));
  });
}

/** The office's own name of a category that is shown in another language. */
function categoryNamed(words: string): string {
  const known = CATEGORIES.find((name) => categoryWords(name, textFor('en')).toLowerCase() === words.toLowerCase());
  return known ?? words;
}

/** `4-나 간담회 등` sets it; without words it shows the list. */
export async function setCategory(typed: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const [activity = '', ...words] = typed.split(' ');
  const category = categoryNamed(clip(asTyped(words.join(' ')), LONGEST_CATEGORY));
  if (typed === '') return showCategories(text, deps);
  if (!isManager(person)) return { text: text.access.notManager };
  if (!isActivity(activity) || category === '') return { text: text.office.categoryUsage };
  await putCategory(deps.db, activity, category, { actor: person.userId, at: deps.now() });
  return plainMessage(text.office.categorySaved(activity, categoryWords(category, text)));
}

export async function showCategories(text: Text, { db }: Deps): Promise<Message> {
  const chosen = await findChosenCategories(db);
  const lines = ACTIVITIES.map((code) => {
    return `${code} ${text.spending.activities[code]}: ${categoryWords(categoryOf(code, chosen), text)}`;
  });
  const { blocks = [], ...list } = plainMessage([text.office.categoryTitle, ...lines].join('\n'));
  return { ...list, blocks: [...blocks, sentence(text.office.categoryUsage)] };
}
