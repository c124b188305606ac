import { normalise } from '../../korean/typed.ts';
import { isAccountName } from './cells.ts';
import { isDepartment } from './office-in.ts';

// What stands in rows that are no spends: sums, what was carried over, what is left of a budget, and how many there were.

/** 합계, 소계, 누계, 계, `10월 합계(47건)`, and nothing but a sum in any table. */
export const isSumWord = (cell: string): boolean =>
  cell.length <= LONGEST_SUM &&
  /^(?:\d{4}년)?(?:\d{1,2}월|\d분기|상반기|하반기)?(?:[총합소누월]|총합)?계(?:금액|액)?(?:\(?(?:총)?[\d,]+건\)?|\([^)]*\))?:?$/.test(
    normalise(cell).replace(/[\s*※]/g, ''),
  );

/**
 * The same in a list of spends, also with what it is the sum of: `시책추진업무추진비 소계`, `누적 집행액`, `전월 이월`, `총무과 계`, `총 1건`.
 */
export const isTotalWord = (cell: string): boolean => {
  if (cell === '' || cell.length > LONGEST) return false;
  const words = normalise(cell)
    .replace(/^[-=▶▷■□●○◎◆◇*※·\s]+/, '')
    .replace(/[\s:*※.=-]+$/, '')
    .replace(/^[([<【〈《]\s*([^()[\]<>]+?)\s*[)\]>】〉》]$/, '$1')
    .replace(/(?<=[가-힣])\s*:?\s*[\d,]*,\d{3}\s*원?$/, ''); // 총 집행액: 1,234,000원
  const bare = words.replace(/\s*[([](?:[^()[\]]*)[)\]]/g, '').trim();
  const joined = bare.replace(/\s/g, '');
  if (SUM.test(joined) || BUDGET.test(joined) || COUNTED.test(joined) || APART.test(bare) || isCount(words))
    return true;
  const unbracketed = words.replace(/[()[\]<>]/g, '');
  return BRACKETED.test(words) && (SUM.test(unbracketed.replace(/\s/g, '')) || APART.test(unbracketed));
};

/** What a sum without a word may be the sum of. */
export const isPartName = (purpose: string): boolean =>
  /^\d+$/.test(purpose) || isAccountName(purpose) || isDepartment(purpose);

/** `3건`, `총 15건`, `12개소`: how many there were, in a cell of its own. */
export const isCount = (cell: string): boolean =>
  cell.length <= LONGEST && /^[([]?\s*(?:총|계|합계)?\s*[\d,]+\s*(?:건|회|개|개소|곳|명)\s*[)\]]?$/.test(cell.trim());

/** `1분기 (합계)` */
const BRACKETED = /[([<][^()[\]<>]+[)\]>]$/;
const LONGEST = 60;
const LONGEST_SUM = 1_000;
const WHEN =
  '(?:(?:19|20)?\\d{2}년도?)?(?:\\d{1,2}월(?:분|말|중)?|[1-4](?:/4)?분기|[상하전후]반기|당월|금월|전월|익월|차월|내월|당해|금년|전년|작년|연간|월간|차년도?|익년도?|당기|전기|차기|주간|일일|월|1일|1건|건당|1인당|(?:전|앞|다음|뒷)(?:면|쪽|장|페이지)(?:에서|으로|로)?)?(?:까지|현재|말)?';

/** The words of a sum, after whatever it is the sum of; `총` before a number is in COUNTED. */
const SUM =
  /^.{0,30}(?:합계|소계|총계|누계|총합|합산|월계|일계|주계|분기계|반기계|연간계|총액)(?:금액|액)?(?:원)?(?:[\d,]+건)?$|^(?:계|합|총|전체|[∑Σ]|累計|合計|小計|計|(?:sub|grand)?-?totals?|sum)$|^.{0,30}(?:[과국실팀월액]|업무추진비|추진비|경비)계(?:[\d,]+건)?$/i;

/** Budgets and what is left of them, what was carried over and what it comes to by now. */
const BUDGET = new RegExp(
  `^${WHEN}(?:[가-힣]{0,12}추진비|기관운영|시책추진|정원가산|부서운영|[가-힣]{1,8}[과국실팀])?${WHEN}(?:총)?(?:` +
    [
      '누적(?:집행|사용|지출)?(?:액|금액|현황|계)?',
      '(?:집행|사용|지출|예산|가용|차인|차감|통장)?잔(?:액|고)',
      '(?:예산)?(?:대비)?(?:집행|사용|지출)(?:률|율|비율)',
      '(?:동월|동기|같은달)(?:집행|사용|지출)?(?:액|금액)?',
      '(?:대비)?증감(?:액|률|율)?',
      '평균(?:집행|사용|지출)?(?:액|금액)?',
      '잔여(?:예산|금액|액|금)?',
      '(?:연간|당초|본|최종|총|배정|가용|추경|추가|전체)?예산(?:액|현액|총액|배정액|금액)?',
      '(?:재|추가)?배정(?:액|예산|금액)',
      '이월(?:액|금|금액|예산|잔액|잔고)?',
      '(?:집행|사용|지출)(?:누적|누계|총계|합계)(?:액)?',
      '(?:미|불)?(?:집행|사용|지출)(?:금액|액|총액|건수)',
      '불용액',
      '반납액',
      '총(?:집행|사용|지출)(?:액|금액|건수)?',
    ].join('|') +
    ')(?:합계|소계|계)?$',
);

const COUNTED = /^총?(?:계|합계)?[\d,]+건(?:[/,]?[\d,]+원?)?$|^총[\d,]+(?:건|회|원)$/;

/** `총무과 계`: the word alone, after whose it is. */
const APART = /^\S.{0,30}\s계$/;

/**
 * A line under or between the rows that is no row: `※ …`, `이하 여백`, `- 끝 -`, `집행내역 없음`; also with a letter a cell.
 */
export const isRemark = (cell: string): boolean =>
  /^(?:※|\*|주\)|주:|\(?단위|[-=~–—\s]*이\s*하\s*(?:여\s*백|빈\s*칸)|[-=\s]*끝[.\s=-]*$|이상\.?$|(?:집행|사용|해당|지출)\s*(?:내역|사항|실적)?\s*(?:이\s*)?없음|해당\s*(?:사항|없음))/.test(
    normalise(cell),
  );

/** `해당없음`, `집행내역 없음`, `이하 빈칸`, whether in one cell or a letter a cell: nothing was spent on what the row is of. */
export const saysNone = (joined: string): boolean =>
  joined.length <= LONGEST &&
  /^(?:(?:집행|사용|해당|지출|내용)?(?:내역|사항|실적|내용|건)?(?:이|은)?없음|이하(?:여백|빈칸|없음))$/.test(
    normalise(joined).replace(/[\s\d.,원₩_-]/g, ''),
  );

/** `이`, `하`, `여`, `백`, each in a cell of its own. */
export const isRemarkLetters = (given: readonly string[]): boolean => {
  const letters = given.map((cell) => normalise(cell));
  return (
    letters.every((letter) => [...letter].length <= 2) && /^[-=]*(?:이하여백|이하빈칸|끝)[.=-]*$/.test(letters.join(''))
  );
};
