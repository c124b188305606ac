import type { Day } from '../vocabulary/day.ts';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS, KOREAN_WEEKDAYS, named } from './day-words.ts';
import { addDays, addMonths, clockIn, dayOf, isDay, mondayOf, partsOf, serialDay, todayIn, weekday } from './days.ts';
import { NAMED_DAYS } from './named-days.ts';
import { type Half, parseTime } from './times.ts';
import { LONGEST_TYPED, plainly } from './typed.ts';

export type DayContext = {
  today: Day;
  /** The year of a file: a day without a year is in it, and words such as 어제 are not understood. */
  year?: number | undefined;
  /** The month of a file, 1–12, for `21일`. */
  month?: number | undefined;
  /** Where a day without a year or a weekday alone lies: the nearest one before (expenses) or after (visits) today, or today. */
  towards?: 'past' | 'future' | undefined;
  /** Reads serial day numbers of a spreadsheet (1900 system). */
  excel?: boolean | undefined;
  /** Of a line that a person typed: what it says of its hours, so that `3:30` is in the afternoon. */
  half?: Half | undefined;
  /** Where the office is, for moments that carry a zone of their own. */
  zone?: string | undefined;
};

/** Both null is never returned; time is `HH:MM`. */
export type DayTime = { day: Day | null; time: string | null };

/**
 * `2018-03-30`, `2018. 3. 30.`, `20180330`, `'16.10.31`, `25.12.3.(수)`, `11/21`, `11월 21일`, `21일`, `어제`, `지난주 금요일`, `Nov 21`.
 * Null for days that don't exist, contradict their own weekday, or can be read in two ways.
 */
export const parseDay = (text: string, context: DayContext): Day | null => {
  const typed = text.length > LONGEST_TYPED ? '' : plainly(text);
  if (typed === '' || typed.length > LONGEST) return null;
  const moment = instant(typed, context);
  if (moment) return moment.day;

  const whole = dated(typed, context) ?? spoken(typed, context);
  if (whole) return whole;
  const [, words = '', inBrackets, after = ''] = MARKED_WEEKDAY.exec(typed) ?? [];
  const day = dated(words, context) ?? spoken(words, context);
  return day && weekday(day) === weekdayNamed(inBrackets ?? after) ? day : null;
};

/** A day, a time, or both in either order: `2025.10.02. 14:07`, `어제 오후 7시`, `2018-03-30T12:30:00+09:00`. */
export const parseDayTime = (text: string, context: DayContext): DayTime | null => {
  const typed = text.length > LONGEST_TYPED ? '' : plainly(text);
  if (typed === '' || typed.length > LONGEST) return null;
  const moment = instant(typed, context);
  if (moment) return moment;

  const day = parseDay(typed, context);
  if (day) return { day, time: null };
  const time = parseTime(typed, context.half);
  if (time) return { day: null, time };

  for (const split of splits(typed)) {
    const [first, second] = [typed.slice(0, split), typed.slice(split)];
    const [dayFirst, timeSecond] = [parseDay(first, context), parseTime(second, context.half)];
    if (dayFirst && timeSecond) return { day: dayFirst, time: timeSecond };
    const [timeFirst, daySecond] = [parseTime(first, context.half), parseDay(second, context)];
    if (timeFirst && daySecond) return { day: daySecond, time: timeFirst };
  }
  return null;
};

const LONGEST = 60;

// Moments: spreadsheet serials and ISO with a time.

const instant = (typed: string, { excel, zone = 'Asia/Seoul' }: DayContext): DayTime | null => {
  if (excel && /^\d{5}(?:\.\d+)?$/.test(typed)) return serial(typed);

  const [, day = '', hours = '', minutes = '', seconds = '00', offset] =
    /^(\d{4}-\d{2}-\d{2})[t ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(z|[+-]\d{2}:?\d{2})?$/.exec(typed) ?? [];
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  if (!offset) return { day, time: `${hours}:${minutes}` };

  const shift = offset === 'z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const moment = new Date(`${day}T${hours}:${minutes}:${seconds}${shift}`);
  return Number.isNaN(moment.getTime()) ? null : { day: todayIn(zone, moment), time: clockIn(zone, moment) };
};

/** Days 20000 to 80000 (1954 to 2119) of the 1900 system; smaller numbers are likelier counts or amounts. */
const serial = (typed: string): DayTime | null => {
  const { day, time } = serialDay(Number(typed));
  if (day < serialDay(20_000).day || day > serialDay(80_000).day) return null;
  return { day, time: typed.includes('.') ? time : null };
};

// Written days.

const YEAR = String.raw`(?:'?(\d{2})|(\d{4}))`;
const WRITTEN = [
  String.raw`${YEAR} ?- ?(\d{1,2}) ?- ?(\d{1,2})`,
  String.raw`${YEAR} ?\. ?(\d{1,2}) ?\. ?(\d{1,2}) ?\.?`,
  String.raw`${YEAR} ?[년年] ?(\d{1,2}) ?[월月] ?(\d{1,2}) ?[일日]`,
  String.raw`()(\d{4})(\d{2})(\d{2})`,
].map((form) => new RegExp(`^${form}$`));

const YEARLESS = [
  /^(\d{1,2}) ?\/ ?(\d{1,2})$/,
  /^(\d{1,2}) ?\. ?(\d{1,2}) ?\.?$/,
  /^(\d{1,2})-(\d{1,2})$/,
  /^(\d{1,2}) ?[월月] ?(\d{1,2}) ?[일日]$/,
];

const ENGLISH = [
  { form: /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/, order: [3, 1, 2] },
  { form: /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?:,? (\d{4}))?$/, order: [3, 2, 1] },
  { form: /^(\d{1,2})-([a-z]{3})-(\d{2}|\d{4})$/, order: [3, 2, 1] }, // 04-Mar-24
] as const;

const dated = (typed: string, context: DayContext): Day | null => {
  for (const form of WRITTEN) {
    const [found, short, long, month, day] = form.exec(typed) ?? [];
    if (found) return dayOf(short ? 2000 + Number(short) : Number(long), Number(month), Number(day));
  }
  for (const form of YEARLESS) {
    const [found, month, day] = form.exec(typed) ?? [];
    if (found) return inSomeYear(Number(month), Number(day), context);
  }
  for (const { form, order } of ENGLISH) {
    const found = form.exec(typed);
    if (!found) continue;
    const [year, name = '', day] = order.map((place) => found[place]);
    const month = named(ENGLISH_MONTHS, name) + 1;
    return year ? dayOf(fullYear(year), month, Number(day)) : inSomeYear(month, Number(day), context);
  }
  const date = /^(\d{1,2}) ?[일日]$/.exec(typed)?.[1];
  return date ? inSomeMonth(Number(date), context) : slashed(typed);
};

/** `2018/3/30` and `16/10/31` as Koreans write them, `3/30/2018` and `1/31/17` as spreadsheets do; `01/02/17` can be either. */
const slashed = (typed: string): Day | null => {
  const [, first = '', second, third = ''] = /^'?(\d{1,4}) ?\/ ?(\d{1,2}) ?\/ ?(\d{1,4})$/.exec(typed) ?? [];
  const yearFirst = [2, 4].includes(first.length) ? dayOf(fullYear(first), Number(second), Number(third)) : null;
  const yearLast = [2, 4].includes(third.length) ? dayOf(fullYear(third), Number(first), Number(second)) : null;
  return yearFirst && yearLast && yearFirst !== yearLast ? null : (yearFirst ?? yearLast);
};

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 : 0) + Number(digits);

/** Eight years reach the next 29 February, even over 2100. */
const inSomeYear = (month: number, day: number, { today, year, towards }: DayContext): Day | null => {
  if (year !== undefined) return dayOf(year, month, day);
  const [thisYear] = partsOf(today);
  const step = towards === 'future' ? 1 : -1;
  return firstToward(
    Array.from({ length: 9 }, (_, years) => dayOf(thisYear + step * years, month, day)),
    today,
    step,
  );
};

const inSomeMonth = (day: number, { today, year, month, towards }: DayContext): Day | null => {
  if (year !== undefined) return month === undefined ? null : dayOf(year, month, day);
  const step = towards === 'future' ? 1 : -1;
  return firstToward(
    Array.from({ length: 3 }, (_, months) => {
      const [ofYear, ofMonth] = partsOf(addMonths(today, step * months));
      return dayOf(ofYear, ofMonth, day);
    }),
    today,
    step,
  );
};

const firstToward = (days: (Day | null)[], today: Day, step: 1 | -1): Day | null =>
  days.find((day) => day && (step > 0 ? day >= today : day <= today)) ?? null;

// Spoken days.

/** Counted weeks; a weekday with 지난 or last but no 주 is the nearest one before today. */
const WEEKS = new Map<string, number>(
  Object.entries({
    지지난: -2,
    지난: -1,
    저번: -1,
    last: -1,
    이번: 0,
    this: 0,
    금: 0,
    다음: 1,
    담: 1,
    next: 1,
    다다음: 2,
  }),
);

const KOREAN_WEEKDAY = /^(?:(지지난|지난|저번|이번|금(?=주)|다음|담|다다음) ?(주)? ?)?([월화수목금토일])(?:요일|욜)$/;
const ENGLISH_WEEKDAY = /^(?:(last|this|next) (week )?)?([a-z]{3,9})$/;
const MARKED_WEEKDAY = /^(.+?) ?(?:\(([^()]+)\)|,? ?([월화수목금토일]요일|[a-z]{3,9}))$/;
const AWAY = /^(\d{1,3}) ?(?:일 ?(전|후)|days? (ago|later))$/;

const spoken = (typed: string, { today, year, towards = 'past' }: DayContext): Day | null => {
  if (year !== undefined) return null;
  const away = NAMED_DAYS.get(typed) ?? NAMED_DAYS.get(typed.replace(/(?<=[가-힣]) (?=[가-힣])/, ''));
  if (away !== undefined) return addDays(today, away);

  const [counted, days, korean, english] = AWAY.exec(typed) ?? [];
  if (counted) return addDays(today, korean === '전' || english === 'ago' ? -Number(days) : Number(days));

  const [, which = '', week, name = ''] = KOREAN_WEEKDAY.exec(typed) ?? ENGLISH_WEEKDAY.exec(typed) ?? [];
  const wanted = weekdayNamed(name);
  if (wanted < 0) return null;
  const weeks = WEEKS.get(which);
  const nearest = weeks === undefined ? towards : weeks < 0 ? 'past' : 'future';
  if (weeks !== undefined && (week || weeks === 0)) return addDays(mondayOf(today), weeks * 7 + ((wanted + 6) % 7));
  const ahead = (wanted - weekday(today) + 7) % 7;
  const strictly = weeks === undefined ? 0 : 7;
  return addDays(today, nearest === 'past' ? (ahead || 7 - strictly) - 7 : ahead || strictly);
};

const weekdayNamed = (name: string): number => {
  const korean = /^([월화수목금토일])(?:요일|욜)?$/.exec(name)?.[1];
  return korean ? KOREAN_WEEKDAYS.indexOf(korean) : named(ENGLISH_WEEKDAYS, name);
};

// Days with times.

/** Where a day and a time may part: at each space, and before `14:07` in `2025.10.02.14:07`. */
const splits = (typed: string): number[] => {
  const spaces = [...typed.matchAll(/ /g)].map(({ index }) => index);
  const glued = /(?<=[^\d:])\d{1,2}:\d{2}(?::\d{2})?$/.exec(typed)?.index;
  return glued === undefined ? spaces : [...spaces, glued];
};
