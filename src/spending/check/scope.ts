import { lastOfMonth, partsOf } from '../../korean/days.ts';
import { parsePeriod } from '../../korean/period.ts';
import { spanWords } from '../../korean/span-words.ts';
import type { Text } from '../../text/index.ts';
import type { Day } from '../../vocabulary/day.ts';

/** Whose findings are looked at: spends of those days, or of those months of the books; null: all that are kept. */
export type Scope = { from: Day; to: Day } | { year: number; first: number; count: 1 | 3 } | null;

/** What asks for a scope, what it is called, and the scope. */
export type Asked = { query: string; period: string; scope: Scope };

/** What asks for the months of the books that a disclosure publishes: `2018-03`, `2018-Q1`. */
export const booksQuery = (key: string): string => `books ${key}`;

const ALL = /^(전체|모두|all)$/i;

/** This quarter where nothing is said. Null for what is no period. */
export function askedOf(typed: string, { text, today }: { text: Text; today: Day }): Asked | null {
  const query = typed.trim();
  if (ALL.test(query)) return { query, period: text.check.list.all, scope: null };
  const [, year, month, quarter] = /^books (\d{4})-(?:(\d\d)|Q([1-4]))$/.exec(query) ?? [];
  if (year && (month || quarter)) {
    const [of, first] = [Number(year), month ? Number(month) : Number(quarter) * 3 - 2];
    const period = month ? text.disclosure.month(of, first) : text.disclosure.quarter(of, Number(quarter));
    return { query, period: text.check.list.books(period), scope: { year: of, first, count: month ? 1 : 3 } };
  }
  if (query === '') {
    const [of, first] = [partsOf(today)[0], Math.floor((partsOf(today)[1] - 1) / 3) * 3 + 1];
    const day = (month: number): Day => `${of}-${String(month).padStart(2, '0')}-01`;
    const period = text.disclosure.quarter(of, (first + 2) / 3);
    return { query, period, scope: { from: day(first), to: lastOfMonth(day(first + 2)) } };
  }
  const read = parsePeriod(query, today);
  if (!read) return null;
  return { query, period: spanWords(read, text, today), scope: { from: read.from, to: read.to } };
}
