import { z } from 'zod';
import { OFFICE_SETTINGS, type OfficeSettings } from '../../people/settings/rules.ts';
import { plain, section, type View } from '../../slack/blocks.ts';
import { channelField, choiceField, choicesField, readFields, tickField, timeField } from '../../slack/fields.ts';
import type { Text } from '../../text/index.ts';
import { isPart, PARTS } from '../../vocabulary/digest.ts';

export const DIGEST_SETTINGS = 'digest_settings';
export const DIGEST_SETTINGS_OPEN = 'digest_settings_open';

export type Settings = OfficeSettings['digest'];

/** What the form was opened with, so that nobody undoes unseen what someone else chose meanwhile. */
const Metadata = z.object({ seen: OFFICE_SETTINGS.digest, responseUrl: z.string().optional() });
export type Metadata = z.infer<typeof Metadata>;
export const readMetadata = (text: string): Metadata => Metadata.parse(JSON.parse(text));

export function settingsForm(chosen: Settings, metadata: Metadata, text: Text, said?: string): View {
  const { labels, hints, ...words } = text.digest.settings;
  const days = words.weekdays.map((label, i) => ({ label, value: String(i + 1) }));
  const parts = PARTS.map((part) => ({ label: text.digest.parts[part], value: part }));
  const wanted = PARTS.filter((part) => !chosen.without.includes(part));
  return {
    type: 'modal',
    callback_id: DIGEST_SETTINGS,
    private_metadata: JSON.stringify(metadata),
    title: plain(words.title),
    submit: plain(words.save),
    close: plain(text.expense.form.cancel),
    blocks: [
      ...(said ? [section(said)] : []),
      tickField({ id: 'on', label: labels.on, optional: true }, words.on, chosen.on),
      choiceField(
        { id: 'weekday', label: labels.weekday, hint: hints.weekday },
        days,
        String(chosen.weekday),
        words.choose,
      ),
      timeField({ id: 'time', label: labels.time }, chosen.time),
      channelField(
        { id: 'channel', label: labels.channel, hint: hints.channel, optional: true },
        chosen.channel,
        words.choose,
      ),
      choicesField({ id: 'parts', label: labels.parts }, parts, wanted, words.choose),
    ],
  };
}

export type SettingsRefusal = 'nothing' | 'missing';

export function readSettings(
  values: unknown,
): { settings: Settings } | { refusals: Partial<Record<'weekday' | 'time' | 'parts', SettingsRefusal>> } {
  const fields = readFields(values);
  const parts = fields.many('parts').filter(isPart);
  const read = OFFICE_SETTINGS.digest.safeParse({
    on: fields.many('on').includes('yes'),
    weekday: Number(fields.one('weekday')),
    time: fields.one('time'),
    channel: fields.one('channel'),
    without: PARTS.filter((part) => !parts.includes(part)),
  });
  if (parts.length === 0) return { refusals: { parts: 'nothing' } };
  if (read.success) return { settings: read.data };
  const wrong = read.error.issues.map(({ path }) => path[0]);
  return { refusals: { [wrong.includes('time') ? 'time' : 'weekday']: 'missing' } };
}

export const sameSettings = (one: Settings, other: Settings): boolean =>
  JSON.stringify(OFFICE_SETTINGS.digest.parse(one)) === JSON.stringify(OFFICE_SETTINGS.digest.parse(other));
