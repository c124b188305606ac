import { dayOf } from '../../korean/days.ts';
import { plainly } from '../../korean/typed.ts';
import { parseDay } from '../../korean/typed-days.ts';
import type { PersonSettings } from '../../people/settings/rules.ts';
import type { SettingsRefusal } from '../../vocabulary/desk.ts';
import type { Language } from '../../vocabulary/language.ts';

/** What each person chooses for themselves; when they may be reminded, and in which zone, is the reminders' own form. */
export type MySettings = { language: Language } & Pick<PersonSettings, 'digest' | 'birthday'>;

export type SettingsForm = {
  language: string | null;
  digest: boolean;
  birthday: string | null;
};
export type SettingsRefusals = Partial<Record<keyof SettingsForm, SettingsRefusal>>;

export function draftSettings(form: SettingsForm): { settings: MySettings } | { refusals: SettingsRefusals } {
  const { language, digest } = form;
  const refusals: SettingsRefusals = {};
  const typed = form.birthday?.trim() ?? '';
  const birthday = typed === '' ? null : readBirthday(typed);
  if (typed !== '' && birthday === null) refusals.birthday = 'not_a_birthday';
  if (language !== 'ko' && language !== 'en') return { refusals: { ...refusals, language: 'missing' } };
  return refusals.birthday ? { refusals } : { settings: { language, digest, birthday } };
}

/** `MM-DD` from `3월 5일`, `3/5`, `03-05`, `5 March`, with a year before it or without; null for anything else. */
export function readBirthday(typed: string): string | null {
  const said = plainly(typed)
    .replace(/생(?:일)?$/, '')
    .trim();
  const [, month, day] = /^(?:\d{4}(?:[./-] ?|년 ?))?(\d{1,2})(?:[./-] ?|월 ?)(\d{1,2})(?:일|\.)?$/.exec(said) ?? [];
  const found = month
    ? dayOf(LEAP, Number(month), Number(day))
    : parseDay(said, { today: `${LEAP}-01-01`, year: LEAP });
  return found?.slice(5) ?? null;
}

/** A year that has every day somebody is born on. */
const LEAP = 2000;
