import { dayOf, daysBetween } from '../../korean/days.ts';
import type { Day } from '../../vocabulary/day.ts';
import { type Seen, unordered, type Window } from './year.ts';

/** A year less two months: nearer days may follow each other in any list. */
const APART = 300;
/** So near to each other the rows around one are to speak for it. */
const NEAR = 62;
const BESIDE = 31;
/** Bills come late, but in no list before they are paid: so long after its period nothing stands in it. */
const LATE = 62;

/**
 * The rows whose year is another one than that of the rows right above and below, between which they would stand with theirs: a slip of
 * the finger in a list that goes on in order. Gives places in `days`; `before` and `list` are what was seen before and with them.
 */
export const slippedYears = (days: readonly (Day | null)[], before: Seen, list: Seen): Set<number> => {
  const slipped = new Set<number>();
  // One such row makes one step out of order itself.
  if ((unordered(list) - 1) * 10 > list.count) return slipped;
  const below = belowEach(days);
  let above = before.last;
  for (const [index, day] of days.entries()) {
    if (day === null) continue;
    const next = below[index] ?? null;
    if (above && next && isApart(day, above) && isSlipped(day, above, next)) slipped.add(index);
    else above = day;
  }
  return slipped;
};

/** Whether a day lies outside of the period that its list names, and inside it or right beside with another year; or long after it. */
export const isOutOfPeriod = (day: Day, { from, to }: Window): boolean => {
  if (day > to && daysBetween(to, day) > LATE) return true;
  if (day >= from || daysBetween(day, from) <= LATE) return false;
  return [from, to].some((edge) => {
    const other = inYearOf(day, edge);
    return other !== null && other >= from && other <= to;
  });
};

/** Cheap, since it is asked of every row: months of 31 days. */
export const isApart = (day: Day, other: Day): boolean => Math.abs(roughly(day) - roughly(other)) > APART;
const roughly = (day: Day): number =>
  ((figure(day, 0) * 10 + figure(day, 1)) * 100 + figure(day, 2) * 10 + figure(day, 3)) * 372 +
  (figure(day, 5) * 10 + figure(day, 6)) * 31 +
  figure(day, 8) * 10 +
  figure(day, 9);
const figure = (day: Day, at: number): number => day.charCodeAt(at) - 48;

const isSlipped = (day: Day, above: Day, below: Day): boolean => {
  if (apart(above, below) > NEAR || !isApart(day, below)) return false;
  const [low, high] = above < below ? [above, below] : [below, above];
  return [above, below].some((edge) => {
    const other = inYearOf(day, edge);
    return (
      other !== null &&
      (other >= low || daysBetween(other, low) <= BESIDE) &&
      (other <= high || daysBetween(high, other) <= BESIDE)
    );
  });
};

const apart = (one: Day, other: Day): number => Math.abs(daysBetween(one, other));

const inYearOf = (day: Day, other: Day): Day | null =>
  dayOf(Number(other.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));

const belowEach = (days: readonly (Day | null)[]): (Day | null)[] => {
  const below: (Day | null)[] = [];
  let next: Day | null = null;
  for (let index = days.length - 1; index >= 0; index -= 1) {
    below[index] = next;
    next = days[index] ?? next;
  }
  return below;
};
