import type { Database } from '../base/db/database.ts';
import { addDays } from '../korean/days.ts';
import { findOfficeSettings } from '../people/settings/store.ts';
import type { Day } from '../vocabulary/day.ts';

/** The due day that is offered for what has none; null where the office offers none. */
export async function findUsualDue(db: Database, today: Day): Promise<Day | null> {
  const { dueDays } = (await findOfficeSettings(db)).followups;
  return dueDays === null ? null : addDays(today, dueDays);
}
