import type { Deps } from '../base/deps.ts';
import { addDays, todayIn } from '../korean/days.ts';
import { findHolidays } from './holidays.ts';
import { type Clock, DAYS_LOOKED_AT, quietUntil } from './quiet.ts';
import type { PersonSettings } from './settings/rules.ts';

type Settings = Pick<PersonSettings, 'timezone' | 'quiet'>;
type Now = Pick<Deps, 'db' | 'now' | 'config'>;

/** When somebody may be written to, from now on. */
export async function clockFor(
  { timezone, quiet }: Settings,
  { db, now, config }: Now,
): Promise<Clock & Pick<Settings, 'quiet'>> {
  const zone = timezone ?? config.timezone;
  const today = todayIn(zone, now());
  const holidays = await findHolidays(db, today, addDays(today, DAYS_LOOKED_AT));
  return { zone, quiet, holidays };
}

/** Until when somebody is not to be disturbed, as what writes their messages says it; null when they may be. */
export async function quietFor(settings: Settings, deps: Now): Promise<{ later: Date } | null> {
  const later = quietUntil(deps.now(), await clockFor(settings, deps));
  return later && { later };
}
