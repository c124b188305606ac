import { type Message, plainMessage } from '../../slack/privately.ts';
import type { Turn } from '../../slack/turn.ts';
import type { Decision } from '../../vocabulary/approval.ts';
import { findExpense } from '../expense/store.ts';
import { findAround } from './around.ts';
import { findRequest } from './compose.ts';
import type { Seen } from './form.ts';
import { rightOf } from './rules.ts';
import { decideApproval } from './step/store.ts';
import { findApproval, findOffice } from './store.ts';
import { endedMessage } from './views.ts';
import { missingWords } from './words.ts';

/** The request as this person may decide on it now, or why they may not. */
export async function requestOf(id: number, turn: Turn): Promise<Message> {
  const { db, person, text } = turn;
  const expense = await findExpense(db, id);
  const approval = await findApproval(db, id);
  if (!expense || !approval) return { text: text.approval.refusals.gone };
  const request = await findRequest({ expense, approval }, person.userId, text, turn);
  if (request) return request;
  const refusal = await mayNot({ id, version: approval.version }, turn);
  if (refusal) return plainMessage(refusal);
  const event = approval.events.at(-1);
  return event
    ? endedMessage({ expense, approval }, event, await findAround({ expense, approval }, text, turn))
    : { text: text.approval.refusals.gone };
}

/** Why this person can't decide on a spend that waits; null when they can, or when it no longer waits. */
export async function mayNot({ id, version }: Seen, { db, person, text, today }: Turn): Promise<string | null> {
  const expense = await findExpense(db, id);
  const approval = await findApproval(db, id);
  if (!expense || !approval) return text.approval.refusals.gone;
  if (approval.version !== version || expense.approval !== 'waiting' || expense.voided) return null;
  const right = rightOf(person.userId, { expense, approval }, await findOffice(db, today));
  return 'refusal' in right ? text.approval.refusals[right.refusal] : null;
}

type Came = { ended: Message } | { refused: string } | { over: true };

/** Decides, and says what came of it: the request as it stands then, decided by this person or before them. */
export async function decide(
  seen: Seen,
  decision: { decision: Decision; words: string | null; over?: boolean },
  turn: Turn,
): Promise<Came> {
  const { db, person, text, today } = turn;
  const came = await decideApproval(db, seen, decision, { actor: person.userId, at: turn.now(), today });
  if ('refusal' in came) {
    if (came.refusal === 'over') return { over: true };
    if (came.refusal === 'lacking')
      return { refused: text.approval.lacking(missingWords(came.lacking, text).join(' · ')) };
    if (came.refusal !== 'settled') return { refused: text.approval.refusals[came.refusal] };
    return { ended: await settledMessage(came, came.event, turn) };
  }
  const event = came.approval.events.find((it) => it.version === seen.version + 1);
  if (!event) return { refused: text.approval.refusals.gone };
  return { ended: endedMessage(came, event, await findAround(came, text, turn)) };
}

/** Tells the second of two what the first one did. */
export async function settledMessage(
  subject: Parameters<typeof endedMessage>[0],
  event: Parameters<typeof endedMessage>[1],
  turn: Turn,
): Promise<Message> {
  const { text } = turn;
  return endedMessage(subject, event, await findAround(subject, text, turn), text.approval.settledBefore);
}
