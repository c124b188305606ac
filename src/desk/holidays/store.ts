import { atOnce, type Database } from '../../base/db/database.ts';
import { addDays } from '../../korean/days.ts';
import { BEFORE_ANY_ELECTION } from '../../korean/elections.ts';
import { holidaysBetween } from '../../korean/holidays.ts';
import { findHistory } from '../../people/history/store.ts';
import { type Noted, withNoted } from '../../people/holidays.ts';
import { findOfficeSettings, putOfficeSetting } from '../../people/settings/store.ts';
import type { By } from '../../register/versions.ts';
import { putDueFrom } from '../../spending/check/due/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import { changesBetween, draftHoliday, type NotedChange } from './rules.ts';

/** Notes a holiday, or says why not. */
export async function noteHoliday(db: Database, typed: Parameters<typeof draftHoliday>[0], by: By) {
  const calendar = typed.day ? await holidaysBetween(typed.day, typed.day) : new Map<Day, string>();
  return atOnce(db, async (db) => {
    const { holidays } = await findOfficeSettings(db);
    const drafted = draftHoliday(typed, withNoted(calendar, holidays), holidays);
    if ('noted' in drafted && drafted.noted !== holidays) await put(db, drafted.noted, drafted.holiday.day, by);
    return drafted;
  });
}

/** A day is no holiday of the office's any more. */
export const dropHoliday = (db: Database, day: Day, by: By & { reason: string }): Promise<void> =>
  atOnce(db, async (db) => {
    const { holidays } = await findOfficeSettings(db);
    const left = holidays.filter((it) => it.day !== day);
    if (left.length < holidays.length) await put(db, left, day, by);
  });

/** What was judged of spends on that day, or shortly before it where it is an election's, is judged again. */
async function put(db: Database, noted: Noted, day: Day, by: By): Promise<void> {
  await putOfficeSetting(db, 'holidays', noted, by);
  await putDueFrom(db, addDays(day, -BEFORE_ANY_ELECTION));
}

export type Changed = { actor: string; at: Date; reason: string | null; what: NotedChange };

/** Who noted or removed which holiday, the newest first. */
export async function findHolidayChanges(db: Database, limit: number): Promise<Changed[]> {
  const entries = await findHistory(db, 'office_setting', 'holidays', limit);
  return entries.flatMap(({ actor, at, reason, changed }) =>
    changed
      .flatMap(({ before, after }) => changesBetween(before as Noted, after as Noted))
      .map((what) => ({ actor, at, reason, what })),
  );
}
