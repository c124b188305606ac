import type { Database } from '../base/db/database.ts';
import { type Holidays, holidaysBetween } from '../korean/holidays.ts';
import type { Day } from '../vocabulary/day.ts';
import type { OfficeSettings } from './settings/rules.ts';
import { findOfficeSettings } from './settings/store.ts';

export type Noted = OfficeSettings['holidays'];

/** The holidays from one day to the other, as the calendar has them and as the office noted those that it does not have yet. */
export async function findHolidays(db: Database, from: Day, to: Day): Promise<Holidays> {
  const { holidays } = await findOfficeSettings(db);
  return withNoted(await holidaysBetween(from, to), holidays);
}

/** What the calendar has by now keeps the calendar's name. */
export const withNoted = (calendar: Holidays, noted: Noted): Holidays =>
  noted.length === 0
    ? calendar
    : new Map(
        [...noted.map(({ day, name }) => [day, name] as const), ...calendar].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      );
