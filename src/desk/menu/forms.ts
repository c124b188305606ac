import { plain, section, type View } from '../../slack/blocks.ts';
import { channelField, choiceField, searchOneField, wordsField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import { ACTIVITIES } from '../../vocabulary/expense.ts';

export const CHANNEL_FORM = 'office_channel';
export const CATEGORY_FORM = 'category_form';
export const PLEDGE_PICK = 'pledge_pick';

/** Shorter than a category of the official list is long, so that lists stay readable. */
export const LONGEST_CATEGORY = 40;

export function channelForm(channel: string | null, text: Text, said?: string): View {
  const words = text.office.channelForm;
  const field = { id: 'channel', label: words.channel, hint: words.hint };
  return form(CHANNEL_FORM, words, [channelField(field, channel, text.expense.form.choose)], text, { said });
}

export function categoryForm(
  filled: { activity: string | null; category: string | null },
  text: Text,
  said?: string,
): View {
  const words = text.office.categoryForm;
  const activities = ACTIVITIES.map((code) => ({ label: `${code} ${text.spending.activities[code]}`, value: code }));
  const { choose } = text.expense.form;
  return form(
    CATEGORY_FORM,
    words,
    [
      choiceField({ id: 'activity', label: words.activity }, activities, filled.activity, choose),
      wordsField({ id: 'category', label: words.category, hint: words.hint }, filled.category, {
        longest: LONGEST_CATEGORY,
      }),
    ],
    text,
    { said },
  );
}

/** Which pledge to update; the form of the update takes its place. */
export function pledgeForm(metadata: string, text: Text): View {
  const words = text.office.pledgeForm;
  const field = { id: 'pledge', label: words.pledge, hint: words.hint };
  const search = searchOneField(field, null, { placeholder: words.search, from: 0 });
  return form(PLEDGE_PICK, { ...words, submit: words.next }, [search], text, { metadata });
}

function form(
  callback_id: string,
  words: { title: string; submit: string },
  fields: View['blocks'],
  text: Text,
  { said, metadata }: { said?: string | undefined; metadata?: string },
): View {
  return {
    type: 'modal',
    callback_id,
    ...(metadata === undefined ? {} : { private_metadata: metadata }),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(text.expense.form.cancel),
    blocks: [...(said ? [section(said)] : []), ...fields],
  };
}
