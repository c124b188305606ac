import { normalise } from './typed.ts';
import { parseWon } from './won.ts';

/** What a bare number in a column counts: won (`''`), or so many of them. */
export type Unit = '' | '천원' | '만원' | '백만원';

/** The unit a column's heading names (`집행금액(천원)`), or a line above the table does (`(단위: 천원)`). */
export const unitOf = (heading: string, above: readonly string[]): Unit =>
  unitIn(heading) ?? unitIn(above.find((line) => /단\s*위/.test(line)) ?? '') ?? '';

/** The won in a cell, or why not. */
export const readAmount = (
  cell: string,
  unit: Unit,
): { won: number; code: null } | { won: null; code: 'amount_missing' | 'amount_unreadable' } => {
  if (cell.length > LONGEST) return { won: null, code: cell.trim() === '' ? 'amount_missing' : 'amount_unreadable' };
  if (unit === '' && /^-?\d{1,12}$/.test(cell)) return { won: Number(cell) + 0, code: null };

  const typed = normalise(cell).replace(REMARK, '').replace(LETTERED, '');
  const bare = /^[-–−△▲(]?\s*[\d,]+(?:\.\d+)?\s*\)?$/.test(typed);
  // A cell that names its unit in a column that names another says two things.
  if (unit !== '' && !bare && /[원천만억]/.test(typed) && !typed.replaceAll(' ', '').includes(unit)) {
    return { won: null, code: 'amount_unreadable' };
  }
  const read = parseWon(unit !== '' && bare ? typed.replace(/\)?$/, (end) => `${unit}${end}`) : typed);
  if ('won' in read) return { won: read.won, code: null };
  return { won: null, code: read.refusal === 'empty' ? 'amount_missing' : 'amount_unreadable' };
};

/** `50,000원(부가세 포함)`: what changes nothing about the amount. 취소, 별도, 천원 and anything else would. */
const REMARK =
  /(?<=\d\s?원?정?)\s*\((?:(?:부가세|부가가치세|세금|vat|봉사료|배송비|수수료)\s*포함|식대|식비|카드|현금|제로페이)\)$/i;

/** `9 3,000`: a figure that was set wide, as PDFs give it. Only where what comes out has its commas where they belong. */
const LETTERED = /(?<=^\d{1,2}) (?=\d{1,2},\d{3}(?:,\d{3})*\s?원?$)/;

/** Letters of a cell, blanks included, that may be an amount. */
const LONGEST = 200;

const unitIn = (words: string): Unit | null => {
  const unit = /(백만|만|천)?\s*원/.exec(words);
  return unit ? (unit[1] ? (`${unit[1]}원` as Unit) : '') : null;
};
