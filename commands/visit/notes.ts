import type { Database } from '../../src/base/db/database.ts';
import { formatDay } from '../../src/korean/day-words.ts';
import { clockIn, isDay } from '../../src/korean/days.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import type { Reader, Turn } from '../../src/slack/turn.ts';
import type { Clash } from '../../src/visit/clashes.ts';
import { planSoFar, type VisitForm } from '../../src/visit/draft.ts';
import { findClashes } from '../../src/visit/list/store.ts';
import { dayOffLines } from '../../src/visit/words.ts';

/** What the form says above its fields of a day on which the office is closed. */
export async function dayOffs(form: VisitForm, { text, today }: Reader): Promise<string[]> {
  const day = form.date;
  if (!day || !/^(19|20)\d\d-/.test(day)) return [];
  return dayOffLines([{ startsOn: day }], await holidaysBetween(day, day), text, today);
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
