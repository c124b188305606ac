import type { Yearless } from './moment.ts';

/** Places in the list: whose day has to be asked for, and whose may be short of a zero without anything that says so. */
export type LostZeros = { lost: ReadonlySet<number>; maybe: ReadonlySet<number> };

/**
 * The rows whose day may have lost its zero: `3.10`, taken for a number, is kept as `3.1`. They are asked about where the list shows that
 * this happens: its order says so of one at least, or none of many days ends in a zero. A row of which the order says that it is the
 * first (second, third) is none.
 */
export const lostZeros = (days: readonly (Yearless | null)[]): LostZeros => {
  const given = days.flatMap((day, index) => (day ? [{ ...day, index, order: orderOf(day.month, day.date) }] : []));
  const doubtful = given.filter(({ bare, month, date }) => bare && !(month === 2 && date === 3));
  if (doubtful.length === 0 || given.some(({ date }) => date % 10 === 0)) return NONE;

  const certain = given.filter((day) => !doubtful.includes(day));
  const rising = isRising(certain.map(({ order }) => order));
  const lost = new Set<number>();
  const open = new Set<number>();
  let next = 0;
  for (const { index, month, date } of doubtful) {
    while ((certain[next]?.index ?? Number.POSITIVE_INFINITY) < index) next += 1;
    const around = [certain[next - 1]?.order ?? null, certain[next]?.order ?? null] as const;
    const asItStands = fits(orderOf(month, date), around, rising);
    const withZero = fits(orderOf(month, date * 10), around, rising);
    if (withZero && !asItStands) lost.add(index);
    else if (withZero === asItStands) open.add(index);
  }
  const shows = lost.size > 0 || new Set(certain.map(({ order }) => order)).size >= MANY;
  return shows ? { lost: new Set([...lost, ...open]), maybe: NOWHERE } : { lost, maybe: open };
};

const NOWHERE: ReadonlySet<number> = new Set();
const NONE: LostZeros = { lost: NOWHERE, maybe: NOWHERE };

/** Of so many days two or three end in a zero. */
const MANY = 20;

const orderOf = (month: number, date: number): number => month * 32 + date;

const isRising = (orders: readonly number[]): boolean => {
  const steps = orders.slice(1).map((order, index) => Math.sign(order - (orders[index] ?? 0)));
  return steps.reduce((sum, step) => sum + step, 0) >= 0;
};

const fits = (order: number, [above, below]: readonly [number | null, number | null], rising: boolean): boolean => {
  const [low, high] = rising ? [above, below] : [below, above];
  return (low === null || order >= low) && (high === null || order <= high);
};
