import type { Deps } from '../base/deps.ts';
import { addDays, todayIn } from '../korean/days.ts';
import { holidaysBetween } from '../korean/holidays.ts';
import { DAYS_LOOKED_AT, quietUntil } from './quiet.ts';
import type { PersonSettings } from './settings/rules.ts';

/** Until when somebody is not to be disturbed, as what writes their messages says it; null when they may be. */
export async function quietFor(
  { timezone, quiet }: Pick<PersonSettings, 'timezone' | 'quiet'>,
  { now, config }: Pick<Deps, 'now' | 'config'>,
): Promise<{ later: Date } | null> {
  const zone = timezone ?? config.timezone;
  const today = todayIn(zone, now());
  const holidays = await holidaysBetween(today, addDays(today, DAYS_LOOKED_AT));
  const later = quietUntil(now(), { zone, quiet, holidays });
  return later && { later };
}
