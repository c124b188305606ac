import { normalise } from '../../korean/typed.ts';
import { rearmed } from '../../tables/disarm.ts';
import { ACCOUNTS, type Account, type Payment } from '../../vocabulary/expense.ts';
import type { Field } from './heading-names.ts';

/** `_`, `-`, `.`, `해당없음`: how lists say that there is nothing to say. */
export const isNothing = (cell: string): boolean => /^(?:[-_.·–—―ㅡ~*/\s]*|(?:해당 ?)?없음|null|n\/a)$/i.test(cell);

/** Words as a list gives them, on one line; null for none. */
export const words = (cell: string): string | null => (isNothing(cell) ? null : normalise(unwrapped(cell)));
/** `="2024-03-04"`: how text is kept from a spreadsheet that would take it for something else. */
export const unwrapped = (cell: string): string =>
  cell.startsWith('="') ? cell.replace(/^="([^"]*)"\s*$/, '$1') : cell;
export const verbatim = (cell: string): string | null => (cell === '' ? null : cell);
export const rearmedWords = (cell: string): string | null => (cell === '' ? null : rearmed(cell));
export const wholePlace = (cell: string): string | null => (cell.trim() === '0' ? null : words(cell));
export const wholeNumber = (cell: string): number | null => (/^\d{1,9}$/.test(cell) ? Number(cell) : null);

/** How it was paid, in any of many spellings; `unread` when the words mean none of ours or two at once. */
export const readPayment = (words: string): Payment | 'unread' | null => {
  if (isNothing(words)) return null;
  const said = normalise(words).replace(/\s/g, '').toLowerCase();
  const zeropay = /제로|서울페이|zeropay|^z페이$/.test(said);
  const transfer = /이체|무통장|입금|송금|계좌|transfer/.test(said);
  const card = /카드|신용|법카|체크|card|^법인$|^클린$/.test(said);
  const cash = /현금|cash/.test(said);
  // 현금(계좌이체) is a transfer.
  if (transfer) return zeropay || card ? 'unread' : 'transfer';
  if (Number(zeropay) + Number(card) + Number(cash) !== 1) return 'unread';
  return zeropay ? 'zeropay' : card ? 'card' : 'cash';
};

/** 통계목, by its code or its name, short or long. */
export const readAccount = (words: string): Account | 'unread' | null => {
  if (isNothing(words)) return null;
  const said = normalise(words).replace(/[\s()]/g, '');
  const coded = [...said.matchAll(/203-?0?([1-9])(?!\d)/g)].map(([, last]) => `203-0${last}` as Account);
  const named = ACCOUNT_WORDS.flatMap((word, index) => (word.test(said) ? [ACCOUNTS[index] as Account] : []));
  const [account, ...others] = new Set([...coded, ...named]);
  return account && others.length === 0 && ACCOUNTS.includes(account) ? account : 'unread';
};

/** An account's name on its own, as it may stand under 구분. */
export const isAccountName = (words: string): boolean =>
  /^(?:203-?0[1-4])?(?:기관|기관운영|정원|정원가산|시책|시책추진|시책업무|부서운영)(?:업무추진비|업추비|비)?$/.test(
    normalise(words).replace(/[\s()]/g, ''),
  );

// Short (시책) it must stand alone or before 업무추진비; 기관장 is somebody.
const ACCOUNT_WORDS = [
  ['기관', '운영'],
  ['정원', '가산'],
  ['시책', '추진'],
  ['부서', '운영'],
].map(([word, more]) => new RegExp(`${word}${more}|(?<![가-힣])${word}(?:업무|업추|[^가-힣]|$)`));

/** The head of a body by title: 구분 says it where one list holds several spenders. */
export const isOfficer = (words: string): boolean =>
  /^(?:[가-힣]{0,8}(?:특별|광역|특별자치)?)(?:시장|부시장|군수|부군수|구청장|부구청장|도지사|부지사|의장|부의장)$/.test(
    words.trim(),
  );

/** `상호 (주소)` apart, where what stands in the brackets surely is an address; whole otherwise. */
export const splitPlace = (cell: string): { place: string | null; address: string | null } => {
  const text = normalise(unwrapped(cell));
  if (isNothing(text) || text === '0') return { place: null, address: null };
  const [, place, address] = PLACE_AND_ADDRESS.exec(text) ?? [];
  if (!place || !address || !isBalanced(place) || !ADDRESS.test(address)) return { place: text, address: null };
  return { place: place.trim(), address: address.trim() };
};

const PLACE_AND_ADDRESS = /^(.*[^\s(])\s*\(([^()]*(?:\([^()]*\)[^()]*)?)\)$/;
const PROVINCE =
  '(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청?[남북]|충북|전라?[남북]|전북|경상?[남북]|경북|제주)[가-힣]*\\s+';
const ADDRESS = new RegExp(
  `^\\s*(?:${PROVINCE})?(?:[가-힣]{1,4}[시군구]\\s+){1,2}(?:[가-힣]+[읍면]\\s+)?[가-힣\\d·.]+(?:로|길|동|가|리|읍|면)(?:[\\s\\d,]|$)`,
);

export const isBalanced = (text: string): boolean => openBrackets(text) === 0;

/** How many brackets are open at the end; below zero when one closes that never opened. */
export const openBrackets = (text: string): number => {
  let open = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '（') open += 1;
    if (letter === ')' || letter === '）') {
      open -= 1;
      if (open < 0) return -1;
    }
  }
  return open;
};

/** 구분 may be the account, how it was paid, whose it was, or what kind of spend. */
export const kindIn = (kind: string): Field => {
  if (isAccountName(kind)) return 'account';
  const payment = kind.length <= 12 ? readPayment(kind) : 'unread';
  if (payment !== null && payment !== 'unread') return 'payment';
  return isOfficer(kind) ? 'spender' : 'category';
};
