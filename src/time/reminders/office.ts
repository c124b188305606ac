import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { holidaysBetween } from '../../korean/holidays.ts';
import { findWithinReach } from '../../people/accounts/store.ts';
import { withNoted } from '../../people/holidays.ts';
import type { Clock } from '../../people/quiet.ts';
import { isManager } from '../../people/rules.ts';
import type { PersonSettings } from '../../people/settings/rules.ts';
import { findStored, officeSettingsIn, personSettingsIn, type Stored } from '../../people/settings/store.ts';
import type { Office, Recipient } from './rules.ts';
import { findMarks } from './store.ts';
import { findDeclined } from './told/store.ts';

export type Outside = Pick<Deps, 'db' | 'now'> & { config: Pick<Deps['config'], 'timezone' | 'officeChannel'> };

/** Everybody with their choices, and the calendar, as they are now. `stored`: choices of another time. */
export async function findOffice({ db, now: clock, config }: Outside, stored?: Stored): Promise<Office> {
  const now = clock();
  const zone = config.timezone;
  const year = Number(todayIn(zone, now).slice(0, 4));
  const calendar = await holidaysBetween(`${year - 1}-01-01`, `${year + 1}-12-31`);
  const chosen = stored ?? (await findStored(db));
  const settings = officeSettingsIn(chosen.office);
  const holidays = withNoted(calendar, settings.holidays);
  const people = await findWithinReach(db);
  // Most people have the same hours: what is worked out for one clock holds for all of them.
  const clocks = new Map<string, Clock>();
  const clockOf = ({ timezone, quiet }: PersonSettings): Clock => {
    const key = JSON.stringify([timezone, quiet]);
    const known = clocks.get(key) ?? { zone: timezone ?? zone, quiet, holidays };
    clocks.set(key, known);
    return known;
  };
  const recipients = people.map((person): Recipient => {
    const own = personSettingsIn(chosen.people, person.userId);
    return { person, settings: own, clock: clockOf(own) };
  });
  const marks = await findMarks(db);
  return {
    now,
    zone,
    holidays,
    clock: { zone, quiet: null, holidays },
    settings,
    channel: settings.channel ?? config.officeChannel,
    recipients: new Map(recipients.map((recipient) => [recipient.person.userId, recipient])),
    managers: recipients.filter(({ person }) => isManager(person)),
    begun: marks?.begun ?? now,
    declined: await findDeclined(db),
  };
}
