import { readAmount } from '../../korean/amount.ts';
import { normalise } from '../../korean/typed.ts';
import { isNothing, isRemark, isTotalWord, openBrackets } from './cells.ts';
import { type Field, fieldOf, type Heading } from './headings.ts';
import type { Moment } from './moment.ts';

/** Blanks, sums, remarks, and headings that come again on every page. */
export const isNoRow = (cells: readonly string[], { columns, labels, own }: Heading): boolean => {
  // Most rows are rows at a glance.
  if (/^-?\d/.test(cells[columns.amount ?? -1] ?? '') && /^\d{4}-/.test(cells[columns.date ?? -1] ?? '')) return false;
  const given = cells.filter((cell) => cell.trim() !== '');
  if (given.length === 0) return true;
  const at = (field: Field) => cells[columns[field] ?? -1] ?? '';
  if (own && at('record') !== '') return false;
  if (given.length === 1) {
    // Numbers that were laid out for rows that never came.
    if (at('seq') !== '' && /^\d+$/.test(at('seq').trim())) return true;
    return isRemark(given[0] ?? '') || isTotalWord(given[0] ?? '');
  }
  const amount = at('amount');
  if (fieldOf(amount) === 'amount' && labels[columns.amount ?? -1] === normalise(amount)) return true;
  if (isNothing(at('date')) || isTotalWord(at('date'))) {
    const [purpose, place] = [at('purpose'), at('place')];
    const bare = (isNothing(purpose) || isTotalWord(purpose)) && (isNothing(place) || isTotalWord(place));
    return bare && cells.some((cell, index) => index !== columns.amount && isTotalWord(cell));
  }
  return false;
};

/** Signs that the pieces of a row stand in the wrong columns, a comma having been taken for a border. */
export const shiftIn = (cells: readonly string[], { columns, labels, own }: Heading, when: Moment): boolean => {
  if (when.problem === 'columns_shifted') return true;
  if (cells.length > labels.length && cells.slice(labels.length).some((cell) => cell.trim() !== '')) return true;
  if (own) return false;
  const at = (field: Field) => cells[columns[field] ?? -1] ?? '';
  if (/^\s*\d[\d,.]*\s*$/.test(at('payment'))) return true;
  return /[)）]/.test(at('purpose')) && openBrackets(at('place')) > 0 && openBrackets(at('purpose')) < 0;
};

/** The amount of a shifted row, where nothing else can be meant: what stands right of it fits its columns. */
export const shiftedAmount = (
  cells: readonly string[],
  { columns, labels, unit }: Heading,
  payment: (cell: string) => string | null,
): number | null => {
  const column = columns.amount ?? -1;
  let end = cells.length;
  while (end > labels.length && (cells[end - 1] ?? '').trim() === '') end -= 1;
  const excess = Math.max(0, end - labels.length);
  const paid = payment(cells[(columns.payment ?? -1) + excess] ?? '');
  if (columns.payment === undefined ? excess > 0 : paid === null || paid === 'unread') return null;
  if (excess === 0) return readAmount(cells[column] ?? '', unit).won;

  // 1,234,000 without quotes became three cells.
  const pieces = cells.slice(column, column + excess + 1).map((cell) => cell.trim());
  const [first = '', ...others] = pieces;
  if (/^-?\d{1,3}$/.test(first) && others.every((piece) => /^\d{3}$/.test(piece))) {
    return readAmount(pieces.join(''), unit).won;
  }
  return (columns.payment ?? 0) > column ? readAmount(cells[column + excess] ?? '', unit).won : null;
};
