import type { Holidays } from '../../korean/holidays.ts';
import type { Noted } from '../../people/holidays.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { HolidayRefusal } from '../../vocabulary/desk.ts';

/** Far more than were ever declared; what is beyond is a mistake. */
const MOST = 100;

/**
 * What a filled form makes of the office's own holidays; sent twice, the same as once. `known`: what the calendar and the office have by
 * now.
 */
export function draftHoliday(
  { day, name }: { day: Day | null; name: string },
  known: Holidays,
  noted: Noted,
): { holiday: Noted[number]; noted: Noted } | { refusals: { day?: HolidayRefusal; name?: HolidayRefusal } } {
  if (day === null || name === '')
    return { refusals: { ...(day === null && { day: 'missing' }), ...(name === '' && { name: 'missing' }) } };
  const holiday = { day, name };
  if (noted.some((it) => it.day === day && it.name === name)) return { holiday, noted };
  if (known.has(day)) return { refusals: { day: 'known' } };
  if (noted.length >= MOST) return { refusals: { day: 'too_many' } };
  return { holiday, noted: [...noted, holiday].toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}

export type NotedChange = Noted[number] & { added: boolean };

/** What a change of the list was about. */
export function changesBetween(before: Noted, after: Noted): NotedChange[] {
  const lacking = (of: Noted, others: Noted) => of.filter(({ day }) => !others.some((other) => other.day === day));
  return [
    ...lacking(before, after).map((it) => ({ ...it, added: false })),
    ...lacking(after, before).map((it) => ({ ...it, added: true })),
  ];
}
