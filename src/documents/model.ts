/** A document to hand in, of which its writers know nothing but this. Every text in it is printed as it stands. */
export type Document = {
  title: string;
  /** The lines below the title on the first page; no first page without any. */
  cover: readonly string[];
  /** On top of every page but the cover. */
  runningHead: string;
  /** A word over every page of what is not final (초안); null for what is. */
  stamp: string | null;
  /** The heading of a page that lists the headings; null for none. */
  contents: string | null;
  /** Whether its pages lie on their long side: a table of many columns. */
  landscape: boolean;
  blocks: readonly Block[];
};

export type Block =
  /** Level 1 is a chapter, 2 a section of it. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  | Line
  /** A summary in a frame. */
  | { kind: 'box'; text: string }
  /** Small print: a unit above a table, a footnote below it. */
  | { kind: 'note'; text: string; align: 'left' | 'right' | 'center' }
  | Table
  | { kind: 'page_break' };

/** A line with its mark (`□`, `①`, `-`), hanging from a depth of 0 to 4. */
export type Line = { kind: 'line'; depth: number; mark: string; text: string };

/** Cells stand in the row where they begin; together they tile `columns.length` × `rows.length` without a gap. */
export type Table = {
  kind: 'table';
  /** Relative widths. */
  columns: readonly number[];
  /** How many rows are its head, repeated where it breaks over pages. */
  headRows: number;
  rows: readonly (readonly Cell[])[];
};

export type Cell = {
  blocks: readonly CellBlock[];
  colSpan: number;
  rowSpan: number;
  align: 'left' | 'right' | 'center';
  head: boolean;
};

export type CellBlock = Line | Extract<Block, { kind: 'note' }> | Table | { kind: 'text'; text: string };

export type Format = 'hwpx' | 'docx' | 'pdf';
export const FORMATS: readonly Format[] = ['hwpx', 'docx', 'pdf'];

export const textCell = (text: string, more: Partial<Omit<Cell, 'blocks'>> = {}): Cell => ({
  blocks: text.split('\n').map((line) => ({ kind: 'text', text: line })),
  colSpan: 1,
  rowSpan: 1,
  align: 'center',
  head: false,
  ...more,
});

export const headCell = (text: string, more: Partial<Omit<Cell, 'blocks'>> = {}): Cell =>
  textCell(text, { head: true, ...more });

/** Each cell with the column it begins in; throws where the cells of a table leave a gap, overlap or stick out. */
export function placeCells(table: Table): { cell: Cell; row: number; column: number }[] {
  const width = table.columns.length;
  const taken = table.rows.map(() => Array.from({ length: width }, () => false));
  const placed = table.rows.flatMap((cells, row) =>
    cells.map((cell) => {
      const column = taken[row]?.indexOf(false) ?? -1;
      for (let r = row; r < row + cell.rowSpan; r++) {
        for (let c = column; c < column + cell.colSpan; c++) {
          if (taken[r]?.[c] !== false)
            throw new Error(`cells of a table do not tile it at row ${row}, column ${column}`);
          (taken[r] as boolean[])[c] = true;
        }
      }
      return { cell, row, column };
    }),
  );
  if (taken.flat().includes(false)) throw new Error('cells of a table leave a gap');
  return placed;
}

/** What may stand in XML and in a PDF: no control characters but line ends and tabs, no half of a pair, no non-character. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '');
