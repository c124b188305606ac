import { createHash } from 'node:crypto';
import { formatWon } from '../korean/won.ts';
import { disarmed } from '../tables/disarm.ts';
import { columnsOf, type DisclosureRow } from './table.ts';

export type Format = 'xlsx' | 'csv';
type Cell = string | number | null;

const SHEET = '집행내역';
/** Of the columns by their headings, in letters. */
const WIDTHS: Record<string, number> = {
  연번: 7,
  사용자: 16,
  부서명: 18,
  구분: 22,
  일시: 17,
  장소: 34,
  집행목적: 48,
  '대상 인원수': 22,
  '금액(원)': 13,
  결제방법: 10,
  비목: 11,
};

export const headingsOf = (rows: readonly DisclosureRow[]): string[] => [
  '연번',
  ...columnsOf(rows).map(([, label]) => label),
];

/** The published table as a file: its title, the headings, the rows, their number and sum. */
export async function disclosureFile(title: string, rows: readonly DisclosureRow[], format: Format): Promise<Buffer> {
  const columns = columnsOf(rows);
  const headings = headingsOf(rows);
  const body = rows.map((row, i): Cell[] => [i + 1, ...columns.map(([name]) => row[name])]);
  const won = rows.reduce((sum, { amount }) => sum + amount, 0);
  const total: Cell[] = headings.map((heading) =>
    heading === '연번' ? `합계(${formatWon(rows.length)}건)` : heading === '금액(원)' ? won : null,
  );
  const all: Cell[][] = [[title], headings, ...body, total].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? disarmed(cell) : cell)),
  );
  return format === 'csv' ? csv(all) : xlsx(all, headings);
}

export const checksumOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** CSV as spreadsheets in Korea open it: UTF-8 with its mark, CRLF. */
function csv(rows: readonly (readonly Cell[])[]): Buffer {
  const cell = (value: Cell): string => {
    const words = value === null ? '' : String(value);
    return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`);
}

async function xlsx(rows: Cell[][], headings: readonly string[]): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx');
  const amount = headings.indexOf('금액(원)');
  const bold = { font: { bold: true } };
  const cells = new Map<string, { style: object }>();
  const style = (row: number, column: number, look: object) => cells.set(`${row},${column}`, { style: look });
  style(0, 0, { font: { bold: true, size: 14 } });
  for (const [column] of headings.entries()) {
    style(1, column, { ...bold, alignment: { horizontal: 'center' } });
    style(rows.length - 1, column, column === amount ? { ...bold, numFmt: '#,##0' } : bold);
  }
  const bytes = await writeXlsx({
    sheets: [
      {
        name: SHEET,
        columns: headings.map((heading, column) => ({
          width: WIDTHS[heading] ?? 12,
          ...(column === amount ? { numFmt: '#,##0' } : {}),
        })),
        rows,
        cells,
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: headings.length - 1 },
          { startRow: rows.length - 1, startCol: 0, endRow: rows.length - 1, endCol: amount - 1 },
        ],
        freezePane: { rows: 2 },
        pageSetup: { orientation: 'landscape' },
      },
    ],
  });
  return Buffer.from(bytes);
}
