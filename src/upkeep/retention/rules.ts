import type { Day } from '../../vocabulary/day.ts';
import { KEPT, type Kept } from '../../vocabulary/upkeep.ts';

/** So many years, for what is of this day or later. */
export type Term = { from: Day; years: number };
export type Terms = Readonly<Record<string, readonly Term[]>>;

const FIRST_YEAR = 2000;
const FIRST: Day = `${FIRST_YEAR}-01-01`;

/**
 * Until the office says otherwise. Receipts: 지방자치단체 회계관리에 관한 훈령 제112조 ①. Access records: 개인정보의 안전성 확보조치 기준 제8조 ①,
 * two years where sensitive data is kept, as members' parties are. The others are the app's own.
 */
const USUAL: Readonly<Record<Kept, number>> = { receipts: 5, access_records: 2, messages: 1, imports: 5 };

/** No shorter, whatever an office would like. */
export const LEAST: Readonly<Record<Kept, number>> = { receipts: 5, access_records: 1, messages: 1, imports: 1 };

export const termsOf = (kind: Kept, terms: Terms): readonly Term[] => [
  { from: FIRST, years: USUAL[kind] },
  ...(terms[kind] ?? []).toSorted((a, b) => a.from.localeCompare(b.from)),
];

/** How long what is of this day is kept. */
export const yearsFor = (kind: Kept, terms: Terms, day: Day): number =>
  termsOf(kind, terms).findLast(({ from }) => from <= day)?.years ?? USUAL[kind];

/** What is of a day before this one may go: the years count from the January after, as they do for a city's documents. */
export function dueBefore(kind: Kept, terms: Terms, today: Day): Day {
  const now = Number(today.slice(0, 4));
  for (let year = FIRST_YEAR; year < now; year++)
    if (year + 1 + yearsFor(kind, terms, `${year}-12-31`) > now) return `${year}-01-01`;
  return `${now}-01-01`;
}

/** Terms with the years that a form says, from a day on; what it leaves as it was stays. */
export function changedTerms(terms: Terms, said: Readonly<Record<Kept, number>>, from: Day): Terms {
  const changed = KEPT.filter((kind) => said[kind] !== yearsFor(kind, terms, from));
  const put = (kind: Kept) => [...(terms[kind] ?? []).filter((it) => it.from !== from), { from, years: said[kind] }];
  return { ...terms, ...Object.fromEntries(changed.map((kind) => [kind, put(kind)])) };
}
