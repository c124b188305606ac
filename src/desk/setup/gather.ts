import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { isAdministrator } from '../../people/rules.ts';
import { findOfficeSettings } from '../../people/settings/store.ts';
import { findPeople } from '../../people/store.ts';
import type { Setup } from '../../vocabulary/desk.ts';
import type { Person } from '../../vocabulary/person.ts';
import { missingSetup } from './rules.ts';
import { findRecorded } from './store.ts';

/** What the office still lacks, for this person to set up. */
export async function findMissingSetup(
  person: Person,
  { db, config, now }: Pick<Deps, 'db' | 'config' | 'now'>,
): Promise<Setup[]> {
  if (!isAdministrator(person)) return [];
  const year = Number(todayIn(config.timezone, now()).slice(0, 4));
  const [people, settings, recorded] = await Promise.all([
    findPeople(db),
    findOfficeSettings(db),
    findRecorded(db, year),
  ]);
  const standing = {
    people: people.length,
    administrators: people.filter(isAdministrator).length,
    channel: settings.channel ?? config.officeChannel,
    ...recorded,
  };
  return missingSetup(person, standing, settings.setupLeftOut);
}
