import type { Day } from '../vocabulary/day.ts';
import { clockIn, partsOf, todayIn, weekday } from './days.ts';

/** `11월 21일(금)` or `Fri 21 Nov`, with the year where it is another than today's. */
export const formatDay = (day: Day, locale: 'ko' | 'en', today: Day): string => {
  const [year, month, date] = partsOf(day);
  const sameYear = year === partsOf(today)[0];
  return locale === 'ko'
    ? `${sameYear ? '' : `${year}년 `}${month}월 ${date}일(${KOREAN_WEEKDAYS[weekday(day)]})`
    : `${titled(ENGLISH_WEEKDAYS[weekday(day)])} ${date} ${titled(ENGLISH_MONTHS[month - 1])}${sameYear ? '' : ` ${year}`}`;
};

/** A day of record, its year always with it: nobody has to ask of which year it is. */
export const formatDate = (day: Day, locale: 'ko' | 'en'): string => formatDay(day, locale, '');

/** Both ends of a period: each with its year where they are of two, so that none is taken for the other's. */
export const formatSpan = ({ from, to }: Ends, locale: 'ko' | 'en', today: Day): [from: string, to: string] => {
  const beside = from.slice(0, 4) === to.slice(0, 4) ? today : '';
  return [formatDay(from, locale, beside), formatDay(to, locale, beside)];
};
type Ends = { from: Day; to: Day };

/** `11월 23일(월) 14:05`, by the clocks of a zone. */
export const formatMoment = (moment: Date, zone: string, locale: 'ko' | 'en', today: Day): string =>
  `${formatDay(todayIn(zone, moment), locale, today)} ${clockIn(zone, moment)}`;

/** From Sunday on, as dayjs counts. */
export const KOREAN_WEEKDAYS = '일월화수목금토';
export const ENGLISH_WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(' ');

/** The place of `thu`, `thurs` or `thursday` in the list, -1 for others: `mayor` is no month. */
export const named = (names: string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

const titled = (name = ''): string => name.charAt(0).toUpperCase() + name.slice(1, 3);
