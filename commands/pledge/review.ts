import { isManager } from '../../src/people/rules.ts';
import { ROUND_SHOW } from '../../src/pledge/evaluations/views.ts';
import { answerers, ask } from '../../src/pledge/reviews/asking.ts';
import { showRound, withLine } from '../../src/pledge/reviews/page.ts';
import { readRoundName } from '../../src/pledge/reviews/rules.ts';
import { assignUnasked, findRound, findRoundById, findRounds } from '../../src/pledge/reviews/store.ts';
import { REVIEW_ASK, roundWords } from '../../src/pledge/reviews/views.ts';
import { type Heard, Id, press, Words } from '../../src/slack/command.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { askToOpen, publishTyped, roundEnds } from './round.ts';

const PUBLISH = new Set(['publish', 'published', '공개']);

/**
 * `2016-h1` asks whether to open the round (managers), or shows how it goes or what came of it; `2016-h1 공개 2016-10-28` notes when
 * it was published. Without a name: the newest round.
 */
export async function reviewTyped(turn: Typed): Promise<Answer> {
  const { typed, db, person, text } = turn;
  const words = text.pledge.review;
  if (typed === '') {
    const newest = (await findRounds(db)).find(({ state }) => state !== 'cancelled');
    return newest ? showRound(newest, turn) : { text: words.usage };
  }
  const tokens = typed.split(' ');
  const verb = tokens.findIndex((token) => PUBLISH.has(token.toLowerCase()));
  const name = readRoundName((verb < 0 ? tokens : tokens.slice(0, verb)).join(' '));
  if (!name) return { text: words.usage };
  const round = await findRound(db, name);
  if (verb >= 0) return publishTyped(round, tokens.slice(verb + 1).join(' '), turn);
  if (round) return showRound(round, turn);
  if (!isManager(person)) return { text: words.notOpen(roundWords(name, text)) };
  return askToOpen(name, turn);
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

export const reviewing: Heard[] = [
  press(ROUND_SHOW, Words, async (turn) => {
    const round = await findRound(turn.db, turn.pressed);
    return round ? showRound(round, turn) : { text: turn.text.pledge.review.notFound };
  }),
  press(REVIEW_ASK, Id, (turn) => askAgain(turn.pressed, turn), 'in_place'),
  ...roundEnds,
];
