import { isManager } from '../../src/people/rules.ts';
import { findNames } from '../../src/people/store.ts';
import { momentIn } from '../../src/pledge/compose.ts';
import { compare, type Round, resultOf, standing, tallyOf } from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findRoundBefore } from '../../src/pledge/reviews/store.ts';
import { frozenRoundMessage, openRoundMessage } from '../../src/pledge/reviews/views.ts';
import { section } from '../../src/slack/blocks.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Turn } from '../../src/slack/turn.ts';

export function withLine(message: Message, line: string): Message {
  return { text: `${line}\n${message.text}`, blocks: [section(line), ...(message.blocks ?? [])] };
}

/** How a round goes, or what came of it. */
export async function showRound(round: Round, turn: Turn): Promise<Message> {
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
