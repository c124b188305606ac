import type { Zone } from '../../people/zones.ts';
import { context, option, plain, section, type View } from '../../slack/blocks.ts';
import { readFields } from '../../slack/field-values.ts';
import { choiceField, tickField, wordsField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import type { MySettings, SettingsForm, SettingsRefusals } from './rules.ts';

/** Opens the form of what a person chooses for themselves. */
export const MY_SETTINGS_OPEN = 'my_settings_open';
export const MY_SETTINGS = 'my_settings';

const LONGEST_BIRTHDAY = 40;

/** Quiet hours and the zone stand with the reminders (src/time/reminders/settings), which this form says. */
export function settingsForm(form: SettingsForm, metadata: string, text: Text, said?: string): View {
  const words = text.home.settings;
  const { labels, hints } = words;
  const languages = (['ko', 'en'] as const).map((it) => ({ label: words.languages[it], value: it }));
  const birthday = { id: 'birthday', label: labels.birthday, hint: hints.birthday, optional: true };
  return {
    type: 'modal',
    callback_id: MY_SETTINGS,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      choiceField({ id: 'language', label: labels.language }, languages, form.language, text.expense.form.choose),
      tickField({ id: 'digest', label: labels.digest, optional: true }, words.digest, form.digest !== null),
      wordsField(birthday, form.birthday, { longest: LONGEST_BIRTHDAY }),
      context(words.elsewhere),
    ],
  };
}

export const formOf = ({ language, digest, birthday }: MySettings, text: Text): SettingsForm => ({
  language,
  digest: digest ? 'yes' : null,
  birthday: birthday && text.home.settings.monthDay(Number(birthday.slice(0, 2)), Number(birthday.slice(3, 5))),
});

export function readSettingsForm(values: unknown): SettingsForm {
  const { one, many } = readFields(values);
  return {
    language: one('language'),
    digest: many('digest').includes('yes') ? 'yes' : null,
    birthday: one('birthday'),
  };
}

export const wordedRefusals = (refusals: SettingsRefusals, text: Text): Record<string, string> =>
  Object.fromEntries(Object.entries(refusals).map(([field, refusal]) => [field, text.home.settings.refusals[refusal]]));

export const zoneOptions = (zones: readonly Zone[]) => zones.map(({ label, value }) => option(label, value));
