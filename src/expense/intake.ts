import { putBudgetsWithin } from '../budget/store.ts';
import { categoryOf } from '../category/rules.ts';
import { findChosenCategories } from '../category/store.ts';
import { insertMany } from '../db/bulk.ts';
import type { Database } from '../db/database.ts';
import type { Problem } from '../held/store.ts';
import { insertHistory } from '../history/store.ts';
import { addTotals } from '../ledger/store.ts';
import type { ExpenseFile, RowResult } from './files.ts';
import type { Spend } from './rules.ts';
import { type By, toRow } from './store.ts';

/** What became of a file: `rows` = `imported` + `duplicates` + `held`. */
export type Intake = {
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
  /** Won of the rows that were imported now. */
  won: number;
  problems: (Problem & { line: number })[];
};

type Options = By & {
  fileName: string;
  /** Reads and counts everything and leaves no trace. */
  dryRun?: boolean;
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void;
};

const BATCH = 1_000;

type Spent = RowResult & { result: { spend: Spend; flags: string[] } };
type HeldResult = RowResult & { result: { held: Problem[]; won: number | null; year: number | null } };

/**
 * Takes a file into the register in one transaction: killed half-way it leaves nothing, and a second run completes it.
 * A row that is known — from this file, another one, or the register itself, as it was entered or as it was edited —
 * adds nothing.
 */
export async function takeIn(db: Database, file: ExpenseFile, options: Options): Promise<Intake> {
  const intake: Intake = { rows: 0, imported: 0, duplicates: 0, held: 0, won: 0, problems: [] };
  try {
    await db.transaction().execute(async (db) => {
      const importId = await insertImportFile(db, options);
      const categories = await findChosenCategories(db);
      for await (const rows of batches(file.rows)) {
        await takeBatch(db, rows, { ...options, importId, categories }, intake);
        options.onProgress?.(intake.rows);
      }
      const { actor, at } = options;
      await putBudgetsWithin(
        db,
        file.stated().budgets.map((budget) => ({ ...budget, account: null })),
        { actor, at, origin: 'publication' },
      );
      const { rows, imported, duplicates, held } = intake;
      const counts = { rows, imported, duplicates, held };
      await db.updateTable('import_file').set(counts).where('id', '=', importId).execute();
      const after = { name: options.fileName, ...counts };
      await insertHistory(db, {
        actor,
        at,
        noun: 'import_file',
        record: String(importId),
        action: 'imported',
        before: null,
        after,
      });
      if (options.dryRun) throw new Rehearsal();
    });
  } catch (error) {
    if (!(error instanceof Rehearsal)) throw error;
  }
  return intake;
}

/** Takes back the transaction of a dry run. */
class Rehearsal extends Error {}

async function insertImportFile(db: Database, { fileName, actor, at }: Options): Promise<number> {
  const { id } = await db
    .insertInto('import_file')
    .values({
      noun: 'expense',
      name: fileName,
      imported_at: at.toISOString(),
      imported_by: actor,
      rows: 0,
      imported: 0,
      duplicates: 0,
      held: 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function takeBatch(
  db: Database,
  rows: readonly RowResult[],
  options: Options & { importId: number; categories: ReadonlyMap<string, string> },
  intake: Intake,
): Promise<void> {
  const known = await countKnown(db, [...new Set(rows.map((row) => row.fingerprint))]);
  const news = rows.filter((row) => row.nth > (known.get(row.fingerprint) ?? 0));
  const spent = news
    .filter((row): row is Spent => 'spend' in row.result)
    .map((row) => withCategory(row, options.categories));
  const held = news.filter((row): row is HeldResult => 'held' in row.result);

  await insertMany(
    db,
    'expense',
    EXPENSE_COLUMNS,
    spent.map((row) => expenseValues(row, options)),
  );
  await insertMany(
    db,
    'held_row',
    HELD_COLUMNS,
    held.map((row) => heldValues(row, options)),
  );
  await addTotals(
    db,
    spent.map(({ result: { spend } }) => ({ ...spend, sign: 1 as const })),
  );

  intake.rows += rows.length;
  intake.imported += spent.length;
  intake.held += held.length;
  intake.duplicates += rows.length - news.length;
  for (const { result } of spent) intake.won += result.spend.amount;
  for (const { line, result } of held) for (const problem of result.held) intake.problems.push({ line, ...problem });
}

/** How many rows of each fingerprint the register holds: as they came, as they were edited, or held. */
async function countKnown(db: Database, prints: readonly string[]): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (const table of ['expense', 'expense_retold', 'held_row'] as const) {
    const rows = await db
      .selectFrom(table)
      .select((eb) => ['fingerprint', eb.fn.countAll<number>().as('count')])
      .where('fingerprint', 'in', prints)
      .groupBy('fingerprint')
      .execute();
    for (const { fingerprint, count } of rows) known.set(fingerprint, (known.get(fingerprint) ?? 0) + count);
  }
  return known;
}

/** A row keeps the category it states; one that states only an activity gets that activity's. */
function withCategory(row: Spent, chosen: ReadonlyMap<string, string>): Spent {
  const { spend } = row.result;
  if (spend.category !== null || spend.activity === null) return row;
  return { ...row, result: { ...row.result, spend: { ...spend, category: categoryOf(spend.activity, chosen) } } };
}

const SPEND_COLUMNS = [
  'year',
  'month',
  'spent_on',
  'spent_time',
  'amount',
  'account',
  'activity',
  'category',
  'place',
  'address',
  'purpose',
  'headcount',
  'attendees',
  'payment',
  'spender',
  'department',
] as const;
const EXPENSE_COLUMNS = [
  ...SPEND_COLUMNS,
  'flags',
  'origin',
  'import_id',
  'line',
  'fingerprint',
  'nth',
  'created_by',
  'created_at',
  'version',
] as const;

function expenseValues({ line, nth, fingerprint, result }: Spent, by: Options & { importId: number }) {
  const row = toRow(result.spend);
  return [
    ...SPEND_COLUMNS.map((column) => row[column] ?? null),
    result.flags.join(','),
    'import',
    by.importId,
    line,
    fingerprint,
    nth,
    by.actor,
    by.at.toISOString(),
    1,
  ];
}

const HELD_COLUMNS = ['import_id', 'line', 'cells', 'problems', 'year', 'won', 'fingerprint', 'nth', 'state'] as const;

function heldValues({ line, raw, nth, fingerprint, result }: HeldResult, by: { importId: number }) {
  const { held, won, year } = result;
  return [by.importId, line, JSON.stringify(raw), JSON.stringify(held), year, won, fingerprint, nth, 'open'];
}

async function* batches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
