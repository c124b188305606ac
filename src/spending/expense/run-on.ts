import type { Row } from '../../tables/row.ts';
import type { Field } from './heading-names.ts';
import type { Heading } from './headings.ts';
import { isSignature, isTitle, isUnitLine } from './layout.ts';
import { isCount, isRemark, isTotalWord, saysNone } from './totals.ts';

/** Columns of words that may be too long for one line of a page. */
const WORDS: readonly Field[] = ['purpose', 'place', 'people', 'attendees', 'address'];

/**
 * Lines that came as rows: where words were too long for their cell, what they go on with stands alone in the row below. Hands a row out once
 * the next one has come; `isRow` tells whether one is a spend and no sum.
 */
export const openRunOns = (isRow: (row: Row) => boolean) => {
  let last: Row | null = null;
  let more: Row[] = [];

  /** What waits, each row of its own unless all the words below it are its: not where the next row lacks what they may be the beginning of. */
  const settled = (next: Row | null): Row | readonly Row[] | null => {
    if (last === null || more.length === 0) return last;
    const row = last;
    const rows = [row, ...more];
    const parts = more.map((it) => ({ column: onlyCell(it.cells), it }));
    const lacks = (column: number) => next !== null && said(next.cells, column) === '' && isRow(next);
    const isOurs = parts.every(({ column }) => said(row.cells, column) !== '' && !lacks(column));
    if (!isOurs || !isRow(row)) return rows;
    const cells = [...row.cells];
    for (const { column, it } of parts) cells[column] = `${cells[column]} ${it.cells[column]}`;
    return { ...row, cells, raw: rows.map(({ raw }) => raw).join('\n') };
  };

  return {
    /** The row, seldom several, that nothing can be added to any more; `null` is the end. */
    take: (row: Row | null, heading: Heading): Row | readonly Row[] | null => {
      if (row !== null && last !== null && isRunOn(row, heading) && isNext(row, more.at(-1) ?? last)) {
        more.push(row);
        return null;
      }
      const rows = settled(row);
      last = row;
      if (more.length > 0) more = [];
      return rows;
    },
  };
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
