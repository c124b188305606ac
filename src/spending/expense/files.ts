import { LIMITS, readTable, refusalOf, type TableRefusal } from '../../tables/table.ts';
import type { Problem } from '../held/store.ts';
import type { Needed } from './headings.ts';
import type { FileContext, RowResult } from './row-result.ts';
import { type Nearest, sectioned } from './sheets.ts';
import type { Stated } from './state-book.ts';
import { stateBook } from './state-book.ts';

export type { Problem };

export type ExpenseFile = {
  rows: AsyncIterable<RowResult>;
  /** Complete once all rows were read. */
  stated: () => Stated;
};

/** `seen` is the row that comes nearest to a heading, and `missing` what no column of it holds. */
export type ExpenseFileRefusal =
  | { refusal: TableRefusal }
  | { refusal: 'no_heading'; seen: string[]; missing: Needed[] };

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
