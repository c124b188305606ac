import type { Deps } from '../base/deps.ts';
import { addDays, todayIn } from '../korean/days.ts';
import { findNames } from '../people/store.ts';
import { type Text, textFor } from '../text/index.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Language } from '../vocabulary/language.ts';
import { calendarFile } from './ics.ts';
import { streamVisits } from './list/store.ts';
import { findPrograms } from './programs/store.ts';
import type { Visit } from './rules.ts';
import { findMinutes } from './settings/store.ts';
import { findSubscriber } from './subscription/store.ts';
import { programWords } from './words.ts';

/** A calendar without a period begins this many days back and ends when plans do. */
const DAYS_BACK = 30;
const DAYS_AHEAD = 366 * 5;

type Outside = Pick<Deps, 'db' | 'now'> & { config: Pick<Deps['config'], 'timezone'> };

export const lately = (today: Day): { from: Day; to: Day } => ({
  from: addDays(today, -DAYS_BACK),
  to: addDays(today, DAYS_AHEAD),
});

/** What a calendar that subscribes with a person's key gets: all of lately and to come, as they stand now; null for nobody's key. */
export async function calendarFor(key: string, language: Language, outside: Outside): Promise<string | null> {
  const subscriber = await findSubscriber(outside.db, key);
  if (!subscriber) return null;
  const days = lately(todayIn(outside.config.timezone, outside.now()));
  const visits: Visit[] = [];
  for await (const visit of streamVisits(outside.db, { days })) visits.push(visit);
  return calendarOf(visits, textFor(subscriber.language ?? language), outside);
}

export async function calendarOf(visits: readonly Visit[], text: Text, { db, config, now }: Outside): Promise<string> {
  const programs = await findPrograms(db);
  const names = await findNames(db, [...new Set(visits.flatMap(({ owner, staff }) => [owner, ...staff]))]);
  const { usual } = await findMinutes(db);
  const rows = visits.map((visit) => ({
    visit,
    program: programWords(
      programs.find(({ id }) => id === visit.programId),
      text,
    ),
    people: [visit.owner, ...visit.staff].map((id) => names.get(id) ?? id).join(', '),
  }));
  return calendarFile(rows, { name: text.visit.files.name, zone: config.timezone, now: now(), usualMinutes: usual });
}
