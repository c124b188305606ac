import { z } from 'zod';
import { OFFICE_SETTINGS, type OfficeSettings } from '../../people/settings/rules.ts';
import type { View } from '../../slack/blocks.ts';
import { channel, choice, choicesOf, drawForm, form, tick, time } from '../../slack/form.ts';
import type { Text } from '../../text/index.ts';
import { isPart, PARTS } from '../../vocabulary/digest.ts';

export const DIGEST_SETTINGS_OPEN = 'digest_settings_open';

export type Settings = OfficeSettings['digest'];

/** `seen`: what the form was opened with, so that nobody undoes unseen what someone else chose meanwhile. */
export const SETTINGS = form({
  id: 'digest_settings',
  metadata: z.object({ seen: OFFICE_SETTINGS.digest }),
  fields: { on: tick(), weekday: choice(), time: time(), channel: channel(), parts: choicesOf() },
});

export function settingsForm(chosen: Settings, metadata: { seen: Settings }, text: Text): View {
  const { labels, hints, ...words } = text.digest.settings;
  const wanted = PARTS.filter((part) => !chosen.without.includes(part));
  const values = { ...chosen, weekday: String(chosen.weekday), parts: wanted };
  const choices = {
    on: [{ label: words.on, value: 'yes' }],
    weekday: words.weekdays.map((label, i) => ({ label, value: String(i + 1) })),
    parts: PARTS.map((part) => ({ label: text.digest.parts[part], value: part })),
  };
  const look = { title: words.title, submit: words.save, labels, hints, choices };
  return drawForm(SETTINGS, values, metadata, { ...look, optional: ['on', 'channel'] }, text);
}

export type SettingsRefusal = 'nothing' | 'missing';

export function readSettings(
  values: typeof SETTINGS.empty,
): { settings: Settings } | { refusals: Partial<Record<'weekday' | 'time' | 'parts', SettingsRefusal>> } {
  const parts = values.parts.filter(isPart);
  const { on, weekday, time, channel } = values;
  const without = PARTS.filter((part) => !parts.includes(part));
  const read = OFFICE_SETTINGS.digest.safeParse({ on, weekday: Number(weekday), time, channel, without });
  if (parts.length === 0) return { refusals: { parts: 'nothing' } };
  if (read.success) return { settings: read.data };
  const wrong = read.error.issues.map(({ path }) => path[0]);
  return { refusals: { [wrong.includes('time') ? 'time' : 'weekday']: 'missing' } };
}

export const sameSettings = (one: Settings, other: Settings): boolean =>
  JSON.stringify(OFFICE_SETTINGS.digest.parse(one)) === JSON.stringify(OFFICE_SETTINGS.digest.parse(other));
