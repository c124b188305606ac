import type { Row } from '../../tables/row.ts';
import {
  type Heading,
  headingUnder,
  inUnit,
  isOfSums,
  isOtherTable,
  joinHeadings,
  type Needed,
  nearHeading,
  readHeading,
  secondHeading,
} from './headings.ts';
import { isTitle, isUnitLine, saysUnit } from './layout.ts';
import { rowReader } from './row.ts';
import type { FileContext, RowResult } from './row-result.ts';
import { openRunOns } from './run-on.ts';
import { openSection, type Section } from './section.ts';
import type { StateBook } from './state-book.ts';
import { aboutOf, type Titles, under } from './titles.ts';

/** The row that comes nearest to a heading: `known` of its cells are headings. */
export type Nearest = { seen: string[]; missing: Needed[]; known: number };

type Reading = { fileName: string; context: FileContext; book: StateBook; nearest: Nearest };

const DEEPEST_HEADING = 50;

/** Every row of every sheet that has a heading; first of all `null`, when the first heading is found. */
export async function* sectioned(rows: AsyncIterable<Row>, reading: Reading): AsyncGenerator<RowResult | null> {
  let sheet: ReturnType<typeof openHalves> | null = null;
  let name: string | null | undefined;
  let found = false;
  for await (const row of rows) {
    if (!sheet || row.sheet !== name) {
      if (sheet) for (const result of sheet.end()) yield result;
      name = row.sheet;
      sheet = openHalves(name, reading);
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

/** A sheet; where all of a heading stands twice in a row, the list on the left and the one on the right of it. */
const openHalves = (name: string | null, reading: Reading) => {
  const seen = new Map<string, number>();
  const above: string[] = [];
  const left = openSheet(name, reading, seen, above);
  let right: ReturnType<typeof openSheet> | null = null;
  let border = 0;
  const half = ({ covered = [], ...row }: Row, from: number, to = Number.POSITIVE_INFINITY): Row => ({
    ...row,
    cells: row.cells.slice(from, to),
    covered: covered
      .filter(({ column }) => column >= from && column < to)
      .map((merged) => ({ ...merged, column: merged.column - from })),
  });
  return {
    take: (row: Row): readonly RowResult[] => {
      if (right) return [...left.take(half(row, 0, border)), ...right.take(half(row, border))];
      const sought = !left.hasHeading();
      const results = left.take(row);
      border = sought && left.hasHeading() ? (secondHeading(row.cells) ?? 0) : 0;
      if (border === 0) return results;
      left.narrow(border);
      right = openSheet(name, reading, seen, above);
      return right.take(half(row, border));
    },
    end: (): readonly RowResult[] => [...left.end(), ...(right?.end() ?? NO_RESULTS)],
    hasHeading: left.hasHeading,
    isHopeless: left.isHopeless,
  };
};

/** One sheet from its titles down: a heading, its rows, and perhaps further tables under titles of their own. */
const openSheet = (
  name: string | null,
  { fileName, context, book, nearest }: Reading,
  seen: Map<string, number>,
  above: string[],
) => {
  let depth = 0;
  let previous: readonly string[] = [];
  /** Lines that stand between rows, until a row or a heading comes under them. */
  let between: string[] = [];
  /** What the rows stand under now: the titles of their table, and the line that says what its figures count. */
  let titles: Titles = { said: [], outer: [] };
  let units: readonly string[] = [];
  let section: Section | null = null;
  let isFresh = false;
  /** Under the heading of a table that is no list of spends. */
  let isForeign = false;
  let headingLine = 0;

  const open = (heading: Heading, line: number): void => {
    headingLine = Math.max(headingLine, line);
    const about = {
      ...aboutOf([dateLabels(heading), titles.said, titles.outer, above, [name ?? ''], [fileName]], context),
      isText: name === null,
    };
    section = openSection(rowReader(heading, about, context, book, seen), about.period, context.today);
    isFresh = true;
    isForeign = false;
  };

  const seek = (row: Row): readonly RowResult[] => {
    depth += 1;
    if (depth > DEEPEST_HEADING) return NO_RESULTS;
    const heading = headingUnder(previous, row.cells, above);
    if (heading && !isOfSums(heading, [name ?? '', ...above])) open(heading, row.line);
    else {
      const near = nearHeading(row.cells);
      // A table of sums names no day.
      const missing = near && near.missing.length === 0 ? ['date' as const] : near?.missing;
      if (near && near.known > nearest.known) Object.assign(nearest, near, { missing });
      above.push(row.cells.filter((cell) => cell.trim() !== '').join(' '));
      previous = row.cells;
    }
    return NO_RESULTS;
  };

  /** The rows from here on stand under what was said between them. */
  const settleUnder = (): void => {
    const said = between.filter((line) => !isUnitLine(line));
    const counted = between.filter(saysUnit);
    if (said.length > 0) titles = under(titles, said, context.today);
    if (counted.length > 0) units = counted.slice(-1);
    between = [];
  };

  const runOns = openRunOns((row) => section?.isPaid(uncovered(row, section.reader.heading, headingLine)) ?? false);
  const take = (read: Row | null): readonly RowResult[] => {
    if (!section) return read ? seek(read) : NO_RESULTS;
    const rows = runOns.take(read, section.reader.heading);
    const [only] = rows;
    return rows.length === 1 && only ? takeWhole(only) : rows.flatMap(takeWhole);
  };

  const takeWhole = (read: Row): readonly RowResult[] => {
    if (!section) return NO_RESULTS;
    const { heading } = section.reader;
    const row = uncovered(read, heading, headingLine);
    const lower = isFresh ? joinHeadings(heading.labels, row.cells) : null;
    const joined = lower && readHeading(lower, [...units, ...above]);
    if (joined) {
      open(joined, row.line);
      return NO_RESULTS;
    }
    const line = lineIn(row.cells);
    if (line !== null) {
      between.push(line);
      return NO_RESULTS;
    }
    isFresh = false;
    const mayBeHeading = !/\d/.test(row.cells[heading.columns.amount ?? -1] ?? '');
    const again = mayBeHeading ? readHeading(row.cells, [...between, ...units, ...above]) : null;
    const isOther = again !== null && again.labels.join() !== heading.labels.join();
    if (again && !isOther && between.length === 0) {
      isForeign = false;
      return NO_RESULTS; // the same on the next page
    }
    if (!isOther && between.length === 0) {
      if (mayBeHeading && !again && isOtherTable(row.cells)) isForeign = true;
      return isForeign && !section.isSpend(row) ? NO_RESULTS : section.take(row);
    }

    const done = section.end();
    settleUnder();
    open(again ?? inUnit(heading, [...units, ...above]), again ? row.line : headingLine);
    return again ? done : [...done, ...(section as Section).take(row)];
  };

  return {
    take,
    end: (): readonly RowResult[] => [...take(null), ...(section?.end() ?? NO_RESULTS)],
    hasHeading: (): boolean => section !== null,
    isHopeless: (): boolean => section === null && depth > DEEPEST_HEADING,
    /** Takes only the columns before this one for its own. */
    narrow: (width: number): void => {
      const { heading } = (section as Section).reader;
      open({ ...heading, labels: heading.labels.slice(0, width) }, headingLine);
    },
  };
};

/** `집행일(2024년)` */
const dateLabels = ({ columns, labels }: Heading): string[] =>
  [columns.date, columns.day, columns.month].flatMap((column) => (column === undefined ? [] : (labels[column] ?? [])));

/** Merged cells give their value to each row they cover; an amount that covers several rows is nobody knows whose. */
const uncovered = (row: Row, { columns, ways }: Heading, headingLine: number): Row => {
  if (!row.covered) return row;
  const isMoney = (at: number) => at === columns.amount || ways.some(({ column }) => column === at);
  const cells = [...row.cells];
  for (const { column, text, from } of row.covered) {
    if (isMoney(column) || from <= headingLine || (cells[column] ?? '') !== '') continue;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }
  return { ...row, cells };
};

/** The title in a row that holds nothing else, or what the figures below count. */
const lineIn = (cells: readonly string[]): string | null => {
  let only: string | null = null;
  for (const cell of cells) {
    if (cell.trim() === '') continue;
    if (only !== null) return null;
    only = cell;
  }
  return only !== null && (isTitle(only) || saysUnit(only)) ? only : null;
};
