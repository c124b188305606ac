import { insertMany } from '../../base/db/bulk.ts';
import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { By } from '../../register/versions.ts';
import type { Flag, TwinKind } from '../../vocabulary/expense.ts';
import { putBudgetsWithin } from '../budget/store.ts';
import { categoryOf } from '../category/rules.ts';
import { findChosenCategories } from '../category/store.ts';
import type { ExpenseFile } from '../expense/files.ts';
import type { Batch } from '../expense/reading.ts';
import type { RowResult } from '../expense/row-result.ts';
import { expenseName } from '../expense/rules.ts';
import type { Problem } from '../held/store.ts';
import { addSums, openTotals } from '../ledger/store.ts';
import { findAlike, insertTwins, type Pair, pairsOf } from '../twin/store.ts';
import { batches, readAhead } from './batches.ts';
import { newRows } from './new-rows.ts';
import { EXPENSE_COLUMNS, expenseValues, HELD_COLUMNS, type HeldResult, heldValues, type Spent } from './values.ts';

/** What became of a file: `rows` = `imported` + `duplicates` + `held`. */
export type Intake = {
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
  /** Won of the rows that were imported now. */
  won: number;
  problems: (Problem & { line: number })[];
  /** What was noticed about rows that are new: how many carry each flag, and the first lines of them. */
  flags: Partial<Record<Flag, Flagged>>;
  /** How many days without a year were read in which. */
  years: Record<number, number>;
  /** How many of the new rows may be a spend that was there before: a correction of it, or the same. */
  twins: Record<TwinKind, number>;
  /** The first lines of those. */
  twinLines: Record<TwinKind, number[]>;
  /** The earlier record that the only correction, or the only likeness, is about. */
  twinOf: string | null;
  /** What it can be undone by; null after a rehearsal. */
  importId: number | null;
};

export type Flagged = { count: number; lines: number[] };
const FIRST_LINES = 3;

type Options = By & {
  fileName: string;
  /** Reads and counts everything and leaves no trace. */
  dryRun?: boolean;
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void;
};

/**
 * Takes a file into the register in one transaction: killed half-way it leaves nothing, and a second run completes it.
 * A row that is known — from this file, another one, or the register itself, as it was entered or as it was edited —
 * adds nothing. `batches`: its rows, where they come many at a time. A rehearsal counts the same and writes nothing, so that it keeps
 * nobody from writing.
 */
export async function takeIn(
  db: Database,
  file: ExpenseFile & { batches?: AsyncGenerator<Batch> },
  options: Options,
): Promise<Intake> {
  const intake: Intake = {
    rows: 0,
    imported: 0,
    duplicates: 0,
    held: 0,
    won: 0,
    problems: [],
    flags: {},
    years: {},
    twins: { correction: 0, maybe_same: 0 },
    twinLines: { correction: [], maybe_same: [] },
    twinOf: null,
    importId: null,
  };
  const read = await readAhead(file.batches ?? batches(file.rows));
  if (options.dryRun) {
    const oneState = db.transaction().setAccessMode('read only').setIsolationLevel('snapshot');
    await oneState.execute((db) => goThrough(db, read, { ...options, write: async () => undefined }, intake));
    return intake;
  }
  await db.transaction().execute(async (db) => {
    const { fileName, actor, at } = options;
    const importId = await insertImportFile(db, options);
    const totals = openTotals();
    const came = { origin: 'import', import_id: importId, created_by: actor, created_at: at.toISOString(), version: 1 };
    let waiting: ReturnType<typeof expenseValues>[] = [];
    const writeWaiting = async () => {
      const values = waiting;
      waiting = [];
      await insertMany(db, 'expense', EXPENSE_COLUMNS, values, came);
    };
    const write = async ({ spent, held }: News) => {
      for (const row of spent) {
        totals.add(row.result.spend);
        waiting.push(expenseValues(row));
      }
      if (waiting.length >= ROWS_A_STATEMENT) await writeWaiting();
      await insertMany(db, 'held_row', HELD_COLUMNS, held.map(heldValues), { import_id: importId, state: 'open' });
    };
    const pairs = await goThrough(db, read, { ...options, write }, intake);
    await writeWaiting();
    await addSums(db, totals.sums());
    await insertTwins(db, pairs);
    const budgets = await putBudgetsWithin(db, file.stated().budgets, { actor, at, origin: 'publication' });
    const { rows, imported, duplicates, held } = intake;
    const counts = { rows, imported, duplicates, held };
    await db
      .updateTable('import_file')
      .set({ ...counts, budgets: JSON.stringify(budgets) })
      .where('id', '=', importId)
      .execute();
    const after = { name: fileName, ...counts };
    const record = String(importId);
    await insertHistory(db, { actor, at, noun: 'import_file', record, action: 'imported', before: null, after });
    intake.importId = importId;
  });
  return intake;
}

/**
 * SQLite copies each page that a statement changes, in case it fails: of the indexes nearly all, however few rows there are. Six thousand
 * rows at once take three quarters of the CPU of one thousand at a time; many more would only take memory.
 */
const ROWS_A_STATEMENT = 6_000;

type News = { spent: Spent[]; held: HeldResult[] };

/** Counts the rows, has what is new of them written, and tells what of it may be a spend that was there before. */
async function goThrough(
  db: Database,
  read: AsyncIterable<Batch>,
  { write, onProgress }: Pick<Options, 'onProgress'> & { write: (news: News) => Promise<void> },
  intake: Intake,
): Promise<Pair<Spent>[]> {
  const categories = await findChosenCategories(db);
  const lastId = await findLastId(db);
  const known = new Set<string>();
  const alike: Awaited<ReturnType<typeof findAlike<Spent>>> = [];
  let written = Promise.resolve();
  try {
    for await (const batch of read) {
      const rows = batch();
      await written;
      const fresh = await newRows(db, rows);
      if (fresh.length < rows.length) noteKnown(rows, fresh, known);
      const news = {
        spent: fresh.filter((row): row is Spent => 'spend' in row.result).map((row) => withCategory(row, categories)),
        held: fresh.filter((row): row is HeldResult => 'held' in row.result),
      };
      intake.rows += rows.length;
      intake.duplicates += rows.length - fresh.length;
      noteNews(fresh, news, intake);
      if (lastId > 0) alike.push(...(await findAlike(db, news.spent, lastId + 1)));
      // SQLite writes on a thread of its own: meanwhile the next rows are read.
      written = write(news);
      written.catch(() => undefined); // it is awaited, but later
      onProgress?.(intake.rows);
    }
  } finally {
    await written; // nothing may be under way when the transaction ends
  }
  const pairs = pairsOf(alike, { isImported: true, known });
  notePairs(pairs, intake);
  return pairs;
}

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

/** The rows of a list that the register holds already, as they are. */
function noteKnown(rows: readonly RowResult[], news: readonly RowResult[], known: Set<string>): void {
  const fresh = new Set(news);
  for (const row of rows) if (!fresh.has(row)) known.add(row.fingerprint);
}

async function findLastId(db: Database): Promise<number> {
  const row = await db
    .selectFrom('expense')
    .select((eb) => eb.fn.max<number | null>('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

function noteNews(fresh: readonly RowResult[], { spent, held }: News, intake: Intake): void {
  intake.imported += spent.length;
  intake.held += held.length;
  for (const { result } of spent) intake.won += result.spend.amount;
  for (const { line, result } of held) for (const problem of result.held) intake.problems.push({ line, ...problem });
  const { flags, years } = intake;
  for (const { line, readAs, result } of fresh) {
    if (readAs !== null && 'spend' in result) years[readAs] = (years[readAs] ?? 0) + 1;
    for (const flag of result.flags) {
      const flagged = flags[flag] ?? { count: 0, lines: [] };
      flags[flag] = flagged;
      flagged.count += 1;
      if (flagged.lines.length < FIRST_LINES) flagged.lines.push(line);
    }
  }
}

function notePairs(pairs: readonly Pair<Spent>[], intake: Intake): void {
  for (const kind of ['correction', 'maybe_same'] as const) {
    const lines = pairs.filter((pair) => pair.kind === kind).map(({ later }) => later.line);
    intake.twins[kind] = lines.length;
    intake.twinLines[kind] = lines.sort((a, b) => a - b).slice(0, FIRST_LINES);
  }
  const [pair, ...others] = pairs;
  intake.twinOf = pair && others.length === 0 ? expenseName(pair.earlier.id) : null;
}

/** A row keeps the category it states; one that states only an activity gets that activity's. */
function withCategory(row: Spent, chosen: ReadonlyMap<string, string>): Spent {
  const { spend } = row.result;
  if (spend.category !== null || spend.activity === null) return row;
  return { ...row, result: { ...row.result, spend: { ...spend, category: categoryOf(spend.activity, chosen) } } };
}
