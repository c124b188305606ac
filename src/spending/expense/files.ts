import { LIMITS, type Limits, readTable, refusalOf, type TableRefusal } from '../../tables/table.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Lack } from '../../vocabulary/expense.ts';
import type { Budget } from '../budget/store.ts';
import type { Problem } from '../held/store.ts';
import type { Needed } from './headings.ts';
import type { Known, Spend } from './rules.ts';
import { type Nearest, sectioned } from './sheets.ts';
import { stateBook } from './state-book.ts';

export type { Problem };

/** What an import noticed about a row that counts nevertheless; `zero` also of one that is held. */
export type Flag =
  | 'year_guessed'
  | 'date_outside_period'
  | 'time_unread'
  | 'two_times'
  | 'payment_unread'
  | 'account_unread'
  | 'activity_unread'
  | 'implausible'
  | 'zero'
  | 'text_damaged'
  | 'twice_in_file';

export type RowResult = {
  line: number;
  sheet: string | null;
  raw: string[];
  /** With `nth`, what makes the row the same row in another file: the second of two equal rows is 2. */
  fingerprint: string;
  nth: number;
  /** The year that a day without one was read in. */
  readAs: number | null;
  result:
    | { spend: Spend; lacks: Lack[]; flags: Flag[] }
    /** `won` is there only where the amount is beyond doubt, `known` where the columns are. */
    | { held: Problem[]; won: number | null; year: number | null; known: Known | null; flags: Flag[] };
};

/** What a file says of the year besides its rows. */
export type Stated = {
  budgets: Budget[];
  /** The publisher's own totals to the end of a month, where it gave them. */
  yearToDate: { year: number; month: number; won: number }[];
};

export type ExpenseFile = {
  rows: AsyncIterable<RowResult>;
  /** Complete once all rows were read. */
  stated: () => Stated;
};

/** `seen` is the row that comes nearest to a heading, and `missing` what no column of it holds. */
export type ExpenseFileRefusal =
  | { refusal: TableRefusal }
  | { refusal: 'no_heading'; seen: string[]; missing: Needed[] };
export type FileContext = {
  today: Day;
  /** The year of days that have none. */
  year?: number | undefined;
  limits?: Limits | undefined;
};

/**
 * Opens a list of spends: the city's monthly publication, a list with Korean headings, or our own export, as CSV or XLSX.
 * A workbook that turns out damaged in the middle throws while rows are read: `refusalOf` tells what to say.
 */
export const openExpenses = async (
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string,
  context: FileContext,
): Promise<ExpenseFile | ExpenseFileRefusal> => {
  const table = await readTable(bytes, context.limits ?? LIMITS);
  if ('refusal' in table) return table;

  const book = stateBook();
  const nearest: Nearest = { seen: [], missing: ['date', 'purpose', 'amount'], known: 0 };
  const rows = sectioned(table.rows, { fileName, context, book, nearest });
  try {
    // The first thing it hands out is that it found a heading.
    if ((await rows.next()).done) return { refusal: 'no_heading', seen: nearest.seen, missing: nearest.missing };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return { refusal };
    throw error;
  }
  return { rows: rows as AsyncIterable<RowResult>, stated: book.stated };
};
