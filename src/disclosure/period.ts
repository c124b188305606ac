import { addMonths, daysBetween, lastOfMonth, partsOf } from '../korean/days.ts';
import { parsePeriod } from '../korean/period.ts';
import type { Day } from '../vocabulary/day.ts';

/** A month or a quarter of the books, as it is published: `2018-03`, `2018-Q1`. */
export type DisclosurePeriod = { key: string; year: number; first: number; count: 1 | 3 };

export const monthOf = (year: number, month: number): DisclosurePeriod => ({
  key: `${year}-${String(month).padStart(2, '0')}`,
  year,
  first: month,
  count: 1,
});
export const quarterOf = (year: number, quarter: number): DisclosurePeriod => ({
  key: `${year}-Q${quarter}`,
  year,
  first: quarter * 3 - 2,
  count: 3,
});

/** `2018-03`, `2018-Q1`, and what people type: `지난달`, `2018 1분기`. Null for anything but a month or a quarter. */
export function readPeriod(typed: string, today: Day): DisclosurePeriod | null {
  const [, year, quarter] = /^(\d{4})[-\s]?[Qq]([1-4])$/.exec(typed.trim()) ?? [];
  if (year && quarter) return quarterOf(Number(year), Number(quarter));
  const read = parsePeriod(typed, today);
  if (!read || (read.kind !== 'month' && read.kind !== 'quarter')) return null;
  const [ofYear, month] = partsOf(read.from);
  if (ofYear < 2000 || ofYear > 2100) return null;
  return read.kind === 'month' ? monthOf(ofYear, month) : quarterOf(ofYear, (month + 2) / 3);
}

export const quarterIn = ({ year, first }: DisclosurePeriod): DisclosurePeriod => quarterOf(year, Math.ceil(first / 3));
export const monthsIn = ({ year, first, count }: DisclosurePeriod): DisclosurePeriod[] =>
  Array.from({ length: count }, (_, i) => monthOf(year, first + i));

/** Months counted as the register's lists count them. */
export const spanIn = ({ year, first, count }: DisclosurePeriod): { from: number; to: number } => ({
  from: year * 12 + first,
  to: year * 12 + first + count - 1,
});

export const lastDayOf = ({ year, first, count }: DisclosurePeriod): Day =>
  lastOfMonth(`${monthOf(year, first + count - 1).key}-01`);

/** Only what is over can be disclosed. */
export const hasEnded = (period: DisclosurePeriod, today: Day): boolean => lastDayOf(period) < today;

/** Within one month after the quarter: 30 April, 31 July, 31 October, 31 January (훈령 제121조). */
export function dueDay(period: DisclosurePeriod): Day {
  return lastOfMonth(addMonths(lastDayOf(quarterIn(period)), 1));
}

/** Days until it is due; below zero when it is over. */
export const daysLeft = (period: DisclosurePeriod, today: Day): number => daysBetween(today, dueDay(period));

/** The quarter of a day, some quarters before. */
export function quarterBefore(today: Day, back: number): DisclosurePeriod {
  const [year, month] = partsOf(addMonths(today, -3 * back));
  return quarterOf(year, Math.ceil(month / 3));
}
