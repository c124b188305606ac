import { parseWon } from '../../korean/won.ts';
import type { Row } from '../../tables/row.ts';
import { isDamage, LIMITS, type Limits, readTable, type TableRefusal } from '../../tables/table.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Account, Lack } from '../../vocabulary/expense.ts';
import type { Budget } from '../budget/store.ts';
import type { Problem } from '../held/store.ts';
import { remembering } from './cells.ts';
import { joinHeadings, readHeading } from './headings.ts';
import { rowReader } from './row.ts';
import type { Known, Spend } from './rules.ts';

export type { Problem };

/** What an import noticed about a row that counts nevertheless. */
export type Flag =
  | 'date_outside_period'
  | 'time_unread'
  | 'payment_unread'
  | 'account_unread'
  | 'activity_unread'
  | 'text_damaged'
  | 'twice_in_file';

export type RowResult = {
  line: number;
  sheet: string | null;
  raw: string[];
  /** With `nth`, what makes the row the same row in another file: the second of two equal rows is 2. */
  fingerprint: string;
  nth: number;
  result:
    | { spend: Spend; lacks: Lack[]; flags: Flag[] }
    /** `won` is there only where the amount is beyond doubt, `known` where the columns are. */
    | { held: Problem[]; won: number | null; year: number | null; known: Known | null };
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

export type ExpenseFileRefusal = TableRefusal | 'no_heading';
export type FileContext = {
  today: Day;
  /** The year of days that have none. */
  year?: number | undefined;
  limits?: Limits | undefined;
};

/**
 * Opens a list of spends: the city's monthly publication, a list with Korean headings, or our own export, as CSV or XLSX.
 * A workbook that turns out damaged in the middle throws while rows are read: `isDamage` tells.
 */
export const openExpenses = async (
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  fileName: string,
  context: FileContext,
): Promise<ExpenseFile | { refusal: ExpenseFileRefusal }> => {
  const table = await readTable(bytes, context.limits ?? LIMITS);
  if ('refusal' in table) return table;

  const book = stateBook();
  const rows = understood(table.rows, fileName, context, book);
  try {
    // The first thing it hands out is that it found a heading.
    if ((await rows.next()).done) return { refusal: 'no_heading' };
  } catch (error) {
    if (isDamage(error)) return { refusal: 'damaged' };
    throw error;
  }
  return { rows: rows as AsyncIterable<RowResult>, stated: book.stated };
};

const DEEPEST_HEADING = 50;
const LOOK_AHEAD = 200;

/** Every row of every sheet that has a heading; first of all `null`, when the first heading is found. */
async function* understood(
  rows: AsyncIterable<Row>,
  fileName: string,
  context: FileContext,
  book: StateBook,
): AsyncGenerator<RowResult | null> {
  let sheet: string | null | undefined;
  let above: string[] = [];
  let depth = 0;
  let reader: Reader | null = null;
  let waiting: Row[] | null = null;
  let found = false;

  function* flush(): Generator<RowResult> {
    if (!reader || !waiting) return;
    reader.settleYear(waiting);
    for (const row of waiting) {
      const result = reader.read(row);
      if (result) yield result;
    }
    waiting = null;
  }

  for await (const row of rows) {
    if (row.sheet !== sheet) {
      yield* flush();
      [sheet, above, depth, reader] = [row.sheet, [], 0, null];
    }
    if (!reader) {
      depth += 1;
      if (depth > DEEPEST_HEADING && row.sheet === null) return;
      const heading = depth > DEEPEST_HEADING ? null : readHeading(row.cells, above);
      if (heading) {
        reader = rowReader(heading, above, fileName, context, book);
        waiting = [];
        if (!found) yield null;
        found = true;
      } else if (depth <= DEEPEST_HEADING) {
        above.push(row.cells.filter((cell) => cell.trim() !== '').join(' '));
      }
    } else if (waiting) {
      const lower = waiting.length === 0 ? joinHeadings(reader.cells(), row.cells) : null;
      const joined = lower && readHeading(lower, above);
      if (joined) reader = rowReader(joined, above, fileName, context, book);
      else if (waiting.push(row) === LOOK_AHEAD) yield* flush();
    } else {
      const result = reader.read(row);
      if (result) yield result;
    }
  }
  yield* flush();
}

type Reader = ReturnType<typeof rowReader>;

export type StateBook = ReturnType<typeof stateBook>;

/** Collects what the rows say of budget and total; the latest month that says anything is right. */
const stateBook = () => {
  const budgets = new Map<string, Budget & { month: number }>();
  const totals = new Map<number, { year: number; month: number; won: number }>();
  const wonIn = remembering((cell: string) => {
    const read = parseWon(cell);
    return 'won' in read ? read.won : null;
  });
  return {
    note: ({ year, month, account }: Spend, said: { budget: string; accountBudget: string; yearToDate: string }) => {
      const note = (of: Account | null, cell: string) => {
        const won = cell && wonIn(cell);
        const key = `${year}/${of ?? ''}`;
        const at = month ?? 0;
        if (won && at >= (budgets.get(key)?.month ?? 0)) budgets.set(key, { year, account: of, won, month: at });
      };
      note(null, said.budget);
      if (account) note(account, said.accountBudget);
      const total = month !== null && said.yearToDate && wonIn(said.yearToDate);
      if (total) totals.set(year * 12 + month, { year, month, won: total });
    },
    stated: (): Stated => ({
      budgets: [...budgets]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { year, account, won }]) => ({ year, account, won })),
      yearToDate: [...totals].sort(([a], [b]) => a - b).map(([, total]) => total),
    }),
  };
};
