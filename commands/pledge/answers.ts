import { z } from 'zod';
import { atOnce } from '../../src/base/db/database.ts';
import { isManager } from '../../src/people/rules.ts';
import { updateForm } from '../../src/pledge/form.ts';
import { refreshRequest } from '../../src/pledge/reviews/asking.ts';
import { MOST_SAME, SAME, type Same, sameForm } from '../../src/pledge/reviews/form.ts';
import { isAnswered } from '../../src/pledge/reviews/rules.ts';
import { findLastSources } from '../../src/pledge/reviews/same/store.ts';
import { findAnswers, findRoundById, putAnswer } from '../../src/pledge/reviews/store.ts';
import { REVIEW_ANSWER, REVIEW_PAGE, REVIEW_SAME, requestMessage } from '../../src/pledge/reviews/views.ts';
import { draftUpdate, formOf, pledgeName, type Update } from '../../src/pledge/rules.ts';
import { type EvidenceFile, findPledge } from '../../src/pledge/store.ts';
import { doneMessage } from '../../src/pledge/views.ts';
import { statusWords } from '../../src/pledge/words.ts';
import { type Heard, Id, jsonOf, pages, press, submission } from '../../src/slack/command.ts';
import { type Outcome, refuse } from '../../src/slack/outcome.ts';
import type { Answer, Paged, Pressed, Submitted, Turn } from '../../src/slack/turn.ts';

const Asked = z.object({ roundId: z.number(), pledgeId: z.number() });

/** The buttons of what somebody is asked with. */
export const answering: Heard[] = [
  press(REVIEW_ANSWER, jsonOf(Asked), open),
  ...pages(REVIEW_PAGE, page),
  press(REVIEW_SAME, Id, (turn) => openSame(turn.pressed, turn)),
  submission(SAME, keepSame),
];

/** What one person is still to answer and what can stay as it is, each with what it rested on last. */
async function openSame(roundId: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const words = text.pledge.review;
  const round = await findRoundById(db, roundId);
  if (!round) return { text: words.notFound };
  if (round.state !== 'open') return { text: words[round.state === 'frozen' ? 'closedBefore' : 'cancelledLead'] };
  const own = (await findAnswers(db, roundId)).filter((it) => it.asked === person.userId && !isAnswered(it));
  const found = await Promise.all(own.map((it) => findPledge(db, it.pledgeId)));
  const same = found.filter((it) => it !== null && !it.voided && it.status !== null && it.progress !== null);
  if (same.length === 0) return { text: words.same.none };
  const shown = same.filter((it) => it !== null).slice(0, MOST_SAME);
  const sources = await findLastSources(
    db,
    shown.map(({ id }) => id),
  );
  const rows = shown.map((pledge) => ({ pledge, source: sources.get(pledge.id) ?? null }));
  return turn.open(sameForm(roundId, rows, same.length - shown.length, text), {
    press: REVIEW_SAME,
    value: String(roundId),
  });
}

/** Keeps them together or not at all; what is wrong is named at its field. */
async function keepSame({ values, metadata, key, ...turn }: Submitted<typeof SAME.empty, Same>): Promise<Outcome> {
  const { db, person, text } = turn;
  const words = text.pledge.review;
  const round = await findRoundById(db, metadata.roundId);
  if (!round) return refuse(words.notFound);
  const answers = await findAnswers(db, round.id);
  const errors: Record<string, string> = {};
  const same: { pledgeId: number; version: number; update: Update }[] = [];
  for (const [i, { id, version }] of metadata.pledges.entries()) {
    const field = `source_${i}`;
    const source = values[field] ?? '';
    if (source.trim() === '') continue;
    const pledge = await findPledge(db, id);
    const { asked } = answers.find(({ pledgeId }) => pledgeId === id) ?? { asked: null };
    const drafted = pledge && draftUpdate({ ...formOf(pledge), source }, pledge);
    if (asked !== person.userId) errors[field] = words.notYours;
    else if (!pledge || pledge.version !== version) errors[field] = words.same.changed;
    else if (drafted && 'update' in drafted) same.push({ pledgeId: id, version, update: drafted.update });
    else errors[field] = text.pledge.form.refusals[drafted?.refusals.source ?? 'not_evidence'];
  }
  if (Object.keys(errors).length > 0) return { errors };
  if (same.length === 0) return refuse(words.same.empty);
  const by = { actor: person.userId, at: turn.now(), formKey: key, files: [] };
  const kept = await atOnce(db, async (db) => {
    const all = [];
    for (const { update, ...it } of same) all.push(await putAnswer(db, { roundId: round.id, ...it }, update, by));
    return all;
  });
  if (kept.includes('frozen')) return refuse(words.closedBefore);
  return { done: words.same.done(String(same.length)), after: () => refreshRequest(round, person.userId, turn) };
}

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
  if (round.state !== 'open') return { text: words[round.state === 'frozen' ? 'closedBefore' : 'cancelledLead'] };
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
