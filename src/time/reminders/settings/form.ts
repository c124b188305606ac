import type { OfficeSettings } from '../../../people/settings/rules.ts';
import { type Zone, zoneLabel } from '../../../people/zones.ts';
import { plain, section, type View } from '../../../slack/blocks.ts';
import { choiceField, readFields, searchOneField, tickField, timeField } from '../../../slack/fields.ts';
import type { Text } from '../../../text/index.ts';
import { KIND_NAMES, type KindName } from '../../../vocabulary/reminder.ts';
import { type Picked, type Picks, picksFor, type QuietForm, usualOf } from './rules.ts';

export const REMINDER_SETTINGS_OPEN = 'reminder_settings_open';
export const REMINDER_SETTINGS = 'reminder_settings';
export const REMINDER_OFFICE_OPEN = 'reminder_office_open';
export const REMINDER_OFFICE_SETTINGS = 'reminder_office_settings';

type Around = { metadata: string; said?: string | undefined };

/** What somebody wants to hear of and when they may be written to. */
export function settingsForm(
  form: { quiet: QuietForm; picks: Picks },
  office: Pick<OfficeSettings, 'reminders'>,
  kinds: readonly KindName[],
  { metadata, said, at }: Around & { at: Date },
  text: Text,
): View {
  const words = text.reminder.settings;
  const { quiet } = form;
  const zone: Zone | null = quiet.timezone
    ? { value: quiet.timezone, label: zoneLabel(quiet.timezone, text.language, at) }
    : null;
  const { labels, hints } = text.home.settings;
  return {
    type: 'modal',
    callback_id: REMINDER_SETTINGS,
    private_metadata: metadata,
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      timeField({ id: 'quiet_from', label: words.quietFrom, hint: words.quietHint }, quiet.quiet_from),
      timeField({ id: 'quiet_to', label: words.quietTo }, quiet.quiet_to),
      tickField({ id: 'free_days', label: words.freeDays, optional: true }, words.freeDaysTick, quiet.free_days),
      searchOneField({ id: 'timezone', label: labels.timezone, hint: hints.timezone, optional: true }, zone, {
        placeholder: text.home.settings.searchZone,
        from: 0,
      }),
      ...kinds.map((kind) => {
        const usual = words.asOffice(pickedWords(usualOf(kind, office), words.offNow, text));
        return kindField(kind, form.picks[kind] ?? 'usual', { usual, off: words.offChoice }, text);
      }),
    ],
  };
}

/** What the office is reminded of; people's own choices go before it. */
export function officeForm(picks: Picks, { metadata, said }: Around, text: Text): View {
  const words = text.reminder.settings;
  return {
    type: 'modal',
    callback_id: REMINDER_OFFICE_SETTINGS,
    private_metadata: metadata,
    title: plain(words.officeTitle),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      ...KIND_NAMES.map((kind) => {
        const usual = words.asUsual(pickedWords(usualOf(kind, { reminders: {} }), words.offNow, text));
        return kindField(kind, picks[kind] ?? 'usual', { usual, off: words.offOffice }, text);
      }),
    ],
  };
}

function kindField(kind: KindName, picked: Picked, { usual, off }: { usual: string; off: string }, text: Text) {
  const { name, about } = text.reminder.kinds[kind];
  const label = (pick: Picked) => (pick === 'usual' ? usual : pickedWords(pick, off, text));
  const choices = picksFor(kind, picked).map((pick) => ({ label: label(pick), value: pick }));
  return choiceField({ id: kind, label: name, hint: about }, choices, picked, text.expense.form.choose);
}

function pickedWords(picked: Picked, off: string, text: Text): string {
  const words = text.reminder.settings;
  if (picked === 'off') return off;
  if (picked === 'on') return words.atOnce;
  const minutes = /^(\d+)m$/.exec(picked)?.[1];
  return minutes ? words.before(Number(minutes)) : picked;
}

export function readPicks(values: unknown, kinds: readonly KindName[]): Picks {
  const { one } = readFields(values);
  return Object.fromEntries(kinds.flatMap((kind) => (one(kind) === null ? [] : [[kind, one(kind)]])));
}

export function readQuiet(values: unknown): QuietForm {
  const { one, many } = readFields(values);
  return {
    timezone: one('timezone'),
    quiet_from: one('quiet_from'),
    quiet_to: one('quiet_to'),
    free_days: many('free_days').includes('yes'),
  };
}
