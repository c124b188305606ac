import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import type { Compose } from '../../outbox/compose.ts';
import { loudAfter, quietUntil } from '../../people/quiet.ts';
import { clockFor } from '../../people/quiet-for.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findNames, findPerson } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { toTellAgain } from '../notice/rules.ts';
import { findNotices } from '../notice/store.ts';
import { findPrograms } from '../programs/store.ts';
import { isMoved, type Visit } from '../rules.ts';
import { findVisit } from '../store.ts';
import { isOver, type Known, newsOf, Subject, tellAt } from './rules.ts';
import { findMovedFrom, findUntold, isToldWithOthers } from './store.ts';
import { changeMessage } from './views.ts';

/**
 * Tells somebody of a visit what was and what is. Of several changes that they have not been told of, the last message says it
 * all; what was changed back is not told.
 */
export const composeChange: Compose = async ({ key, recipient, subject }, deps) => {
  const { db, config } = deps;
  const { visit: id, reason } = Subject.parse(subject);
  const person = await findPerson(db, recipient);
  const untold = await findUntold(db, id, recipient);
  const [first] = untold;
  if (!person || !first || untold.at(-1)?.key !== key) return null;
  if (await isToldWithOthers(db, id, recipient, key)) return null;
  const { known } = first.subject;
  const series = untold.flatMap(({ subject: { more = [] } }) => more);
  const [visit, ...more] = await findTellable([id, ...series], known, recipient, deps);
  const news = visit && newsOf(known, visit, recipient);
  if (!visit || !news) return null;
  const now = deps.now();
  const [soonest = visit] = [visit, ...more].toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
  const later = await laterFor(recipient, { known, visit: soonest }, deps);
  if (later) return { later };
  const text = textFor(person.language ?? config.language);
  const program = (await findPrograms(db)).find((it) => it.id === visit.programId);
  const names = await findNames(db, [visit.owner, ...visit.staff]);
  const told = visit.owner === recipient ? await findTold(visit, deps) : [];
  // Who is put in charge of it by now may have known no other plan; the council did.
  const before = known && isMoved(known, visit) ? known : told.length > 0 ? await findMovedFrom(db, visit) : null;
  const isAnnouncement = program?.kind === 'announcement';
  const change = {
    news,
    known,
    visit,
    more,
    program,
    reason,
    told,
    before,
    isAnnouncement,
    recipient,
    names,
  };
  return changeMessage(change, { text, today: todayIn(config.timezone, now) });
};

/** Those of the visits of which there is something to say, and of use. */
async function findTellable(ids: readonly number[], known: Known, userId: string, { db, config, now }: Deps) {
  const found = await Promise.all(ids.map((id) => findVisit(db, id)));
  return found.flatMap((visit) =>
    visit && newsOf(known, visit, userId) !== null && !isOver(visit, config.timezone, now()) ? [visit] : [],
  );
}

const startOf = ({ startsOn, startTime }: Visit): string => `${startsOn} ${startTime}`;

/** Until when it waits, so that nobody is disturbed who still hears in time; null: it does not. */
async function laterFor(userId: string, change: { known: Known; visit: Visit }, deps: Deps): Promise<Date | null> {
  const clock = await clockFor(await findPersonSettings(deps.db, userId), deps);
  const now = deps.now();
  const loud = quietUntil(now, clock);
  const nights = { ...clock, quiet: { ...clock.quiet, freeDays: false } };
  return loud && tellAt({ ...change, zone: deps.config.timezone, now }, loud, (at) => loudAfter(at, nights) ?? at);
}

/** Members who were told of the visit as it was. */
async function findTold(visit: Visit, { db }: Pick<Deps, 'db'>): Promise<string[]> {
  const notices = (await findNotices(db, [visit.id])).get(visit.id) ?? [];
  return toTellAgain(visit, notices).map(({ name }) => name);
}
