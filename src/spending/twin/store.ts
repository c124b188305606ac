import { anyOf, anyOfDays, insertMany } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import type { ExpenseRow } from '../../base/db/schema/spending.ts';
import type { TwinKind } from '../../vocabulary/expense.ts';
import type { Expense, Spend } from '../expense/rules.ts';
import { findExpense } from '../expense/store.ts';
import { twinKind } from './rules.ts';

export type Twin = { id: number; kind: TwinKind; later: Expense; earlier: Expense };

/** More pairs than this no one decides one by one; what is beyond is found again when some are decided. */
const MOST = 5_000;

/** A spend that comes now: a row of a list, or a record that somebody entered. */
type Later = { fingerprint: string; nth: number; result: { spend: Spend } };
/** Read no further: a column of people would count as a look at them. */
const COMPARED = [
  ...(['id', 'fingerprint', 'import_id', 'spent_on', 'spent_time', 'amount'] as const),
  ...(['place', 'purpose', 'spender', 'department', 'payment'] as const),
] as const;
type Earlier = Pick<ExpenseRow, (typeof COMPARED)[number]>;
/** Two of one day and one amount. */
type Alike<It> = { later: It; earlier: Earlier };
/** Two that may be one spend. */
export type Pair<It> = Alike<It> & { kind: TwinKind };

/** Which records before this id, and in force, have the day and the amount of one of these spends. */
export async function findAlike<It extends Later>(
  db: Database,
  spends: readonly It[],
  before: number,
): Promise<Alike<It>[]> {
  const dated = spends.filter(({ result: { spend } }) => spend.spentOn !== null);
  if (dated.length === 0) return [];
  const days = dated.map(({ result: { spend } }) => [spend.spentOn, spend.amount] as const);
  const rows = await db
    .selectFrom('expense')
    .select(COMPARED)
    .where((eb) => eb(eb.refTuple('spent_on', 'amount'), 'in', anyOfDays(days)))
    .where('id', '<', before)
    .where('voided_at', 'is', null)
    .orderBy('id')
    .limit(MOST)
    .execute();
  const earlier = Map.groupBy(rows, (row) => `${row.spent_on} ${row.amount}`);
  return dated.flatMap((later) => {
    const { spentOn, amount } = later.result.spend;
    return (earlier.get(`${spentOn} ${amount}`) ?? []).map((row) => ({ later, earlier: row }));
  });
}

/**
 * Those that may be one spend, none in two pairs. `known`: what a list holds itself; a record that stands in the new list as it was is
 * corrected by no other row of it.
 */
export function pairsOf<It extends Later>(
  alike: readonly Alike<It>[],
  { isImported, known }: { isImported: boolean; known: ReadonlySet<string> },
): Pair<It>[] {
  const laters = new Set<It>();
  const earliers = new Set<number>();
  const pairs: Pair<It>[] = [];
  for (const { later, earlier } of alike.slice(0, MOST)) {
    if (laters.has(later) || earliers.has(earlier.id) || known.has(earlier.fingerprint)) continue;
    const kind = twinKind({ ...later.result.spend, isImported }, comparedOf(earlier));
    if (kind === null) continue;
    laters.add(later);
    earliers.add(earlier.id);
    pairs.push({ later, earlier, kind });
  }
  return pairs;
}

const comparedOf = ({
  spent_on,
  spent_time,
  amount,
  place,
  purpose,
  spender,
  department,
  payment,
  import_id,
}: Earlier) => ({
  ...{ spentOn: spent_on, spentTime: spent_time, amount, place, purpose, spender, department },
  payment: payment as Expense['payment'],
  isImported: import_id !== null,
});

/** Keeps pairs for people to decide; their later spends are kept by now. */
export async function insertTwins(db: Database, pairs: readonly Pair<Later>[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = await db
    .selectFrom('expense')
    .select(['id', 'fingerprint', 'nth'])
    .where('fingerprint', 'in', anyOf(pairs.map(({ later }) => later.fingerprint)))
    .execute();
  const ids = new Map(rows.map(({ id, fingerprint, nth }) => [`${fingerprint} ${nth}`, id]));
  const found = pairs.map(({ later, earlier, kind }) => [
    ids.get(`${later.fingerprint} ${later.nth}`) ?? null,
    earlier.id,
    kind,
  ]);
  await insertMany(db, 'expense_twin', ['expense_id', 'other_id', 'kind'], found, { state: 'open' });
}

/** Notes whether a record that somebody entered may be a spend of a list that was there before. */
export async function noteTwin(db: Database, entered: Expense): Promise<void> {
  const later = { fingerprint: '', nth: 1, result: { spend: entered } };
  const alike = await findAlike(db, [later], entered.id);
  const ofLists = alike.filter(({ earlier }) => earlier.import_id !== null);
  const pairs = pairsOf(ofLists, { isImported: false, known: new Set() });
  const found = pairs.map(({ earlier, kind }) => [entered.id, earlier.id, kind]);
  await insertMany(db, 'expense_twin', ['expense_id', 'other_id', 'kind'], found, { state: 'open' });
}

type Which = { kind?: TwinKind | undefined; importId?: number | undefined };

const openTwins = (db: Database, { kind, importId }: Which) =>
  db
    .selectFrom('expense_twin')
    .innerJoin('expense as later', 'later.id', 'expense_twin.expense_id')
    .innerJoin('expense as earlier', 'earlier.id', 'expense_twin.other_id')
    .where('expense_twin.state', '=', 'open')
    .where('later.voided_at', 'is', null)
    .where('earlier.voided_at', 'is', null)
    .$if(kind !== undefined, (query) => query.where('expense_twin.kind', '=', kind ?? ''))
    .$if(importId !== undefined, (query) => query.where('later.import_id', '=', importId ?? 0));

export async function countTwins(db: Database, which: Which = {}): Promise<number> {
  const row = await openTwins(db, which)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What a year's total may hold twice: pairs that nobody has decided yet, and the won of their later records. */
export type Doubled = { pairs: number; won: number };
export const NOTHING_DOUBLED: Doubled = { pairs: 0, won: 0 };

export async function findDoubled(db: Database, year: number): Promise<Doubled> {
  const row = await openTwins(db, {})
    .select((eb) => [eb.fn.countAll<number>().as('pairs'), eb.fn.sum<number | null>('later.amount').as('won')])
    .where('later.year', '=', year)
    .executeTakeFirstOrThrow();
  return { pairs: row.pairs, won: row.won ?? 0 };
}

/** Those nobody has decided yet, the oldest first. */
export async function findTwins(db: Database, which: Which, page: { offset: number; limit: number }): Promise<Twin[]> {
  const rows = await openTwins(db, which)
    .select(['expense_twin.id', 'expense_twin.kind', 'expense_twin.expense_id', 'expense_twin.other_id'])
    .orderBy('expense_twin.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const twins: Twin[] = [];
  for (const row of rows) {
    const [later, earlier] = [await findExpense(db, row.expense_id), await findExpense(db, row.other_id)];
    if (later && earlier) twins.push({ id: row.id, kind: row.kind as TwinKind, later, earlier });
  }
  return twins;
}

/** The records in force that this one may be one spend with, as long as nobody has decided. */
export async function findTwinsOf(db: Database, expenseId: number): Promise<Expense[]> {
  const rows = await openTwins(db, {})
    .select(['expense_twin.expense_id', 'expense_twin.other_id'])
    .where((eb) => eb.or([eb('expense_twin.expense_id', '=', expenseId), eb('expense_twin.other_id', '=', expenseId)]))
    .orderBy('expense_twin.id')
    .execute();
  const others = [];
  for (const { expense_id, other_id } of rows) {
    others.push(await findExpense(db, expense_id === expenseId ? other_id : expense_id));
  }
  return others.filter((it) => it !== null);
}

/** The two records of a pair, decided or not. */
export async function findTwin(db: Database, id: number): Promise<{ later: number; earlier: number } | null> {
  const row = await db
    .selectFrom('expense_twin')
    .select(['expense_id', 'other_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { later: row.expense_id, earlier: row.other_id } : null;
}
