import { Parser } from 'htmlparser2';
import type { Row } from './row.ts';
import { LONGEST_CELL, MOST_COLUMNS, Unreadable } from './unreadable.ts';

/** Lines right above a table may be its titles; what stands further up on a page is of something else. */
const LINES_ABOVE = 8;
/** Deeper than any page; each tag that closes is looked for among those that are open. */
const DEEPEST = 1_000;

const BLOCKS = new Set('p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd caption title center section pre br hr'.split(' '));
const SILENT = new Set(['style', 'script', 'noscript', 'template', 'select', 'button']);

type Cell = { text: string; rows: number; columns: number };
/** A cell that goes on over rows below. */
type Span = { column: number; text: string; from: number; rest: number; columns: number };
type Table = {
  row: { cells: string[]; begun: Span[]; covered: ReadonlySet<number> } | null;
  cell: Cell | null;
  spans: Span[];
  /** Its row holds another table, and is there for the looks of the page. */
  isLayout: boolean;
};

/**
 * The rows of a web page's tables: many systems give out tables as such pages and call them `.xls`. Merged cells cover the rows below as in
 * a workbook. The lines above a table come as rows of one cell; a page without a table has no rows. Throws where the page breaks off in
 * the middle of a row.
 */
export async function* htmlRows(texts: AsyncIterable<string>): AsyncGenerator<Row> {
  const page = openPage();
  for await (const text of texts) {
    page.write(text);
    yield* page.rows();
  }
  page.end();
  yield* page.rows();
}

const openPage = () => {
  const tables: Table[] = [];
  let ready: Row[] = [];
  let above: Row[] = [];
  let words = '';
  let line = 0;
  let silent = 0;
  let depth = 0;

  /** A line outside of tables has ended. */
  const endLine = (): void => {
    const said = plain(words);
    words = '';
    if (said === '') return;
    line += 1;
    above = [...above, rowOf(line, [said])].slice(-LINES_ABOVE);
  };

  const endCell = (table: Table): void => {
    const { row, cell } = table;
    if (!row || !cell) return;
    table.cell = null;
    const text = plain(cell.text);
    while (row.covered.has(row.cells.length)) row.cells.push('');
    const column = row.cells.length;
    // Spreadsheets fill what is right of a table up with one wide cell of nothing.
    const columns = text === '' ? Math.min(cell.columns, Math.max(1, MOST_COLUMNS - column)) : cell.columns;
    if (column + columns > MOST_COLUMNS) throw new Unreadable('too_many_columns', line + 1);
    row.cells.push(text, ...Array.from({ length: columns - 1 }, () => ''));
    if (cell.rows > 1) row.begun.push({ column, text, from: line + 1, rest: cell.rows - 1, columns });
  };

  const endRow = (table: Table): void => {
    endCell(table);
    const { row, spans } = table;
    if (!row) return;
    line += 1;
    table.row = null;
    const { isLayout } = table;
    table.isLayout = false;
    while (row.cells.at(-1) === '') row.cells.pop();
    const covered = spans.map(({ column, text, from }) => ({ column, text, from }));
    for (const span of spans) span.rest -= 1;
    table.spans = [...spans.filter(({ rest }) => rest > 0), ...row.begun];
    if (isLayout || row.cells.length === 0) return;
    ready.push(...above, { ...rowOf(line, row.cells), ...(covered.length > 0 && { covered }) });
    above = [];
  };

  const opened = (name: string, attributes: Record<string, string>): void => {
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable('damaged', line + 1);
    if (SILENT.has(name)) silent += 1;
    const table = tables.at(-1);
    if (name === 'table') {
      if (table?.cell) {
        words = table.cell.text;
        table.cell = null;
        table.isLayout = true;
      }
      endLine();
      tables.push({ row: null, cell: null, spans: [], isLayout: false });
    } else if (table && name === 'tr') {
      endRow(table);
      table.row = beginRow(table);
    } else if (table && (name === 'td' || name === 'th')) {
      endCell(table);
      table.row ??= beginRow(table);
      table.cell = { text: '', rows: many(attributes.rowspan), columns: many(attributes.colspan) };
    } else if (BLOCKS.has(name)) breakLine();
  };

  const closed = (name: string): void => {
    depth -= 1;
    if (SILENT.has(name)) silent -= 1;
    const table = tables.at(-1);
    if (name === 'table' && table) {
      endRow(table);
      tables.pop();
    } else if (table && name === 'tr') endRow(table);
    else if (table && (name === 'td' || name === 'th')) endCell(table);
    else if (BLOCKS.has(name)) breakLine();
  };

  const breakLine = (): void => {
    const cell = tables.at(-1)?.cell;
    if (cell) cell.text += '\n';
    else endLine();
  };

  const said = (text: string): void => {
    if (silent > 0) return;
    const plainer = text.replace(/[ \t\r\n\f]+/g, ' ');
    const cell = tables.at(-1)?.cell;
    if (!cell) {
      if (words.length < LONGEST_CELL) words += plainer;
    } else if (cell.text.length + plainer.length > LONGEST_CELL) {
      if (plain(cell.text + plainer).length > LONGEST_CELL) throw new Unreadable('cell_too_long', line + 1);
      cell.text = plain(cell.text + plainer);
    } else cell.text += plainer;
  };

  const parser = new Parser({ onopentag: opened, onclosetag: closed, ontext: said });
  return {
    write: (text: string): void => parser.write(text),
    end: (): void => {
      // What was cut off there may be half an amount.
      if (tables.some(({ row }) => row !== null)) throw new Unreadable('damaged', line + 1);
      parser.end();
    },
    rows: (): Row[] => {
      const rows = ready;
      ready = [];
      return rows;
    },
  };
};

const rowOf = (line: number, cells: string[]): Row => ({
  line,
  sheet: null,
  cells,
  raw: cells.join('\t').replaceAll('\n', ' '),
});

const beginRow = ({ spans }: Table): Table['row'] => ({
  cells: [],
  begun: [],
  covered: new Set(spans.flatMap(({ column, columns }) => Array.from({ length: columns }, (_, at) => column + at))),
});

/** What `rowspan` and `colspan` say. */
const many = (said: string | undefined): number => {
  const number = Number.parseInt(said ?? '1', 10);
  return number >= 1 ? Math.min(number, MOST_ROWS) : 1;
};
const MOST_ROWS = 65_536;

/** As a browser shows it, line by line. */
const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
