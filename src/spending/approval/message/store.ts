import type { Database } from '../../../base/db/database.ts';
import { putEntries } from '../../../outbox/store.ts';
import { findPeople } from '../../../people/store.ts';
import { findExpense } from '../../expense/store.ts';
import { type Approval, askedOf } from '../rules.ts';
import { findApproval, findOffice } from '../store.ts';

export const REQUEST = 'approval_request';
export const PROGRESS = 'approval_progress';
export const NOTICE = 'approval_notice';
export const STUCK = 'approval_stuck';
export const requestKey = (expenseId: number, version: number, userId: string): string =>
  `approval:E${expenseId}:v${version}:${userId}`;
export const progressKey = (expenseId: number): string => `approval_progress:E${expenseId}`;

/** Asks whoever may decide now and was not asked yet: also when someone goes away, or becomes a manager. */
export async function putRequests(
  db: Database,
  expenseId: number,
  { at, today }: { at: Date; today: string },
): Promise<void> {
  const expense = await findExpense(db, expenseId);
  const approval = await findApproval(db, expenseId);
  if (!expense || !approval || expense.voided || expense.approval !== 'waiting') return;
  const { version } = approval;
  const { people } = askedOf({ expense, approval }, await findOffice(db, today));
  const subject = { expenseId, version };
  for (const { userId } of people) {
    await putMessage(db, { key: requestKey(expenseId, version, userId), kind: REQUEST, userId, subject }, at);
  }
  if (people.length > 0) return;
  const administrators = (await findPeople(db)).filter(({ role }) => role === 'administrator');
  const stuck = administrators.map(({ userId }) => {
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
): Promise<void> {
  await db
    .insertInto('approval_message')
    .values({ key, kind, expense_id: subject.expenseId, version: subject.version, user_id: userId, settled: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await putEntries(db, [{ key, kind, recipient: userId, subject, dueAt: at, expiresAt: null }], at);
}

type Subject = { expenseId: number; version: number };

/** Who was asked about a spend as it stands. */
export async function findAsked(db: Database, { expenseId, version }: Approval): Promise<string[]> {
  const rows = await db
    .selectFrom('approval_message')
    .select('user_id')
    .where('expense_id', '=', expenseId)
    .where('version', '=', version)
    .where('kind', '=', REQUEST)
    .execute();
  return rows.map((row) => row.user_id);
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

/** Spends whose message to the spender is written and shows an earlier step. */
export async function findStaleProgress(db: Database, expenseId?: number): Promise<number[]> {
  const rows = await db
    .selectFrom('approval')
    .select('expense_id')
    .where('drawn', '>', 0)
    .whereRef('drawn', '<', 'version')
    .$if(expenseId !== undefined, (query) => query.where('expense_id', '=', expenseId ?? 0))
    .execute();
  return rows.map((row) => row.expense_id);
}

export async function markDrawn(db: Database, { expenseId, version }: Approval): Promise<void> {
  await db.updateTable('approval').set({ drawn: version }).where('expense_id', '=', expenseId).execute();
}
