import type { Day } from '../vocabulary/day.ts';
import { addDays, addMonths } from './days.ts';
import { type Period, parsePeriod } from './period.ts';
import { parseDay } from './typed-days.ts';

/** A period for looking at plans: what has no year is of this year, not of the last one that has begun. */
export function planPeriod(typed: string, today: Day): Period | null {
  // Of plans 주말 is the one that comes; of what was, it would be any.
  const period = parsePeriod(/^(?:주말|weekend)$/i.test(typed.trim()) ? '이번 주말' : typed, today);
  const year = today.slice(0, 4);
  const ahead = daysAhead(typed);
  if (ahead !== null) {
    const day = addDays(today, ahead);
    return { from: day, to: day, kind: 'day' };
  }
  if (WEEKDAY.test(typed.trim())) {
    const day = parseDay(typed, { today, towards: 'future' });
    return day ? { from: day, to: day, kind: 'day' } : period;
  }
  if (!period || !YEARLESS.test(typed)) return period;
  const own = period.from.startsWith(year) ? period : inYear(typed, period, year, today);
  // In December 1월 is the one that comes.
  return addMonths(own.to, LONG_AGO) < today ? inYear(typed, own, String(Number(year) + 1), today) : own;
}

/** `3일 뒤`, `일주일 후`. */
function daysAhead(typed: string): number | null {
  const [, digits, word = ''] = /^(?:(\d{1,3})일|([가-힣]{2,3})) ?[뒤후]$/.exec(typed.trim()) ?? [];
  return digits === undefined ? (COUNTED.get(word) ?? null) : Number(digits);
}
const COUNTED = new Map([
  ...['하루', '이틀', '사흘', '나흘', '닷새'].map((it, at) => [it, at + 1] as const),
  ['일주일', 7],
  ['열흘', 10],
] as [string, number][]);

function inYear(typed: string, period: Period, year: string, today: Day): Period {
  if (period.kind !== 'day') return parsePeriod(`${year}년 ${typed}`, today) ?? period;
  const day = parseDay(typed, { today, year: Number(year) });
  return day ? { from: day, to: day, kind: 'day' } : period;
}

/** So many months after a month's end nobody asks for it without its year where plans are spoken of. */
const LONG_AGO = 9;

/** By itself it is the one that comes. */
const WEEKDAY = /^(?:[월화수목금토일]요일|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
const YEARLESS = /^(?:\d{1,2}(?:월|분기|[/.-]\d{1,2})|[상하]반기|[a-z]{3,9}$)/i;
