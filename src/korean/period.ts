import type { Day } from '../vocabulary/day.ts';
import { ENGLISH_MONTHS, named } from './day-words.ts';
import { addDays, addMonths, dayOf, lastOfMonth, mondayOf, partsOf } from './days.ts';
import { PART_OF_MONTH, partOfMonth } from './part-of-month.ts';
import { LONGEST_TYPED, plainly } from './typed.ts';
import { parseDay } from './typed-days.ts';

/** From the first day to the last, both included; `kind` says how to name it. */
export type Period = { from: Day; to: Day; kind: PeriodKind };
export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'range';

/**
 * `2018`, `2018-03`, `'18년 3월`, `3월`, `지난주`, `이번달`, `작년 하반기`, `3분기`, `'16.1/4분기`, `어제`, `최근 30일`, `2018-01-01..2018-03-31`,
 * `1/1~3/31`, `1~3월`, `최근 한 달`, `최근 3년` (with this one), `이번 주말`, `10월까지` (from the beginning of that year), and the same in English. What has no year is the latest that has begun. Null for other words.
 */
export const parsePeriod = (words: string, today: Day): Period | null => {
  const typed = words.length > LONGEST_TYPED ? '' : plainly(words);
  if (typed === '' || typed.length > LONGEST) return null;
  return single(typed, { today }) ?? latest(typed, today) ?? until(typed, today) ?? range(asRange(typed), today);
};

const LONGEST = 60;

/** `since`: what has no year is the first that doesn't end before this day, not the latest that has begun. */
type Context = { today: Day; since?: Day };

const single = (typed: string, context: Context): Period | null => {
  const relative = RELATIVE.get(typed.replaceAll(' ', ''));
  if (relative) return relative(context.today);

  const gone = AGO_MONTH.exec(typed)?.[1];
  if (gone) return before(single(gone, context), context);
  const part = PART_OF_MONTH.exec(typed);
  if (part) {
    const month = single(part[1] ?? '', context);
    return month?.kind === 'month' ? partOfMonth(month, part[2] ?? '') : null;
  }

  const { year, rest, isLast } = yearIn(typed, context.today);
  if (year !== undefined && rest === '') return months(year, 1, 12, 'year');
  const named = partNamed(rest) ?? (year === undefined || isLast ? null : monthNumber(rest));
  if (named) return inYear(named, year, context);

  const day = dayIn(typed, context) ?? (AGO.test(typed) ? parseDay(rest, { today: context.today, year }) : null);
  return day ? { from: day, to: day, kind: 'day' } : null;
};

// Years.

const YEAR_FIRST =
  /^(?:('?\d{2}|\d{4})(?:년도?| ?회계연도) ?|('\d{2}|\d{4})(?:$|[ .\-/] ?|(?=\D))|(올해|금년|작년|지난해|전년도?|재작년|내년) ?)(.*)$/;
/** `작년 11월 1일` */
const AGO = /^(?:올해|금년|작년|지난해|재작년|내년) ?\d/;
const YEAR_LAST = /^([^\d].*|\dq),? (\d{4})$/;
const YEARS_AWAY = new Map([
  ['올해', 0],
  ['금년', 0],
  ['작년', -1],
  ['전년', -1],
  ['전년도', -1],
  ['지난해', -1],
  ['재작년', -2],
  ['내년', 1],
]);

/** The year said before or after the rest, if one is said. */
const yearIn = (typed: string, today: Day): { year?: number; rest: string; isLast?: boolean } => {
  const [, before, last] = YEAR_LAST.exec(typed) ?? [];
  if (before && last) return { year: Number(last), rest: before, isLast: true };
  const [found, counted, digits, said = '', rest = ''] = YEAR_FIRST.exec(typed) ?? [];
  if (!found) return { rest: typed };
  const away = YEARS_AWAY.get(said);
  if (away !== undefined) return { year: partsOf(today)[0] + away, rest };
  const figures = (counted ?? digits ?? '').replace("'", '');
  return { year: (figures.length === 2 ? 2000 : 0) + Number(figures), rest };
};

// Parts of a year.

/** Months of a year: the first and how many. */
type Part = { first: number; count: number; kind: 'month' | 'quarter' | 'half' };

const month = (first: number): Part | null => (first >= 1 && first <= 12 ? { first, count: 1, kind: 'month' } : null);
const quarter = (number: number): Part => ({ first: number * 3 - 2, count: 3, kind: 'quarter' });
const half = (number: number): Part => ({ first: number * 6 - 5, count: 6, kind: 'half' });

const HALVES = new Map([
  ...['상반기', '전반기', 'h1', '1h', 'firsthalf'].map((name) => [name, half(1)] as const),
  ...['하반기', '후반기', 'h2', '2h', 'secondhalf'].map((name) => [name, half(2)] as const),
]);

const partNamed = (typed: string): Part | null => {
  const joined = typed.replaceAll(' ', '');
  const fourth = /^(?:([1-4])(?:\/4)?분기|q([1-4])|([1-4])q|([1-4])(?:st|nd|rd|th)quarter)$/.exec(joined);
  const number = fourth?.slice(1).find((digit) => digit !== undefined);
  if (number) return quarter(Number(number));
  const twelfth = /^(\d{1,2})월달?$/.exec(joined)?.[1];
  return HALVES.get(joined) ?? month(twelfth ? Number(twelfth) : named(ENGLISH_MONTHS, joined) + 1);
};

/** `2018-03`, `2018. 3.` */
const monthNumber = (typed: string): Part | null => {
  const digits = /^(\d{1,2})\.?$/.exec(typed)?.[1];
  return digits ? month(Number(digits)) : null;
};

const inYear = (part: Part, stated: number | undefined, { today, since }: Context): Period | null => {
  const of = (year: number) => months(year, part.first, part.count, part.kind);
  if (stated !== undefined) return of(stated);
  const [year] = partsOf(since ?? today);
  const here = of(year);
  if (!here) return null;
  if (since) return here.to < since ? of(year + 1) : here;
  return here.from > today ? of(year - 1) : here;
};

const months = (year: number, first: number, count: number, kind: PeriodKind): Period | null => {
  const from = dayOf(year, first, 1);
  return from === null ? null : { from, to: lastOfMonth(addMonths(from, count - 1)), kind };
};

/** `지난 10월`: one that is over. */
const AGO_MONTH = /^(?:지난|저번) ?(\d{1,2}월)$/;

const before = (month: Period | null, { today }: Context): Period | null =>
  month && month.to >= today ? inYear(monthOf(month), Number(month.from.slice(0, 4)) - 1, { today }) : month;

const monthOf = ({ from }: Period): Part => ({ first: Number(from.slice(5, 7)), count: 1, kind: 'month' });

// Around today.

const week = (away: number) => (today: Day) => {
  const from = addDays(mondayOf(today), away * 7);
  return { from, to: addDays(from, 6), kind: 'week' } as const;
};

/** The month, quarter or year some steps away from today's. */
const away = (count: number, kind: 'month' | 'quarter' | 'year', steps: number) => (today: Day) => {
  const [year, month] = partsOf(today);
  const [firstYear, first] = partsOf(addMonths(`${year}-01-01`, Math.floor((month - 1) / count + steps) * count));
  return months(firstYear, first, count, kind);
};

/** Saturday and Sunday of a week. */
const weekend = (away: number) => (today: Day) => {
  const from = addDays(mondayOf(today), away * 7 + 5);
  return { from, to: addDays(from, 1), kind: 'range' } as const;
};

const soFar = (from: 'month' | 'year') => (today: Day) =>
  ({
    from: `${today.slice(0, 4)}-${from === 'year' ? '01' : today.slice(5, 7)}-01`,
    to: today,
    kind: 'range',
  }) as const;

const untilEnd = (of: 'month' | 'year') => (today: Day) =>
  ({ from: today, to: of === 'year' ? `${today.slice(0, 4)}-12-31` : lastOfMonth(today), kind: 'range' }) as const;

const RELATIVE = new Map<string, (today: Day) => Period | null>([
  ...['지난주', '저번주', '전주', '지난주일', 'lastweek'].map((name) => [name, week(-1)] as const),
  ...['지지난주', '저저번주', '전전주'].map((name) => [name, week(-2)] as const),
  ...['이번주', '금주', '요번주', 'thisweek'].map((name) => [name, week(0)] as const),
  ...['다음주', '차주', '내주', '담주', 'nextweek'].map((name) => [name, week(1)] as const),
  ...['지난주말', '저번주말', 'lastweekend'].map((name) => [name, weekend(-1)] as const),
  ...['이번주말', 'thisweekend'].map((name) => [name, weekend(0)] as const),
  ...['다음주말', 'nextweekend'].map((name) => [name, weekend(1)] as const),
  ...['지난달', '저번달', '전월', '전달', 'lastmonth'].map((name) => [name, away(1, 'month', -1)] as const),
  ...['지지난달', '저저번달', '전전월', '전전달'].map((name) => [name, away(1, 'month', -2)] as const),
  ...['이번달', '이달', '금월', '당월', '요번달', 'thismonth'].map((name) => [name, away(1, 'month', 0)] as const),
  ...['다음달', '내달', '담달', '익월', 'nextmonth'].map((name) => [name, away(1, 'month', 1)] as const),
  ...['지난분기', '전분기', 'lastquarter'].map((name) => [name, away(3, 'quarter', -1)] as const),
  ...['이번분기', '금분기', 'thisquarter'].map((name) => [name, away(3, 'quarter', 0)] as const),
  ...['lastyear'].map((name) => [name, away(12, 'year', -1)] as const),
  ...['thisyear', '올한해'].map((name) => [name, away(12, 'year', 0)] as const),
  ...['nextyear'].map((name) => [name, away(12, 'year', 1)] as const),
  ...['연말까지', '올해말까지'].map((name) => [name, untilEnd('year')] as const),
  ...['월말까지', '이달말까지', '이번달말까지'].map((name) => [name, untilEnd('month')] as const),
  ...['ytd', 'yeartodate', '연초부터'].map((name) => [name, soFar('year')] as const),
  ...['mtd', 'monthtodate'].map((name) => [name, soFar('month')] as const),
]);

// Ranges.

const LATEST =
  /^(?:최근|지난|last|past) ?(\d{1,3}|한|두|세|네|석|넉|일|보름|a|one|two|three) ?(일|주일?|개월|달|년|days?|weeks?|months?|years?|)(?: ?간| ?동안)?$/;
const COUNTED = new Map(
  Object.entries({ 한: 1, 두: 2, 세: 3, 석: 3, 네: 4, 넉: 4, 일: 1, a: 1, one: 1, two: 2, three: 3 }),
);

/** `최근 30일` ends today. */
const latest = (typed: string, today: Day): Period | null => {
  const [, digits = '', unit = ''] = LATEST.exec(typed) ?? [];
  if (digits === '보름' && unit === '') return { from: addDays(today, -14), to: today, kind: 'range' };
  const count = COUNTED.get(digits) ?? Number(digits);
  if (unit === '' || !(count > 0) || (digits === '일' && !unit.startsWith('주'))) return null;
  if (/^[일d]/.test(unit)) return { from: addDays(today, 1 - count), to: today, kind: 'range' };
  if (/^[년y]/.test(unit)) return { from: `${partsOf(today)[0] + 1 - count}-01-01`, to: today, kind: 'range' };
  if (/^[주w]/.test(unit)) return { from: addDays(today, 1 - 7 * count), to: today, kind: 'range' };
  return { from: addDays(addMonths(today, -count), 1), to: today, kind: 'range' };
};

/** `10월까지`: from the beginning of that year. */
const until = (typed: string, today: Day): Period | null => {
  const [, before = '', after = ''] = /^(?:([^~]+?) ?까지|(?:until|till|up to) (.+))$/.exec(typed) ?? [];
  const end = before || after;
  const last = end === '' || end.includes('부터') ? null : single(end, { today });
  return last && { from: `${last.to.slice(0, 4)}-01-01`, to: last.to, kind: 'range' };
};

const BETWEEN = /^(.+?) ?(?:\.{2,3}|~| - | to |부터|이후|이래)(.*)$/;
const SLASHES = /^(\d{1,2}\/\d{1,2})-(\d{1,2}\/\d{1,2})$/;

/** What is said with words around it, as `range` reads it: `3월과 5월 사이`, `between March and May`, `since March`, `until March`. */
const asRange = (typed: string): string =>
  typed
    .replace(/^(?:between (.+?) and|from (.+?) (?:to|through|until|till)) (.+)$/, '$1$2~$3')
    .replace(/^(.+?) (?:through|until|till) (.+)$/, '$1~$2')
    .replace(/^(?:since|from) (.+)$/, '$1부터')
    .replace(/^(.+?)(?:와|과|이랑|랑|하고|에서|부터) ?(.+?) ?사이$/, '$1~$2')
    .replace(/^(.+?)에서 ?(.+)까지$/, '$1~$2');

const range = (typed: string, today: Day): Period | null => {
  const [, first = '', second = ''] = SLASHES.exec(typed) ?? BETWEEN.exec(typed) ?? [];
  if (first === '') return null;
  const end = second.replace(/까지$/, '').trim();
  const start = single(first, { today }) ?? single(first + (/(?:월|일|분기)$/.exec(end)?.[0] ?? ''), { today });
  if (!start) return null;
  if (end === '') return start.from > today ? null : { from: start.from, to: today, kind: 'range' };

  // 10/6~8: the end is of the same sort as the start.
  const unit = start.kind === 'day' ? '일' : start.kind === 'month' ? '월' : '';
  const stop = single(/^\d{1,2}\.?$/.test(end) ? Number.parseInt(end, 10) + unit : end, { today, since: start.from });
  if (!stop) return null;
  // 1 Nov to 15 Nov 2025, March to May 2016: the year is said once.
  if (start.from > stop.to && /\d{4}/.test(end) && !/\d{4}/.test(first)) {
    const [year] = partsOf(stop.to);
    const begun =
      start.kind === 'day' ? parseDay(first, { today, year }) : single(`${year}년 ${first}`, { today })?.from;
    if (begun) return { from: begun, to: stop.to, kind: 'range' };
  }
  const [from, to] = start.from <= stop.to ? [start.from, stop.to] : [stop.from, start.to];
  return { from, to, kind: 'range' };
};

const dayIn = (typed: string, { today, since }: Context): Day | null => {
  const dated = since && parseDay(typed, { today, year: partsOf(since)[0], month: partsOf(since)[1] });
  return parseDay(typed, dated ? { today: since, towards: 'future' } : { today });
};
