import { letterLikeness } from '../../privacy/likeness.ts';
import type { Judged } from './rule.ts';

// What typed words suggest. A suggestion only makes a question appear: the person's answer decides.

type Said = Pick<Judged, 'place' | 'purpose' | 'attendees'>;

const found = (words: RegExp, ...texts: (string | null)[]): string | null => {
  for (const text of texts) {
    const word = words.exec(text ?? '')?.[0]?.trim();
    if (word) return word;
  }
  return null;
};

/** Where alcohol is what is sold (유흥주점·단란주점): by the kind, or by what such places call themselves at the end of a name. */
const ADULT =
  /유흥(?:주점|업소|음식점)|단란(?:주점|주)|가요\s?주점|룸\s?살롱|룸\s?싸롱|나이트\s?클럽|카바레|텐프로|(?:가라오케|룸바)(?=$|[\s(])/;

/** 기타주점: names of kinds, not of people or towns (김호프, 호프만, 주점리). */
const PUB =
  /(?:^|[\s(·])(?:생?맥주|호프|포차|주막|펍|pub|와인\s?바|칵테일\s?바|이자카야)(?=$|[\s)·(])|(?:[가-힣]호프|맥주집|호프집|대폿집|대포집|실내포차|[가-힣]포차|이자까야|이자카야|선술집|[가-힣]주점|[가-힣]비어)(?=$|[\s)(])|와인\s?한\s?잔/i;

/** 유흥주점 also ends in 주점: the graver kind is asked first. */
export function venueSuggested({ place }: Said): 'adult' | 'pub' | null {
  if (!place) return null;
  if (ADULT.test(place)) return 'adult';
  return PUB.test(place) ? 'pub' : null;
}

/** Vouchers are also named as where they were bought: `온누리상품권 외 2 (종로구)`. */
const VOUCHER = /상품권|기프트\s?카드|교환권|관람권|기프티콘|(?:커피|음료|식사|모바일)\s?쿠폰/;
/** 물품·용역상품권: for goods or a service, and not for an amount. */
const GOODS_VOUCHER = /(?:물품|용역)\s?상품권|교환권|관람권|기프티콘|(?:커피|음료|식사)\s?쿠폰/;
const MONEY_VOUCHER =
  /(?:금액|백화점|온누리|지역사랑|문화|도서문화|관광|농촌사랑|농협|모바일|[가-힣]사랑)\s?상품권|기프트\s?카드/;

/** Goods that are handed out; 기념식, 기념사진, 기념일 and 기념품점 are none, and no one is given 선물거래. */
const GIFT =
  /기념품(?!점|\s?가게|\s?전시)|특산[품물]|선물(?!\s?(?:거래|투자|시장|옵션))|답례품|축하품|위문품|격려\s?물?품|사은품|경품/;
const FARM = /농[축수]?[산특]?물|농수산|농축산|특산물|과일|한우|한과|쌀(?=$|[\s(,·]|\s?\d)|수산물/;
const MONEY = /격려금|위로금|금일봉|성금|후원금|찬조금|지원금/;

export const voucherSuggested = ({ purpose, place }: Said): string | null => found(VOUCHER, purpose, place);
export const giftSuggested = (said: Said): string | null => voucherSuggested(said) ?? found(GIFT, said.purpose);
export const isFarmGift = ({ purpose }: Said): boolean => FARM.test(purpose);
export const moneySuggested = ({ purpose }: Said): string | null => found(MONEY, purpose);

/** What a voucher is worth: an amount of money, or certain goods or a service; null where its name does not tell. */
export function voucherKind({ purpose, place }: Said): 'money' | 'goods' | null {
  const words = `${purpose} ${place ?? ''}`;
  if (GOODS_VOUCHER.test(words)) return 'goods';
  return MONEY_VOUCHER.test(words) ? 'money' : null;
}

/** Money or flowers at a wedding or a funeral. 조의 alone is also the end of other words, 부의 too (정부의, 부의장). */
const CONDOLENCE =
  /경조사비|경조금|축의금|축\s?부의|부의금|조의금|부의\s?금품|(?:^|\s)(?:조의|부의|축의)(?=$|[\s)·,(])|조위금|화환|조화(?!로|롭|를\s?이)|근조|결혼\s?축(?:하|의)|빙부상|빙모상|부친상|모친상|부모상|배우자상|조문(?=$|\s)/;
const WREATH = /화환|조화(?!로|롭|를\s?이)|근조기|꽃바구니|난\s?화분|화분/;
/** Flowers for a day that is nobody's wedding or funeral: at a ceremony, a grave of the nation, an opening, a change of office. */
const CEREMONY =
  /현충원|현충탑|충혼탑|참배|추[모도념]|위령|안치|봉환|기념(?:식|행사|일)|국경일|광복절|삼일절|3[ㆍ·.]?1절|제막|개[소관청막]|준공|착공|이전|취임|이임|퇴임|전[·ㆍ]?출입|부임/;
/** These words are of a death or a wedding whatever else is said. */
const PRIVATE_OCCASION =
  /경조|축의|부의|조의|조위금|근조\s?화환|결혼|[빙부모]상(?=$|[\s)·,(])|부모상|배우자상|장례|빈소/;

/** Flowers for a ceremony or an office, which are no 축의·부의금품. */
export const isForCeremony = ({ purpose }: Said): boolean => CEREMONY.test(purpose) && !PRIVATE_OCCASION.test(purpose);
export const saysPrivateOccasion = ({ purpose }: Said): boolean => PRIVATE_OCCASION.test(purpose);

export const condolenceSuggested = ({ purpose }: Said): string | null => found(CONDOLENCE, purpose);
export const isWreath = ({ purpose }: Said): boolean => WREATH.test(purpose);

const FLOWERS =
  /화환|화분(?!\s?(?:가꾸기|만들기))|근?조화(?!로|롭|를\s?이)|근조기|꽃\s?(?:다발|바구니|화분|구입|값)|축하\s?(?:꽃|난)(?=$|[\s(,·])|[동서]양란|난\s?화분|관엽|헌화/;
const SERVED = /오찬|만찬|조찬|식사|중식|석식|점심|저녁|간담회|다과|음료|회식|식대|식비/;

/** Flowers that are given; flowers on a table where people eat are a part of the meal. */
export const flowersSuggested = ({ purpose }: Said): string | null =>
  SERVED.test(purpose) ? null : found(FLOWERS, purpose);
export const isServed = ({ purpose }: Said): boolean => SERVED.test(purpose);

/** 공직자 등 of other bodies, members and reporters; the office's own staff is encouraged by superiors, which the law excepts. */
const OFFICIAL =
  /(?:국회|시|구|군|도)의원|(?<![가-힣])의원|의장단|상임위|국회|공무원(?!\s?노조)|공직자|기자(?!재|단체|회견문)|기자단|언론(?!학|중재)|신문사|방송사|출입기자|경찰|소방서|교육청|교장|교사|교수|검사(?=$|[\s,·])|판사|구청장|군수|도지사|장관|차관|중앙부처|행안부|국토부/;

export const officialsSuggested = ({ purpose, attendees }: Said): string | null => found(OFFICIAL, attendees, purpose);

/** Who is outside the department. */
const OUTSIDE =
  /외부|기자|언론|의원|주민|시민|민간|위원|자문|전문가|유관기관|관계기관|업체|상인|협회|단체|내방객|방문객|손님/;
export const outsidersSuggested = ({ purpose, attendees }: Said): string | null => found(OUTSIDE, attendees, purpose);

/** The office's own people. */
const STAFF =
  /직원|(?<!노조\s?|단체\s?|[협연]회\s?|회\s)간부|실국본부|주무팀장|근무자|공무직|환경미화원|청원경찰|수행원|퇴직자|퇴임자|전입자|부서원|팀원|주무관|실무관/;
export const staffSuggested = ({ attendees, purpose }: Said): boolean =>
  STAFF.test(attendees ?? '') || STAFF.test(purpose);

/** Own people who do not work at the city hall itself; 사업소장 and 동장 are heads of the next lower bodies. */
const BRANCH = /(?:사업소|사업본부|보건소|주민센터|행정복지센터|읍사무소|면사무소|동사무소|출장소|도서관)(?!\s?장)/;
export const branchSuggested = ({ attendees, purpose }: Said): string | null => found(BRANCH, attendees, purpose);

/** People who come with a request of their own. */
const PETITIONER = /민원인|방문\s?민원|민원\s?방문/;
export const petitionersSuggested = ({ attendees, purpose }: Said): string | null =>
  found(PETITIONER, attendees, purpose);

/** The office's own canteen and shop: used every day, and asked about by nobody. */
export const isOwnCanteen = ({ place }: Said): boolean =>
  /구내\s?식당|구내\s?매점|청사\s?매점|시청\s?매장|구내\s?카페/.test(place ?? '');

/** A name with where the person belongs (or lives): `행정안전부 김하늘 과장`, `한빛동 주민 이도윤`; and not just `시장 외 4명`. */
export function namesSomeone(attendees: string | null): boolean {
  const words = (attendees ?? '')
    .replace(/[(),·/:\n]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/\d/.test(word) && !NO_NAME.test(word));
  return words.some(isPerson) && words.length >= 2;
}

const NO_NAME =
  /^(?:외|등|총|명|및|인|시장|부시장|직원들?|직원|관계자들?|참석자|일행|여러분|위원들?|주민들?|시민들?|기자들?|의원들?|시의원|국회의원|구의원|현업|근무자|수행원)$/;
/** What is glued to a name: 김하늘과장, 이도윤대전시의원. */
const POST =
  /[가-힣]{0,4}(?:주무관|사무관|서기관|과장|국장|실장|팀장|의원|위원|대표|회장|교수|기자|이사|부장|차장|단장|관장|원장)$/;
const isPerson = (word: string): boolean =>
  [2, 3, 4].some((length) => {
    const rest = word.slice(length);
    return letterLikeness(word.slice(0, length)) !== 'none' && (rest === '' || rest.replace(POST, '') === '');
  });

/** 현충원 and the days of the nation: flowers there are for no one in particular. */
const NATIONAL =
  /현충[원탑]|충혼탑|국경일|광복절|삼일절|3[ㆍ·.]?1절|제헌절|개천절|한글날|현충일|추[모도념]|위령|합동분향|봉환|안치/;
export const isNationalCeremony = ({ purpose }: Said): boolean => NATIONAL.test(purpose);

/** 공직선거법 제87조 제1항 제3호: 향우회·종친회·동창회, 산악회 등 동호인회, 계모임 등 개인간의 사적모임. */
const ASSOCIATION = /향우회|향인회|종친회|화수회|동창회|동문회|계\s?모임|친목\s?(?:회|모임|단체|도모)/;
const CLUB = /산악회|등산회|등산\s?모임|동호인회|동호회|조기\s?축구회|조기회/;
/** The city hall's own clubs are no residents' (시청산악회, 직원 배드민턴 동호회), whoever it invites is. */
const OWN_CLUB =
  /(?:시청|도청|군청|구청|청내|직원|공무원|사내)\s?(?!초청|방문|주최)(?:[가-힣]{1,6}\s?)?(?:산악회|등산회|등산\s?모임|동호인회|동호회|조기\s?축구회)/;

export function privateGroupSuggested({ purpose, attendees }: Said): string | null {
  const club = (words: string | null) => (OWN_CLUB.test(words ?? '') ? null : found(CLUB, words));
  return found(ASSOCIATION, attendees, purpose) ?? club(attendees) ?? club(purpose);
}

/** 공직선거법 제112조 제2항 제4호 라목: 업무파악을 위한 초도순시 또는 연두순시. */
const INSPECTION = /(?:초도|연두)\s?(?:순시|순방|방문)/;
export const inspectionSuggested = ({ purpose }: Said): string | null => found(INSPECTION, purpose);
export const isMealServed = ({ purpose }: Said): boolean =>
  /오찬|만찬|조찬|식사|중식|석식|점심|저녁|식대|식비/.test(purpose);

/** Paid before anything was eaten or bought; a 선불카드 is a card. */
const PREPAID = /선\s?결제|선불(?!\s?카드)|예치(?!원)|미리\s?결제|장부\s?결제|외상/;
export const prepaidSuggested = ({ purpose, place }: Said): string | null => found(PREPAID, purpose, place);

/** One row for several uses: `시정 간담회 외 3건`. */
const BUNDLE = /(?:외|등)\s?\d+\s?건/;
export const bundleSuggested = ({ purpose, place }: Said): string | null => found(BUNDLE, purpose, place);

/** 6-아: what is given once a year, by a plan. */
export const isYearlyGift = ({ purpose, activity }: Said & Pick<Judged, 'activity'>): boolean =>
  activity === '6-아' || /생일|연말|설(?:날|\s|맞이|명절)|추석|명절/.test(purpose);

/** A place that bears a word of the office's list at the end of its name or of a part of it; 골프장사거리식당 and 사우나 앞 식당 are near one. */
export function barredShop({ place }: Said, words: readonly string[]): string | null {
  const name = (place ?? '').replace(/[(（][^()（）]*[)）]?/g, ' ');
  return (
    words.find((word) => {
      const at = word === '' ? -1 : name.toLowerCase().indexOf(word.toLowerCase());
      return at >= 0 && !NEAR.test(name.slice(at + word.length));
    }) ?? null
  );
}
const NEAR = /^(?:장|방|실)?\s?(?:사거리|삼거리|앞|옆|뒤|입구|근처|건너|맞은편|길)/;
