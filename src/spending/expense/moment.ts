import { dayOf, isDay, weekday } from '../../korean/days.ts';
import { parseTime } from '../../korean/times.ts';
import { normalise } from '../../korean/typed.ts';
import { parseDay, parseDayTime } from '../../korean/typed-days.ts';
import { remembering } from '../../tables/remembering.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isNothing, unwrapped } from './cells.ts';
import { readWritten } from './written-day.ts';

export type Moment = {
  day: Day | null;
  time: string | null;
  /** Why the day could not be read; a day that is simply not given is none. */
  problem: 'date_unreadable' | 'date_impossible' | 'columns_shifted' | null;
  /** A day that says everything but its year. */
  yearless: Yearless | null;
  /** A time is given that can't be read. */
  timeUnread: boolean;
  /** Two times are given that are no span. */
  twoTimes: boolean;
};

export type Yearless = {
  month: number;
  date: number;
  /** 0 for Sunday, where the cell names it. */
  weekday: number | null;
  /** A bare `3.1`, `3.2` or `3.3`: what is left where a spreadsheet took `3.10` for a number. */
  bare: boolean;
};

/** When a row says that it was. `1970-01-01 09:00` and its like are what is left of a lost day, `00:00` of a lost time. */
export const readMoment = (dateCell: string, timeCell: string, today: Day): Moment => {
  const dated = dateCell.length > LONGEST ? tooLong(dateCell) : readDate(dateCell, today);
  if (dated.time === '00:00') dated.time = null;
  if (isNothing(timeCell) || dated.problem) return dated;
  if (timeCell.length > LONGEST) return { ...dated, timeUnread: dated.time === null };
  const time = parseTime(timeCell) ?? fractionOfDay(timeCell) ?? bareClock(timeCell);
  if (time === null && !MEAL.test(timeCell.trim())) return { ...dated, timeUnread: dated.time === null };
  return { ...dated, time: time === '00:00' ? dated.time : (time ?? dated.time) };
};

/** Of a row that names no day. */
export const NO_MOMENT: Moment = {
  day: null,
  time: null,
  problem: null,
  yearless: null,
  timeUnread: false,
  twoTimes: false,
};
const read = (day: Day | null, time: string | null = null): Moment => ({ ...NO_MOMENT, day, time });
const refuse = (problem: Moment['problem']): Moment => ({ ...NO_MOMENT, problem });

/** Letters of a cell, blanks included, that may be a day or a time; several patterns below take the square of them. */
const LONGEST = 200;
const tooLong = (cell: string): Moment => (cell.trim() === '' ? read(null) : refuse('date_unreadable'));

/** What our own export says of day and time; null for anything else. */
export const ownMoment = (cell: string): Moment | null => {
  const [found, day = null, time = null] = /^(\d{4}-\d\d-\d\d)?(?:^|$| )(\d\d:\d\d)?$/.exec(cell) ?? [];
  return found === undefined ? null : read(day, time);
};

const PLAIN = /^(\d{4})[-.](\d\d)[-.](\d\d)\.?(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.0+)?)?)?$/;
const plainDay = remembering((written) => {
  const day = written.replaceAll('.', '-');
  return isDay(day) ? day : null;
});
const LOST = /^(?:19[67]\d|18\d\d|0000)[-./ ]|^1900[-./ ]+0?1[-./ ]+0?[01](?!\d)/;
/** A day with its year, then the rest. */
const LEADING_DAY =
  /^('?\d{2,4} ?[-./년] ?\d{1,2} ?[-./월] ?\d{1,2} ?[.일]?)(?: ?\(?[월화수목금토일](?:요일)?\)|(?= [월화수목금토일](?:요일)? ))? ?(.*)$/;
/** What people write where a time should stand. */
const MEAL = /^\(?(?:조식|중식|석식|조찬|오찬|만찬|점심|저녁|아침|오전|오후|야간|심야|종일|am|pm)\)?$/i;
const TRAILING_MEAL = /[\s(]*(?:조식|중식|석식|조찬|오찬|만찬|점심|저녁|아침|오전|오후|야간|심야)\)?$/;
const BARE = /^\d{1,2}\.[123]$/;

const readDate = (cell: string, today: Day): Moment => {
  const plain = PLAIN.exec(cell);
  if (plain) {
    if (LOST.test(cell)) return read(null);
    const day = plainDay(cell.slice(0, 10));
    return day ? read(day, plain[4] ? `${plain[4]}:${plain[5]}` : null) : refuse('date_impossible');
  }
  const text = normalise(unwrapped(cell)).replaceAll('。', '.');
  if (isNothing(text) || LOST.test(text)) return read(null);
  if (!/\d/.test(text)) return refuse('date_unreadable');

  // In a year that is nobody's: words (어제) are not understood then, and what comes out in it has no year of its own.
  const found = TWO_CLOCKS.test(text) ? null : parseDayTime(text, { today, year: NO_YEAR, excel: true });
  if (found?.day && Number(found.day.slice(0, 4)) !== NO_YEAR) return read(found.day, found.time);
  return clerkReads(text) ?? (found?.day ? read(found.day, found.time) : whyNot(text, today));
};

const NO_YEAR = 1904; // a leap year, so that 29 February is a day
const TWO_CLOCKS = /\d:\d\d.*[^\d:].*\d:\d\d/;

const clerkReads = (text: string): Moment | null => {
  const written = readWritten(text.replace(TRAILING_MEAL, ''));
  if (!written) return null;
  const { year, month, date, time, twoTimes, timeUnread } = written;
  if (year === null) {
    const yearless = { month, date, weekday: written.weekday, bare: BARE.test(text) };
    return dayOf(NO_YEAR, month, date)
      ? { ...read(null, time), yearless, twoTimes, timeUnread }
      : refuse('date_impossible');
  }
  const day = dayOf(year, month, date);
  const contradicted = day !== null && written.weekday !== null && weekday(day) !== written.weekday;
  return day && !contradicted ? { ...read(day, time), twoTimes, timeUnread } : refuse('date_impossible');
};

const whyNot = (text: string, today: Day): Moment => {
  const [, dayPart = '', rest = ''] = LEADING_DAY.exec(text) ?? [];
  const day = dayPart && parseDay(dayPart, { today, year: NO_YEAR });
  if (!day) return refuse(dayPart || /^\d{8}$/.test(text) ? 'date_impossible' : 'date_unreadable');
  if (rest === '') return refuse('date_impossible'); // its weekday is another
  if (MEAL.test(rest)) return read(day);
  if (/^\d{1,2}:\d{1,2}(?::\d{1,2})?$/.test(rest)) return { ...read(day), timeUnread: true };
  // Something of the next column sits here: a comma stood in a name.
  return /\p{L}/u.test(rest) ? refuse('columns_shifted') : refuse('date_unreadable');
};

/** `1830` in a column of times. */
const bareClock = (cell: string): string | null => {
  const [, hours, minutes] = /^([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?$/.exec(cell.trim()) ?? [];
  return hours && minutes ? `${hours}:${minutes}` : null;
};

/** 0.5 of a day is noon: a spreadsheet's time without its format. Seconds are cut, after what a fraction can't hold. */
const fractionOfDay = (cell: string): string | null => {
  if (!/^0?\.\d+$/.test(cell.trim())) return null;
  const minutes = Math.floor((Number(cell) * 86_400 + 0.005) / 60);
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
