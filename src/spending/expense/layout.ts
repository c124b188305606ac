import { readAmount } from '../../korean/amount.ts';
import { normalise } from '../../korean/typed.ts';
import { isNothing, openBrackets } from './cells.ts';
import { type Field, fieldOf } from './heading-names.ts';
import type { Heading } from './headings.ts';
import type { Moment } from './moment.ts';
import { isCount, isRemark, isRemarkLetters, isTotalWord, saysNone } from './totals.ts';

/** Blanks, sums, remarks, titles and headings that come again on every page. `when` is what its day says. */
export const isNoRow = (
  cells: readonly string[],
  { columns, labels, parts, own }: Heading,
  when: Moment | null,
): boolean => {
  const at = (field: Field) => cells[columns[field] ?? -1] ?? '';
  const purpose = at('purpose');
  const seq = at('seq');
  if (seq !== '' && !own && EXAMPLE.test(seq)) return true;
  // Most rows are rows at a glance: no sum has a day and a payee.
  if (when?.day && at('amount') !== '' && !(isNothing(at('place')) && isTotalWord(purpose))) return false;
  const given = cells.filter((cell) => cell.trim() !== '');
  if (given.length === 0) return true;
  if (own && at('record') !== '') return false;
  const amount = at('amount');
  const isUnpaid = !/[1-9]/.test(amount) && !/\d/.test(at('date'));
  if (isUnpaid && saysNone([at('date'), at('time'), at('place'), purpose, amount].join(''))) return true;
  if (given.length === 1) {
    const [only = ''] = given;
    // Numbers that were laid out for rows that never came.
    if (/^\d+$/.test(at('seq').trim())) return true;
    if (isRemark(only) || isTotalWord(only) || isTitle(only) || isSignature(only)) return true;
    if ([...only.trim()].length === 1) return true;
    // A line under the table, who answers for it, since when: it stands where no spend says what it was for.
    const saysSpend = (['purpose', 'place', 'amount'] as const).some((field) => at(field) !== '');
    return !saysSpend && !/^[-△▲(₩]?\s*[\d,.]+\s*원?\)?$/.test(only.trim());
  }
  if (isRemarkLetters(given) || given.every((cell) => isRemark(cell))) return true;
  if (given.length <= 4 && isSigned(given, at)) return true;
  if (fieldOf(amount) === 'amount' && labels[columns.amount ?? -1] === normalise(amount)) return true;
  // Money that came in.
  if (isNothing(amount) && parts.received.some((column) => /[1-9]/.test(cells[column] ?? ''))) return true;
  return isTotal(cells, columns);
};

/** Who made the list, whom to ask. */
const isSigned = (given: readonly string[], at: (field: Field) => string): boolean => {
  const amount = at('amount');
  if (/\d/.test(at('date')) || (/[1-9]/.test(amount) && !TELEPHONE.test(amount))) return false;
  const [purpose, isAll] = [at('purpose'), given.every((cell) => SIGNED.test(cell) || TELEPHONE.test(cell))];
  return isAll || (isNothing(purpose) && given.some((cell) => SIGNED.test(cell)));
};
/** `작성자: 총무과 홍아무` */
export const isSignature = (line: string): boolean =>
  /^\s*[([※○▢□-]?\s*(?:작성|확인|담당|검토|문의|결재)(?:자|부서|처|일)?\s*[:：]/.test(line);
const SIGNED = /^\s*[([※○▢□-]?\s*(?:작성|확인|담당|검토|결재|문의|연락|전화|직인|기준일|☎|☏)/;
const TELEPHONE = /^\s*[☎☏]?\s*\(?0\d{1,2}[)-]\s*\d{3,4}-\d{4}\s*\)?\s*$/;

/** A sum names no payee and nothing it was spent on: where these stand, there is a word or a number of sums, or nothing. */
const isTotal = (cells: readonly string[], columns: Heading['columns']): boolean => {
  const free = (field: Field) => {
    const cell = cells[columns[field] ?? -1] ?? '';
    return isNothing(cell) || isTotalWord(cell) || isCount(cell);
  };
  const undated =
    free('date') ||
    /^(?:(?:19|20)?\d{2}\s*[년.-]\s*)?\d{1,2}\s*월(?:분)?$/.test((cells[columns.date ?? -1] ?? '').trim());
  // Carried over on a day, with nothing spent.
  const isUnpaid = isNothing(cells[columns.amount ?? -1] ?? '') && columns.amount !== undefined;
  const isDatedSum = SPEND_SAYS.every((field) => isNothing(cells[columns[field] ?? -1] ?? ''));
  if (!(undated || isUnpaid || isDatedSum) || !free('purpose') || !free('place')) return false;
  return cells.some((cell, index) => index !== columns.amount && cell !== '' && isTotalWord(cell));
};

/** How the rows below are to be written. */
const EXAMPLE = /^\s*[([<]?\s*(?:작성|기재|입력)?\s*(?:예시|예|샘플)\s*\d?\s*[)\]>]?\s*$/;

/** What a spend of a day says, and a sum or what was carried over on a day does not. */
const SPEND_SAYS: readonly Field[] = ['time', 'people', 'headcount', 'attendees', 'payment'];

/** `2026년 4월 업무추진비 집행내역`, `□ 총무과`, `<4월>`: a line over another table or part of one. */
export const isTitle = (cell: string): boolean => {
  const words = normalise(cell);
  return (
    words.length <= 80 &&
    (/업무\s*추진비|(?:집행|사용|지출)\s*(?:내역|현황|명세|실적)/.test(words) ||
      /^[□■○●◎◦❍▶▷◆◇▪▣]/.test(words) ||
      PERIOD_ALONE.test(words))
  );
};

/** `2026년`, `4월분`: a title that says nothing but when. */
export const isPeriodTitle = (line: string): boolean => PERIOD_ALONE.test(normalise(line));

/** `(단위: 천원)`: what the figures of a table count. */
export const isUnitLine = (cell: string): boolean =>
  cell.length <= 40 && /^[\s([<※*]*(?:금액\s*)?단\s*위\s*[:：]?\s*\S/.test(cell);

/** The same, also in a line that says more: `2. 기관운영 (단위: 천원)`. */
export const saysUnit = (line: string): boolean =>
  isUnitLine(line) || (line.length <= 80 && /[([<]\s*(?:금액\s*)?단\s*위\s*[:：]?\s*\S/.test(line));

/** `2026년`, `'26. 4월`, `4월분`, `【1/4분기】`, `3) 5월 집행분`. */
const PERIOD_ALONE =
  /^(?:\d{1,2}\s*[.)]\s*(?=\D|\d{1,4}\s*[년월]))?[-=<>《》〈〉【】[\]()·\s]*(?:(?:(?:19|20)\d{2}|'\d{2})\s*(?:년도?|\.)\s*(?:\d{1,2}\s*월|[1-4]\s*(?:\/\s*4)?\s*분기)?|\d{1,2}\s*월|[1-4]\s*(?:\/\s*4)?\s*분기)\s*(?:분|중|집행분|사용분|집행|사용)?[-=<>《》〈〉【】[\]()·:\s]*$/;

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
  { columns, ways, labels, unit }: Heading,
  payment: (cell: string) => string | null,
): number | null => {
  if (ways.length > 0) return null;
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
