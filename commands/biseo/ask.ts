import type { types } from '@slack/bolt';
import { findBefore, putBefore } from '../../src/ask/before/store.ts';
import { listOf } from '../../src/ask/onward.ts';
import type { Query } from '../../src/ask/query.ts';
import { ASK_AGAIN, answerLines, answerMessage, notUnderstoodMessage, suggestionsFor } from '../../src/ask/views.ts';
import { menuButton } from '../../src/desk/menu/buttons.ts';
import { menuMessage } from '../../src/desk/menu/views.ts';
import { readable } from '../../src/people/mentions.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';
import { belowOwed } from '../followup/list.ts';

/** What reads and answers questions is loaded with the first of them: its words are a tenth of what the app would start with. */
const asking = async () => ({ ...(await import('../../src/ask/ask.ts')), ...(await import('../../src/ask/names.ts')) });

/** The answer to a question; what was not understood is asked back, and null where `orElse` has something better to say. */
export async function answerQuestion(
  typed: string,
  turn: Turn,
  orElse?: () => Answer | Promise<Answer>,
): Promise<Answer> {
  const { db, today, person, text } = turn;
  const { ask, findCalled } = await asking();
  const before = await findBefore(db, person.userId, turn.now());
  const said = await ask(db, await readable(db, typed), { today, userId: person.userId, before });
  if (!('answer' in said)) {
    if (orElse) return orElse();
    return notUnderstoodMessage(said.unknown, suggestionsFor(said.noun ? [said.noun] : said.asked, text), text);
  }
  const { answer, corrected } = said;
  await putBefore(db, person.userId, answer.query, turn.now());
  const lines = answerLines(answer, corrected, text, today, await findCalled(db, answer.query));
  const [only, ...others] = answer.rows.flatMap(({ record }) => record ?? []);
  const list = listOf(answer.query, text);
  const more: types.Button[] = [
    ...(only && others.length === 0 ? [menuButton('record', text.ask.show, only)] : []),
    ...(list ? [menuButton(list.lookup, text.ask.toList, list.words || ' ')] : []),
  ];
  const message = answerMessage(lines, more);
  return isToDo(answer.query) ? belowOwed(message, turn) : message;
}

/** `내가 할 일`: what somebody still owes. */
const isToDo = ({ noun, scope, filters }: Query): boolean =>
  noun === 'followup' && scope === 'mine' && filters.state !== undefined;

/** Questions that are offered as buttons. */
export const suggestedQuestions: Heard[] = [0, 1, 2, 3, 4].map((i) =>
  press(`${ASK_AGAIN}_${i}`, Words, (turn) => answerQuestion(turn.pressed, turn)),
);

/** `/비서 올해 얼마 썼어?`; a single word that says nothing gets the menu. */
export const askTyped = (turn: Typed): Promise<Answer> =>
  answerQuestion(turn.typed, turn, turn.typed.includes(' ') ? undefined : () => showMenu(turn));

/** All that can be done, and twenty questions about what is here. */
export async function showMenu(turn: Turn): Promise<Message> {
  const { examplesFor } = await import('../../src/ask/examples/examples.ts');
  return menuMessage(turn.person, await examplesFor(turn.db, turn), turn.text);
}
