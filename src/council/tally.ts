import { type ContactKind, HEADINGS, type Heading, KINDS, TALLIES, type Tally } from '../vocabulary/council.ts';
import type { CountRules } from './kinds.ts';

export type Counted = { year: number; kind: ContactKind; count: number };

export type YearTally = { year: number; total: number; headings: { heading: Heading; count: number }[] };

/** Each year's total of one table, with what it is the sum of, in the table's own order; empty headings are left out. */
export function tallyYears(counted: readonly Counted[], rules: CountRules, tally: Tally): YearTally[] {
  const years = [...new Set(counted.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = counted.filter((it) => it.year === year);
    const headings = HEADINGS.map((heading) => ({
      heading,
      count: sum(own.filter(({ kind }) => rules[tally][kind] === heading).map(({ count }) => count)),
    })).filter(({ count }) => count > 0);
    return { year, total: sum(headings.map(({ count }) => count)), headings };
  });
}

/** What makes the two totals of a year differ: kinds that only one of them counts. */
export type Difference = { kind: ContactKind; count: number; countedBy: Tally };

export function differencesOf(counted: readonly Counted[], rules: CountRules, year: number): Difference[] {
  return KINDS.flatMap((kind) => {
    const count = sum(counted.filter((it) => it.year === year && it.kind === kind).map((it) => it.count));
    const by = TALLIES.filter((tally) => rules[tally][kind] !== null);
    const [only] = by;
    return count > 0 && by.length === 1 && only ? [{ kind, count, countedBy: only }] : [];
  });
}

/** Which kinds a heading gathers. */
export const kindsUnder = (rules: CountRules, tally: Tally, heading: Heading): ContactKind[] =>
  KINDS.filter((kind) => rules[tally][kind] === heading);

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
