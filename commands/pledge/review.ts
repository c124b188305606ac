import { addDays } from '../../src/korean/days.ts';
import { parseDay } from '../../src/korean/typed-days.ts';
import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { momentIn } from '../../src/pledge/compose.ts';
import { ROUND_SHOW } from '../../src/pledge/evaluations/views.ts';
import { answerers, ask, refreshRequest } from '../../src/pledge/reviews/asking.ts';
import { freezeRound } from '../../src/pledge/reviews/freezing/store.ts';
import { findRequests } from '../../src/pledge/reviews/request/store.ts';
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
  assignUnasked,
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
import { section } from '../../src/slack/blocks.ts';
import { type Heard, Id, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { textFor } from '../../src/text/index.ts';

const PUBLISH = new Set(['publish', 'published', '공개']);
/** How long after its end a troubled pledge's 점검회의 is due. */
const MEETING_DAYS = 14;

/**
 * `2016-h1` opens the round (managers), or shows how it goes or what came of it; `2016-h1 공개 2016-10-28` notes when it was
 * published. Without a name: the newest round.
 */
export async function reviewTyped(turn: Typed): Promise<Message> {
  const { typed, db, person, text } = turn;
  const words = text.pledge.review;
  if (typed === '') {
    const [newest] = await findRounds(db);
    return newest ? showRound(newest, turn) : { text: words.usage };
  }
  const tokens = typed.split(' ');
  const verb = tokens.findIndex((token) => PUBLISH.has(token.toLowerCase()));
  const name = readRoundName((verb < 0 ? tokens : tokens.slice(0, verb)).join(' '));
  if (!name) return { text: words.usage };
  const round = await findRound(db, name);
  if (verb >= 0) return publish(round, tokens.slice(verb + 1).join(' '), turn);
  if (round) return showRound(round, turn);
  if (!isManager(person)) return { text: words.notOpen(roundWords(name, text)) };
  return open(name, turn);
}

async function open(name: string, turn: Turn): Promise<Message> {
  const { db, person, text, today } = turn;
  const term = termOf(asOfDay(name));
  const refusal = refuseOpening(name, today, (await findPledges(db, term)).length);
  if (refusal) return { text: text.pledge.review.refusals[refusal] };
  const by = { actor: person.userId, at: turn.now() };
  const { round } = await insertRound(db, { name, term }, await answerers(turn), by);
  const asked = await ask(round, turn);
  return withLine(await showRound(round, turn), text.pledge.review.asked(String(asked)));
}

function withLine(message: Message, line: string): Message {
  return { text: `${line}\n${message.text}`, blocks: [section(line), ...(message.blocks ?? [])] };
}

async function showRound(round: Round, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
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
  const when = round.closedAt && momentIn(turn, text)(round.closedAt);
  return frozenRoundMessage({ round, result: resultOf(answers), comparison, who, when }, text);
}

async function publish(round: Round | null, typed: string, { db, person, text, today, now }: Turn): Promise<Message> {
  const words = text.pledge.review;
  if (!isManager(person)) return { text: text.access.notManager };
  if (!round) return { text: words.notFound };
  const day = parseDay(typed, { today, towards: 'past' });
  if (!day) return { text: words.publishUsage };
  const refusal = refusePublishing(round, day, today);
  if (refusal) return { text: words.publishRefusals[refusal] };
  await publishRound(db, round, day, { actor: person.userId, at: now() });
  return { text: words.publishedNow(roundWords(round.name, text), day) };
}

async function askAgain(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const round = await findRoundById(db, id);
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  if (round?.state !== 'open') return { text: text.pledge.review.closedBefore, below: true };
  await assignUnasked(db, round.id, await answerers(turn), { actor: person.userId, at: turn.now() });
  const asked = await ask(round, turn);
  return withLine(await showRound(round, turn), text.pledge.review.asked(String(asked)));
}

async function close(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text, today, config } = turn;
  const words = text.pledge.review;
  if (!isManager(person)) return { text: text.access.notManager, below: true };
  const frozen = await freezeRound(db, id, {
    actor: person.userId,
    at: turn.now(),
    due: addDays(today, MEETING_DAYS),
    followupTitle: (answer) => textFor(config.language).pledge.review.followupTitle(answer.name, answer.title),
  });
  if ('refusal' in frozen) {
    return { text: frozen.refusal === 'gone' ? words.notFound : words.closedBefore, below: true };
  }
  const { round, applied, kept, followups } = frozen;
  const line = [
    words.closed(roundWords(round.name, text), String(applied), String(followups)),
    ...(kept > 0 ? [words.keptNewer(String(kept))] : []),
  ].join(' ');
  await turn.tell(withLine(await showRound(round, turn), line), 'in_place');
  for (const userId of await findRequests(db, round.id)) await refreshRequest(round, userId, turn);
  return null;
}

export const reviewing: Heard[] = [
  press(ROUND_SHOW, Words, async (turn) => {
    const round = await findRound(turn.db, turn.pressed);
    return round ? showRound(round, turn) : { text: turn.text.pledge.review.notFound };
  }),
  press(REVIEW_ASK, Id, (turn) => askAgain(turn.pressed, turn), 'in_place'),
  press(REVIEW_CLOSE, Id, (turn) => close(turn.pressed, turn), 'in_place'),
];
