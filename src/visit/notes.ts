import type { Database } from '../base/db/database.ts';
import { formatDay } from '../korean/day-words.ts';
import { addDays, clockIn, isDay } from '../korean/days.ts';
import { BEFORE_OWN_ELECTION, electionsIn } from '../korean/elections.ts';
import { findHolidays } from '../people/holidays.ts';
import { findOfficeSettings } from '../people/settings/store.ts';
import type { Reader, Turn } from '../slack/turn.ts';
import type { Clash } from './clashes.ts';
import { planSoFar, type VisitForm } from './draft.ts';
import { findClashes } from './list/store.ts';
import type { Plan } from './rules.ts';
import { dayOffLines, electionLines } from './words.ts';

/** What the form says above its fields of a day on which the office is closed, or near which mayors are elected. */
export async function dayNotes(form: VisitForm, { db, text, today }: Reader & { db: Database }): Promise<string[]> {
  const day = form.date;
  return day && /^(19|20)\d\d-/.test(day) ? notesOn([{ startsOn: day }], { db, text, today }) : [];
}

/** Of the days that are planned, those that are free, and the elections that are near. */
export async function notesOn(
  plans: readonly Pick<Plan, 'startsOn'>[],
  { db, text, today }: Reader & { db: Database },
): Promise<string[]> {
  const days = plans.map(({ startsOn }) => startsOn).toSorted();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const holidays = await findHolidays(db, first, addDays(last, BEFORE_OWN_ELECTION));
  const { elections } = await findOfficeSettings(db);
  return [
    ...dayOffLines(plans, holidays, text, today),
    ...electionLines(plans, electionsIn(holidays, elections), text, today),
  ];
}

/** What the form says above its fields of a start that is past: it may be recorded, but was it meant? */
export function pastLines({ date, start_time: time }: VisitForm, { text, today, config, now }: Turn): string[] {
  const clock = clockIn(config.timezone, now());
  const past = date !== null && (date < today || (date === today && time !== null && time < clock));
  return past && isDay(date)
    ? [text.visit.form.past([formatDay(date, text.language, today), time].filter(Boolean).join(' '))]
    : [];
}

/** Without a district nothing can be said of the way there. */
export async function clashesSoFar(form: VisitForm, db: Database, except?: number): Promise<Clash[]> {
  const plan = planSoFar(form);
  const clashes = plan ? await findClashes(db, [plan], except) : [];
  return form.district ? clashes : clashes.filter(({ kind }) => kind === 'overlap');
}

/** The visits that a person was shown and may accept by saving anyway. */
export const idsOf = (clashes: readonly Clash[]): number[] =>
  clashes.map(({ visit }) => visit.id).slice(0, MOST_CLASHES);
const MOST_CLASHES = 100;
