/** Marks that people put between the parts of a number. */
const DASHES = /[‐-―−ーㅡ﹘﹣~∼〜_·ㆍ・•⁃⁻=]/gu;
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨';
/** Digits of other scripts and shapes, one code unit each: ①, ⑴ and ❶ count, too. */
const OTHER_DIGIT = /[⓪①-⑨⑴-⑼❶-❾➀-➈٠-٩]/gu;
/** What was typed for a digit: `O1O-2345`, `o1o 2345`, `ㅇ1ㅇ`, `○ㅣ○`; a particle may follow. */
const TOKEN = /(?<![A-Za-z가-힣ㄱ-ㅎㅣ○\d])[\dOoIlㅣ|ㅇ○]{2,20}(?![A-Za-zㄱ-ㅎ○\d])/g;
/** 공1공: words and digits together. 공일공 alone is read as words. */
const IN_WORDS = /(?<![가-힣\d])[0Oㅇ공영][1lIㅣ|일][0Oㅇ공영6-9육륙칠팔구]/g;
const HANJA_DIGITS = /[〇零一二三四五六七八九]{3,}/g;
const HANJA = '〇一二三四五六七八九';

/**
 * A text as it is read for numbers, letter by letter as long as it was: dashes of every kind are `-`, digits of every kind and letters
 * that stand for one are digits.
 */
export function plainDigits(text: string): string {
  return text
    .replace(DASHES, '-')
    .replace(OTHER_DIGIT, (digit) => String(digitOf(digit)))
    .replace(HANJA_DIGITS, (word) => [...word].map((digit) => Math.max(0, HANJA.indexOf(digit))).join(''))
    .replace(IN_WORDS, (token) => (/^[가-힣]+$/.test(token) ? token : asDigits(token.replace(/[가-힣]/g, wordDigit))))
    .replace(TOKEN, (token, at: number, whole: string) =>
      standsForDigits(token, at, whole) ? asDigits(token) : token,
    );
}

const DIGITS_IN_WORDS = '공일이삼사오육칠팔구';
const wordDigit = (word: string): string => String(Math.max(0, DIGITS_IN_WORDS.indexOf(word === '륙' ? '육' : word)));

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  if (CIRCLED.includes(digit)) return CIRCLED.indexOf(digit);
  for (const first of [0x2474, 0x2776, 0x2780]) if (code >= first && code < first + 9) return code - first + 1;
  return code - 0x660;
}

/** A word of such letters is digits beside more of them: `OIO` only before `-2345`. */
const standsForDigits = (token: string, at: number, whole: string): boolean =>
  /[OoIlㅣ|ㅇ○]/.test(token) &&
  (/\d/.test(token) ||
    /^[\s./:,-]{1,3}[\dOoIlㅣ]/.test(whole.slice(at + token.length, at + token.length + 4)) ||
    /[\d][./-]$/.test(whole.slice(Math.max(0, at - 2), at)));

const asDigits = (token: string): string => token.replace(/[Ooㅇ○]/g, '0').replace(/[Ilㅣ|]/g, '1');

/** Days and times are no one's number: 2018-03-30, 2018. 3. 30., 12:10, 2018년. */
const DAY =
  /(?<!\d)(?:19|20)\d{2}(?:\s?[-./]\s?(?:0?[1-9]|1[0-2])\s?[-./]\s?(?:0?[1-9]|[12]\d|3[01])(?!\d)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|(?=\s?(?:년|회계)))|(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/g;

/** The same text with its days and times blotted out. */
export const withoutDays = (plain: string): string => plain.replace(DAY, (day) => '#'.repeat(day.length));
