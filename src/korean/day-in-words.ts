import type { Day } from '../vocabulary/day.ts';
import { ENGLISH_MONTHS } from './day-words.ts';
import { parseDay } from './typed-days.ts';

const MONTH = `(?:${ENGLISH_MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const DATE = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const FORMS = [
  String.raw`\d{4} ?[-.년/] ?\d{1,2} ?[-.월/] ?\d{1,2}(?: ?[일.])?`,
  String.raw`'\d{2} ?\. ?\d{1,2} ?\. ?\d{1,2}(?: ?\.)?`,
  String.raw`(?:19|20)\d{6}`,
  String.raw`${DATE} ${MONTH},? \d{4}`,
  String.raw`\b${MONTH} ${DATE},? \d{4}`,
];
const WRITTEN = new RegExp(String.raw`(?<!\d)(?:${FORMS.join('|')})(?!\d)`, 'gi');

/** The last day with a year that stands in a text: `비서실-123 (2018. 3. 20.)`, `20 Mar 2018`; a document's number is none. */
export function lastDayIn(text: string): Day | null {
  const days = [...text.normalize('NFKC').matchAll(WRITTEN)].flatMap(([written]) => {
    const day = parseDay(written.replace(/ ?[년월] ?/g, '-').replace(/ ?일$/, ''), { today: '2000-01-01' });
    return day ? [day] : [];
  });
  return days.at(-1) ?? null;
}

/** What stands in a text beside its days: `7 Apr 2027 mayoral by-election` is a `mayoral by-election`. */
export const besideDays = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(WRITTEN, ' ')
    .replace(/^[^가-힣A-Za-z]*/, '')
    .replace(/\s+/g, ' ')
    .trim();
