import type { Day } from '../vocabulary/day.ts';

export const isDay = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return dayOf(Number(year), Number(month), Number(day)) === text;
};

/** Null when there is no such day between 1900 and 2100. */
export const dayOf = (year: number, month: number, day: number): Day | null =>
  Number.isInteger(day) &&
  year >= 1900 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month)
    ? iso(Date.UTC(year, month - 1, day))
    : null;

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const addDays = (day: Day, days: number): Day => iso(at(day) + days * DAY);

/** Whole days from one to the other. */
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / DAY);

/** 0 is Sunday, 6 Saturday. */
export const weekday = (day: Day): number => new Date(at(day)).getUTCDay();

export const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

/** Weeks begin on Monday. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));

export const todayIn = (zone: string, now: Date): Day => wallClock(zone, now).slice(0, 10);

/** `HH:MM` */
export const clockIn = (zone: string, now: Date): string => wallClock(zone, now).slice(11, 16);

/** `11월 21일(금)` or `Fri 21 Nov`, with the year where it is another than today's. */
export const formatDay = (day: Day, locale: 'ko' | 'en', today: Day): string => {
  const [year, month, date] = partsOf(day);
  const sameYear = year === partsOf(today)[0];
  return locale === 'ko'
    ? `${sameYear ? '' : `${year}년 `}${month}월 ${date}일(${KOREAN_WEEKDAYS[weekday(day)]})`
    : `${titled(ENGLISH_WEEKDAYS[weekday(day)])} ${date} ${titled(ENGLISH_MONTHS[month - 1])}${sameYear ? '' : ` ${year}`}`;
};

/** `11월 23일(월) 14:05`, by the clocks of a zone. */
export const formatMoment = (moment: Date, zone: string, locale: 'ko' | 'en', today: Day): string =>
  `${formatDay(todayIn(zone, moment), locale, today)} ${clockIn(zone, moment)}`;

export const partsOf = (day: Day): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

export const KOREAN_WEEKDAYS = '일월화수목금토';
export const ENGLISH_WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(' ');

/** The place of `thu`, `thurs` or `thursday` in the list, -1 for others: `mayor` is no month. */
export const named = (names: string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

const DAY = 86_400_000;
const titled = (name = ''): string => name.charAt(0).toUpperCase() + name.slice(1, 3);

const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const iso = (time: number): Day => new Date(time).toISOString().slice(0, 10);
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD HH:MM` */
const wallClock = (zone: string, now: Date): string => {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return clock.format(now);
};
