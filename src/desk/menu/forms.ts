import { z } from 'zod';
import { plain, section, type View } from '../../slack/blocks.ts';
import { searchOneField } from '../../slack/fields.ts';
import { channel, choice, form as declared, drawForm, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { ACTIVITIES } from '../../vocabulary/expense.ts';

export const PLEDGE_PICK = 'pledge_pick';

/** Shorter than a category of the official list is long, so that lists stay readable. */
export const LONGEST_CATEGORY = 40;

export const CHANNEL = declared({ id: 'office_channel', metadata: z.object({}), fields: { channel: channel() } });
export const CATEGORY = declared({
  id: 'category_form',
  metadata: z.object({}),
  fields: { activity: choice(), category: words({ longest: LONGEST_CATEGORY }) },
});

export function channelForm(now: string | null, text: Text): View {
  const { title, submit, channel, hint } = text.office.channelForm;
  return drawForm(
    CHANNEL,
    { channel: now },
    {},
    { title, submit, labels: { channel }, hints: { channel: hint } },
    text,
  );
}

export function categoryForm(text: Text): View {
  const { title, submit, activity, category, hint } = text.office.categoryForm;
  const activities = ACTIVITIES.map((code) => ({ label: `${code} ${text.spending.activities[code]}`, value: code }));
  const look = { title, submit, labels: { activity, category }, hints: { category: hint } };
  return drawForm(CATEGORY, {}, {}, { ...look, choices: { activity: activities } }, text);
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
