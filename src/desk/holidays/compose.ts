import { isAdministrator } from '../../people/rules.ts';
import { findOfficeSettings } from '../../people/settings/store.ts';
import { findNames } from '../../people/store.ts';
import type { Message } from '../../slack/privately.ts';
import type { Turn } from '../../slack/turn.ts';
import { findHolidayChanges } from './store.ts';
import { holidaysMessage } from './views.ts';

const LATEST_CHANGES = 5;

/** The office's own holidays, for everyone; an administrator can change them there. */
export async function showHolidays(turn: Turn, offset = 0, first?: string): Promise<Message> {
  const { db, person, text, config, today } = turn;
  const changes = await findHolidayChanges(db, LATEST_CHANGES);
  const names = await findNames(db, [...new Set(changes.map(({ actor }) => actor))]);
  const { holidays: noted } = await findOfficeSettings(db);
  const shown = { noted, changes, names, mayChange: isAdministrator(person), zone: config.timezone, today };
  return holidaysMessage(shown, offset, text, first);
}
