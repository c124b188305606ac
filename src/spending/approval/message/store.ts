import type { Database } from '../../../base/db/database.ts';
import { putEntries } from '../../../outbox/store.ts';
import { findWhoSeesToIt } from '../../../people/accounts/store.ts';
import { findExpense } from '../../expense/store.ts';
import { findMissing } from '../missing.ts';
import { type Approval, askedOf } from '../rules.ts';
import { findApproval, findOffice } from '../store.ts';

export const REQUEST = 'approval_request';
export const PROGRESS = 'approval_progress';
export const NOTICE = 'approval_notice';
export const STUCK = 'approval_stuck';
export const CALL = 'approval_call';
export const requestKey = (expenseId: number, version: number, userId: string): string =>
  `approval:E${expenseId}:v${version}:${userId}`;
export const progressKey = (expenseId: number): string => `approval_progress:E${expenseId}`;

/**
 * Asks whoever may decide now and was not asked yet, once it can be approved: also when someone goes away, or becomes a manager. A
 * request that is out stays out.
 */
export async function putRequests(
  db: Database,
  expenseId: number,
  { at, today }: { at: Date; today: string },
): Promise<void> {
  const expense = await findExpense(db, expenseId);
  const approval = await findApproval(db, expenseId);
  if (!expense || !approval || expense.voided || expense.approval !== 'waiting') return;
  if (approval.outAt === null) {
    if ((await findMissing(db, expense)).length > 0) return;
    await db.updateTable('approval').set({ out_at: at.toISOString() }).where('expense_id', '=', expenseId).execute();
  }
  const { version } = approval;
  const { people } = askedOf({ expense, approval }, await findOffice(db, today));
  const subject = { expenseId, version };
  for (const { userId } of people) {
    await putMessage(db, { key: requestKey(expenseId, version, userId), kind: REQUEST, userId, subject }, at);
  }
  if (people.length > 0) return;
  const stuck = (await findWhoSeesToIt(db)).map(({ userId }) => {
    const key = `${STUCK}:E${expenseId}:v${version}:${userId}`;
    return { key, kind: STUCK, recipient: userId, subject, dueAt: at, expiresAt: null };
  });
  await putEntries(db, stuck, at);
}

/** A message that asks somebody to act, and is to say what became of it. */
export async function putMessage(
  db: Database,
  { key, kind, userId, subject }: { key: string; kind: string; userId: string; subject: Subject },
  at: Date,
  dueAt = at,
): Promise<void> {
  await db
    .insertInto('approval_message')
    .values({ key, kind, expense_id: subject.expenseId, version: subject.version, user_id: userId, settled: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await putEntries(db, [{ key, kind, recipient: userId, subject, dueAt, expiresAt: null }], at);
}

type Subject = { expenseId: number; version: number };

/** What asks for a decision on a spend as it stands: whom, and by which message. */
export async function findAsking(
  db: Database,
  { expenseId, version }: Approval,
): Promise<{ key: string; userId: string; kind: string }[]> {
  const rows = await db
    .selectFrom('approval_message')
    .select(['key', 'user_id', 'kind'])
    .where('expense_id', '=', expenseId)
    .where('version', '=', version)
    .where('kind', 'in', [REQUEST, CALL])
    .execute();
  return rows.map(({ key, user_id, kind }) => ({ key, userId: user_id, kind }));
}

/** Who was asked about a spend as it stands. */
export async function findAsked(db: Database, approval: Approval): Promise<string[]> {
  return [...new Set((await findAsking(db, approval)).map(({ userId }) => userId))];
}

/** The same of every request that is out, by its spend. */
export async function findAllAsked(db: Database): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('approval_message')
    .innerJoin('approval', (join) =>
      join
        .onRef('approval.expense_id', '=', 'approval_message.expense_id')
        .onRef('approval.version', '=', 'approval_message.version'),
    )
    .select(['approval_message.expense_id', 'user_id'])
    .where('kind', 'in', [REQUEST, CALL])
    .where('out_at', 'is not', null)
    .execute();
  const asked = Map.groupBy(rows, (row) => row.expense_id);
  return new Map([...asked].map(([id, these]) => [id, these.map(({ user_id }) => user_id)]));
}

export async function markCalled(db: Database, expenseId: number, called: number): Promise<void> {
  await db.updateTable('approval').set({ called }).where('expense_id', '=', expenseId).execute();
}

export type Stale = { key: string; kind: string; expenseId: number; version: number; userId: string };

/** Messages that were sent and still ask for something although it was done since; of one spend or of all. */
export async function findStaleMessages(db: Database, expenseId?: number): Promise<Stale[]> {
  const rows = await db
    .selectFrom('approval_message')
    .innerJoin('approval', 'approval.expense_id', 'approval_message.expense_id')
    .innerJoin('outbox', 'outbox.key', 'approval_message.key')
    .selectAll('approval_message')
    .where('settled', '=', 0)
    .where('outbox.state', '=', 'sent')
    .whereRef('approval.version', '>', 'approval_message.version')
    .$if(expenseId !== undefined, (query) => query.where('approval_message.expense_id', '=', expenseId ?? 0))
    .execute();
  return rows.map(({ key, kind, expense_id, version, user_id }) => {
    return { key, kind, expenseId: expense_id, version, userId: user_id };
  });
}

export async function markSettled(db: Database, key: string): Promise<void> {
  await db.updateTable('approval_message').set({ settled: 1 }).where('key', '=', key).execute();
}

/** Spends whose message to the spender is written and shows an earlier step, or does not say that the request is out. */
export async function findStaleProgress(db: Database, expenseId?: number): Promise<number[]> {
  const rows = await db
    .selectFrom('approval')
    .select('expense_id')
    .where('drawn', '>', 0)
    .where((eb) =>
      eb.or([eb('drawn', '<', eb.ref('version')), eb.and([eb('out_at', 'is not', null), eb('drawn_out', '=', 0)])]),
    )
    .$if(expenseId !== undefined, (query) => query.where('expense_id', '=', expenseId ?? 0))
    .execute();
  return rows.map((row) => row.expense_id);
}

export async function markDrawn(db: Database, { expenseId, version, outAt }: Approval): Promise<void> {
  const drawn = { drawn: version, drawn_out: outAt === null ? 0 : 1 };
  await db.updateTable('approval').set(drawn).where('expense_id', '=', expenseId).execute();
}
