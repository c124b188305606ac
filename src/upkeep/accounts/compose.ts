import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import { countFollowups } from '../../followup/list/store.ts';
import { todayIn } from '../../korean/days.ts';
import type { Compose, Kinds } from '../../outbox/compose.ts';
import { findRoleBefore } from '../../people/accounts/store.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { isAdministrator, isManager } from '../../people/rules.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findAccessRequests, findNames, findPerson } from '../../people/store.ts';
import { accessRequestMessage } from '../../people/views.ts';
import type { Message } from '../../slack/privately.ts';
import { type Text, textFor } from '../../text/index.ts';
import { findVisits } from '../../visit/list/store.ts';
import type { Person } from '../../vocabulary/person.ts';
import { ACCESS_ASKED, ACCOUNT_BACK, ACCOUNT_KEPT, ACCOUNT_LEFT, PERSON_LEFT, WELCOME } from './told.ts';
import { backMessage, isAny, lastDayAhead, leftMessage, type Open } from './views.ts';

const Subject = z.object({ userId: z.string(), name: z.string().optional() });

type Reader = { person: Person; text: Text };

/** Null where it is not this reader's business, or not true any more. */
type Say = (about: { userId: string; name: string }, reader: Reader, deps: Deps) => Promise<Message | null>;

const composed =
  (say: Say): Compose =>
  async ({ recipient, subject }, deps) => {
    const person = await findPerson(deps.db, recipient);
    if (!person) return null;
    const { userId, name: called } = Subject.parse(subject);
    const name = called ?? (await findNames(deps.db, [userId])).get(userId) ?? userId;
    const message = await say(
      { userId, name },
      { person, text: textFor(person.language ?? deps.config.language) },
      deps,
    );
    return message && ((await quietFor(await findPersonSettings(deps.db, recipient), deps)) ?? message);
  };

/** Managers hear of it where there is something to hand over, administrators in any case. */
const left: Say = async (about, { person, text }, deps) => {
  if (!isManager(person) || (await findPerson(deps.db, about.userId))) return null;
  const open = await openOf(about.userId, deps);
  return isAny(open) || isAdministrator(person) ? leftMessage('left', about, open, text) : null;
};

/** Who took somebody off the list knows that they did. */
const removed: Say = async (about, { person, text }, deps) => {
  if (!isManager(person) || (await findPerson(deps.db, about.userId))) return null;
  const open = await openOf(about.userId, deps);
  return isAny(open) ? leftMessage('removed', about, open, text) : null;
};

const kept: Say = async (about, { person, text }, deps) =>
  isManager(person) ? leftMessage('kept', about, await openOf(about.userId, deps), text) : null;

async function openOf(owner: string, { db, now, config }: Deps): Promise<Open> {
  const from = todayIn(config.timezone, now());
  const ahead = { days: { from, to: lastDayAhead(from) }, person: owner, cancelled: false };
  const { count } = await findVisits(db, ahead, { offset: 0, limit: 0 });
  return { followups: await countFollowups(db, { open: true, owner }), visits: count, from };
}

const back: Say = async (about, { person, text }, { db }) => {
  if (!isAdministrator(person) || (await findPerson(db, about.userId))) return null;
  return backMessage({ ...about, role: await findRoleBefore(db, about.userId) }, text);
};

/** Not what is settled by now. Someone waits for it: it keeps no quiet hours. */
const asked: Compose = async ({ recipient, subject }, { db, config }) => {
  const { userId, name } = Subject.parse(subject);
  const reader = await findPerson(db, recipient);
  if (!reader || !isAdministrator(reader) || !(await findAccessRequests(db)).includes(userId)) return null;
  return accessRequestMessage({ userId, name: name ?? userId }, textFor(reader.language ?? config.language));
};

const welcome: Compose = async ({ recipient }, { db, config }) => {
  const person = await findPerson(db, recipient);
  return person && { text: textFor(person.language ?? config.language).access.welcome };
};

export const ACCOUNT_KINDS: Kinds = {
  [ACCOUNT_LEFT]: composed(left),
  [PERSON_LEFT]: composed(removed),
  [ACCOUNT_KEPT]: composed(kept),
  [ACCOUNT_BACK]: composed(back),
  [ACCESS_ASKED]: asked,
  [WELCOME]: welcome,
};
