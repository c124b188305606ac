import type { Selectable } from 'kysely';
import type { Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import { findGone } from '../../people/accounts/store.ts';
import { insertHistory } from '../../people/history/store.ts';
import { findOfficeSettings } from '../../people/settings/store.ts';
import { findPeople } from '../../people/store.ts';
import type { Person } from '../../vocabulary/person.ts';
import { findBudgets } from '../budget/store.ts';
import type { Expense } from '../expense/rules.ts';
import { toExpense } from '../expense/stored.ts';
import { balanceOf, statusOf } from '../ledger/rules.ts';
import { findTotals } from '../ledger/store.ts';
import { findAway } from './away/store.ts';
import { type Approval, type Balance, type Event, type Office, rightOf } from './rules.ts';

export async function findApproval(db: Database, expenseId: number): Promise<Approval | null> {
  const row = await db.selectFrom('approval').selectAll().where('expense_id', '=', expenseId).executeTakeFirst();
  if (!row) return null;
  const events = db.selectFrom('approval_event').selectAll().where('expense_id', '=', expenseId).orderBy('version');
  return toApproval(row, await events.execute());
}

const toApproval = (row: Selectable<Schema['approval']>, events: Selectable<Schema['approval_event']>[]): Approval => ({
  expenseId: row.expense_id,
  steps: row.steps,
  agreement: row.agreement === 1,
  version: row.version,
  askedBy: row.asked_by,
  outAt: row.out_at === null ? null : new Date(row.out_at),
  called: row.called,
  events: events.map((event) => ({
    version: event.version,
    action: event.action as Event['action'],
    actor: event.actor,
    deputyFor: event.deputy_for,
    words: event.words,
    at: new Date(event.at),
  })),
});

/** The people who may be asked to decide, and who of them is away. */
export async function findOffice(db: Database, today: string): Promise<Office> {
  const { accounting } = await findOfficeSettings(db);
  const people = await findPeople(db);
  return { people, away: await findAway(db, today), today, accounting, gone: await findGone(db, people) };
}

/** What its account has left, the spend included. */
export async function findBalance(
  db: Database,
  { year, account }: Pick<Expense, 'year' | 'account'>,
): Promise<Balance> {
  const status = statusOf(year, await findTotals(db), await findBudgets(db, year), { rows: 0, won: 0 });
  const own = balanceOf(status, account);
  const whole = own?.budget == null && status.budget !== null;
  const line = whole ? status : own;
  return { balance: line?.balance ?? null, rate: line?.rate ?? null, whole };
}

export type Waiting = { expense: Expense; approval: Approval };

/** What is out and waits for this person's decision now, their own or as somebody's deputy; the oldest first. */
export async function findWaitingFor(db: Database, person: Pick<Person, 'userId'>, today: string): Promise<Waiting[]> {
  const office = await findOffice(db, today);
  const waiting = await findInState(db, ['waiting'], null);
  return waiting.filter(
    (asked) => asked.approval.outAt !== null && !('refusal' in rightOf(person.userId, asked, office)),
  );
}

export async function countWaitingFor(db: Database, person: Pick<Person, 'userId'>, today: string): Promise<number> {
  return (await findWaitingFor(db, person, today)).length;
}

/** What this person asked for and is not settled: waiting, or theirs to mend. */
export const findAskedBy = (db: Database, person: Pick<Person, 'userId'>): Promise<Waiting[]> =>
  findInState(db, ['waiting', 'changes', 'refused'], person.userId);

export const findAllWaiting = (db: Database): Promise<Waiting[]> => findInState(db, ['waiting'], null);

/** Three queries, however many there are: the timetable looks every few seconds. */
async function findInState(db: Database, states: readonly string[], createdBy: string | null): Promise<Waiting[]> {
  const such = db
    .selectFrom('expense')
    .where('approval', 'in', states)
    .where('voided_at', 'is', null)
    .$if(createdBy !== null, (query) => query.where('created_by', '=', createdBy ?? ''));
  const rows = await such.selectAll().orderBy('id').execute();
  if (rows.length === 0) return [];
  const approvals = await db.selectFrom('approval').selectAll().where('expense_id', 'in', such.select('id')).execute();
  const events = await db
    .selectFrom('approval_event')
    .selectAll()
    .where('expense_id', 'in', such.select('id'))
    .orderBy('version')
    .execute();
  const byExpense = new Map(approvals.map((row) => [row.expense_id, row]));
  const eventsOf = Map.groupBy(events, (event) => event.expense_id);
  return rows.flatMap((row) => {
    const approval = byExpense.get(row.id);
    return approval ? [{ expense: toExpense(row), approval: toApproval(approval, eventsOf.get(row.id) ?? []) }] : [];
  });
}

export async function putState(db: Database, { id }: Expense, state: Expense['approval']): Promise<void> {
  await db.updateTable('expense').set({ approval: state }).where('id', '=', id).execute();
}

/** A step of the way, in the trail of the spend and in the history. */
export async function putEvent(db: Database, expense: Expense, event: Event): Promise<void> {
  const { version, action, actor, deputyFor, words, at } = event;
  await db
    .insertInto('approval_event')
    .values({ expense_id: expense.id, version, action, actor, deputy_for: deputyFor, words, at: at.toISOString() })
    .execute();
  const after = { state: action, step: version, deputyFor };
  const change = { actor, at, noun: 'approval', record: String(expense.id), action, reason: words };
  await insertHistory(db, { ...change, before: { state: expense.approval }, after });
}
