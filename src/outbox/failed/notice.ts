import { addDays, todayIn } from '../../days.ts';
import type { Deps } from '../../deps.ts';
import { holidaysBetween } from '../../holidays.ts';
import { isAdministrator } from '../../person/rules.ts';
import { findPerson } from '../../person/store.ts';
import { isQuiet, loudAfter } from '../../reminder/quiet.ts';
import { findPersonSettings } from '../../setting/store.ts';
import { textFor } from '../../text/index.ts';
import type { Compose } from '../kinds.ts';
import { countFailed } from './store.ts';
import { failedNotice } from './views.ts';

/** Tells an administrator how many messages were not sent, if there are any left by then. */
export const composeFailedNotice: Compose = async ({ recipient }, deps) => {
  const person = await findPerson(deps.db, recipient);
  const count = await countFailed(deps.db);
  if (!person || !isAdministrator(person) || count === 0) return null;
  return (await quietFor(recipient, deps)) ?? failedNotice(count, textFor(person.language ?? deps.config.language));
};

/** Until when somebody is not to be disturbed; null when they may be. */
async function quietFor(userId: string, { db, now, config }: Deps): Promise<{ later: Date } | null> {
  const { timezone, quiet } = await findPersonSettings(db, userId);
  const zone = timezone ?? config.timezone;
  const today = todayIn(zone, now());
  const clock = { zone, quiet, holidays: await holidaysBetween(today, addDays(today, 40)) };
  const later = isQuiet(now(), clock) ? loudAfter(now(), clock) : null;
  return later && { later };
}
