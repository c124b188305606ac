import { plainDigits } from './digits.ts';
import type { Field, Finding } from './finding.ts';

const BUILDING =
  '(?:아파트|APT|빌라|연립|주택|맨션|오피스텔|타운|하이츠|자이|래미안|푸르지오|힐스테이트|롯데캐슬|e편한세상|더샵|아이파크|빌리지|\\d단지)';
const UNIT = '(?:제?[\\dA-Z가-다]{1,4}\\s?동[,\\s]{0,2})?제?\\d{1,4}\\s?호';
/** `세종대로 110`, `다동길 24-12`, `삼청동 12-3번지` */
const NUMBER =
  '\\d{1,4}(?!\\d|[.,]\\d|\\s?(?:개|명|만|천|점|년|월|일|대|곳|건|회|차|세|위|배|원|층|km|m|%|인|시|주|부|장|편|호선|단계))';
const STREET = `[가-힣\\d·]{1,12}(?:(?<!별|으)로|길)\\s?${NUMBER}(?:번?길\\s?\\d{1,4})?(?:-\\d{1,4})?|[가-힣\\d·]{1,8}(?:가|동|리)\\s?\\d{1,4}(?:-\\d{1,4}(?:번지)?|번지)`;
const REGION =
  '(?:(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충청?[남북]|충북|전라?[남북]|전북|경상?[남북]|경북|제주)[가-힣]*\\s)?(?:[가-힣]{1,4}[시군구]\\s){0,2}(?:[가-힣]{1,5}[읍면]\\s)?';

const FLAT = new RegExp(
  `${REGION}(?:(?:${STREET})[,\\s]*)?[가-힣A-Za-z\\d]{0,14}${BUILDING}?[,\\s]*(?:제?\\d{1,4}\\s?동[,\\s]{0,2}제?\\d{1,4}\\s?호|(?<=${BUILDING}[,\\s]?)(?:\\d{3,4}(?:호|\\s?[/-]\\s?\\d{3,4}(?!\\d))|\\d{1,4}동\\s?\\d{3,4}(?!\\d)|(?:지하|반지하|옥탑)\\s?\\d{1,3}호))`,
  'g',
);
/** 101-1203호, 가동 203호, 203호 어르신: a flat, or a room; a person decides. */
const MAYBE_FLAT =
  /(?<![\d가-힣A-Za-z-])(?:\d{2,4}\s?-\s?\d{3,4}(?:호|(?=\s?(?:거주|어르신|세대|가구|독거|노인|할머니|할아버지)))|[가나다라마바사아자차카타파하A-Za-z]동\s?\d{1,4}호|(?:\d{1,3}층\s?)?\d{3,4}호(?=\s?(?:거주|어르신|주민|세대|가구|독거|노인|할머니|할아버지|화재)))(?!선|기|차)/g;
const LIVES = new RegExp(
  `(?<![가-힣])(?:자택|거주지?|주소지?|사는\\s?곳|본가|주거지)\\s?[:：]?\\s?\\(?\\s?(${REGION}(?:${STREET})(?:[,\\s]*(?:[가-힣A-Za-z\\d]{0,12}${BUILDING}[,\\s]*)?${UNIT})?)`,
  'g',
);
const SOMEWHERE = new RegExp(`${REGION}(?:${STREET})(?:[,\\s]*${UNIT})?`, 'g');
const A_HOME = new RegExp(`${BUILDING}|자택|거주`);
const A_SHOP = /상가|빌딩|센터|타워|층|지하|마트|식당|점\b/;

/** Where somebody lives. A merchant's address is published as it is, unless it is a flat. */
export function homeAddresses(text: string, field: Field): Finding[] {
  if (!/\d/.test(text)) return [];
  const plain = plainDigits(text);
  const found: Finding[] = [];
  const merchant = field === 'place' || field === 'address';
  for (const match of plain.matchAll(FLAT)) {
    const sure = merchant ? A_HOME.test(text) && !A_SHOP.test(text) : true;
    found.push(home(match.index, match[0], sure));
  }
  for (const match of plain.matchAll(LIVES)) {
    const address = match[1] ?? match[0];
    found.push(home(match.index + match[0].lastIndexOf(address), address, true));
  }
  if (merchant) return found;
  for (const match of plain.matchAll(MAYBE_FLAT)) found.push(home(match.index, match[0], false));
  for (const match of plain.matchAll(SOMEWHERE)) {
    if (/^\S*\d+(?:월|년|일|차|회|호선|분기|단계)/.test(match[0]) || /(?:서울로|종로)\s?\d/.test(match[0])) continue;
    found.push({ ...home(match.index, match[0], false), kind: 'address' });
  }
  return found;
}

function home(start: number, text: string, sure: boolean): Finding {
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + text.trimEnd().length, kind: 'home', sure, title: null };
}
