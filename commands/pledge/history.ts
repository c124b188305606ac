import { isManager } from '../../src/people/rules.ts';
import { EVALUATION, evaluationForm } from '../../src/pledge/evaluations/form.ts';
import { draftEvaluation, formOf } from '../../src/pledge/evaluations/rules.ts';
import { draftedOf, findEvaluation, findEvaluations, putEvaluation } from '../../src/pledge/evaluations/store.ts';
import {
  changedEvaluation,
  EVALUATION_EDIT,
  EVALUATION_NEW,
  HISTORY_PAGE,
  type HistoryItem,
  historyMessage,
  savedMessage,
} from '../../src/pledge/evaluations/views.ts';
import { resultOf } from '../../src/pledge/reviews/rules.ts';
import { findAnswers, findRounds } from '../../src/pledge/reviews/store.ts';
import { PLEDGE_HISTORY } from '../../src/pledge/views.ts';
import { besideOthers, type Editing, overtaken } from '../../src/register/overtaken.ts';
import { type Heard, Id, pages, press, submission, Words } from '../../src/slack/command.ts';
import { type Outcome, refuse, refuseFields } from '../../src/slack/outcome.ts';
import type { Message } from '../../src/slack/privately.ts';
import type { Answer, Submitted, Turn } from '../../src/slack/turn.ts';

/** Outside evaluations; managers keep them. */
export const evaluating: Heard[] = [
  press(PLEDGE_HISTORY, Words, (turn) => showHistory(0, turn)),
  ...pages(HISTORY_PAGE, (turn) => showHistory(turn.offset, turn)),
  press(EVALUATION_NEW, Words, openEvaluation),
  press(EVALUATION_EDIT, Id, (turn) => openEdit(turn.pressed, turn)),
  submission(EVALUATION, save),
];

/** Our own half-yearly evaluations and the outside ones, newest first. */
export async function showHistory(offset: number, { db, person, text }: Turn): Promise<Message> {
  const items: HistoryItem[] = [];
  for (const round of await findRounds(db)) {
    const result = round.state === 'frozen' ? resultOf(await findAnswers(db, round.id)) : null;
    items.push({ kind: 'round', at: round.publishedOn ?? round.asOf, round, result });
  }
  for (const evaluation of await findEvaluations(db)) {
    items.push({ kind: 'evaluation', at: evaluation.announcedOn ?? `${evaluation.year}-12-31`, evaluation });
  }
  items.sort((a, b) => b.at.localeCompare(a.at));
  return historyMessage(items, offset, isManager(person), text);
}

export function openEvaluation(turn: Turn): Answer | Promise<Answer> {
  if (!isManager(turn.person)) return { text: turn.text.access.notManager };
  return turn.open(evaluationForm(formOf(null), null, turn.text), { press: EVALUATION_NEW });
}

async function openEdit(id: number, turn: Turn): Promise<Answer> {
  const { db, person, text } = turn;
  const evaluation = await findEvaluation(db, id);
  if (!evaluation) return { text: text.pledge.review.notFound };
  if (!isManager(person)) return { text: text.access.notManager };
  const editing = { id, version: evaluation.version };
  return turn.open(evaluationForm(formOf(evaluation), editing, text), { press: EVALUATION_EDIT, value: String(id) });
}

type Known = { editing?: Editing | undefined };

async function save({ values, metadata, key, ...turn }: Submitted<typeof EVALUATION.empty, Known>): Promise<Outcome> {
  const { db, person, text, today } = turn;
  const { editing } = metadata;
  const words = text.pledge.evaluation;
  if (!isManager(person)) return refuse(text.access.notManager, 'year');
  const drafted = draftEvaluation(values, today);
  if ('refusals' in drafted) return refuseFields(drafted.refusals, words.form.refusals);
  const before = editing ? await findEvaluation(db, editing.id) : null;
  const changed = changedEvaluation(text);
  const evaluation =
    editing && before
      ? await besideOthers(changed, editing, { typed: drafted.evaluation, now: draftedOf(before) }, db)
      : drafted.evaluation;
  const by = { actor: person.userId, at: turn.now(), formKey: key };
  const saved = await putEvaluation(db, evaluation, editing ?? null, by);
  if (!saved) return refuse(text.pledge.review.notFound, 'year');
  if (!('refusal' in saved)) {
    const done = words.saved(evaluation.year, evaluation.grade);
    return { done, say: savedMessage(done, saved.record.id, text) };
  }
  if (saved.refusal === 'exists' || !editing) return refuse(words.form.exists, 'year');
  return overtaken(changed, editing, saved.record.version, turn);
}
