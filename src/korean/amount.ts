import { normalise } from './typed.ts';
import { MAX_WON, parseWon } from './won.ts';

/** What a bare number in a column counts: won (`''`), or so many of them. */
export type Unit = '' | '천원' | '만원' | '백만원';

/** The unit a column's heading names (`집행금액(천원)`), or a line above the table does (`(단위: 천원)`). */
export const unitOf = (heading: string, above: readonly string[]): Unit =>
  unitIn(heading) ??
  unitIn(above.map((line) => UNIT_LINE.exec(line)?.[0] ?? '').find((said) => said !== '') ?? '') ??
  '';

/** What comes before may be 정원가산, which counts nothing. */
const UNIT_LINE = /단\s*위.*$/s;

/** Won beside a code are what the cell seems to say: enough to count it among what is open, too little to count it as spent. */
export type Amount =
  | { won: number; code: null }
  | { won: number | null; code: 'amount_missing' | 'amount_unreadable' | 'formula_broken' };

/** The won in a cell, or why not. */
export const readAmount = (cell: string, unit: Unit): Amount => {
  if (cell.length > LONGEST) return { won: null, code: cell.trim() === '' ? 'amount_missing' : 'amount_unreadable' };
  if (unit === '' && /^-?\d{1,12}$/.test(cell)) return { won: Number(cell) + 0, code: null };

  if (BROKEN.test(cell)) return { won: null, code: 'formula_broken' };

  const typed = normalise(cell).replace(FOOTNOTE, '').replace(REMARK, '').replace(LETTERED, '').replace(SET_WIDE, ',');
  const bare = /^[-–−△▲(]?\s*[\d,]+(?:\.\d+)?\s*\)?$/.test(typed);
  // A cell that names its unit in a column that names another says two things.
  if (unit !== '' && !bare && /[원천만억]/.test(typed) && !typed.replaceAll(' ', '').includes(unit)) {
    return { won: seeming(typed, unit), code: 'amount_unreadable' };
  }
  const read = parseWon(unit !== '' && bare ? typed.replace(/\)?$/, (end) => `${unit}${end}`) : typed);
  if ('won' in read) return { won: read.won, code: null };
  return read.refusal === 'empty'
    ? { won: null, code: 'amount_missing' }
    : { won: seeming(typed, unit), code: 'amount_unreadable' };
};

/** What a spreadsheet shows where its formula has nothing to count with any more. */
const BROKEN = /^\s*#(?:REF!|VALUE!|DIV\/0!|N\/A|NAME\?|NUM!|NULL!|SPILL!|CALC!)\s*$/i;

/** `50,000원(부가세 포함)`: what changes nothing about the amount. 취소, 별도, 천원 and anything else would. */
const REMARK =
  /(?<=\d\s?원?정?)\s*\((?:(?:부가세|부가가치세|세금|vat|봉사료|배송비|수수료)\s*포함|식대|식비|(?:법인|신용|체크)?카드|현금|계좌이체|제로페이)\)$/i;

/** `*50,000`, `50,000*`, `50,0001)`: what a note below the table speaks of; `₩50,000-`: where nothing is to be added. */
const FOOTNOTE =
  /^[*※]\s*(?=[-–−△▲₩\d])|(?<=[\d원])\s*[*※,]$|(?<=,\d{3}원?)\s?\d\)$|(?<=^(?:₩|\\|금)\s?[\d,]+원?)\s*[-–−]$/g;

/** `9 3,000`: a figure that was set wide, as PDFs give it. Only where what comes out has its commas where they belong. */
const LETTERED = /(?<=^\d{1,2}) (?=\d{1,2},\d{3}(?:,\d{3})*\s?원?$)/;
/** `93, 000` */
const SET_WIDE = /(?<=\d) ?, ?(?=\d{3}(?!\d))/g;

/**
 * `218,000-`, `8,50,00`, `85.000`, `50,000원(2건)`: the only figure of a cell whose marks are not where they belong. Null where it may be no
 * spend at all (취소), or one person's share.
 */
const seeming = (typed: string, unit: Unit): number | null => {
  const [, before, figures = '', fraction = '', named, behind] = SEEMING.exec(typed) ?? [];
  if (figures === '' || fraction !== '' || UNSURE.test(typed)) return null;
  const times = TIMES[(named?.replaceAll(' ', '') ?? unit) as Unit | '원'];
  const won = Number(figures.replace(/\D/g, '')) * times;
  return won === 0 || won > MAX_WON ? null : before || behind ? -won : won;
};

const SEEMING =
  /^([-–−△▲])?\s*[₩\\]?\s*(\d[\d,、·']*(?:[ .]\d{3})*)(\.\d+)?\s*((?:백만|만|천)?\s*원)?\s*([-–−△▲])?[\s,/.]*(?:[([][^()[\]]*[)\]])?$/;
const UNSURE = /취소|환불|반납|반환|감액|환수|인당|씩|[([]\s*[-–−△▲]/;
const TIMES = { '': 1, 원: 1, 천원: 1_000, 만원: 10_000, 백만원: 1_000_000 };

/** Letters of a cell, blanks included, that may be an amount. */
const LONGEST = 200;

const unitIn = (words: string): Unit | null => {
  const unit = /(백만|만|천)\s*원/.exec(words) ?? /()원/.exec(words);
  return unit ? (unit[1] ? (`${unit[1]}원` as Unit) : '') : null;
};
