import { addDays, todayIn } from '../../../korean/days.ts';
import type { Holidays } from '../../../korean/holidays.ts';
import { isFreeDay } from '../../../people/quiet.ts';
import { isAdministrator } from '../../../people/rules.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Person } from '../../../vocabulary/person.ts';
import { type Office, rightOf } from '../rules.ts';
import type { Waiting } from '../store.ts';

/** Who is called about a request that waits, one after another: who was asked, who else may decide, the administrators. */
export const CALLS = ['nudge', 'others', 'administrators'] as const;
export type Call = (typeof CALLS)[number];

/** So many working days pass before each of them. */
export const DAYS_BETWEEN = 2;

/** `2018-03-30` (a Friday) to `2018-04-03` are two. */
export function workingDaysSince(since: Day, today: Day, holidays: Holidays): number {
  let count = 0;
  for (let day = addDays(since, 1); day <= today; day = addDays(day, 1)) if (!isFreeDay(day, holidays)) count += 1;
  return count;
}

/** How many calls are due by now, and how many working days it has waited; none begins on a day off. */
export function callsDue(
  outAt: Date,
  { now, zone, holidays }: { now: Date; zone: string; holidays: Holidays },
): { calls: number; days: number } {
  const today = todayIn(zone, now);
  const days = workingDaysSince(todayIn(zone, outAt), today, holidays);
  const calls = isFreeDay(today, holidays) ? 0 : Math.min(CALLS.length, Math.floor(days / DAYS_BETWEEN));
  return { calls, days };
}

/** Whom a call goes to. `asked`: who was asked before, in whichever way. */
export function calledBy(call: Call, asked: readonly string[], waiting: Waiting, office: Office): Person[] {
  const may = ({ userId }: Person) => !('refusal' in rightOf(userId, waiting, office));
  const people = office.people.filter(({ userId }) => !office.gone.has(userId));
  if (call === 'nudge') return people.filter((it) => asked.includes(it.userId) && may(it));
  const others = people.filter(({ userId }) => !asked.includes(userId));
  if (call === 'others') return others.filter((it) => !isAdministrator(it) && may(it));
  return others.filter(isAdministrator);
}
