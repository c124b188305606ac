import { z } from 'zod';
import { isManager } from '../../src/people/rules.ts';
import { updateForm } from '../../src/pledge/form.ts';
import { refreshRequest } from '../../src/pledge/reviews/asking.ts';
import { findAnswers, findRoundById, putAnswer } from '../../src/pledge/reviews/store.ts';
import { REVIEW_ANSWER, REVIEW_PAGE, requestMessage } from '../../src/pledge/reviews/views.ts';
import { formOf, pledgeName, type Update } from '../../src/pledge/rules.ts';
import { type EvidenceFile, findPledge } from '../../src/pledge/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { statusWords } from '../../src/pledge/words.ts';
import { type Heard, jsonOf, pages, press } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Paged, Pressed, Turn } from '../../src/slack/turn.ts';

const Asked = z.object({ roundId: z.number(), pledgeId: z.number() });

/** The buttons of what somebody is asked with. */
export const answering: Heard[] = [press(REVIEW_ANSWER, jsonOf(Asked), open), ...pages(REVIEW_PAGE, page)];

/** Keeps what the form of a round says, for the person who is asked or for a manager. */
export async function keepAnswer(
  update: Update,
  files: readonly EvidenceFile[],
  { id, version, roundId, key }: { id: number; version: number; roundId: number; key: string },
  turn: Turn,
): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.pledge.review;
  const round = await findRoundById(db, roundId);
  const answer = (await findAnswers(db, roundId)).find((it) => it.pledgeId === id);
  const pledge = await findPledge(db, id);
  if (!round || !answer || !pledge) return refuse(words.notFound, 'status');
  const { asked } = answer;
  if (asked !== person.userId && !isManager(person)) return refuse(words.notYours, 'status');
  const by = { actor: person.userId, at: turn.now(), formKey: key, files };
  const kept = await putAnswer(db, { roundId, pledgeId: id, version }, update, by);
  if (kept === 'frozen') return refuse(words.closedBefore, 'status');
  if (kept === 'gone') return refuse(words.notFound, 'status');
  const done = words.answered(pledgeName(pledge), statusWords(update.status, text), update.progress);
  const after = async () => asked && refreshRequest(round, asked, turn);
  return { done, say: doneMessage(done, pledge, text), after };
}

async function open(turn: Pressed<z.infer<typeof Asked>>): Promise<Answer> {
  const { db, person, text, pressed } = turn;
  const { roundId, pledgeId } = pressed;
  const words = text.pledge.review;
  const round = await findRoundById(db, roundId);
  const pledge = await findPledge(db, pledgeId);
  const answer = (await findAnswers(db, roundId)).find((it) => it.pledgeId === pledgeId);
  if (!round || !answer || !pledge) return { text: words.notFound };
  if (round.state === 'frozen') return { text: words.closedBefore };
  if (answer.asked !== person.userId && !isManager(person)) return { text: words.notYours };
  const { status, source, note } = answer;
  const given = answer.answeredBy ? { status, progress: String(answer.progress), source, note } : formOf(pledge);
  const again = { press: REVIEW_ANSWER, value: JSON.stringify(pressed) };
  return turn.open(updateForm(pledge, given, { roundId }, text), again);
}

async function page({ db, person, text, query, offset }: Paged): Promise<Answer> {
  const round = await findRoundById(db, Number(query));
  if (!round) return null;
  const own = (await findAnswers(db, round.id)).filter((answer) => answer.asked === person.userId);
  return requestMessage(round, own, offset, text);
}
