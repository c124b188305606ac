import dayjs, { type Dayjs } from 'dayjs';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import type { Day } from '../vocabulary/day.ts';

// All that the app knows of calendars and clocks is dayjs's, and reaches the rest of it through here: days as `YYYY-MM-DD`, times
// as `HH:MM`, moments as Date. What dayjs says of a day or a zone never changes, so it is asked once: lists run to thousands.

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(isoWeek);

/** Whether there is such a day, between 1900 and 2100. */
export const isDay = (text: string): boolean => find(text) !== null;

/** Null when there is no such day between 1900 and 2100. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  const text = `${year}-${two(month)}-${two(day)}`;
  return isDay(text) ? text : null;
};

export const addDays = (day: Day, days: number): Day => numbered(about(day).number + days);

/** The same day of another month, or that month's last where it has no such day. */
export const addMonths = (day: Day, months: number): Day => written(dayjs.utc(day).add(months, 'month'));

export const lastOfMonth = (day: Day): Day => written(dayjs.utc(day).endOf('month'));

/** Whole days from one to the other. */
export const daysBetween = (from: Day, to: Day): number => about(to).number - about(from).number;

/** 0 is Sunday, 6 Saturday. */
export const weekday = (day: Day): number => about(day).weekday;

export const isWeekend = (day: Day): boolean => weekday(day) % 6 === 0;

/** Weeks begin on Monday. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - (weekday(day) || 7));

/** The ISO week of a day; its year is the one of its Thursday. */
export const isoWeekOf = (day: Day): { year: number; week: number } => {
  const date = dayjs.utc(day);
  return { year: date.isoWeekYear(), week: date.isoWeek() };
};

export const partsOf = (day: Day): [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

/** The day that a zone's calendars show at a moment. */
export const todayIn = (zone: string, now: Date): Day => numbered(Math.floor(shown(zone, now.getTime()) / DAY));

/** `HH:MM`, as a zone's clocks show a moment. */
export const clockIn = (zone: string, now: Date): string =>
  dayjs.utc(shown(zone, now.getTime())).toISOString().slice(11, 16);

/**
 * The moment at which a zone's clocks show this. What they show twice is the first of both; what they skip is as much later as
 * they are put forward: in New York, 02:30 on 2026-03-08 is 03:30. (dayjs.tz alone takes the first or the second, by the season
 * in which it is asked.)
 */
export function instantOf(zone: string, day: Day, time: string): Date {
  const wall = dayjs.utc(`${day}T${time}`).valueOf();
  const [before, after] = [offsetIn(zone, wall - DAY), offsetIn(zone, wall + DAY)];
  const found = [before, after].map((offset) => wall - offset * MINUTE).filter((at) => shown(zone, at) === wall);
  return new Date(found.length > 0 ? Math.min(...found) : wall - before * MINUTE);
}

/** Day and time as a spreadsheet counts them: days since 1899-12-30, the time as a fraction, read to the second. */
export const serialDay = (serial: number): { day: Day; time: string } => {
  const [day = '', time = ''] = dayjs
    .utc('1899-12-30')
    .add(Math.floor(serial * 86_400 + 0.005), 'second') // cut: 23:59:59.7 stays on its day
    .toISOString()
    .split('T');
  return { day, time: time.slice(0, 5) };
};

const MINUTE = 60_000;
const DAY = 86_400_000;

const two = (number: number): string => String(number).padStart(2, '0');
const written = (date: Dayjs): Day => date.format('YYYY-MM-DD');

/** A day's number since 1970-01-01 and its weekday. */
type Known = { number: number; weekday: number };

const known = new Map<Day, Known>();
const byNumber = new Map<number, Day>();

function find(text: string): Known | null {
  const kept = known.get(text);
  if (kept) return kept;
  if (!/^(?:19\d\d|20\d\d|2100)-\d\d-\d\d$/.test(text)) return null;
  const date = dayjs.utc(text);
  if (written(date) !== text) return null;
  const found = { number: date.valueOf() / DAY, weekday: date.day() };
  known.set(text, found);
  return found;
}

function about(day: Day): Known {
  const found = find(day);
  if (found) return found;
  const date = dayjs.utc(day); // of another century, perhaps: reckoned with, but not kept
  return { number: Math.floor(date.valueOf() / DAY), weekday: date.day() };
}

function numbered(number: number): Day {
  const kept = byNumber.get(number);
  if (kept !== undefined) return kept;
  if (Number.isNaN(number)) throw new RangeError('That is no day.');
  const day = written(dayjs.utc(number * DAY));
  if (find(day)) byNumber.set(number, day);
  return day;
}

/** A moment moved so that its UTC reads as the zone's clocks do. */
const shown = (zone: string, at: number): number => at + offsetIn(zone, at) * MINUTE;

/**
 * How far a zone is ahead of UTC, in minutes. A span whose ends agree has one offset throughout: no zone changes its clocks and
 * changes them back within four weeks.
 */
function offsetIn(zone: string, at: number, span = 28 * DAY): number {
  const start = Math.floor(at / span) * span;
  const offset = offsetAtEdge(zone, start);
  if (offset === offsetAtEdge(zone, start + span)) return offset;
  return span > DAY ? offsetIn(zone, at, DAY) : askOffset(zone, at);
}

const edges = new Map<string, Map<number, number>>();

function offsetAtEdge(zone: string, at: number): number {
  const ofZone = edges.get(zone) ?? new Map<number, number>();
  edges.set(zone, ofZone);
  const offset = ofZone.get(at) ?? askOffset(zone, at);
  ofZone.set(at, offset);
  return offset;
}

const askOffset = (zone: string, at: number): number => dayjs.utc(at).tz(zone).utcOffset();
