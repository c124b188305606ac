import type { Expression, ExpressionBuilder, Insertable, SqlBool } from 'kysely';
import { atOnce, type Database } from '../../base/db/database.ts';
import { holdsWord } from '../../base/db/like.ts';
import type { ExpenseRow } from '../../base/db/schema/spending.ts';
import type { Schema } from '../../base/db/schema.ts';
import { insertHistory } from '../../people/history/store.ts';
import { isState } from '../../vocabulary/approval.ts';
import { type Account, type Activity, isActivity, type Payment } from '../../vocabulary/expense.ts';
import { addTotals } from '../ledger/store.ts';
import { fingerprint } from './fingerprint.ts';
import type { Expense, Spend } from './rules.ts';
import { isCounted, stateAfterEdit } from './standing.ts';

export type By = { actor: string; at: Date };
export type Changed = { expense: Expense; before: Expense; again: boolean };
export type Receipt = { slackFileId: string; name: string };

/** What to list: all conditions hold at once. Months count as `year * 12 + month`, so that ranges may cross years. */
export type ExpenseFilter = {
  /** Accounting months, both included. */
  months?: { from: number; to: number };
  /** Days, both included: for a span that does not begin and end with a month. */
  days?: { from: string; to: string };
  account?: Account | null;
  createdBy?: string;
  /** Each must occur in place, address, purpose, people or category. */
  words?: readonly string[];
};

/** `count` is of all that are listed, `voided` and `refused` of those that no sum holds. */
export type Page = { expenses: Expense[]; count: number; voided: number; refused: number; won: number };

/**
 * Records a spend from a form. The same form sent again (a lost connection, a double press) finds its first record:
 * `again` is true then, and nothing is added.
 */
export async function insertEntered(
  db: Database,
  spend: Spend,
  entry: By & { formKey: string; receipts: readonly Receipt[]; heldRowId: number | null },
): Promise<{ expense: Expense; again: boolean } | { refusal: 'held_row_settled' }> {
  return atOnce(db, async (db) => {
    const first = await db.selectFrom('expense').selectAll().where('form_key', '=', entry.formKey).executeTakeFirst();
    if (first) return { expense: toExpense(first), again: true };
    if (entry.heldRowId !== null && !(await settleHeldRow(db, entry.heldRowId))) {
      return { refusal: 'held_row_settled' as const };
    }

    const print = fingerprint(spend);
    const same = await db
      .selectFrom('expense')
      .select((eb) => eb.fn.max('nth').as('nth'))
      .where('fingerprint', '=', print)
      .executeTakeFirst();
    const row = await db
      .insertInto('expense')
      .values({
        ...toRow(spend),
        flags: '',
        origin: 'form',
        import_id: null,
        line: null,
        fingerprint: print,
        nth: (same?.nth ?? 0) + 1,
        form_key: entry.formKey,
        created_by: entry.actor,
        created_at: entry.at.toISOString(),
        version: 1,
        voided_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const expense = toExpense(row);
    await addTotals(db, [{ ...spend, sign: 1 }]);
    await insertReceipts(db, expense.id, entry);
    if (entry.heldRowId !== null) {
      await db.updateTable('held_row').set({ expense_id: expense.id }).where('id', '=', entry.heldRowId).execute();
    }
    await insertHistory(db, change(entry, expense.id, 'recorded', null, spend));
    return { expense, again: false };
  });
}

/** False when someone else mended or discarded the row meanwhile. */
async function settleHeldRow(db: Database, id: number): Promise<boolean> {
  const row = db.updateTable('held_row').set({ state: 'mended' }).where('id', '=', id).where('state', '=', 'open');
  return (await row.executeTakeFirst()).numUpdatedRows > 0n;
}

/**
 * Changes a record if it still is what the person saw (`version`); otherwise hands back what it has become. `again`: the same form
 * was sent twice, and nothing is changed.
 */
export async function changeExpense(
  db: Database,
  id: number,
  version: number,
  spend: Spend,
  by: By & { receipts: readonly Receipt[] },
): Promise<Changed | { refusal: 'changed_meanwhile' | 'voided'; expense: Expense } | null> {
  return atOnce(db, async (db) => {
    const before = await findExpense(db, id);
    if (!before) return null;
    if (before.voided) return { refusal: 'voided' as const, expense: before };
    const same = fingerprint(before) === fingerprint(spend);
    if (before.version !== version) {
      if (same && before.version === version + 1) return { expense: before, before, again: true };
      return { refusal: 'changed_meanwhile' as const, expense: before };
    }
    const approval = stateAfterEdit(before, spend);
    await db
      .updateTable('expense')
      .set({ ...toRow(spend), version: version + 1, approval })
      .where('id', '=', id)
      .execute();
    await addTotals(db, [...(isCounted(before) ? [{ ...before, sign: -1 as const }] : []), { ...spend, sign: 1 }]);
    await rememberRetold(db, id, fingerprint(spend));
    await insertReceipts(db, id, by);
    await insertHistory(db, change(by, id, 'changed', spendOf(before), spend));
    return { expense: { ...before, ...spend, version: version + 1, approval }, before, again: false };
  });
}

/** Takes a record out of every total, for good and with a reason; it stays visible. What was approved only some may void. */
export async function voidExpense(
  db: Database,
  id: number,
  by: By & { reason: string; mayVoidApproved?: boolean },
): Promise<{ expense: Expense; again: boolean } | { refusal: 'approved' } | null> {
  return atOnce(db, async (db) => {
    const expense = await findExpense(db, id);
    if (!expense) return null;
    if (expense.voided) return { expense, again: true };
    if (expense.approval === 'approved' && !by.mayVoidApproved) return { refusal: 'approved' as const };
    await db
      .updateTable('expense')
      .set({ voided_at: by.at.toISOString(), version: expense.version + 1 })
      .where('id', '=', id)
      .execute();
    if (isCounted(expense)) await addTotals(db, [{ ...expense, sign: -1 }]);
    await insertHistory(db, { ...change(by, id, 'voided', spendOf(expense), spendOf(expense)), reason: by.reason });
    return { expense: { ...expense, voided: true }, again: false };
  });
}

export async function findExpense(db: Database, id: number): Promise<Expense | null> {
  const row = await db.selectFrom('expense').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toExpense(row) : null;
}

export async function findReceipts(db: Database, expenseId: number): Promise<Receipt[]> {
  const known = db.selectFrom('receipt').selectAll().where('expense_id', '=', expenseId);
  const rows = await known.where('state', 'in', ['stored', 'wanted']).execute();
  return rows.map((row) => ({ slackFileId: row.slack_file_id, name: row.name }));
}

/** Where an imported record came from; null for one that was entered. */
export async function findSource(db: Database, id: number): Promise<{ file: string; line: number } | null> {
  const row = await db
    .selectFrom('expense')
    .innerJoin('import_file', 'import_file.id', 'expense.import_id')
    .select(['import_file.name', 'expense.line'])
    .where('expense.id', '=', id)
    .executeTakeFirst();
  return row ? { file: row.name, line: row.line ?? 0 } : null;
}

/** The account this person used last: the likeliest for their next entry. */
export async function findLastAccount(db: Database, userId: string): Promise<Account | null> {
  const row = await db
    .selectFrom('expense')
    .select('account')
    .where('created_by', '=', userId)
    .where('account', 'is not', null)
    .where('origin', '=', 'form')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.account as Account | undefined) ?? null;
}

/** One page, newest first, with the count and sum of all pages. Voided records are listed but not counted. */
export async function findExpenses(
  db: Database,
  filter: ExpenseFilter,
  page: { offset: number; limit: number },
): Promise<Page> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const rows = await db
        .selectFrom('expense')
        .selectAll()
        .where((eb) => matches(eb, filter))
        .orderBy('year', 'desc')
        .orderBy('month', 'desc')
        .orderBy('spent_on', 'desc')
        .orderBy('spent_time', 'desc')
        .orderBy('id', 'desc')
        .limit(page.limit)
        .offset(page.offset)
        .execute();
      const total = await db
        .selectFrom('expense')
        .select((eb) => [
          eb.fn.countAll<number>().as('count'),
          eb.fn.count<number>('voided_at').as('voided'),
          eb.fn.sum<number | null>(eb.case().when(isRefused(eb)).then(1).else(0).end()).as('refused'),
          eb.fn.sum<number | null>(eb.case().when(isInTotals(eb)).then(eb.ref('amount')).else(0).end()).as('won'),
        ])
        .where((eb) => matches(eb, filter))
        .executeTakeFirstOrThrow();
      const { count, voided, refused, won } = total;
      return { expenses: rows.map(toExpense), count, voided, refused: refused ?? 0, won: won ?? 0 };
    });
}

/** Every record in force of those days and months, oldest first, one at a time: as long a list as you like. */
export async function* streamExpenses(db: Database, filter: ExpenseFilter): AsyncGenerator<Expense> {
  const rows = db
    .selectFrom('expense')
    .selectAll()
    .where((eb) => matches(eb, filter))
    .where(isInTotals)
    .orderBy('year')
    .orderBy('month')
    .orderBy('spent_on')
    .orderBy('spent_time')
    .orderBy('id')
    .stream();
  for await (const row of rows) yield toExpense(row);
}

/** Begins the identity of a record whose import was taken back: it stands in no list, and the same row may come again. */
export const UNDONE = 'undone-';

type Condition = Expression<SqlBool>;

const isRefused = (eb: ExpressionBuilder<Schema, 'expense'>): Condition =>
  eb.and([eb('voided_at', 'is', null), eb('approval', '=', 'refused')]);

/** What sums, exports and disclosures hold, as `isCounted` in standing.ts. */
export const isInTotals = (eb: ExpressionBuilder<Schema, 'expense'>): Condition =>
  eb.and([eb('voided_at', 'is', null), eb.or([eb('approval', 'is', null), eb('approval', '!=', 'refused')])]);

function matches(eb: ExpressionBuilder<Schema, 'expense'>, filter: ExpenseFilter): Condition {
  const { months, days, account, createdBy, words = [] } = filter;
  const conditions: Condition[] = [
    eb('fingerprint', 'not like', `${UNDONE}%`),
    ...(months ? inMonths(eb, months) : []),
    ...(days ? [eb.between('spent_on', days.from, days.to)] : []),
    ...(account === undefined ? [] : [eb('account', account === null ? 'is' : '=', account)]),
    ...(createdBy ? [eb('created_by', '=', createdBy)] : []),
    ...words.map((word) => holds(eb, word)),
  ];
  return eb.and(conditions);
}

/** Whole years need no month, so that a record of which a file gave only the year is among them. */
function inMonths(eb: ExpressionBuilder<Schema, 'expense'>, { from, to }: { from: number; to: number }): Condition[] {
  const [firstYear, lastYear] = [Math.floor((from - 1) / 12), Math.floor((to - 1) / 12)];
  const years = eb.between('year', firstYear, lastYear);
  if ((from - 1) % 12 === 0 && to % 12 === 0) return [years];
  return [years, eb.between(eb(eb('year', '*', 12), '+', eb.ref('month')), from, to)];
}

function holds(eb: ExpressionBuilder<Schema, 'expense'>, word: string): Condition {
  const columns = ['purpose', 'place', 'address', 'attendees', 'category'] as const;
  return eb.or(columns.map((column) => holdsWord(eb.ref(column), word)));
}

/** Keeps what an edited record says, unless that is what it said when it came: then it is known already. */
async function rememberRetold(db: Database, id: number, print: string): Promise<void> {
  const came = await db.selectFrom('expense').select('fingerprint').where('id', '=', id).executeTakeFirstOrThrow();
  if (came.fingerprint === print) return;
  await db
    .insertInto('expense_retold')
    .values({ fingerprint: print, expense_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertReceipts(db: Database, expenseId: number, by: By & { receipts: readonly Receipt[] }) {
  if (by.receipts.length === 0) return;
  await db
    .insertInto('receipt')
    .values(
      by.receipts.map((receipt) => ({
        slack_file_id: receipt.slackFileId,
        expense_id: expenseId,
        name: receipt.name,
        added_by: by.actor,
        added_at: by.at.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function change({ actor, at }: By, id: number, action: string, before: Spend | null, after: Spend | null) {
  return { actor, at, noun: 'expense', record: String(id), action, before, after };
}

/** Only what the spend says, without the register's own fields: what the history keeps. */
export function spendOf(expense: Expense): Spend {
  const { id, origin, flags, createdBy, version, voided, approval, ...spend } = expense;
  return spend;
}

export function toRow(
  spend: Spend,
): Omit<
  Insertable<Schema['expense']>,
  | 'flags'
  | 'origin'
  | 'import_id'
  | 'line'
  | 'fingerprint'
  | 'nth'
  | 'form_key'
  | 'created_by'
  | 'created_at'
  | 'version'
  | 'voided_at'
  | 'approval'
> {
  return {
    year: spend.year,
    month: spend.month,
    spent_on: spend.spentOn,
    spent_time: spend.spentTime,
    amount: spend.amount,
    account: spend.account,
    activity: spend.activity,
    category: spend.category,
    place: spend.place,
    address: spend.address,
    purpose: spend.purpose,
    headcount: spend.headcount,
    attendees: spend.attendees,
    payment: spend.payment,
    spender: spend.spender,
    department: spend.department,
  };
}

function toExpense(row: ExpenseRow): Expense {
  return {
    id: row.id,
    year: row.year,
    month: row.month,
    spentOn: row.spent_on,
    spentTime: row.spent_time,
    amount: row.amount,
    account: row.account as Account | null,
    activity: isActivity(row.activity) ? (row.activity as Activity) : null,
    category: row.category,
    place: row.place,
    address: row.address,
    purpose: row.purpose,
    headcount: row.headcount,
    attendees: row.attendees,
    payment: row.payment as Payment | null,
    spender: row.spender,
    department: row.department,
    flags: row.flags === '' ? [] : row.flags.split(','),
    origin: row.origin as Expense['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
    approval: isState(row.approval) ? row.approval : null,
  };
}
