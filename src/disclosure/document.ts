import { type Cell, type Document, headCell, textCell } from '../documents/model.ts';
import { formatWon } from '../korean/won.ts';
import { headingsOf } from './file.ts';
import { columnsOf, type DisclosureRow } from './table.ts';

/** Of the columns on a page, so that no day, amount or account breaks within itself. */
export const PAGE_WIDTHS: Record<string, number> = {
  연번: 7,
  사용자: 11,
  부서명: 11,
  구분: 13,
  일시: 22,
  장소: 24,
  집행목적: 34,
  '대상 인원수': 15,
  '금액(원)': 16,
  결제방법: 12,
  비목: 12,
};

/** The released table to hand in: the same title, headings, rows and sum as in its spreadsheet. */
export function disclosureDocument(title: string, rows: readonly DisclosureRow[]): Document {
  const columns = columnsOf(rows);
  const headings = headingsOf(rows);
  const won = rows.reduce((sum, { amount }) => sum + amount, 0);
  const before = columns.findIndex(([name]) => name === 'amount');
  const cellOf = (value: string | number | null): Cell =>
    typeof value === 'number' ? textCell(formatWon(value), { align: 'right' }) : textCell(value ?? '');
  return {
    ...{ title, runningHead: title, cover: [], contents: null, stamp: null, landscape: true },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'table',
        columns: headings.map((heading) => PAGE_WIDTHS[heading] ?? 12),
        headRows: 1,
        rows: [
          headings.map((heading) => headCell(heading)),
          ...rows.map((row, i) => [textCell(String(i + 1)), ...columns.map(([name]) => cellOf(row[name]))]),
          [
            headCell(`합계(${formatWon(rows.length)}건)`, { colSpan: before + 1 }),
            headCell(formatWon(won), { align: 'right' }),
            ...columns.slice(before + 1).map(() => headCell('')),
          ],
        ],
      },
    ],
  };
}
