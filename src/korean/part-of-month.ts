import type { Day } from '../vocabulary/day.ts';
import { addDays, mondayOf } from './days.ts';

/** `12월 초`, `이번 달 중순`, `12월 첫째 주`, `12월 2주차`. */
export const PART_OF_MONTH =
  /^(.*(?:\d월|[번난음이] ?달)) ?(초순?|중순|하순|말|(?:첫|첫째|둘째|셋째|넷째|다섯째|[첫두세네]번째|[1-5]) ?주차?)$/;
const WEEKS = new Map(Object.entries({ 첫: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 넷: 4, 네: 4, 다: 5 }));

type Part = { from: Day; to: Day; kind: 'range' | 'week' };

/** `part`: as the pattern found it; null where the month has no such week. */
export function partOfMonth(month: { from: Day; to: Day }, part: string): Part | null {
  const day = (number: number) => addDays(month.from, number - 1);
  if (part.startsWith('초')) return { from: month.from, to: day(10), kind: 'range' };
  if (part === '중순') return { from: day(11), to: day(20), kind: 'range' };
  if (!/주차?$/.test(part)) return { from: day(21), to: month.to, kind: 'range' };
  // A week is of the month that has its Thursday (KS X ISO 8601).
  const first = mondayOf(addDays(month.from, 3));
  const from = addDays(first, 7 * ((WEEKS.get(part.charAt(0)) ?? Number(part.charAt(0))) - 1));
  return addDays(from, 3) > month.to ? null : { from, to: addDays(from, 6), kind: 'week' };
}
