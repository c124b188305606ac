import type { Kind } from '../vocabulary/disclosure.ts';
import { plainDigits, withoutDays } from './digits.ts';
import type { Finding } from './finding.ts';

// Forms are read in a text whose digits and dashes are plain (digits.ts). Every repetition is bounded: anybody's text is read in linear time.

const GAP = '(?:\\s?[-./:]{1,2}\\s?|\\s)';
const digits = (count: string) => `[\\d*Xx●○]{${count}}`;
const NOT_BEFORE = '(?<![\\d,*])';
const NOT_AFTER = '(?![\\d*])';
const BANK =
  '(?:국민|신한|우리|하나|KEB|농협|NH|기업|IBK|SC|제일|씨티|시티|수협|새마을금고|우체국|카카오|카카오뱅크|케이뱅크|토스|토스뱅크|대구|부산|경남|광주|전북|제주|산업|KB|신협|계좌|계좌번호|예금)(?:은행|뱅크)?';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** 생, 출생 as the end of a word, whatever particle follows: not of 생활체육, 출생아. */
const BORN =
  '\\s?[)）]?\\s?(?:[(（](?:음|양)(?:력)?[)）]\\s?)?(?:출생|출신생|태생|생)(?=$|[^가-힣]|(?:으?로|에게?|이|인|의|은|을|과|도|만|께|부터|까지|이며|이고|입니다)(?![가-힣]))(?!\\s활)';
const DATE = `(?:19|20)?\\d{2}\\s?[-./년]\\s?${MONTH}\\s?[-./월]\\s?${DAY}(?!\\d)`;
const COMPACT_DATE = `(?:(?:19|20)?\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?!\\d)`;
const PLATE = '[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자배하허호]';

/** Numbers that belong to a person, each in the forms that people write them. In the order in which they are tried. */
const FORMS: [kind: Kind, form: RegExp, sure: boolean][] = [
  [
    'email',
    /(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|[([{]\s?(?:at|골뱅이)\s?[)\]}])\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|,(?=com|net|kr|co|org|go)|[([{]\s?(?:dot|점)\s?[)\]}]|(?<=[a-z])[점닷](?=[a-z]))\s?[\p{L}\p{N}-]{1,63}){1,5}/giu,
    true,
  ],
  ['email', /(?<![\w.+-])[a-z][\w.+-]{2,40}\s?골뱅이\s?[가-힣a-z]{2,20}/gi, true],
  [
    'email',
    /(?<![\w.+-])[a-z][\w.+-]{2,40}\s(?:at|골뱅이)\s[a-z\d-]{2,30}(?:\.|\s(?:dot|점)\s)(?:com|net|org|kr|co)/gi,
    true,
  ],
  // What somebody is called on the net.
  ['email', /(?<![\w.@])@[a-z][\w.-]{2,29}(?![\w@])/gi, false],
  [
    'email',
    /(?:카톡|카카오톡|텔레그램|인스타(?:그램)?|위챗|라인|페이스북|페북|트위터)\s?(?:아이디|계정|id)\s?[:：]?\s?[\w.@-]{3,30}/gi,
    false,
  ],
  [
    'resident_number',
    new RegExp(
      `${NOT_BEFORE}\\d{2}[\\s.]?(?:0[1-9]|1[0-2])[\\s.]?(?:0[1-9]|[12]\\d|3[01])\\)?${GAP}?[1-8]\\s?[\\d*Xx●○]{6}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  [
    'resident_number',
    /(?:주민(?:등록)?\s?번호|생년월일|외국인등록번호|여권(?:번호)?|운전면허(?:번호)?|passport)\s?(?:no|number|번호)?\s?(?:앞\s?자리|뒷\s?자리)?[.:：(]?\s?[A-Z]{0,2}[\s-]?\d[\dA-Z.\-*/\s]{4,18}\d/gi,
    true,
  ],
  // Each digit by itself: 8 0 0 1 0 1 - 1 2 3 4 5 6 7.
  ['resident_number', /(?<![\d] ?)(?:\d\s){6}?-?\s?[1-8](?:\s\d){6}(?!\s?\d)/g, true],
  ['resident_number', /[공영일이삼사오육륙칠팔구]{6}[\s-]{0,3}[일이삼사오육칠팔][공영일이삼사오육륙칠팔구]{6}/g, true],
  ['resident_number', /(?<![A-Za-z\d])[MSRGDTP](?:\d{8}|\d{3}[A-Z]\d{4})(?![A-Za-z\d])/g, false],
  [
    'birth',
    new RegExp(`${NOT_BEFORE}(?:19|20)?\\d{2}\\s?[-./]\\s?${MONTH}\\s?[-./]\\s?${DAY}\\.?(?:${BORN})`, 'g'),
    true,
  ],
  ['birth', new RegExp(`${NOT_BEFORE}(?:19|20)?\\d{2}년\\s?${MONTH}월(?:\\s?${DAY}일)?(?:${BORN})`, 'g'), true],
  [
    'birth',
    new RegExp(`${NOT_BEFORE}(?:19|20)?\\d{2}${MONTH.replace('0?', '0')}(?:0[1-9]|[12]\\d|3[01])(?:${BORN})`, 'g'),
    true,
  ],
  [
    'birth',
    new RegExp(`(?:DOB|date of birth|\\bborn(?: on)?|출생일|生)\\s?[:：(]?\\s?(?:${DATE}|${COMPACT_DATE})`, 'gi'),
    true,
  ],
  ['birth', /(?:DOB|date of birth|\bborn(?: on)?)\s?[:：(]?\s?\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}/gi, true],
  ['birth', new RegExp(`\\bb\\.\\s?${DATE}`, 'gi'), false],
  ['birth', new RegExp(`생일\\s?[:：(]?\\s?(?:${DATE}|${MONTH}월\\s?${DAY}일)`, 'g'), false],
  ['birth', new RegExp(`${NOT_BEFORE}(?:(?:19|20)?\\d{2}년|${MONTH}월\\s?${DAY}일)(?:${BORN})`, 'g'), false],
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
      `(?:${NOT_BEFORE}|\\+82\\s?-?\\s?)\\(?0?1[016789]\\)?(?:\\s?[-.]\\s?|\\s)?\\d{3,4}(?:\\s?[-.]\\s?|\\s)?[\\d*]{4}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  ['phone', new RegExp(`${NOT_BEFORE}\\(?01[016789]\\)?${GAP}?\\d{3,4}${GAP}?[\\d*]{4}${NOT_AFTER}`, 'g'), true],
  [
    'phone',
    new RegExp(
      `(?:${NOT_BEFORE}|\\+82\\s?-?\\s?)\\(?0(?:2|[3-6]\\d|70|50\\d)\\s?(?:\\)|[-./]|\\s)\\s?\\d{3,4}\\s?(?:[-./]|\\s)\\s?[\\d*]{4}${NOT_AFTER}`,
      'g',
    ),
    true,
  ],
  ['phone', new RegExp(`\\+82${GAP}?\\d{1,2}${GAP}?\\d{3,4}${GAP}?\\d{4}${NOT_AFTER}`, 'g'), true],
  ['phone', new RegExp(`${NOT_BEFORE}01[016789]\\s?([,:])\\s?\\d{3,4}\\s?\\1\\s?\\d{4}${NOT_AFTER}`, 'g'), true],
  // 010)2345)6789, 010\2345\6789, +82(0)10-2345-6789
  ['phone', new RegExp(`${NOT_BEFORE}01[016789]([)\\\\|+>])\\s?\\d{3,4}\\1\\s?\\d{4}${NOT_AFTER}`, 'g'), true],
  ['phone', /\+82\s?\(0\)\s?\d{1,2}[-.\s]?\d{3,4}[-.\s]?\d{4}(?!\d)/g, true],
  // 010에 2345에 6789, and abroad's 0082 10 2345 6789
  [
    'phone',
    new RegExp(`${NOT_BEFORE}01[016789](?:에|의|다시)\\s?\\d{3,4}(?:에|의|다시)\\s?\\d{4}${NOT_AFTER}`, 'g'),
    true,
  ],
  ['phone', new RegExp(`${NOT_BEFORE}00(?:700|82)${GAP}?\\d{1,4}${GAP}?\\d{3,4}${GAP}?\\d{4}${NOT_AFTER}`, 'g'), true],
  // 2345-6789(010), and 010-234*-6789
  ['phone', /(?<!\d)\d{3,4}\s?-\s?\d{4}\s?\(\s?01[016789]\s?\)/g, true],
  ['phone', new RegExp(`${NOT_BEFORE}01[016789]${GAP}[\\d*]{3,4}${GAP}[\\d*]{4}${NOT_AFTER}`, 'g'), true],
  // 1588-1234 is a firm's, or somebody's who has nothing else.
  ['phone', new RegExp(`${NOT_BEFORE}1[568]\\d{2}-\\d{4}${NOT_AFTER}`, 'g'), false],
  ['phone', /[공영][일이삼육칠팔구][공영일이육륙칠팔구]?\s?[-./]?\s?\d{3,4}\s?[-./]?\s?\d{4}(?!\d)/g, true],
  ['phone', /[공영][일이삼육칠팔구][공영일이육륙칠팔구]?(?:[\s-]{0,3}[공영일이삼사오육륙칠팔구]){7,8}/g, true],
  ['phone', /(?<!\d)0\s1\s[016789](?:[\s-]{1,3}\d){7,8}(?!\d)/g, true],
];

/** The same where days would be taken for them. */
const BESIDES_DAYS: typeof FORMS = [
  ['account', /계좌(?:번호)?\s?[:：]?\s?\d[\d-]{5,15}\d/g, true],
  ['account', new RegExp(`${BANK}\\s?[:：]?\\s?\\(?(?:\\d(?:\\s?[-./]\\s?|\\s)?){9,15}\\d`, 'gi'), true],
  ['account', new RegExp(`${NOT_BEFORE}\\d{2,6}[-/]\\d{2,6}[-/]\\d{3,7}(?:[-/]\\d{1,3})?${NOT_AFTER}`, 'g'), false],
  ['plate', new RegExp(`(?<!\\d)(?:[가-힣]{2}\\s?)?\\d{2,3}\\s?-?${PLATE}\\s?-?\\s?\\d{2}-?\\d{2}(?!\\d)`, 'g'), false],
  ['plate', new RegExp(`(?<!\\d ?)\\d\\s\\d(?:\\s\\d)?\\s${PLATE}(?:\\s\\d){4}(?!\\s?\\d)`, 'g'), false],
  ['digits', new RegExp(`${NOT_BEFORE}\\d{2,}(?:[\\s./-]\\d{2,})*${NOT_AFTER}`, 'g'), false],
];

const FOUR_YEARS = /^(?:(?:19|20)\d{2}\D{0,3}){4}$/;
const LEAST = 8;
const LEAST_DIGITS = 10;

/** What looks like a resident's, card, account or telephone number, a birthday, an e-mail address or a licence plate. */
export function personalNumbers(text: string): Finding[] {
  const plain = plainDigits(text);
  if (!/[\d@]|[공영일이삼사오육륙칠팔구]{6}|at\s|at[)\]}]|골뱅이|[공영][일이삼]|아이디|계정|id/i.test(plain)) return [];
  return [...findingsOf(FORMS, plain), ...findingsOf(BESIDES_DAYS, withoutDays(plain))];
}

function findingsOf(forms: typeof FORMS, text: string): Finding[] {
  const found: Finding[] = [];
  for (const [kind, form, sure] of forms) {
    for (const match of text.matchAll(form)) {
      const whole = match[0].trimEnd();
      const count = whole.replace(/[^\d*Xx●○]/g, '').length;
      if (kind === 'account' && !sure && count < LEAST) continue;
      if (kind === 'digits' && count < LEAST_DIGITS) continue;
      const end = match.index + whole.length;
      found.push({ start: match.index, end, kind, sure: sure && !FOUR_YEARS.test(whole), title: null });
    }
  }
  return found;
}
