import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import type { Compose } from '../../outbox/compose.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findNames, findPerson } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { toTellAgain } from '../notice/rules.ts';
import { findNotices } from '../notice/store.ts';
import { findPrograms } from '../programs/store.ts';
import type { Visit } from '../rules.ts';
import { findVisit } from '../store.ts';
import { isOver, isUrgent, newsOf, Subject } from './rules.ts';
import { findUntold } from './store.ts';
import { changeMessage } from './views.ts';

/**
 * Tells somebody of a visit what was and what is. Of several changes that they have not been told of, the last message says it
 * all; what was changed back is not told.
 */
export const composeChange: Compose = async ({ key, recipient, subject }, deps) => {
  const { db, config } = deps;
  const { visit: id, reason } = Subject.parse(subject);
  const visit = await findVisit(db, id);
  const person = await findPerson(db, recipient);
  const untold = await findUntold(db, id, recipient);
  const [first] = untold;
  if (!visit || !person || !first || untold.at(-1)?.key !== key) return null;
  const { known } = first.subject;
  const news = newsOf(known, visit, recipient);
  const now = deps.now();
  if (news === null || isOver(visit, config.timezone, now)) return null;
  if (!isUrgent(known, visit, config.timezone, now)) {
    const quiet = await quietFor(await findPersonSettings(db, recipient), deps);
    if (quiet) return quiet;
  }
  const text = textFor(person.language ?? config.language);
  const program = (await findPrograms(db)).find((it) => it.id === visit.programId);
  const names = await findNames(db, [visit.owner, ...visit.staff]);
  const told = visit.owner === recipient ? await findTold(visit, deps) : [];
  const isAnnouncement = program?.kind === 'announcement';
  const change = {
    news,
    known,
    visit,
    program,
    reason,
    told,
    isAnnouncement,
    isOwner: visit.owner === recipient,
    names,
  };
  return changeMessage(change, { text, today: todayIn(config.timezone, now) });
};

/** Members who were told of the visit as it was. */
async function findTold(visit: Visit, { db }: Pick<Deps, 'db'>): Promise<string[]> {
  const notices = (await findNotices(db, [visit.id])).get(visit.id) ?? [];
  return toTellAgain(visit, notices).map(({ name }) => name);
}
