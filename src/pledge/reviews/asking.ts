import type { Deps } from '../../base/deps.ts';
import { findPeople, findPerson } from '../../people/store.ts';
import type { Turn } from '../../slack/turn.ts';
import { textFor } from '../../text/index.ts';
import { personOf } from '../list/rules.ts';
import { findLists } from '../list/store.ts';
import { claimRequest, findRequests, markAsked, releaseRequest } from './request/store.ts';
import type { Answer, Round } from './rules.ts';
import { type AnswererOf, findAnswers } from './store.ts';
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

/** The message that somebody was asked with shows what is answered by now. */
export async function refreshRequest(round: Round, userId: string, turn: Turn): Promise<void> {
  const { db, client, log } = turn;
  const request = (await findRequests(db, round.id)).find((it) => it.userId === userId);
  if (!request?.channel || !request.ts) return;
  const message = await requestFor(round, await findAnswers(db, round.id), userId, turn);
  await client.chat.update({ channel: request.channel, ts: request.ts, ...message }).catch((error) => {
    log.warn({ err: error, user: userId }, 'A message about an evaluation could not be brought up to date.');
  });
}

/**
 * Sends each person their one message; those who have it already see it brought up to date. Whoever sends one claims it
 * first, so that two managers who open a round at once don't ask twice.
 */
export async function ask(round: Round, turn: Turn): Promise<{ sent: number; failed: number }> {
  const { db, client, log } = turn;
  const answers = await findAnswers(db, round.id);
  const outcomes = await Promise.all(
    (await findRequests(db, round.id)).map(async ({ userId, ts }) => {
      if (ts) {
        await refreshRequest(round, userId, turn);
        return 'known';
      }
      if (!(await claimRequest(db, round.id, userId))) return 'known';
      try {
        const message = await requestFor(round, answers, userId, turn);
        const { channel = '', ts = '' } = await client.chat.postMessage({ channel: userId, ...message });
        await markAsked(db, round.id, { userId, channel, ts });
        return 'sent';
      } catch (error) {
        log.warn({ err: error, user: userId }, 'Someone could not be asked for an evaluation.');
        await releaseRequest(db, round.id, userId);
        return 'failed';
      }
    }),
  );
  const count = (outcome: string) => outcomes.filter((it) => it === outcome).length;
  return { sent: count('sent'), failed: count('failed') };
}
