import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../../../base/db/database.ts';
import type { Schema } from '../../../base/db/schema.ts';
import { narrowedBy } from '../../../base/db/words.ts';
import { MOST_LOOKED_AT } from '../../../korean/near.ts';
import { atOneMoment, findRows, holdWords, type Listed, type Part, type Sought } from '../../../register/pages.ts';
import type { Account, Payment } from '../../../vocabulary/expense.ts';
import type { Expense } from '../rules.ts';
import { UNDONE } from '../store.ts';
import { toExpense } from '../stored.ts';

/** What to list: all conditions hold at once. Months count as `year * 12 + month`, so that ranges may cross years. */
export type ExpenseFilter = {
  /** Accounting months, both included. */
  months?: { from: number; to: number };
  /** Days, both included: for a span that does not begin and end with a month. */
  days?: { from: string; to: string };
  account?: Account | null;
  payment?: Payment;
  createdBy?: string;
  /** Each must occur in place, address, purpose, people, category or department: in what the index of words holds. */
  words?: readonly string[];
};

/** `count` is of all that are listed, `voided` and `refused` of those that no sum holds. */
export type Page = { expenses: Expense[]; count: number; voided: number; refused: number; won: number };

const WORDED = ['purpose', 'place', 'address', 'attendees', 'category', 'department'] as const;
const NEWEST_FIRST: Listed<'expense'>['order'] = [
  ['year', 'desc'],
  ['month', 'desc'],
  ['spent_on', 'desc'],
  ['spent_time', 'desc'],
  ['id', 'desc'],
];

/** One page, newest first, with the count and sum of all pages. Voided records are listed but not counted. */
export async function findExpenses(db: Database, filter: ExpenseFilter, page: Part): Promise<Page> {
  return atOneMoment(db, async (db) => {
    const narrowed = await narrowedBy(db, 'expense', filter.words ?? []);
    const fits = (eb: ExpressionBuilder<Schema, 'expense'>, inOrder: boolean) =>
      matches(eb, filter, { narrowed, inOrder });
    const rows = await findRows(db, 'expense', { fits, order: NEWEST_FIRST }, page);
    const isAll = Object.values(filter).every((it) => it === undefined);
    const sums = await (isAll ? sumOfAll(db) : sumOf(db, (eb) => fits(eb, Boolean(filter.months || filter.days))));
    return { expenses: rows.map(toExpense), ...sums };
  });
}

type Sums = Omit<Page, 'expenses'>;
type Fits = (eb: ExpressionBuilder<Schema, 'expense'>) => Condition;

async function sumOf(db: Database, fits: Fits): Promise<Sums> {
  const { count, voided, refused, won } = await db
    .selectFrom('expense')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('voided_at').as('voided'),
      eb.fn.sum<number | null>(eb.case().when(isRefused(eb)).then(1).else(0).end()).as('refused'),
      eb.fn.sum<number | null>(eb.case().when(isInTotals(eb)).then(eb.ref('amount')).else(0).end()).as('won'),
    ])
    .where(fits)
    .executeTakeFirstOrThrow();
  return { count, voided, refused: refused ?? 0, won: won ?? 0 };
}

/**
 * The same of every record, and none is read: what is in totals is kept (ledger/store.ts), what was refused or taken back stands in an
 * index, and the others are voided.
 */
async function sumOfAll(db: Database): Promise<Sums> {
  const kept = db.selectFrom('expense_total');
  const records = (fits: Fits) =>
    db
      .selectFrom('expense')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where(fits);
  const row = await db
    .selectNoFrom((eb) => [
      kept.select((eb) => eb.fn.sum<number | null>('spent').as('won')).as('won'),
      kept.select((eb) => eb.fn.sum<number | null>('count').as('counted')).as('counted'),
      eb
        .selectFrom('expense')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .as('all'),
      records(isUndone).as('undone'),
      records((eb) => eb.and([isRefused(eb), eb.not(isUndone(eb))])).as('refused'),
    ])
    .executeTakeFirstOrThrow();
  const [count, refused] = [(row.all ?? 0) - (row.undone ?? 0), row.refused ?? 0];
  return { count, refused, voided: count - refused - (row.counted ?? 0), won: row.won ?? 0 };
}

/** Rows that are read at once: each one that was asked for by itself took four times as long. */
const PAGE = 1_000;

/** Every record in force of those days and months, oldest first, as they all were at one moment: as long a list as you like. */
export async function* streamExpenses(db: Database, filter: ExpenseFilter): AsyncGenerator<Expense> {
  if (db.isTransaction) return yield* readAll(db, filter);
  const moment = await db.startTransaction().setAccessMode('read only').setIsolationLevel('snapshot').execute();
  try {
    yield* readAll(moment, filter);
  } finally {
    await moment.rollback().execute();
  }
}

async function* readAll(db: Database, filter: ExpenseFilter): AsyncGenerator<Expense> {
  const narrowed = await narrowedBy(db, 'expense', filter.words ?? []);
  const months = await db
    .selectFrom('expense')
    .select(['year', 'month'])
    .distinct()
    .where((eb) => eb.and(filter.months ? inMonths(eb, filter.months) : []))
    .orderBy('year')
    .orderBy('month')
    .execute();
  for (const { year, month } of months) {
    for (let offset = 0; ; offset += PAGE) {
      const rows = await db
        .selectFrom('expense')
        .selectAll()
        .where('year', '=', year)
        .where('month', month === null ? 'is' : '=', month)
        .where((eb) => matches(eb, filter, { narrowed, inOrder: true }))
        .where(isInTotals)
        .orderBy('spent_on')
        .orderBy('spent_time')
        .orderBy('id')
        .limit(PAGE)
        .offset(offset)
        .execute();
      for (const row of rows) yield toExpense(row);
      if (rows.length < PAGE) break;
    }
  }
}

type Condition = Expression<SqlBool>;

/** The first condition says no more than the second, but lets the index do its work. */
const isUndone = (eb: ExpressionBuilder<Schema, 'expense'>): Condition =>
  eb.and([eb('fingerprint', '>=', UNDONE), eb('fingerprint', 'like', `${UNDONE}%`)]);

const isRefused = (eb: ExpressionBuilder<Schema, 'expense'>): Condition =>
  eb.and([eb('voided_at', 'is', null), eb('approval', '=', 'refused')]);

/** What sums, exports and disclosures hold, as `isCounted` in src/spending/expense/standing.ts. */
export const isInTotals = (eb: ExpressionBuilder<Schema, 'expense'>): Condition =>
  eb.and([eb('voided_at', 'is', null), eb.or([eb('approval', 'is', null), eb('approval', '!=', 'refused')])]);

function matches(eb: ExpressionBuilder<Schema, 'expense'>, filter: ExpenseFilter, sought: Sought): Condition {
  const { months, days, account, payment, createdBy, words = [] } = filter;
  const conditions: Condition[] = [
    eb('fingerprint', 'not like', `${UNDONE}%`),
    ...(months ? inMonths(eb, months) : []),
    ...(days ? [eb.between('spent_on', days.from, days.to)] : []),
    ...(account === undefined ? [] : [eb('account', account === null ? 'is' : '=', account)]),
    ...(payment ? [eb('payment', '=', payment)] : []),
    ...(createdBy ? [eb('created_by', '=', createdBy)] : []),
    ...holdWords(eb, words, WORDED, sought),
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

/** The places and purposes of the newest records: what a word that is found nowhere may have meant. */
export async function findTexts(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('expense')
    .select(['place', 'purpose', 'attendees'])
    .orderBy('id', 'desc')
    .limit(MOST_LOOKED_AT)
    .execute();
  return rows.flatMap((row) => Object.values(row).flatMap((it) => it ?? []));
}
