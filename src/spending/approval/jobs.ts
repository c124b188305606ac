import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import { todayIn } from '../../korean/days.ts';
import { findSent } from '../../outbox/store.ts';
import { updateSent } from '../../outbox/update.ts';
import { findPerson } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { findExpense } from '../expense/store.ts';
import { findAround } from './around.ts';
import { callAboutWaiting } from './calling/jobs.ts';
import { findProgress, findRequest } from './compose.ts';
import {
  findAllAsked,
  findAsking,
  findStaleMessages,
  findStaleProgress,
  markDrawn,
  markSettled,
  NOTICE,
  progressKey,
  putRequests,
  type Stale,
} from './message/store.ts';
import { findLacking } from './missing.ts';
import { askedOf } from './rules.ts';
import { findAllWaiting, findApproval, findOffice } from './store.ts';
import { endedMessage, noticeMessage } from './views.ts';

/** Asks whoever may decide by now and was not asked: what lacked evidence, the deputy of someone whose days away have begun, a new manager. */
export async function askLate(deps: Deps): Promise<void> {
  const today = todayIn(deps.config.timezone, deps.now());
  const waiting = await findAllWaiting(deps.db);
  if (waiting.length === 0) return;
  const office = await findOffice(deps.db, today);
  const held = waiting.flatMap(({ expense, approval }) => (approval.outAt === null ? [expense.id] : []));
  const lacking = await findLacking(deps.db, held);
  const allAsked = await findAllAsked(deps.db);
  for (const it of waiting) {
    const { expense, approval } = it;
    if (lacking.has(expense.id)) continue;
    const asked = allAsked.get(expense.id) ?? [];
    const { people } = askedOf(it, office);
    if (approval.outAt !== null && people.length > 0 && people.every(({ userId }) => asked.includes(userId))) continue;
    await deps.db.transaction().execute((db) => putRequests(db, expense.id, { at: deps.now(), today }));
  }
}

/** Lets what asks about one spend say what is true now: its evidence and its budget may have changed, though it has not. What lacked evidence may go out. */
export async function refresh(deps: Deps, client: webApi.WebClient, expenseId: number): Promise<void> {
  const by = { at: deps.now(), today: todayIn(deps.config.timezone, deps.now()) };
  await deps.db.transaction().execute((db) => putRequests(db, expenseId, by));
  await redraw(deps, client, expenseId);
  const expense = await findExpense(deps.db, expenseId);
  const approval = expense?.approval === 'waiting' ? await findApproval(deps.db, expenseId) : null;
  if (!expense || !approval) return;
  for (const { userId, key } of await findAsking(deps.db, approval)) {
    const reader = await findPerson(deps.db, userId);
    const text = textFor(reader?.language ?? deps.config.language);
    const message = await findRequest({ expense, approval }, userId, text, deps);
    if (message && (await findSent(deps.db, key))) await updateSent(deps, client, key, message);
  }
}

/** Brings the messages about approvals up to what has happened since they were written: of one spend, or all. */
export async function redraw(deps: Deps, client: webApi.WebClient, expenseId?: number): Promise<void> {
  for (const stale of await findStaleMessages(deps.db, expenseId)) await settleMessage(stale, deps, client);
  for (const id of await findStaleProgress(deps.db, expenseId)) {
    const expense = await findExpense(deps.db, id);
    const approval = await findApproval(deps.db, id);
    if (!expense || !approval) continue;
    const message = await findProgress({ expense, approval }, deps);
    if (message) await updateSent(deps, client, progressKey(id), message);
    await markDrawn(deps.db, approval);
  }
}

async function settleMessage({ key, kind, expenseId, version, userId }: Stale, deps: Deps, client: webApi.WebClient) {
  const expense = await findExpense(deps.db, expenseId);
  const approval = await findApproval(deps.db, expenseId);
  const event = approval?.events.find((it) => it.version === version + 1);
  if (!expense || !approval || !event) return;
  const reader = await findPerson(deps.db, userId);
  const text = textFor(reader?.language ?? deps.config.language);
  const subject = { expense, approval };
  const around = await findAround(subject, text, deps);
  const own = approval.events.find((it) => it.version === version);
  const message =
    kind === NOTICE && own ? noticeMessage(expense, own, around, event) : endedMessage(subject, event, around);
  await updateSent(deps, client, key, message);
  await markSettled(deps.db, key);
}

/** What the timetable does about approvals. */
export async function keepApprovals(deps: Deps, client: webApi.WebClient): Promise<void> {
  await askLate(deps);
  await callAboutWaiting(deps);
  await redraw(deps, client);
}
