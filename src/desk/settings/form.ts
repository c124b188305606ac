import { z } from 'zod';
import { context, type View } from '../../slack/blocks.ts';
import { choice, drawForm, form, tick, words } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import type { MySettings } from './rules.ts';

/** Opens the form of what a person chooses for themselves. */
export const MY_SETTINGS_OPEN = 'my_settings_open';

const LONGEST_BIRTHDAY = 40;

export const MY_SETTINGS = form({
  id: 'my_settings',
  metadata: z.object({}),
  fields: { language: choice(), digest: tick(), birthday: words({ longest: LONGEST_BIRTHDAY }) },
});

/** Quiet hours and the zone stand with the reminders (src/time/reminders/settings), which this form says. */
export function settingsForm({ language, digest, birthday }: MySettings, text: Text): View {
  const { labels, hints, title, save, languages, digest: digestTick, elsewhere, monthDay } = text.home.settings;
  const day = birthday && monthDay(Number(birthday.slice(0, 2)), Number(birthday.slice(3, 5)));
  const look = {
    title,
    submit: save,
    labels,
    hints,
    choices: {
      language: (['ko', 'en'] as const).map((it) => ({ label: languages[it], value: it })),
      digest: [{ label: digestTick, value: 'yes' }],
    },
    optional: ['digest', 'birthday'] as const,
    show: [...(['language', 'digest', 'birthday'] as const), context(elsewhere)],
  };
  return drawForm(MY_SETTINGS, { language, digest, birthday: day }, {}, look, text);
}
