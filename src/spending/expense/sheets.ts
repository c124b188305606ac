import type { Row } from '../../tables/row.ts';
import { type Heading, joinHeadings, type Needed, nearHeading, readHeading } from './headings.ts';
import { isTitle } from './layout.ts';
import { departmentIn, officerIn } from './office-in.ts';
import { joinPeriods, periodIn } from './period-in.ts';
import { type About, rowReader } from './row.ts';
import type { FileContext, RowResult } from './row-result.ts';
import { openSection, type Section } from './section.ts';
import type { StateBook } from './state-book.ts';

/** The row that comes nearest to a heading: `known` of its cells are headings. */
export type Nearest = { seen: string[]; missing: Needed[]; known: number };

type Reading = { fileName: string; context: FileContext; book: StateBook; nearest: Nearest };

const DEEPEST_HEADING = 50;

/** Every row of every sheet that has a heading; first of all `null`, when the first heading is found. */
export async function* sectioned(rows: AsyncIterable<Row>, reading: Reading): AsyncGenerator<RowResult | null> {
  let sheet: ReturnType<typeof openSheet> | null = null;
  let name: string | null | undefined;
  let found = false;
  for await (const row of rows) {
    if (!sheet || row.sheet !== name) {
      if (sheet) for (const result of sheet.end()) yield result;
      name = row.sheet;
      sheet = openSheet(name, reading);
    }
    const results = sheet.take(row);
    if (!found && sheet.hasHeading()) {
      found = true;
      yield null;
    }
    if (results.length > 0) for (const result of results) yield result;
    if (row.sheet === null && sheet.isHopeless()) return;
  }
  if (sheet) for (const result of sheet.end()) yield result;
}

const NO_RESULTS: readonly RowResult[] = [];

/** One sheet from its titles down: a heading, its rows, and perhaps further tables under titles of their own. */
const openSheet = (name: string | null, { fileName, context, book, nearest }: Reading) => {
  const above: string[] = [];
  const seen = new Map<string, number>();
  let depth = 0;
  let previous: readonly string[] = [];
  /** Titles that stand between rows, until a row or a heading comes under them. */
  let between: string[] = [];
  let section: Section | null = null;
  let isFresh = false;
  let headingLine = 0;

  const open = (heading: Heading, line: number): void => {
    headingLine = Math.max(headingLine, line);
    const about = { ...aboutOf([between, above, [name ?? ''], [fileName]], context), isText: name === null };
    section = openSection(rowReader(heading, about, context, book, seen), about.period, context.today);
    isFresh = true;
  };

  const seek = (row: Row): readonly RowResult[] => {
    depth += 1;
    if (depth > DEEPEST_HEADING) return NO_RESULTS;
    const joined = joinHeadings(previous, row.cells);
    const heading = readHeading(row.cells, above) ?? (joined && readHeading(joined, above));
    if (heading) open(heading, row.line);
    else {
      const near = nearHeading(row.cells);
      if (near && near.known > nearest.known) Object.assign(nearest, near);
      above.push(row.cells.filter((cell) => cell.trim() !== '').join(' '));
      previous = row.cells;
    }
    return NO_RESULTS;
  };

  const take = (read: Row): readonly RowResult[] => {
    if (!section) return seek(read);
    const { heading } = section.reader;
    const row = read.covered ? uncovered(read, heading, headingLine) : read;
    const lower = isFresh ? joinHeadings(heading.labels, row.cells) : null;
    const joined = lower && readHeading(lower, above);
    if (joined) {
      open(joined, row.line);
      return NO_RESULTS;
    }
    const title = titleIn(row.cells);
    if (title !== null) {
      between.push(title);
      return NO_RESULTS;
    }
    isFresh = false;
    const again = /\d/.test(row.cells[heading.columns.amount ?? -1] ?? '') ? null : readHeading(row.cells, between);
    const isOther = again !== null && again.labels.join() !== heading.labels.join();
    if (again && !isOther && between.length === 0) return NO_RESULTS; // the same on the next page
    if (!isOther && between.length === 0) return section.take(row);

    const done = section.end();
    open(again ?? heading, again ? row.line : headingLine);
    between = [];
    return again ? done : [...done, ...(section as Section).take(row)];
  };

  return {
    take,
    end: (): readonly RowResult[] => section?.end() ?? NO_RESULTS,
    hasHeading: (): boolean => section !== null,
    isHopeless: (): boolean => section === null && depth > DEEPEST_HEADING,
  };
};

/** Merged cells give their value to each row they cover; an amount that covers several rows is nobody knows whose. */
const uncovered = (row: Row, { columns, ways }: Heading, headingLine: number): Row => {
  const isMoney = (at: number) => at === columns.amount || ways.some(({ column }) => column === at);
  const cells = [...row.cells];
  for (const { column, text, from } of row.covered ?? []) {
    if (isMoney(column) || from <= headingLine || (cells[column] ?? '') !== '') continue;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return { ...row, cells };
};

/** The title in a row that holds nothing else. */
const titleIn = (cells: readonly string[]): string | null => {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell.trim() === '') continue;
    if (only !== null) return null;
    only = cell;
  }
  return only !== null && isTitle(only) ? only : null;
};

/** What titles, sheet and file say, the nearest first. */
const aboutOf = (said: readonly (readonly string[])[], context: FileContext): Omit<About, 'isText'> => {
  const lines = said.map((titles) => titles.join(' '));
  const period = joinPeriods(lines.map((line) => periodIn(line, context.today)));
  const first = (read: (line: string) => string | null) => lines.map(read).find((it) => it !== null) ?? null;
  return {
    period: context.year === undefined ? period : { ...period, year: context.year, days: null },
    department: first(departmentIn),
    spender: first(officerIn),
  };
};
