import { type Block, headCell, type Table, textCell } from '../../documents/model.ts';

type Column = { name: string; width: number; align?: 'left' | 'right' | 'center' };

/** A list as a table with numbered rows; one row says so where there is nothing. */
export function listTable(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  const all = [{ name: '연번', width: 6 }, ...columns];
  const body = rows.map((row, i) => [
    textCell(String(i + 1)),
    ...columns.map(({ align = 'center' }, column) => textCell(row[column] ?? '', { align })),
  ]);
  const none = [textCell('해당 없음', { colSpan: all.length })];
  return {
    kind: 'table',
    columns: all.map(({ width }) => width),
    headRows: 1,
    rows: [all.map(({ name }) => headCell(name)), ...(body.length > 0 ? body : [none])],
  };
}

export const unit = (text: string): Block => ({ kind: 'note', text: `(${text})`, align: 'right' });
export const remark = (text: string): Block => ({ kind: 'line', depth: 1, mark: '※', text });
export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
