import { disarmed } from '../../tables/disarm.ts';
import type { Account, Payment } from '../../vocabulary/expense.ts';
import type { Field } from './heading-names.ts';
import { COLUMNS } from './headings.ts';
import type { Spend } from './rules.ts';

export type ExportRow = {
  /** `E1024` */
  record: string | null;
  spend: Spend;
  /** Won: of its year as a whole, and of its account, so that the file alone gives the same status. */
  budget: number | null;
  accountBudget: number | null;
  note: string | null;
};

/** A CSV file in pieces, as spreadsheets in Korea open it: UTF-8 with its mark, CRLF. */
export async function* csvLines(rows: AsyncIterable<ExportRow> | Iterable<ExportRow>): AsyncGenerator<string> {
  let piece = `\ufeff${csvLine(COLUMNS.map(([, label]) => label))}`;
  let seq = 0;
  for await (const row of rows) {
    seq += 1;
    piece += csvLine(cellsOf(row, seq).map((cell) => (typeof cell === 'string' ? disarmed(cell) : cell)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** An XLSX file in pieces; beyond a sheet's 1,048,576 rows it goes on in the next, under the same heading. */
export async function* xlsxBytes(rows: AsyncIterable<ExportRow> | Iterable<ExportRow>): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const stream = writeXlsxStream(numbered(rows), {
    name: SHEET,
    columns: COLUMNS.map(([field, label]) => ({ header: label, width: WIDTHS[field] ?? 12, ...FORMATS[field] })),
    freezePane: { rows: 1 },
  });
  yield* stream;
}

const SHEET = '집행내역';
const PIECE = 64 * 1024;
const WIDTHS: Partial<Record<Field, number>> = {
  seq: 7,
  date: 17,
  place: 26,
  purpose: 44,
  people: 18,
  account: 24,
  year: 9,
  month: 8,
  category: 20,
  address: 26,
  headcount: 8,
  attendees: 26,
  note: 20,
};
const FORMATS: Partial<Record<Field, { numFmt: string }>> = { amount: { numFmt: '#,##0' } };

const ACCOUNT_LABELS: Record<Account, string> = {
  '203-01': '203-01 기관운영업무추진비',
  '203-02': '203-02 정원가산업무추진비',
  '203-03': '203-03 시책추진업무추진비',
  '203-04': '203-04 부서운영업무추진비',
};
const PAYMENT_LABELS: Record<Payment, string> = {
  card: '카드',
  zeropay: '제로페이',
  transfer: '계좌이체',
  cash: '현금',
};

type Cell = string | number | null;

async function* numbered(rows: AsyncIterable<ExportRow> | Iterable<ExportRow>): AsyncGenerator<Cell[]> {
  let seq = 0;
  for await (const row of rows) {
    seq += 1;
    yield cellsOf(row, seq);
  }
}

/** In the order of COLUMNS: words as they are, numbers as numbers. */
const cellsOf = ({ record, spend, budget, accountBudget, note }: ExportRow, seq: number): Cell[] => [
  seq,
  spend.spender,
  spend.department,
  [spend.spentOn, spend.spentTime].filter((part) => part !== null).join(' ') || null,
  spend.place,
  spend.purpose,
  spend.attendees === null ? spend.headcount : spend.attendees,
  spend.amount,
  spend.payment && PAYMENT_LABELS[spend.payment],
  spend.account && ACCOUNT_LABELS[spend.account],
  spend.year,
  spend.month,
  spend.category,
  spend.activity,
  spend.address,
  spend.headcount,
  spend.attendees,
  budget,
  accountBudget,
  record,
  note,
];

const csvLine = (cells: readonly Cell[]): string => {
  let line = '';
  for (const [index, cell] of cells.entries()) {
    if (index > 0) line += ',';
    if (typeof cell === 'string') line += SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    else if (cell !== null) line += cell;
  }
  return `${line}\r\n`;
};
const SPECIAL = /[",\r\n]|^\s|\s$/;
