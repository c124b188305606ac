import { dayOf, lastOfMonth } from '../../korean/days.ts';
import { normalise } from '../../korean/typed.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Window } from './year.ts';

/** What a title, a sheet's or a file's name says of its period: months 1–12, both included. Null where it says nothing or two things. */
export type Period = { year: number | null; months: { first: number; last: number } | null; days: Window | null };

export const NO_PERIOD: Period = { year: null, months: null, days: null };

/**
 * `2025년 10월`, `'26. 2월`, `2025-10`, `2025년 4분기`, `2025. 10. 1. ~ 10. 31.`, `2025 업무추진비`. A single day is no period: it says when
 * a list was made or downloaded (`2026-11-20 다운로드`, `2026. 11. 20. 기준`).
 */
export const periodIn = (text: string, today: Day): Period => {
  const words = normalise(text).replace(/[_‐-―−]/g, (mark) => (mark === '_' ? ' ' : '-'));
  const days = spanIn(words) ?? monthSpanIn(words);
  if (days) {
    const [year, toYear] = [days.from, days.to].map((day) => Number(day.slice(0, 4)));
    const [first, last] = [days.from, days.to].map((day) => Number(day.slice(5, 7)));
    if (year === undefined || first === undefined || last === undefined) return NO_PERIOD;
    return year === toYear ? { year, months: { first, last }, days } : { year: null, months: null, days };
  }
  const rest = words.replace(SINGLE_DAY, ' ');
  const school = schoolYearIn(rest);
  if (school) return school;
  const years = new Set<number>();
  const months = new Set<number>();
  const note = (year: string, month: string | undefined) => {
    years.add(Number(year.replace(/^['’]/, '').padStart(4, '20')));
    if (month) months.add(Number(month));
  };
  for (const [, year = '', month] of rest.matchAll(YEAR_MONTH)) note(year, month);
  if (years.size === 0) for (const [, year = '', month] of rest.matchAll(YEAR_MONTH_DIGITS)) note(year, month);
  if (years.size === 0) for (const [, year = ''] of rest.matchAll(SHORT_YEAR_MONTH)) note(year, undefined);
  if (years.size === 0) for (const [, year = ''] of rest.matchAll(BARE_YEAR)) note(year, undefined);
  for (const [, month] of rest.matchAll(/(?<![\d.])(1[0-2]|0?[1-9])\s*월/g)) months.add(Number(month));

  const [only = null] = years.size === 1 ? years : [];
  const year = only !== null && only <= Number(today.slice(0, 4)) ? only : null;
  return { year, months: partIn(rest) ?? monthsOf(months, rest), days: null };
};

/** What is said nearest to the rows counts first; what stands further away adds what is still open. */
export const joinPeriods = (periods: readonly Period[]): Period =>
  periods.reduce((sum, next) => {
    const agree = sum.year === null || next.year === null || sum.year === next.year;
    return {
      year: sum.year ?? next.year ?? yearWithin(sum.months, next.days),
      months: sum.months ?? (agree ? next.months : null),
      days: sum.days ?? (sum.year === null && sum.months === null ? next.days : null),
    };
  }, NO_PERIOD);

/** `1월` under `2024. 11. ~ 2025. 2.`: the only year in which those months lie in the span. */
const yearWithin = (months: Period['months'], days: Window | null): number | null => {
  if (!months || !days) return null;
  const [first, last] = [Number(days.from.slice(0, 4)), Number(days.to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => {
    const window = monthsOfYear(year, months.first, months.last);
    return window !== null && window.to >= days.from && window.from <= days.to;
  });
  return years.length === 1 ? (years[0] ?? null) : null;
};

export const windowOf = ({ year, months, days }: Period): Window | null => {
  if (days) return days;
  if (year === null) return null;
  const { first, last } = months ?? { first: 1, last: 12 };
  return monthsOfYear(year, first, last);
};

/** From the first day of one month to the last of another, 1–12. */
export const monthsOfYear = (year: number, first: number, last: number): Window | null => {
  const [from, to] = [dayOf(year, first, 1), dayOf(year, last, 1)];
  return from && to ? { from, to: lastOfMonth(to) } : null;
};

const YEAR_MONTH =
  /(?<!\d)((?:19|20)\d{2}|['’]\d{2}|(?<![\d.])\d{2}(?=\s*년|\.\s?\d{1,2}\s*월))\s*(?:년도?|\.(?=\s*\d{1,2}\s*월))\s*(?:(1[0-2]|0?[1-9])\s*월)?/g;
const YEAR_MONTH_DIGITS = /(?<!\d)(20\d{2})(?:[-. ]{0,2}(0[1-9]|1[0-2])|[-.] ?([1-9]))(?!\d)/g;
/** `'24.1.~3.`: which months, `partIn` finds. */
const SHORT_YEAR_MONTH = /['’](\d{2})\s*\.\s*(?:1[0-2]|0?[1-9])\s*\.?\s*[~∼〜]/g;
const BARE_YEAR = /(?<![\d.,-])(20[0-4]\d)(?![\d.,-])/g;

const FULL = String.raw`(?:(?:19|20)?\d{2}|['’]\d{2})\s*[-./년]\s*\d{1,2}\s*[-./월]\s*\d{1,2}\s*[.일]?`;
const SINGLE_DAY = new RegExp(
  String.raw`(?<![\d])(?:${FULL}|20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[ _-]?\d{4,6})?)(?!\d|\s*분기)`,
  'g',
);

const SPAN =
  /(?<!\d)((?:19|20)\d{2}|['’]?\d{2})\s*[-./년]\s*(\d{1,2})\s*[-./월]\s*(\d{1,2})\s*[.일]?\s*(?:\([^)]\)\s*)?[~∼〜]\s*(?:((?:19|20)\d{2}|['’]?\d{2})\s*[-./년]\s*)?(\d{1,2})\s*[-./월]\s*(\d{1,2})(?!\d)/;

const spanIn = (words: string): Window | null => {
  const [, year = '', month, date, toYear, toMonth, toDate] = SPAN.exec(words) ?? [];
  if (year === '') return null;
  const full = (digits: string) => Number(digits.replace(/^['’]/, '').padStart(4, '20'));
  const from = dayOf(full(year), Number(month), Number(date));
  const to = dayOf(full(toYear ?? year), Number(toMonth), Number(toDate));
  return from && to && from <= to ? { from, to } : null;
};

/** `2024학년도`: from March to February. */
const schoolYearIn = (words: string): Period | null => {
  const year = Number(/(?<!\d)(20\d{2})\s*학년도/.exec(words)?.[1]);
  const [from, to] = [dayOf(year, 3, 1), dayOf(year + 1, 2, 1)];
  if (Number.isNaN(year) || !from || !to) return null;
  const days = { from, to: lastOfMonth(to) };
  const listed = [...words.matchAll(/(?<![\d.])(1[0-2]|0?[1-9])\s*월/g)].map(([, month]) => Number(month));
  const months = partIn(words) ?? monthsOf(new Set(listed), words);
  const within = yearWithin(months, days);
  return within === null ? { year: null, months: null, days } : { year: within, months, days: null };
};

/** `2024. 11. ~ 2025. 2.`, `2024년 11월 ~ 2025년 2월`: from a month of one year to one of another. */
const MONTH_SPAN =
  /(?<!\d)((?:19|20)\d{2}|['’]\d{2})\s*[-./년]\s*(\d{1,2})\s*[.월]?\s*[~∼〜]\s*((?:19|20)\d{2}|['’]\d{2})\s*[-./년]\s*(\d{1,2})(?!\d)\s*(?:월|\.?(?!\s*\d))/;

const monthSpanIn = (words: string): Window | null => {
  const [, year = '', month, toYear = '', toMonth] = MONTH_SPAN.exec(words) ?? [];
  if (year === '') return null;
  const full = (digits: string) => Number(digits.replace(/^['’]/, '').padStart(4, '20'));
  const from = dayOf(full(year), Number(month), 1);
  const to = dayOf(full(toYear), Number(toMonth), 1);
  return from && to && from <= to ? { from, to: lastOfMonth(to) } : null;
};

/** A quarter, a half, `1~3월`, `1, 2, 3월`. */
const partIn = (words: string): Period['months'] => {
  const listed = /(?<![\d.])((?:(?:1[0-2]|0?[1-9])\s*월?\s*[,·]\s*)+(?:1[0-2]|0?[1-9]))\s*월/.exec(words)?.[1];
  if (listed) {
    const months = (listed.match(/\d+/g) ?? []).map(Number);
    return { first: Math.min(...months), last: Math.max(...months) };
  }
  const span = /(?<![\d.])(1[0-2]|0?[1-9])\s*월?\s*[~∼〜-]\s*(1[0-2]|0?[1-9])\s*월/.exec(words);
  if (span) return { first: Number(span[1]), last: Number(span[2]) };
  const quarters = [...words.matchAll(/([1-4])\s*(?:\/\s*4\s*)?분기/g)].map(([, quarter]) => Number(quarter));
  const [quarter, ...others] = new Set(quarters);
  if (quarter !== undefined) return others.length === 0 ? { first: quarter * 3 - 2, last: quarter * 3 } : null;
  const [first, second] = [/상반기|전반기/.test(words), /하반기|후반기/.test(words)];
  if (first !== second) return first ? { first: 1, last: 6 } : { first: 7, last: 12 };
  return null;
};

const monthsOf = (months: ReadonlySet<number>, words: string): Period['months'] => {
  if (months.size !== 1 || /분기|반기|[~∼〜]|부터/.test(words)) return null;
  const [month = 0] = months;
  return { first: month, last: month };
};
