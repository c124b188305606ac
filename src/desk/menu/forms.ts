import { z } from 'zod';
import type { View } from '../../slack/blocks.ts';
import { channel, choice, drawForm, form, searched, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { ACTIVITIES } from '../../vocabulary/expense.ts';

/** Shorter than a category of the official list is long, so that lists stay readable. */
export const LONGEST_CATEGORY = 40;

export const CHANNEL = form({ id: 'office_channel', metadata: z.object({}), fields: { channel: channel() } });
export const CATEGORY = form({
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
export const PLEDGE_PICK = form({ id: 'pledge_pick', metadata: z.object({}), fields: { pledge: searched(0) } });

export function pledgeForm(text: Text): View {
  const { title, next: submit, pledge, hint, search } = text.office.pledgeForm;
  const look = { title, submit, labels: { pledge }, hints: { pledge: hint }, placeholders: { pledge: search } };
  return drawForm(PLEDGE_PICK, {}, {}, look, text);
}
