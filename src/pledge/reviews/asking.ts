import { z } from 'zod';
import type { Deps } from '../../base/deps.ts';
import type { Compose } from '../../outbox/compose.ts';
import { retryFailed } from '../../outbox/failed/store.ts';
import { findSent } from '../../outbox/store.ts';
import { updateSent } from '../../outbox/update.ts';
import { quietFor } from '../../people/quiet-for.ts';
import { findPersonSettings } from '../../people/settings/store.ts';
import { findPeople, findPerson } from '../../people/store.ts';
import type { Turn } from '../../slack/turn.ts';
import { textFor } from '../../text/index.ts';
import { personOf } from '../list/rules.ts';
import { findLists } from '../list/store.ts';
import { findRequests, insertRequest, requestKey } from './request/store.ts';
import type { Answer, Round } from './rules.ts';
import { type AnswererOf, findAnswers, findRoundById } from './store.ts';
import { requestMessage } from './views.ts';

/** Who is asked for a pledge: only people who are on the office's list now. */
export async function answerers({ db }: Pick<Turn, 'db'>): Promise<AnswererOf> {
  const lists = await findLists(db);
  const present = new Set((await findPeople(db)).map((person) => person.userId));
  return (pledge) => {
    const person = personOf(pledge, lists);
    return person && present.has(person) ? person : null;
  };
}

/** What one person is asked in a round, in their language. */
export async function requestFor(round: Round, answers: readonly Answer[], userId: string, deps: Deps) {
  const person = await findPerson(deps.db, userId);
  const own = answers.filter((answer) => answer.asked === userId);
  return requestMessage(round, own, 0, textFor(person?.language ?? deps.config.language));
}

const Subject = z.object({ id: z.number() });

/** Not in a round that is over, nor who is asked for nothing any more; weeks are given for it, so nobody is disturbed. */
export const composeAsked: Compose = async ({ subject, recipient }, deps) => {
  const round = await findRoundById(deps.db, Subject.parse(subject).id);
  if (round?.state !== 'open' || !(await findPerson(deps.db, recipient))) return null;
  const quiet = await quietFor(await findPersonSettings(deps.db, recipient), deps);
  if (quiet) return quiet;
  const answers = await findAnswers(deps.db, round.id);
  return answers.some((answer) => answer.asked === recipient) ? requestFor(round, answers, recipient, deps) : null;
};

/** The message that somebody was asked with shows what is answered by now. */
export async function refreshRequest(round: Round, userId: string, turn: Turn): Promise<void> {
  const { db, client } = turn;
  const key = requestKey(round.id, userId);
  if (!(await findSent(db, key))) return;
  await updateSent(turn, client, key, await requestFor(round, await findAnswers(db, round.id), userId, turn));
}

/**
 * Everybody who is asked in a round gets their one message; what failed is tried again, and those who have theirs see it brought
 * up to date. Returns how many are being asked now.
 */
export async function ask(round: Round, turn: Turn): Promise<number> {
  const { db, person } = turn;
  const by = { actor: person.userId, at: turn.now() };
  let asked = 0;
  for (const userId of await findRequests(db, round.id)) {
    await insertRequest(db, round.id, userId, by.at);
    await retryFailed(db, requestKey(round.id, userId), by);
    if (await findSent(db, requestKey(round.id, userId))) await refreshRequest(round, userId, turn);
    else asked++;
  }
  return asked;
}
