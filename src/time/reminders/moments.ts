import { addDays, instantOf, todayIn } from '../../korean/days.ts';
import type { Holidays } from '../../korean/holidays.ts';
import { type Clock, isFreeDay, isQuiet, loudAfter, loudBefore } from '../../people/quiet.ts';
import type { Day } from '../../vocabulary/day.ts';

export type Moves = 'before' | 'after';

/** That day, or the nearest working day before or after it. */
export function workingDay(day: Day, moves: Moves, holidays: Holidays): Day {
  let found = day;
  while (isFreeDay(found, holidays)) found = addDays(found, moves === 'before' ? -1 : 1);
  return found;
}

/** When a reminder for a day reaches someone: on a working day, at that time of theirs, outside quiet hours. */
export function momentOn(day: Day, time: string, moves: Moves, clock: Clock, until?: Date): Date | null {
  const key = `${day} ${time} ${moves} ${until?.getTime()}`;
  return remembered(moments, clock, key, () =>
    loudNear(instantOf(clock.zone, workingDay(day, moves, clock.holidays), time), moves, clock, until),
  );
}

/** The day that someone has at a moment. */
export const dayAt = (at: Date, clock: Clock): Day =>
  remembered(days, clock, String(at.getTime()), () => todayIn(clock.zone, at));

/**
 * Thousands of records are due on few days, for people with few clocks: asking Intl each time would hold up the process for
 * seconds. Kept as long as the clock is, which is one look at the tables.
 */
const moments = new WeakMap<Clock, Map<string, Date | null>>();
const days = new WeakMap<Clock, Map<string, Day>>();

function remembered<Value>(
  kept: WeakMap<Clock, Map<string, Value>>,
  clock: Clock,
  key: string,
  find: () => Value,
): Value {
  const own = kept.get(clock) ?? new Map<string, Value>();
  kept.set(clock, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const found = find();
  own.set(key, found);
  return found;
}

/**
 * That moment, or the nearest one outside quiet hours. Later on the same day is best, if it is not too late by then; else it
 * goes where its kind moves to. Null: by then it would be pointless.
 */
export function loudNear(at: Date, moves: Moves, clock: Clock, until?: Date): Date | null {
  if (!isQuiet(at, clock)) return at;
  const after = loudAfter(at, clock);
  const inTime = after !== null && (until === undefined || after < until);
  const sameDay = after !== null && todayIn(clock.zone, after) === todayIn(clock.zone, at);
  if (inTime && (sameDay || moves === 'after')) return after;
  return moves === 'before' ? loudBefore(at, clock) : null;
}

/** The end of a day on the clocks of that zone. */
export const endOf = (day: Day, zone: string): Date => instantOf(zone, addDays(day, 1), '00:00');

/** The same for the office, looked up once for each day. */
export const endOfDay = (day: Day, office: { clock: Clock }): Date =>
  new Date(remembered(ends, office.clock, day, () => endOf(day, office.clock.zone)));

const ends = new WeakMap<Clock, Map<string, Date>>();
