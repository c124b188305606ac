import { makeFile } from '../../src/documents/file.ts';
import { FORMATS } from '../../src/documents/model.ts';
import { mayWork } from '../../src/followup/rules.ts';
import { composeAnswer, handIn, type Answer as Made } from '../../src/report/answers/answer.ts';
import { readAsked } from '../../src/report/answers/ask.ts';
import { ANSWER_HAND_IN, answerMessage } from '../../src/report/answers/views.ts';
import { ORGANISATION } from '../../src/report/report.ts';
import { type Heard, press, Words } from '../../src/slack/command.ts';
import { type Message, plainMessage } from '../../src/slack/privately.ts';
import { sendFile } from '../../src/slack/send-file.ts';
import type { Answer, Turn, Typed } from '../../src/slack/turn.ts';

export const answering: Heard[] = [press(ANSWER_HAND_IN, Words, (turn) => handInTyped(turn.pressed, turn), 'in_place')];

/** `업무추진비 2014~2016 F12`: the answer to a demand for documents, as three files by direct message. */
export async function answerDemand(turn: Typed): Promise<Answer> {
  const made = await compose(turn.typed, turn);
  if ('text' in made) return made;
  const { text, log } = turn;
  await turn.tell(answerMessage(made, turn.typed, text));
  try {
    for (const format of FORMATS) {
      const { bytes } = await makeFile(made.document, format);
      await sendFile(turn, { name: `answer-${turn.today}.${format}`, bytes, said: made.title });
    }
  } catch (error) {
    log.error({ err: error }, 'An answer could not be made or sent.');
    return { text: text.report.fileFailed };
  }
  return null;
}

async function compose(typed: string, { db, config, text, today }: Turn): Promise<Made | Message> {
  const words = text.report.answer;
  const asked = readAsked(typed, today);
  if ('refusal' in asked) {
    return plainMessage(asked.refusal === 'elsewhere' ? words.elsewhere(asked.department) : words.noTopic);
  }
  const to = {
    requester: null,
    askedOn: null,
    today,
    asOf: asked.asOf ?? today,
    organisation: ORGANISATION,
    timezone: config.timezone,
  };
  const made = await composeAnswer(db, asked, to);
  return 'refusal' in made ? plainMessage(words.noFollowup) : made;
}

async function handInTyped(typed: string, turn: Turn): Promise<Answer> {
  const { db, person, text, today, now } = turn;
  const made = await compose(typed, turn);
  if ('text' in made) return made;
  const { followup, title } = made;
  if (!followup) return plainMessage(text.report.answer.noFollowup);
  if (!mayWork(person, followup)) return plainMessage(text.report.answer.notYours);
  if (followup.status === 'done') return plainMessage(text.report.answer.handed_in);
  const handed = await handIn(db, { followup, title }, { actor: person.userId, at: now(), today });
  return plainMessage(text.report.answer[handed]);
}
