import { randomUUID } from 'node:crypto';
import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Deps } from '../../src/base/deps.ts';
import { isManager } from '../../src/people/rules.ts';
import { findPerson } from '../../src/people/store.ts';
import { type Metadata, updateForm } from '../../src/pledge/form.ts';
import { findRequests } from '../../src/pledge/reviews/request/store.ts';
import type { Answer, Round } from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findRoundById, putAnswer } from '../../src/pledge/reviews/store.ts';
import { REVIEW_ANSWER, REVIEW_PAGE, requestMessage } from '../../src/pledge/reviews/views.ts';
import { formOf, pledgeName, type Update } from '../../src/pledge/rules.ts';
import { type EvidenceFile, findPledge } from '../../src/pledge/store.ts';
import { statusWords } from '../../src/pledge/words.ts';
import { button } from '../../src/slack/blocks.ts';
import { openOrOffer } from '../../src/slack/open-form.ts';
import { turnsOf } from '../../src/slack/pager.ts';
import { plainMessage, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { textFor } from '../../src/text/index.ts';
import type { Kept } from './kept.ts';

/** What one person is asked in a round, in their language. */
export async function requestFor(round: Round, answers: readonly Answer[], userId: string, offset: number, deps: Deps) {
  const person = await findPerson(deps.db, userId);
  const own = answers.filter((answer) => answer.asked === userId);
  return requestMessage(round, own, offset, textFor(person?.language ?? deps.config.language));
}

/** The message that somebody was asked with shows what is answered by now. */
export async function refreshRequest(
  round: Round,
  userId: string,
  client: webApi.WebClient,
  deps: Deps,
): Promise<void> {
  const request = (await findRequests(deps.db, round.id)).find((it) => it.userId === userId);
  if (!request?.channel || !request.ts) return;
  const message = await requestFor(round, await findAnswers(deps.db, round.id), userId, 0, deps);
  await client.chat.update({ channel: request.channel, ts: request.ts, ...message }).catch((error) => {
    deps.log.warn({ err: error, user: userId }, 'A message about an evaluation could not be brought up to date.');
  });
}

/** Keeps what the form of a round says, for the person who is asked or for a manager. */
export async function keepAnswer(
  update: Update,
  files: readonly EvidenceFile[],
  { key, id, version, roundId = 0 }: Metadata,
  visitor: Visitor,
  deps: Deps,
): Promise<Kept> {
  const { person, text } = visitor;
  const { db } = deps;
  const words = text.pledge.review;
  const round = await findRoundById(db, roundId);
  const answer = (await findAnswers(db, roundId)).find((it) => it.pledgeId === id);
  const pledge = await findPledge(db, id);
  if (!round || !answer || !pledge) return { errors: { status: words.notFound } };
  if (answer.asked !== person.userId && !isManager(person)) return { errors: { status: words.notYours } };
  const by = { actor: person.userId, at: deps.now(), formKey: key, files };
  const kept = await putAnswer(db, { roundId, pledgeId: id, version }, update, by);
  if (kept === 'frozen') return { errors: { status: words.closedBefore } };
  if (kept === 'gone') return { errors: { status: words.notFound } };
  const said = words.answered(pledgeName(pledge), statusWords(update.status, text), update.progress);
  const { asked } = answer;
  return {
    done: said,
    said: plainMessage(said),
    ...(asked ? { afterwards: (client: webApi.WebClient) => refreshRequest(round, asked, client, deps) } : {}),
  };
}

const Asked = z.object({ roundId: z.number(), pledgeId: z.number() });
const Turn = z.object({ query: z.string(), offset: z.number().int().min(0) });

/** The buttons of what somebody is asked with. */
export function listenForAnswers(app: App, deps: Deps): void {
  const { db, log } = deps;

  app.action<BlockButtonAction>(REVIEW_ANSWER, async ({ action, body, client, context }) => {
    const { person, text } = visitorOf(context);
    const words = text.pledge.review;
    const { roundId, pledgeId } = Asked.parse(JSON.parse(action.value ?? ''));
    const round = await findRoundById(db, roundId);
    const pledge = await findPledge(db, pledgeId);
    const answer = (await findAnswers(db, roundId)).find((it) => it.pledgeId === pledgeId);
    const mine = answer?.asked === person.userId || isManager(person);
    const refusal =
      !round || !answer || !pledge
        ? words.notFound
        : round.state === 'frozen'
          ? words.closedBefore
          : mine
            ? null
            : words.notYours;
    if (refusal || !pledge || !answer) {
      const reach = { userId: person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log }, reach, { text: refusal ?? words.notFound });
      return;
    }
    const given = answer.answeredBy
      ? { status: answer.status, progress: String(answer.progress), source: answer.source, note: answer.note }
      : formOf(pledge);
    const metadata = { key: randomUUID(), id: pledge.id, version: pledge.version, roundId };
    const click = { client, triggerId: body.trigger_id, responseUrl: body.response_url };
    const again = button(REVIEW_ANSWER, text.access.openAgain, action.value ?? '', 'primary');
    const said = await openOrOffer(click, updateForm(pledge, given, metadata, 'review', text), again, text);
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (said) await tellPrivately({ client, log }, reach, said);
  });

  for (const actionId of turnsOf(REVIEW_PAGE)) {
    app.action<BlockButtonAction>(actionId, async ({ action, body, client, context }) => {
      const { person, text } = visitorOf(context);
      const { query, offset } = Turn.parse(JSON.parse(action.value ?? ''));
      const round = await findRoundById(db, Number(query));
      if (!round) return;
      const own = (await findAnswers(db, round.id)).filter((answer) => answer.asked === person.userId);
      const message = requestMessage(round, own, offset, text);
      const reach = { userId: person.userId, responseUrl: body.response_url };
      await tellPrivately({ client, log }, reach, message, { replace: true });
    });
  }
}
