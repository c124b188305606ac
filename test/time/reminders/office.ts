import { holidaysBetween } from '../../../src/korean/holidays.ts';
import {
  OFFICE_SETTINGS,
  type OfficeSettings,
  PERSON_SETTINGS,
  type PersonSettings,
} from '../../../src/people/settings/rules.ts';
import type { Due, Office, Recipient } from '../../../src/time/reminders/rules.ts';
import type { Role } from '../../../src/vocabulary/person.ts';

const holidays = await holidaysBetween('2015-01-01', '2027-12-31');

export const kst = (moment: string): Date => new Date(`${moment.replace(' ', 'T')}:00+09:00`);

export const shown = (at: Date, zone = 'Asia/Seoul'): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

const defaults = (): PersonSettings => ({
  timezone: PERSON_SETTINGS.timezone.parse(undefined),
  quiet: PERSON_SETTINGS.quiet.parse(undefined),
  reminders: {},
  digest: true,
  birthday: null,
  news: null,
  picture: null,
});

type Who = { id: string; role?: Role; settings?: Partial<PersonSettings> };

/** An office of made-up people, whose rules can be asked without a database. */
export function officeOf(
  who: readonly Who[],
  {
    now = '2018-03-30 12:00',
    channel = 'C0OFFICE01',
    reminders = {} as OfficeSettings['reminders'],
    declined = [] as string[],
  } = {},
): Office {
  const recipients = who.map(({ id, role = 'member', settings = {} }): Recipient => {
    const own = { ...defaults(), ...settings };
    return {
      person: { userId: id, name: id, role, language: 'ko' },
      settings: own,
      clock: { zone: own.timezone ?? 'Asia/Seoul', quiet: own.quiet, holidays },
    };
  });
  return {
    now: kst(now),
    zone: 'Asia/Seoul',
    holidays,
    clock: { zone: 'Asia/Seoul', quiet: null, holidays },
    settings: { channel: null, reminders, digest: OFFICE_SETTINGS.digest.parse(undefined) } as OfficeSettings,
    channel,
    recipients: new Map(recipients.map((it) => [it.person.userId, it])),
    managers: recipients.filter(({ person }) => person.role !== 'member'),
    begun: kst('2015-01-01 00:00'),
    declined: new Set(declined),
  };
}

/** `followup_soon U1 2018-03-27 09:00`, in their order. */
export const told = (dues: readonly Due[]): string[] =>
  [...dues]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.stage - b.stage)
    .map(({ kind, to, at }) => `${kind} ${to} ${shown(at)}`);
