import { insertMany } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import type { TwinKind } from '../../vocabulary/expense.ts';
import type { Expense } from '../expense/rules.ts';
import { findExpense } from '../expense/store.ts';
import { twinKind } from './rules.ts';

export type Twin = { id: number; kind: TwinKind; later: Expense; earlier: Expense };

/** More pairs than this no one decides one by one; what is beyond is found again when some are decided. */
const MOST = 5_000;

/** How many of each kind were found, and the lines of the list that they stand in. */
export type NotedTwins = { counts: Record<TwinKind, number>; lines: Record<TwinKind, number[]> };

/**
 * Notes which of these records may be the same spend as one that was there before. `known`: what a list holds itself; a record that
 * stands in the new list as it was is corrected by no other row of it.
 */
export async function noteTwins(
  db: Database,
  { from, importId }: { from: number; importId: number | null },
  known: ReadonlySet<string> = new Set(),
): Promise<NotedTwins> {
  const counts = { correction: 0, maybe_same: 0 };
  const lines: NotedTwins['lines'] = { correction: [], maybe_same: [] };
  if (importId !== null && !(await isAnyBefore(db, from))) return { counts, lines };
  const rows = await db
    .selectFrom('expense as later')
    .innerJoin('expense as earlier', (join) =>
      join.onRef('earlier.spent_on', '=', 'later.spent_on').onRef('earlier.amount', '=', 'later.amount'),
    )
    .select((eb) => [
      'later.id as id',
      'later.line as line',
      'earlier.id as other',
      'earlier.fingerprint as fingerprint',
      ...(
        [
          'spent_on',
          'spent_time',
          'amount',
          'place',
          'purpose',
          'spender',
          'department',
          'payment',
          'import_id',
        ] as const
      ).flatMap((column) => [
        eb.ref(`later.${column}`).as(`later_${column}`),
        eb.ref(`earlier.${column}`).as(`earlier_${column}`),
      ]),
    ])
    .where('later.id', '>=', from)
    .where('earlier.id', '<', from)
    .where('earlier.voided_at', 'is', null)
    .$if(importId !== null, (query) => query.where('later.import_id', '=', importId))
    .$if(importId === null, (query) => query.where('later.id', '=', from).where('earlier.import_id', 'is not', null))
    .limit(MOST)
    .execute();

  const paired = new Set<number>();
  const found: [number, number, TwinKind][] = [];
  for (const row of rows as unknown as Row[]) {
    if (paired.has(row.id) || paired.has(row.other) || known.has(row.fingerprint)) continue;
    const kind = twinKind(comparedOf(row, 'later'), comparedOf(row, 'earlier'));
    if (kind === null) continue;
    paired.add(row.id).add(row.other);
    found.push([row.id, row.other, kind]);
    counts[kind] += 1;
    if (row.line !== null) lines[kind].push(row.line);
  }
  await insertMany(db, 'expense_twin', ['expense_id', 'other_id', 'kind'], found, { state: 'open' });
  return { counts, lines };
}

/** Whether there is anything to compare a whole file with. */
const isAnyBefore = async (db: Database, id: number): Promise<boolean> =>
  (await db.selectFrom('expense').select('id').where('id', '<', id).limit(1).executeTakeFirst()) !== undefined;

type Row = Record<string, string | null> & { id: number; line: number | null; other: number; fingerprint: string };

const comparedOf = (row: Row, side: 'later' | 'earlier') => {
  const at = (column: string) => row[`${side}_${column}`] ?? null;
  return {
    spentOn: at('spent_on'),
    spentTime: at('spent_time'),
    amount: Number(at('amount')),
    place: at('place'),
    purpose: at('purpose') ?? '',
    spender: at('spender'),
    department: at('department'),
    payment: at('payment') as Expense['payment'],
    isImported: at('import_id') !== null,
  };
};

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
