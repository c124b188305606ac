import { normalise } from './typed.ts';

export type WonRefusal = 'empty' | 'not_a_number' | 'not_whole' | 'too_large' | 'foreign' | 'per_head';

/** 1조. More than that in one amount is a slip. */
export const MAX_WON = 1_000_000_000_000;

/**
 * Whole won from what people and files write: `85,000`, `8만5천원`, `1,234천원`, `금234,580원(금이십삼만사천오백팔십원)`, `="85000"`.
 * `85k`, `1.2 million won`. Negative for refunds: `△5,000`, `-5,000`, `(5,000)`. What can be read in two ways is refused as no number:
 * `8만5` (85,000 or 80,005), `1억 2천`, `85.000`, `8,50,00`; other money than won (`$85`, `85달러`) as foreign, one person’s share
 * (`1인당 3만원`, `30000*12명`) as such: nobody multiplies for whoever wrote it.
 */
export const parseWon = (text: string): { won: number } | { refusal: WonRefusal } => {
  const typed = unquoted(normalise(text));
  if (/^[-–—_.]*$/.test(typed)) return { refusal: 'empty' };
  if (typed.length > LONGEST) return { refusal: /^[\d,.]*$/.test(typed) ? 'too_large' : 'not_a_number' };
  if (FOREIGN.test(typed)) return { refusal: 'foreign' };
  if (PER_HEAD.test(typed)) return { refusal: 'per_head' };

  const said = /^([^()]+)\(([^()]+)\)$/.exec(typed);
  if (!said?.[1] || !said[2]) return inRange(signed(typed));
  const [figures, words] = [signed(said[1]), signed(said[2])];
  return typeof figures === 'object' && typeof words === 'object' && figures.won === words.won
    ? inRange(figures)
    : { refusal: 'not_a_number' };
};

/** `85,000` */
export function formatWon(won: number): string {
  if (Number.isSafeInteger(won)) return String(won).replace(COMMAS, ',');
  fractions ??= new Intl.NumberFormat('en-US', { signDisplay: 'negative' });
  return fractions.format(won);
}

/** Won as 천원, each at most one off its own rounding, so that the parts add up to the rounded total. */
export const thousands = (values: readonly number[]): number[] => apportion(values.map(BigInt), 1n, 1000n);

/** Percentages with one decimal that add up to 100.0; nulls where the total is not above zero. */
export const shares = (values: readonly number[]): (number | null)[] => {
  const parts = values.map(BigInt);
  const total = parts.reduce((sum, part) => sum + part, 0n);
  return total > 0n ? apportion(parts, 1000n, total).map((tenths) => tenths / 10) : values.map(() => null);
};

/** Percent with one decimal, halves away from zero; null where there is no budget. */
export const rate = (spent: number, budget: number | null): number | null =>
  budget && budget > 0 ? Number(rounded(BigInt(spent) * 1000n, BigInt(budget))) / 10 : null;

const LONGEST = 64;
const FOREIGN =
  /^[-−△▲]?\s*(?:(?:US|HK|A|NT)?\$|€|£|¥|￥|(?:USD|EUR|GBP|JPY|CNY|RMB)(?![a-z]))\s*\d[\d,.]*(?:k|천|만)?$|^[-−△▲]?\d[\d,.]*\s?(?:천|만|k)?\s?(?:\$|€|£|¥|달러|불|유로|엔|위안|USD|EUR|GBP|JPY|CNY|RMB|dollars?|bucks?|euros?|yen|yuan)$/iu;
const SHARE = String.raw`₩?\d(?:[\d,.]*(?:[만천백k]+\d*)+|[\d,.]{2,})(?:원|won)?`;
const PER_HEAD = new RegExp(
  String.raw`^(?:[1일]?인당|1인|1명당|각|각각|한 ?(?:사람|명)당|(?:한 ?)?[개장병잔통권상세][자트]?당|per (?:head|person)) ?${SHARE}$|^${SHARE} ?(?:씩|each|apiece|pp|p\/p|(?:a|per) (?:head|person))$|^${SHARE} ?[x×*](?: ?\d+ ?(?:명|인|people)?)?$|^(?:\d+ ?(?:명|인|people) ?)?[x×*] ?${SHARE}$`,
  'i',
);
const COMMAS = /\B(?=(?:\d{3})+$)/g;
/** Only averages need it: what it knows of every language takes six megabytes. */
let fractions: Intl.NumberFormat | null = null;

type Exact = { won: bigint };

/** `="85000"`, `=85000` and `'85000` are how spreadsheets keep a number as text. */
const unquoted = (typed: string): string => /^=?"([^"]*)"$/.exec(typed)?.[1]?.trim() ?? typed.replace(/^['=] ?/, '');

const inRange = (amount: Exact | WonRefusal): { won: number } | { refusal: WonRefusal } => {
  if (typeof amount === 'string') return { refusal: amount };
  const won = Number(amount.won);
  return Math.abs(won) > MAX_WON ? { refusal: 'too_large' } : { won };
};

const MINUS = /^[-–—−△▲▽▼∆Δ]\s*/u;

const signed = (typed: string): Exact | WonRefusal => {
  const inside = /^\(([^()]*)\)$/.exec(typed)?.[1];
  if (inside !== undefined) return negative(unsigned(inside.trim()));
  const currencyFirst = typed.trim().replace(/^(?:₩|\\|KRW)\s*(?=[-–—−△▲▽▼∆Δ])/iu, '');
  return MINUS.test(currencyFirst)
    ? negative(unsigned(currencyFirst.replace(MINUS, '')))
    : unsigned(currencyFirst.replace(/^\+\s*/, ''));
};

const negative = (amount: Exact | WonRefusal): Exact | WonRefusal =>
  typeof amount === 'string' ? amount : { won: amount.won === 0n ? 0n : -amount.won };

const unsigned = (typed: string): Exact | WonRefusal => {
  const [, gold, sign, body = '', won] = MARKED.exec(typed) ?? [];
  const [, figures = '', scale] = ENGLISH.exec(body) ?? [];
  if (scale) return scaled(figures, scale);
  if (/\d/.test(body)) return /[조억만천백십]/.test(body) ? mixed(inDigits(body), false) : plain(body);
  // 이천 and 사천 are cities before they are amounts: words need 원, or two units.
  const marked = gold || sign || won;
  return marked || /[십백천만억조].*[십백천만억조]/.test(body) ? mixed(inDigits(body), true) : 'not_a_number';
};

/** `금234,580원`, `₩85,000`, `KRW 85000`, `85,000원정`, `85,000.-`, `85000₩` */
const MARKED = /^(일금|금|金)? ?(₩|\\|KRW)? ?(.*?) ?(원정|원整|원|won|KRW|₩|\.-)?\.?$/iu;

/** `85k`, `1.2 million`, `300 thousand`. */
const ENGLISH = /^([\d,.]+) ?(k|thousand|m|mil|mn|million|bn|billion)$/i;

const scaled = (figures: string, scale: string): Exact | WonRefusal => {
  const power = { k: 3, t: 3, m: 6, b: 9 }[scale[0]?.toLowerCase() ?? ''] ?? 0;
  const [, whole, fraction = '', exponent] = PLAIN.exec(figures) ?? [];
  if (!whole || exponent) return 'not_a_number';
  if (/[1-9]/.test(fraction.slice(power))) return 'not_whole';
  return { won: BigInt(whole.replaceAll(',', '') + fraction.slice(0, power).padEnd(power, '0')) };
};

const inDigits = (body: string): string =>
  body.replace(/[일이삼사오육륙칠팔구]/g, (word) =>
    String('일이삼사오육칠팔구'.indexOf(word === '륙' ? '육' : word) + 1),
  );

const PLAIN = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?:e\+?(\d{1,2}))?$/i;

/** Digits only; the fraction must come to nothing. */
const plain = (body: string): Exact | WonRefusal => {
  const [, whole, fraction = '', power = '0'] = PLAIN.exec(body) ?? [];
  if (!whole || /^\d{1,3}\.000$/.test(body)) return 'not_a_number';
  const exact = BigInt(whole.replaceAll(',', '') + fraction) * 10n ** BigInt(power);
  const scale = 10n ** BigInt(fraction.length);
  return exact % scale === 0n ? { won: exact / scale } : 'not_whole';
};

const UNITS = /^(?:([^조억만]*)조)?(?:([^조억만]*)억)?(?:([^조억만]*)만)?([^조억만]*)$/;
const SMALL_UNITS = /^(?:([\d,.]*)천)?(?:([\d,.]*)백)?(?:([\d,.]*)십)?([\d,.]*)$/;

/** `figure` × 10^`zeros` */
type Piece = { figure: string; zeros: number };

/** Digits with units: `8만5천`, `1억 2천만`, `12,595백만`, `8.5만`. */
const mixed = (body: string, formal: boolean): Exact | WonRefusal => {
  const pieces = /\d \d/.test(body) ? undefined : piecesOf(body.replaceAll(' ', ''));
  if (!pieces?.length) return 'not_a_number';

  let won = 0n;
  for (const [index, { figure, zeros }] of pieces.entries()) {
    const [, whole, fraction = '', power] = PLAIN.exec(figure) ?? [];
    if (!whole || power || (fraction && (pieces.length > 1 || zeros === 0))) return 'not_a_number';
    if (/[1-9]/.test(fraction.slice(zeros))) return 'not_whole';

    const digits = whole.replaceAll(',', '');
    const above = pieces[index - 1]?.zeros ?? Number.POSITIVE_INFINITY;
    if (digits.length + zeros > above || !(formal || index === 0 || isCertain(digits.length, zeros, above))) {
      return 'not_a_number';
    }
    won += BigInt(digits + fraction.slice(0, zeros).padEnd(zeros, '0'));
  }
  return { won };
};

/** A unit alone counts once: `만 5천`. */
const piecesOf = (body: string): Piece[] | undefined => {
  const sections = UNITS.exec(body)?.slice(1) ?? [];
  const pieces = sections.map((section, index): Piece[] | undefined => {
    if (section === undefined) return [];
    const parts = SMALL_UNITS.exec(section)?.slice(1);
    const zeros = 4 * (3 - index);
    if (section === '') return zeros > 0 ? [{ figure: '1', zeros }] : [];
    return parts?.flatMap((figure, place) =>
      figure === undefined || (figure === '' && place === 3)
        ? []
        : [{ figure: figure || '1', zeros: zeros + 3 - place }],
    );
  });
  return pieces.includes(undefined) ? undefined : pieces.flatMap((piece) => piece ?? []);
};

/** People drop the last unit when they speak: `8만5` is mostly 85,000, `1억 2천` mostly 120,000,000. Only what can't be that. */
const isCertain = (digits: number, zeros: number, above: number): boolean =>
  above >= 8 && zeros < 4
    ? zeros === 0 && digits > 4
    : digits > 1 || zeros % 4 > 0 || above - zeros === 1 || (zeros > 0 && above % 4 === 0);

const rounded = (dividend: bigint, divisor: bigint): bigint =>
  dividend < 0n ? -rounded(-dividend, divisor) : (2n * dividend + divisor) / (2n * divisor);

const floored = (dividend: bigint, divisor: bigint): bigint => dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);

/** `values × times ÷ by` in whole numbers by the largest remainder; of equal remainders the first gets it. */
const apportion = (values: readonly bigint[], times: bigint, by: bigint): number[] => {
  const floors = values.map((value) => floored(value * times, by));
  const short =
    rounded(values.reduce((sum, value) => sum + value, 0n) * times, by) - floors.reduce((a, b) => a + b, 0n);
  const raised = values
    .map((value, index) => ({ index, remainder: value * times - (floors[index] ?? 0n) * by }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
    .slice(0, Number(short))
    .map(({ index }) => index);
  const up = new Set(raised);
  return floors.map((floor, index) => Number(floor) + (up.has(index) ? 1 : 0));
};

/** `12.5%` of a rate in percent; a dash where there is none. */
export const percent = (rate: number | null): string => (rate === null ? '–' : `${rate.toFixed(1)}%`);
