import { addDays, clockIn, instantOf, isWeekend, todayIn } from '../korean/days.ts';
import type { Holidays } from '../korean/holidays.ts';
import type { Day } from '../vocabulary/day.ts';
import type { PersonSettings } from './settings/rules.ts';

/** When somebody may be written to: their zone, their quiet hours, and the country's holidays. Null: never quiet. */
export type Clock = { zone: string; quiet: PersonSettings['quiet'] | null; holidays: Holidays };

export const isFreeDay = (day: Day, holidays: Holidays): boolean => isWeekend(day) || holidays.has(day);

/** From `from` on, and no longer at `to`; the same time twice is no quiet hour at all. */
export function isQuiet(at: Date, { zone, quiet, holidays }: Clock): boolean {
  if (quiet === null) return false;
  if (quiet.freeDays && isFreeDay(todayIn(zone, at), holidays)) return true;
  const { from, to } = quiet;
  const time = clockIn(zone, at);
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** The longest run of free days is eleven; further than this nobody is ever to be disturbed. */
export const DAYS_LOOKED_AT = 40;
/** A message that is meant to come before quiet hours has this long to get through a queue. */
const MARGINS_MINUTES = [30, 1];
const MINUTE = 60_000;

/** The first moment from `at` on that is not quiet; null where there is none. */
export function loudAfter(at: Date, clock: Clock): Date | null {
  if (!isQuiet(at, clock)) return at;
  const today = todayIn(clock.zone, at);
  for (let ahead = 0; ahead <= DAYS_LOOKED_AT; ahead++) {
    const found = turnsOf(addDays(today, ahead), clock).find((turn) => turn >= at && !isQuiet(turn, clock));
    if (found) return found;
  }
  return null;
}

/** When it ceases to be quiet; null while it is not. */
export const quietUntil = (now: Date, clock: Clock): Date | null =>
  isQuiet(now, clock) ? loudAfter(now, clock) : null;

/** A moment before `at`, shortly before the quiet hours that it lies in began; null where there is none. */
export function loudBefore(at: Date, clock: Clock): Date | null {
  if (!isQuiet(at, clock)) return at;
  const today = todayIn(clock.zone, at);
  for (let back = 0; back <= DAYS_LOOKED_AT; back++) {
    for (const turn of turnsOf(addDays(today, -back), clock).reverse()) {
      if (turn > at) continue;
      const before = MARGINS_MINUTES.map((minutes) => new Date(turn.getTime() - minutes * MINUTE));
      const found = before.find((moment) => !isQuiet(moment, clock));
      if (found) return found;
    }
  }
  return null;
}

/** The moments of a day at which it can become quiet, or cease to be, in their order. */
function turnsOf(day: Day, { zone, quiet }: Clock): Date[] {
  const times = ['00:00', ...(quiet ? [quiet.from, quiet.to] : [])];
  return times.map((time) => instantOf(zone, day, time)).sort((a, b) => a.getTime() - b.getTime());
}
