import type { Row } from './row.ts';
import { LONGEST_CELL, LONGEST_LINE, MOST_COLUMNS, Unreadable } from './unreadable.ts';

/**
 * Text to rows, by whatever line ends come. A quote opens a cell only at its beginning and must close before a delimiter or
 * a line's end; one that never does is a letter like any other, so a stray quote spoils its own line at most.
 * Written by hand because the libraries measured either swallow the rest of the file there or are too slow.
 */
export async function* csvRows(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<Row> {
  const widths = widthCounter();
  let text = '';
  let line = 1;

  for await (const { more, final } of lastMarked(texts)) {
    text += more;
    let from = 0;
    const page = pageOf(text, final);
    for (;;) {
      const record = recordAt(page, from, delimiter, widths.usual());
      if (!record) break;
      if (record.raw !== '') {
        refuseHuge(record, line);
        widths.count(record.cells.length);
        yield { line, sheet: null, cells: record.cells, raw: record.raw };
      }
      line += record.lines;
      from = record.next;
    }
    text = text.slice(from);
    if (text.length > LONGEST_LINE && !/[\r\n]/.test(text)) throw new Unreadable('line_too_long', line);
  }
}

/** The delimiter that makes the beginning of a file the most regular table. */
export const delimiterOf = (head: string): string => {
  const declared = /^\ufeff?sep=(.)[\r\n]/i.exec(head)?.[1];
  if (declared) return declared;
  const lines = head
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const regularity = (delimiter: string): number => {
    const widths = new Map<number, number>();
    for (const line of lines) {
      const width = cellsOf(line, delimiter, 'strict').cells.length;
      if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1);
    }
    return Math.max(0, ...[...widths].map(([width, count]) => width * count));
  };
  return [',', '\t', ';', '|'].reduce((best, next) => (regularity(next) > regularity(best) ? next : best));
};

/** A record of more lines than this is a stray quote. */
const MOST_LINES = 500;
/** So many cells in each of two lines are no coincidence. */
const WIDE = 5;

/** Most rows are short: then nothing in them is long. */
const refuseHuge = ({ raw, cells, lines }: Found, line: number): void => {
  if (raw.length <= MOST_COLUMNS) return;
  if (raw.length > LONGEST_LINE && lines === 1) throw new Unreadable('line_too_long', line);
  if (cells.length > MOST_COLUMNS) throw new Unreadable('too_many_columns', line);
  if (raw.length > LONGEST_CELL && cells.some((cell) => cell.length > LONGEST_CELL))
    throw new Unreadable('cell_too_long', line);
};

/** What is there of the text, and whether it is all. */
type Page = { text: string; final: boolean; lineAt: (from: number) => Line | null };
type Line = { end: number; next: number };

const pageOf = (text: string, final: boolean): Page => {
  const nextFeed = finder(text, '\n');
  const nextTurn = finder(text, '\r');
  const lineAt = (from: number): Line | null => {
    const feed = nextFeed(from);
    const end = Math.min(feed, nextTurn(from));
    if (end === Number.POSITIVE_INFINITY) {
      return final && from < text.length ? { end: text.length, next: text.length } : null;
    }
    if (end === feed) return { end, next: end + 1 };
    // A carriage return at the end of what is there may be half a line break.
    if (end + 1 === text.length && !final) return null;
    return { end, next: end + (text[end + 1] === '\n' ? 2 : 1) };
  };
  return { text, final, lineAt };
};

/** Where a mark stands next. What was found is kept until passed, so that a file without one is searched once. */
const finder = (text: string, mark: string) => {
  let since = 0;
  let found = -1;
  return (from: number): number => {
    if (from < since || from > found) {
      const at = text.indexOf(mark, from);
      [since, found] = [from, at === -1 ? Number.POSITIVE_INFINITY : at];
    }
    return found;
  };
};

type Found = { cells: string[]; raw: string; lines: number; next: number };

const recordAt = (page: Page, from: number, delimiter: string, usual: number): Found | null => {
  const line = page.lineAt(from);
  if (!line) return null;
  const raw = page.text.slice(from, line.end);
  const single = { raw, lines: 1, next: line.next };
  if (!raw.includes('"')) return { ...single, cells: raw.split(delimiter) };

  const strict = cellsOf(raw, delimiter, 'strict');
  if (strict.state === 'closed') {
    if (usual === 0 || strict.cells.length === usual) return { ...single, cells: strict.cells };
    const lenient = cellsOf(raw, delimiter, 'lenient');
    const better = lenient.state === 'closed' && lenient.cells.length === usual;
    return { ...single, cells: better ? lenient.cells : strict.cells };
  }

  const literal = raw.split(delimiter);
  const joined = joinedAt(page, from, delimiter, usual);
  if (joined === 'more') return null;
  if (joined && (usual === 0 || joined.cells.length === usual || literal.length !== usual)) return joined;
  return { ...single, cells: literal };
};

/** The record over several lines that its quotes ask for; null when they lead nowhere. */
const joinedAt = (page: Page, from: number, delimiter: string, usual: number): Found | 'more' | null => {
  let at = from;
  let eachWhole = usual >= WIDE;
  for (let lines = 1; lines <= MOST_LINES; lines += 1) {
    const line = page.lineAt(at);
    if (!line) return page.final ? null : 'more';
    eachWhole &&= page.text.slice(at, line.end).split(delimiter).length === usual;
    const raw = page.text.slice(from, line.end);
    const { cells, state } = cellsOf(raw, delimiter, 'strict');
    if (state === 'broken') return null;
    // Lines that are each a whole row are rows, whatever two stray quotes say.
    if (state === 'closed') return eachWhole && lines > 1 ? null : { cells, raw, lines, next: line.next };
    at = line.next;
  }
  return null;
};

type Cells = { cells: string[]; state: 'closed' | 'open' | 'broken' };

/**
 * Splits one record. `strict`: a cell whose quotes are not as they should be is taken as it stands.
 * `lenient`: quotes inside a quoted cell are letters until one stands before a delimiter.
 */
const cellsOf = (text: string, delimiter: string, manner: 'strict' | 'lenient'): Cells => {
  const cells: string[] = [];
  for (let start = 0; ; ) {
    let end = text.indexOf(delimiter, start);
    if (end === -1) end = text.length;
    if (text[start] === '"') {
      const quoted = quotedAt(text, start, delimiter, manner);
      if (quoted === 'open' || quoted === 'broken') return { cells, state: quoted };
      if (quoted) {
        cells.push(quoted.cell);
        if (quoted.end >= text.length) return { cells, state: 'closed' };
        start = quoted.end + 1;
        continue;
      }
    }
    cells.push(text.slice(start, end));
    if (end === text.length) return { cells, state: 'closed' };
    start = end + 1;
  }
};

type Quoted = { cell: string; end: number } | 'open' | 'broken' | null;

/** The quoted cell at `start`; null where its quotes are letters. */
const quotedAt = (text: string, start: number, delimiter: string, manner: 'strict' | 'lenient'): Quoted => {
  let cell = '';
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return 'open';
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ' && delimiter !== ' ') end += 1;
    if (end >= text.length || text[end] === delimiter) return { cell, end };
    if (manner === 'strict') return /[\r\n]/.test(text.slice(start, quote)) ? 'broken' : null;
    cell += '"';
    from = quote + 1;
  }
};

/** The number of cells most rows had so far; 0 before the first. */
const widthCounter = () => {
  const seen = new Map<number, number>();
  let usual = 0;
  return {
    usual: () => usual,
    count: (width: number) => {
      const times = (seen.get(width) ?? 0) + 1;
      seen.set(width, times);
      if (width > 1 && times > (seen.get(usual) ?? 0)) usual = width;
    },
  };
};

async function* lastMarked(texts: AsyncIterable<string>): AsyncGenerator<{ more: string; final: boolean }> {
  let waiting = '';
  for await (const text of texts) {
    if (waiting) yield { more: waiting, final: false };
    waiting = text;
  }
  yield { more: waiting, final: true };
}
