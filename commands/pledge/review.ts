import type { App, BlockButtonAction, webApi } from '@slack/bolt';
import type { Deps } from '../../src/base/deps.ts';
import { addDays } from '../../src/korean/days.ts';
import { parseDay } from '../../src/korean/typed-days.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames, findPeople } from '../../src/people/store.ts';
import { ROUND_SHOW } from '../../src/pledge/evaluations/views.ts';
import { personOf } from '../../src/pledge/list/rules.ts';
import { findLists } from '../../src/pledge/list/store.ts';
import { freezeRound } from '../../src/pledge/reviews/freezing/store.ts';
import {
  assignUnasked,
  claimRequest,
  findRequests,
  markAsked,
  releaseRequest,
} from '../../src/pledge/reviews/request/store.ts';
import {
  asOfDay,
  compare,
  type Round,
  readRoundName,
  refuseOpening,
  refusePublishing,
  resultOf,
  standing,
  tallyOf,
} from '../../src/pledge/reviews/rules.ts';
import {
  type AnswererOf,
  findAnswers,
  findRound,
  findRoundBefore,
  findRoundById,
  findRounds,
  insertRound,
  publishRound,
} from '../../src/pledge/reviews/store.ts';
import {
  frozenRoundMessage,
  openRoundMessage,
  REVIEW_ASK,
  REVIEW_CLOSE,
  roundWords,
} from '../../src/pledge/reviews/views.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { termOf } from '../../src/pledge/term.ts';
import type { Click } from '../../src/slack/open-form.ts';
import { type Message, tellPrivately } from '../../src/slack/privately.ts';
import { type Visitor, visitorOf } from '../../src/slack/visitor.ts';
import { textFor } from '../../src/text/index.ts';
import { refreshRequest, requestFor } from './answers.ts';
import { momentIn, today } from './find.ts';

const PUBLISH = new Set(['publish', 'published', '공개']);
/** How long after its end a troubled pledge's 점검회의 is due. */
const MEETING_DAYS = 14;

/**
 * `2016-h1` opens the round (managers), or shows how it goes or what came of it; `2016-h1 공개 2016-10-28` notes when it was
 * published. Without a name: the newest round.
 */
export async function reviewTyped(typed: string, visitor: Visitor, click: Click, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const words = text.pledge.review;
  if (typed === '') {
    const [newest] = await findRounds(deps.db);
    return newest ? showRound(newest, visitor, deps) : { text: words.usage };
  }
  const tokens = typed.split(' ');
  const verb = tokens.findIndex((token) => PUBLISH.has(token.toLowerCase()));
  const name = readRoundName((verb < 0 ? tokens : tokens.slice(0, verb)).join(' '));
  if (!name) return { text: words.usage };
  const round = await findRound(deps.db, name);
  if (verb >= 0) return publish(round, tokens.slice(verb + 1).join(' '), visitor, deps);
  if (round) return showRound(round, visitor, deps);
  if (!isManager(person)) return { text: words.notOpen(roundWords(name, text)) };
  return open(name, visitor, click.client, deps);
}

async function open(name: string, visitor: Visitor, client: webApi.WebClient, deps: Deps): Promise<Message> {
  const { person, text } = visitor;
  const term = termOf(asOfDay(name));
  const refusal = refuseOpening(name, today(deps), (await findPledges(deps.db, term)).length);
  if (refusal) return { text: text.pledge.review.refusals[refusal] };
  const by = { actor: person.userId, at: deps.now() };
  const { round } = await insertRound(deps.db, { name, term }, await answerers(deps), by);
  const asked = await ask(round, client, deps);
  return withLine(await showRound(round, visitor, deps), askedWords(asked, visitor));
}

/** Who is asked for a pledge: only people who are on the office's list now. */
async function answerers({ db }: Deps): Promise<AnswererOf> {
  const lists = await findLists(db);
  const present = new Set((await findPeople(db)).map((person) => person.userId));
  return (pledge) => {
    const person = personOf(pledge, lists);
    return person && present.has(person) ? person : null;
  };
}

const askedWords = ({ sent, failed }: { sent: number; failed: number }, { text }: Visitor): string =>
  [text.pledge.review.asked(String(sent)), ...(failed > 0 ? [text.pledge.review.notAsked(String(failed))] : [])].join(
    ' ',
  );

function withLine(message: Message, line: string): Message {
  const first = { type: 'section' as const, text: { type: 'plain_text' as const, text: line } };
  return { text: `${line}\n${message.text}`, blocks: [first, ...(message.blocks ?? [])] };
}

/**
 * Sends each person their one message; those who have it already see it brought up to date. Whoever sends one claims it
 * first, so that two managers who open a round at once don't ask twice.
 */
async function ask(round: Round, client: webApi.WebClient, deps: Deps): Promise<{ sent: number; failed: number }> {
  const { db, log } = deps;
  const answers = await findAnswers(db, round.id);
  const outcomes = await Promise.all(
    (await findRequests(db, round.id)).map(async ({ userId, ts }) => {
      if (ts) {
        await refreshRequest(round, userId, client, deps);
        return 'known';
      }
      if (!(await claimRequest(db, round.id, userId))) return 'known';
      try {
        const message = await requestFor(round, answers, userId, 0, deps);
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

export async function showRound(round: Round, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const { db } = deps;
  const answers = await findAnswers(db, round.id);
  if (round.state === 'open') {
    const tally = tallyOf(answers);
    const names = await findNames(
      db,
      tally.people.map((it) => it.userId),
    );
    const unasked = answers.filter((answer) => answer.asked === null);
    return openRoundMessage({ round, tally, unasked, names, manager: isManager(person) }, text);
  }
  const before = await findRoundBefore(db, round.term, round.asOf);
  const comparison = before && {
    with: before,
    changes: compare(standing(await findAnswers(db, before.id)), standing(answers)),
  };
  const who = round.closedBy && ((await findNames(db, [round.closedBy])).get(round.closedBy) ?? null);
  const when = round.closedAt && momentIn(deps, text)(round.closedAt);
  return frozenRoundMessage({ round, result: resultOf(answers), comparison, who, when }, text);
}

async function publish(round: Round | null, typed: string, { person, text }: Visitor, deps: Deps): Promise<Message> {
  const words = text.pledge.review;
  if (!isManager(person)) return { text: text.access.notManager };
  if (!round) return { text: words.notFound };
  const day = parseDay(typed, { today: today(deps), towards: 'past' });
  if (!day) return { text: words.publishUsage };
  const refusal = refusePublishing(round, day, today(deps));
  if (refusal) return { text: words.publishRefusals[refusal] };
  await publishRound(deps.db, round, day, { actor: person.userId, at: deps.now() });
  return { text: words.publishedNow(roundWords(round.name, text), day) };
}

export function listenForReviews(app: App, deps: Deps): void {
  const { db, log } = deps;

  app.action<BlockButtonAction>(ROUND_SHOW, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const round = await findRound(db, action.value ?? '');
    const said = round ? await showRound(round, visitor, deps) : { text: visitor.text.pledge.review.notFound };
    await tellPrivately({ client, log }, { userId: visitor.person.userId, responseUrl: body.response_url }, said);
  });

  app.action<BlockButtonAction>(REVIEW_ASK, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    const round = await findRoundById(db, Number(action.value));
    if (!isManager(person) || round?.state !== 'open') {
      const said = isManager(person) ? text.pledge.review.closedBefore : text.access.notManager;
      await tellPrivately({ client, log }, reach, { text: said });
      return;
    }
    await assignUnasked(db, round.id, await answerers(deps), { actor: person.userId, at: deps.now() });
    await releaseRequest(db, round.id);
    const asked = await ask(round, client, deps);
    const message = withLine(await showRound(round, visitor, deps), askedWords(asked, visitor));
    await tellPrivately({ client, log }, reach, message, { replace: true });
  });

  app.action<BlockButtonAction>(REVIEW_CLOSE, async ({ action, body, client, context }) => {
    const visitor = visitorOf(context);
    const { person, text } = visitor;
    const words = text.pledge.review;
    const reach = { userId: person.userId, responseUrl: body.response_url };
    if (!isManager(person)) {
      await tellPrivately({ client, log }, reach, { text: text.access.notManager });
      return;
    }
    const frozen = await freezeRound(db, Number(action.value), {
      actor: person.userId,
      at: deps.now(),
      due: addDays(today(deps), MEETING_DAYS),
      followupTitle: (answer) => textFor(deps.config.language).pledge.review.followupTitle(answer.name, answer.title),
    });
    if ('refusal' in frozen) {
      const said = frozen.refusal === 'gone' ? words.notFound : words.closedBefore;
      await tellPrivately({ client, log }, reach, { text: said });
      return;
    }
    const { round, applied, kept, followups } = frozen;
    const line = [
      words.closed(roundWords(round.name, text), String(applied), String(followups)),
      ...(kept > 0 ? [words.keptNewer(String(kept))] : []),
    ].join(' ');
    await tellPrivately({ client, log }, reach, withLine(await showRound(round, visitor, deps), line), {
      replace: true,
    });
    for (const { userId } of await findRequests(db, round.id)) await refreshRequest(round, userId, client, deps);
  });
}
