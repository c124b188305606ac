import { isManager } from '../../people/rules.ts';
import { findNames } from '../../people/store.ts';
import { section } from '../../slack/blocks.ts';
import type { Message } from '../../slack/privately.ts';
import type { Turn } from '../../slack/turn.ts';
import { momentIn } from '../compose.ts';
import { compare, type Round, resultOf, standing, tallyOf } from './rules.ts';
import { findAnswers, findRoundBefore } from './store.ts';
import { frozenRoundMessage, openRoundMessage } from './views.ts';

/** A message under a sentence on what was just done. */
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
