import { z } from 'zod';
import type { OfficeSettings } from '../../../people/settings/rules.ts';
import { zoneLabel } from '../../../people/zones.ts';
import { capital, type View } from '../../../slack/blocks.ts';
import type { Choice } from '../../../slack/fields.ts';
import { choice, drawForm, type FieldKind, form, searched, tick, time } from '../../../slack/form.ts';
import type { Text } from '../../../text/index.ts';
import { KIND_NAMES, type KindName } from '../../../vocabulary/reminder.ts';
import { type Picked, type Picks, picksFor, type QuietForm, usualOf } from './rules.ts';

export const REMINDER_SETTINGS_OPEN = 'reminder_settings_open';
export const REMINDER_OFFICE_OPEN = 'reminder_office_open';

/** What a form showed when it was opened, by kind: what others choose meanwhile stays. */
const Shown = z.object({ shown: z.record(z.string(), z.string()) });
export type Shown = z.infer<typeof Shown>;

const kindFields = Object.fromEntries(KIND_NAMES.map((kind) => [kind, choice()])) as Record<
  KindName,
  FieldKind<string | null>
>;

export const OWN = form({
  id: 'reminder_settings',
  metadata: Shown,
  fields: { quiet_from: time(), quiet_to: time(), free_days: tick(), timezone: searched(0), ...kindFields },
});
export const OFFICES = form({
  id: 'reminder_office_settings',
  metadata: Shown,
  fields: { due_days: choice(), ...kindFields },
});

const DUE_DAYS = [7, 14, 21, 30, 60];
const NO_DUE_DAYS = 'none';
export const dueDaysPicked = (days: number | null): string => (days === null ? NO_DUE_DAYS : String(days));
export const dueDaysFrom = (picked: string): number | null => (picked === NO_DUE_DAYS ? null : Number(picked));

/** What stands in the fields of those kinds. */
export const picksIn = (values: Readonly<Record<string, unknown>>, kinds: readonly KindName[]): Picks =>
  Object.fromEntries(kinds.flatMap((kind) => (typeof values[kind] === 'string' ? [[kind, values[kind]]] : [])));

/** What somebody wants to hear of and when they may be written to. */
export function settingsForm(
  { quiet, picks }: { quiet: QuietForm; picks: Picks },
  office: Pick<OfficeSettings, 'reminders'>,
  kinds: readonly KindName[],
  at: Date,
  text: Text,
): View {
  const words = text.reminder.settings;
  const { timezone } = quiet;
  const zone = timezone ? [{ value: timezone, label: zoneLabel(timezone, text.language, at) }] : [];
  const choices = choicesFor(picks, kinds, office, { usual: words.asOffice, off: words.offChoice }, text);
  const { labels, hints } = text.home.settings;
  const look = {
    title: words.title,
    submit: words.save,
    labels: {
      ...kindNames(text),
      quiet_from: words.quietFrom,
      quiet_to: words.quietTo,
      free_days: words.freeDays,
      timezone: labels.timezone,
    },
    hints: { ...kindHints(text), quiet_from: words.quietHint, timezone: hints.timezone },
    choices: { ...choices, free_days: [{ label: words.freeDaysTick, value: 'yes' }], timezone: zone },
    placeholders: { timezone: text.home.settings.searchZone },
    optional: ['free_days', 'timezone'] as const,
    show: ['quiet_from', 'quiet_to', 'free_days', 'timezone', ...kinds] as const,
  };
  return drawForm(OWN, { ...quiet, ...picks }, { shown: picks }, look, text);
}

/** What the office is reminded of; people's own choices go before it. */
export function officeForm(picks: Picks, dueDays: number | null, text: Text): View {
  const words = text.reminder.settings;
  const usual = { usual: words.asUsual, off: words.offOffice };
  const choices = choicesFor(picks, KIND_NAMES, { reminders: {} }, usual, text);
  const look = {
    title: words.officeTitle,
    submit: words.save,
    labels: { ...kindNames(text), due_days: words.dueDays },
    hints: { ...kindHints(text), due_days: words.dueDaysHint },
    choices: {
      ...choices,
      due_days: [...new Set([...DUE_DAYS, ...(dueDays === null ? [] : [dueDays]), null])].map((days) => ({
        label: days === null ? words.noDueDays : words.days(String(days)),
        value: dueDaysPicked(days),
      })),
    },
  };
  const due_days = dueDaysPicked(dueDays);
  return drawForm(OFFICES, { due_days, ...picks }, { shown: { due_days, ...picks } }, look, text);
}

const kindNames = (text: Text) => Object.fromEntries(KIND_NAMES.map((kind) => [kind, text.reminder.kinds[kind].name]));
const kindHints = (text: Text) => Object.fromEntries(KIND_NAMES.map((kind) => [kind, text.reminder.kinds[kind].about]));

function choicesFor(
  picks: Picks,
  kinds: readonly KindName[],
  office: Pick<OfficeSettings, 'reminders'>,
  words: { usual(said: string): string; off: string },
  text: Text,
): Record<string, Choice[]> {
  const { offNow } = text.reminder.settings;
  const label = (kind: KindName, pick: Picked) =>
    pick === 'usual'
      ? words.usual(pickedWords(usualOf(kind, office), offNow, text))
      : pickedWords(pick, words.off, text);
  const of = (kind: KindName) =>
    picksFor(kind, picks[kind] ?? 'usual').map((pick) => ({ label: capital(label(kind, pick)), value: pick }));
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)]));
}

function pickedWords(picked: Picked, off: string, text: Text): string {
  const words = text.reminder.settings;
  if (picked === 'off') return off;
  if (picked === 'on') return words.atOnce;
  const minutes = /^(\d+)m$/.exec(picked)?.[1];
  return minutes ? words.before(Number(minutes)) : picked;
}
