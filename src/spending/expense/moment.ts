import { isDay } from '../../korean/days.ts';
import { parseTime } from '../../korean/times.ts';
import { normalise } from '../../korean/typed.ts';
import { parseDay, parseDayTime } from '../../korean/typed-days.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isNothing, remembering } from './cells.ts';

export type Moment = {
  day: Day | null;
  time: string | null;
  /** Why the day could not be read; a day that is simply not given is none. */
  problem: 'date_unreadable' | 'date_impossible' | 'date_without_year' | 'columns_shifted' | null;
  /** A time is given that can't be read. */
  timeUnread: boolean;
};

type Context = { today: Day; year: number | null };

/** When a row says that it was. `1970-01-01 09:00` and its like are what is left of a lost day, `00:00` of a lost time. */
export const readMoment = (dateCell: string, timeCell: string, context: Context): Moment => {
  const dated = readDate(dateCell, context);
  if (dated.time === '00:00') dated.time = null;
  if (isNothing(timeCell) || dated.problem) return dated;
  const time = parseTime(timeCell) ?? fractionOfDay(timeCell);
  if (time === null && !MEAL.test(timeCell.trim())) return { ...dated, timeUnread: dated.time === null };
  return { ...dated, time: time === '00:00' ? dated.time : (time ?? dated.time) };
};

/** The year and month a title or a file's name speaks of; null where it speaks of none or of several. */
export const periodIn = (text: string): { year: number | null; month: number | null } => {
  const words = normalise(text);
  const years = new Set<number>();
  const months = new Set<number>();
  for (const [, year, month] of words.matchAll(YEAR_MONTH)) {
    years.add(fullYear(year ?? ''));
    if (month) months.add(Number(month));
  }
  if (years.size === 0) {
    for (const [, year, month] of words.matchAll(YEAR_MONTH_DIGITS)) {
      years.add(Number(year));
      months.add(Number(month));
    }
  }
  for (const [, month] of words.matchAll(/(?<!\d)(1[0-2]|0?[1-9])\s*월/g)) months.add(Number(month));
  const spans = /분기|반기|[~∼〜]|부터/.test(words);
  const [year = null] = years.size === 1 ? years : [];
  const [month = null] = months.size === 1 && !spans ? months : [];
  return { year, month };
};

const YEAR_MONTH =
  /(?<!\d)((?:19|20)\d{2}|['’]\d{2}|(?<![\d.])\d{2}(?=\s*년))\s*(?:년도?|\.(?=\s*\d{1,2}\s*월))\s*(?:(1[0-2]|0?[1-9])\s*월)?/g;
const YEAR_MONTH_DIGITS = /(?<!\d)(20\d{2})[-_. ]?(0[1-9]|1[0-2])(?!\d)/g;
const fullYear = (digits: string): number => Number(digits.replace(/^['’]/, '').padStart(4, '20'));

const read = (day: Day | null, time: string | null = null): Moment => ({ day, time, problem: null, timeUnread: false });
const refuse = (problem: Moment['problem']): Moment => ({ ...read(null), problem });

const PLAIN = /^(\d{4})-(\d\d)-(\d\d)(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.0+)?)?)?$/;
const plainDay = remembering((day) => (isDay(day) ? day : null));
const LOST = /^(?:19[67]\d|18\d\d|0000)[-./ ]|^1900[-./ ]+0?1[-./ ]+0?[01](?!\d)/;
/** A day with its year, then the rest. */
const LEADING_DAY =
  /^('?\d{2,4} ?[-./년] ?\d{1,2} ?[-./월] ?\d{1,2} ?[.일]?)(?: ?\(?[월화수목금토일](?:요일)?\)|(?= [월화수목금토일](?:요일)? ))? ?(.*)$/;
/** What people write where a time should stand. */
const MEAL = /^\(?(?:조식|중식|석식|조찬|오찬|만찬|점심|저녁|아침|오전|오후|야간|심야|종일|am|pm)\)?$/i;
const WEEKDAY = /\(?(?<![가-힣])[월화수목금토일](?:요일)?\)|\s[월화수목금토일]요일/;

const readDate = (cell: string, { today, year }: Context): Moment => {
  const plain = PLAIN.exec(cell);
  if (plain) {
    if (LOST.test(cell)) return read(null);
    const day = plainDay(cell.slice(0, 10));
    return day ? read(day, plain[4] ? `${plain[4]}:${plain[5]}` : null) : refuse('date_impossible');
  }
  const text = normalise(cell);
  if (isNothing(text) || LOST.test(text)) return read(null);
  if (!/\d/.test(text)) return refuse('date_unreadable');

  const found = parseDayTime(text, { today, year: year ?? undefined, excel: true });
  if (found?.day) {
    // Words (어제) and days without a year are read from today when no year is known; a file must not be.
    if (year === null && !hasOwnYear(text, found.day, today)) return refuse('date_without_year');
    return read(found.day, found.time);
  }
  return whyNot(text, { today, year });
};

/** Read from two other years, a day with a year of its own stays the same. */
const hasOwnYear = (text: string, day: Day, today: Day): boolean => {
  const bare = text.replace(WEEKDAY, ' ');
  return [2000, 2004].every((year) => parseDayTime(bare, { today, year, excel: true })?.day === day);
};

const whyNot = (text: string, { today, year }: Context): Moment => {
  const [, dayPart = '', rest = ''] = LEADING_DAY.exec(text) ?? [];
  const day = dayPart && parseDay(dayPart, { today, year: 2000 });
  if (!day) {
    if (year === null && [2000, 2004].some((year) => parseDayTime(text.replace(WEEKDAY, ' '), { today, year })?.day)) {
      return refuse('date_without_year');
    }
    return refuse(dayPart || /^\d{8}$/.test(text) ? 'date_impossible' : 'date_unreadable');
  }
  if (rest === '') return refuse('date_impossible'); // its weekday is another
  if (MEAL.test(rest)) return read(day);
  if (/^\d{1,2}:\d{1,2}(?::\d{1,2})?$/.test(rest)) return { ...read(day), timeUnread: true };
  // Something of the next column sits here: a comma stood in a name.
  return /\p{L}/u.test(rest) ? refuse('columns_shifted') : refuse('date_unreadable');
};

/** 0.5 of a day is noon: a spreadsheet's time without its format. */
const fractionOfDay = (cell: string): string | null => {
  if (!/^0?\.\d+$/.test(cell.trim())) return null;
  const minutes = Math.round(Number(cell) * 1440);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
