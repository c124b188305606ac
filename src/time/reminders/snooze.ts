import { addDays, mondayOf, todayIn } from '../../korean/days.ts';
import { loudAfter } from '../../people/quiet.ts';
import type { Snooze } from '../../vocabulary/reminder.ts';
import { momentOn } from './moments.ts';
import type { Choice, Recipient } from './rules.ts';

const MINUTES: Partial<Record<Snooze, number>> = { '20m': 20, '1h': 60, '3h': 180 };
const MINUTE = 60_000;

/** When it comes again: outside quiet hours; "tomorrow" and "next week" on a working day, at the kind's usual time. */
export function snoozedUntil(
  snooze: Snooze,
  now: Date,
  { clock }: Pick<Recipient, 'clock'>,
  { time }: Pick<Choice, 'time'>,
): Date | null {
  const minutes = MINUTES[snooze];
  if (minutes !== undefined) return loudAfter(new Date(now.getTime() + minutes * MINUTE), clock);
  const today = todayIn(clock.zone, now);
  const day = snooze === 'tomorrow' ? addDays(today, 1) : addDays(mondayOf(today), 7);
  return momentOn(day, time, 'after', clock);
}
