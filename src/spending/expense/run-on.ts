import type { Row } from '../../tables/row.ts';
import type { Field } from './heading-names.ts';
import type { Heading } from './headings.ts';
import { isSignature, isTitle, isUnitLine } from './layout.ts';
import { isCount, isRemark, isTotalWord, saysNone } from './totals.ts';

/** Columns of words that may be too long for one line of a page. */
const WORDS: readonly Field[] = ['purpose', 'place', 'people', 'attendees', 'address'];

/**
 * Lines that came as rows: where words were too long for their cell, what they go on with stands alone in the row below; where they stand
 * in the middle of a high row, as many lines above it as below. Hands a row out once the next one has come; `isRow` tells whether one is
 * a spend and no sum.
 */
export const openRunOns = (isRow: (row: Row) => boolean) => {
  /** The lines above the last row that its words may begin with. */
  let before: Row[] = [];
  let last: Row | null = null;
  let more: Row[] = [];

  /** What waits, each row of its own unless all the words above and below it are its. */
  const settled = (next: Row | null): readonly Row[] => {
    const column = more[0] ? onlyCell(more[0].cells) : -1;
    const isOneColumn = more.every(({ cells }) => onlyCell(cells) === column);
    const isLacking = (at: number) => next !== null && said(next.cells, at) === '' && isRow(next);
    const lines = [...before, ...(last ? [last] : []), ...more];
    if (before.length > 0) {
      const isAround = before.length === more.length && isOneColumn && column === onlyCell(before[0]?.cells ?? []);
      const isWhole = last !== null && isAround && !isLacking(column) && isRow(last);
      before = [];
      return isWhole ? [joined(last as Row, lines, [column])] : lines;
    }
    if (more.length === 0) return lines;
    if (isOneColumn && isLacking(column) && next && isNext(next, more.at(-1) as Row)) {
      before = more;
      return last ? [last] : [];
    }
    const isOurs = more.every(
      ({ cells }) => said(last?.cells ?? [], onlyCell(cells)) !== '' && !isLacking(onlyCell(cells)),
    );
    return last && isOurs && isRow(last)
      ? [
          joined(
            last,
            lines,
            more.map(({ cells }) => onlyCell(cells)),
          ),
        ]
      : lines;
  };

  return {
    /** The rows, seldom more than one, that nothing can be added to any more; `null` is the end. */
    take: (row: Row | null, heading: Heading): readonly Row[] => {
      const above = more.at(-1) ?? last;
      if (row !== null && isRunOn(row, heading) && (above === null || isNext(row, above))) {
        more.push(row);
        return NOTHING;
      }
      // Nearly every row stands by itself.
      const rows = last && more.length === 0 && before.length === 0 ? [last] : settled(row);
      last = row;
      if (more.length > 0) more = [];
      return rows;
    },
  };
};

const NOTHING: readonly Row[] = [];

/** One row with the words of all lines in these columns. */
const joined = (row: Row, lines: readonly Row[], columns: readonly number[]): Row => {
  const cells = [...row.cells];
  for (const column of new Set(columns)) {
    cells[column] = lines
      .map((it) => said(it.cells, column))
      .filter(Boolean)
      .join(' ');
  }
  return { ...row, cells, raw: lines.map(({ raw }) => raw).join('\n') };
};

const said = (cells: readonly string[], column: number | undefined): string => cells[column ?? -1]?.trim() ?? '';
const onlyCell = (cells: readonly string[]): number => cells.findIndex((cell) => cell.trim() !== '');

const isRunOn = ({ cells, covered }: Row, { columns, own }: Heading): boolean => {
  // Asked of every row, nearly all of which say an amount.
  if (own || (cells[columns.amount ?? -1] ?? '') !== '' || (cells[columns.date ?? -1] ?? '') !== '') return false;
  const at = onlyCell(cells);
  if (at < 0 || !WORDS.some((field) => columns[field] === at)) return false;
  if (cells.some((cell, index) => index > at && cell.trim() !== '')) return false;
  const isCovered = (field: Field) => covered?.some(({ column }) => column === columns[field]) ?? false;
  // A row of a merged day that has no amount of its own lost it.
  if (isCovered('date') && !isCovered('amount')) return false;
  const words = cells[at] ?? '';
  return /\p{L}/u.test(words) && !NOT_OF_ROW.some((is) => is(words));
};

/** `이`, `하`, `여`, `백` down a column. */
const LETTER = /^[-=\s]*[이하여백빈칸끝없음][-=.\s]*$/;
const NOT_OF_ROW: readonly ((words: string) => boolean)[] = [
  (words) => LETTER.test(words),
  isSignature,
  isTitle,
  isUnitLine,
  isRemark,
  isTotalWord,
  isCount,
  saysNone,
];

/** Nothing stands between them, not even a blank line. */
const isNext = (row: Row, above: Row): boolean =>
  row.line - above.line === (row.sheet === null ? above.raw.split(/\r\n|\r|\n/).length : 1);
