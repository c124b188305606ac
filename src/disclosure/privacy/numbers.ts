import type { Kind } from '../../vocabulary/disclosure.ts';
import type { Finding } from './finding.ts';

const DASH = '[-‐-―−－ー~.·ㅡ_]';
const GAP = `(?:\\s?${DASH}\\s?|\\s)`;
const digits = (count: string) => `[\\d*Xx●○]{${count}}`;
const NOT_BEFORE = '(?<![\\d,*])';
const NOT_AFTER = '(?![\\d*])';
const BANK =
  '(?:국민|신한|우리|하나|KEB|농협|NH|기업|IBK|SC|제일|씨티|시티|수협|새마을금고|우체국|카카오|카카오뱅크|케이뱅크|토스|토스뱅크|대구|부산|경남|광주|전북|제주|산업|KB|신협|계좌|계좌번호|예금)(?:은행|뱅크)?';

/** Numbers that belong to a person, each in the forms that people write them. In the order in which they are tried. */
const FORMS: [kind: Kind, form: RegExp, sure: boolean][] = [
  ['email', /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?\.\s?[\w-]+)+/gi, true],
  [
    'resident_number',
    new RegExp(
      `${NOT_BEFORE}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?${DASH}?\\s?[1-8][\\d*Xx●○]{6}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  [
    'resident_number',
    /(?:주민(?:등록)?\s?번호|생년월일|외국인등록번호|여권번호|운전면허)\s?[:：]?\s?[A-Z]{0,2}[\d.\-*\s]{5,18}\d/g,
    true,
  ],
  [
    'card',
    new RegExp(
      `${NOT_BEFORE}${digits('4')}${GAP}${digits('4')}${GAP}${digits('4')}${GAP}${digits('3,4')}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  ['card', new RegExp(`${NOT_BEFORE}3[47]\\d{2}${GAP}?\\d{6}${GAP}?\\d{5}${NOT_AFTER}`, 'g'), true],
  ['card', new RegExp(`${NOT_BEFORE}\\d{16}${NOT_AFTER}`, 'g'), true],
  ['card', /(?:카드\s?번호|카드\s?NO\.?|카드\s?끝자리)\s?[:：]?\s?[\d*][\d*\-\s]{2,22}/gi, true],
  ['approval', /승인\s?(?:번호|NO\.?)\s?[:：]?\s?\d{4,12}/gi, true],
  [
    'phone',
    new RegExp(
      `(?:${NOT_BEFORE}|\\+82\\s?${DASH}?\\s?)\\(?0?1[016789]\\)?${GAP}?\\d{3,4}${GAP}?[\\d*]{4}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  [
    'phone',
    new RegExp(
      `(?:${NOT_BEFORE}|\\+82\\s?${DASH}?\\s?)\\(?0(?:2|[3-6]\\d|70|50\\d)\\s?(?:\\)|${DASH}|\\s)\\s?\\d{3,4}\\s?(?:${DASH}|\\s)\\s?[\\d*]{4}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  ['phone', new RegExp(`\\+82${GAP}?\\d{1,2}${GAP}?\\d{3,4}${GAP}?\\d{4}${NOT_AFTER}`, 'g'), true],
  ['phone', new RegExp(`${NOT_BEFORE}1[568]\\d{2}${DASH}\\d{4}${NOT_AFTER}`, 'g'), true],
  ['phone', /[공영][일이삼육칠팔구](?:[공영일이]?)(?:[\s-]*[공영일이삼사오육륙칠팔구]){7,8}/g, true],
  ['account', new RegExp(`${BANK}\\s?[:：]?\\s?\\(?(?:\\d${DASH}?\\s?){9,15}\\d`, 'gi'), true],
  ['account', /계좌\s?(?:번호)?\s?[:：]?\s?\d[\d\s-]{8,20}\d/g, true],
  [
    'account',
    new RegExp(`${NOT_BEFORE}\\d{2,6}${DASH}\\d{2,6}${DASH}\\d{3,7}(?:${DASH}\\d{1,3})?${NOT_AFTER}`, 'g'),
    false,
  ],
  ['plate', /(?<!\d)\d{2,3}\s?[가-힣]\s?\d{4}(?!\d)/g, false],
  ['phone', /(?<!\d)0\s1\s[016789](?:[\s-]{1,3}\d){7,8}(?!\d)/g, true],
  ['digits', new RegExp(`${NOT_BEFORE}\\d{2,}(?:[\\s-]\\d{2,})*${NOT_AFTER}`, 'g'), false],
];

/** Days and times in figures are no one's number: 2018-03-30, 20180330, 2018. 3. 30. 12:10 */
const A_DAY =
  /^(?:19|20)\d{2}[-./\s]?(?:0?[1-9]|1[0-2])[-./\s]?(?:0?[1-9]|[12]\d|3[01])\.?(?:\s?[T-]?\s?\d{1,2}(?::?\d{2}){0,2})?$/;
const FOUR_YEARS = /^(?:(?:19|20)\d{2}\D*){4}$/;
const LEAST = 8;

/** What looks like a resident's, card, account or telephone number, an e-mail address or a licence plate. */
export function personalNumbers(text: string): Finding[] {
  if (!/[\d@]|at[)\]]|[공영][일이삼]/.test(text)) return [];
  const found: Finding[] = [];
  for (const [kind, form, sure] of FORMS) {
    for (const match of text.matchAll(form)) {
      const whole = match[0].trimEnd();
      const [start, end] = [match.index, match.index + whole.length];
      const count = whole.replace(/[^\d*Xx●○]/g, '').length;
      if (kind === 'account' && !sure && (A_DAY.test(whole) || count < LEAST)) continue;
      if (kind === 'digits' && (count < 10 || A_DAY.test(whole) || isTwoDays(whole))) continue;
      found.push({ start, end, kind, sure: sure && !FOUR_YEARS.test(whole), title: null });
    }
  }
  return found;
}

const isTwoDays = (text: string): boolean => /^(?:19|20)\d{6}[-\s](?:19|20)\d{6}$/.test(text);
