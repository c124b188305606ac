/** How what a place is ends: 회관, 도서관, 시장. Alone they are a kind of place, behind a name they are one. */
const KINDS =
  '식당|회관|기념관|박물관|미술관|도서관|체육관|사령부|본부|부대|문화관|복지관|수련관|영화관|과학관|별관|본관|신관|청사|시청|구청|군청|도청|시민청|주민센터|센터|경찰서|소방서|세무서|보건소|파출소|지구대|우체국|은행|병원|의료원|약국|학원|대학교|고등학교|중학교|초등학교|유치원|어린이집|요양원|연구원|연구소|공원|광장|터미널|공항|휴게소|주차장|장례식장|예식장|웨딩홀|컨벤션|호텔|리조트|콘도|펜션|카페|다방|찻집|레스토랑|뷔페|반점|주점|서점|제과점|백화점|마트|플라자|타워|빌딩|스퀘어|허브|캠퍼스|극장|홀|강당|회의실|강의실|교육장|사무실|시장실|접견실|집무실|상황실|꽃집|화원|농원|횟집|고깃집|국수집|교회|성당|사찰';
/** What a house is called after: `명륜진사갈비`. Alone it was eaten. */
const DISHES = '칼국수|국밥|설렁탕|냉면|손만두|갈비|한정식|김밥|치킨|베이커리';
const BRANCH = '[가-힣A-Z]{1,8}(?<![쟁관장단시초중거제요정지문]|문제)점';
const STATION = '[가-힣]{2,}(?<!지|구|광|통|영|방|무|용|현|전|번|배|사)역';
const MARKET = '[가-힣]{2,}시장';
const NAMED = new RegExp(`^(?:[가-힣A-Za-z0-9]+(?:${KINDS})|[가-힣]{2,}(?:${DISHES})|${BRANCH}|${STATION}|${MARKET})$`);
/** `대회의실`, `전통시장`: kinds of a kind, nobody's own. */
const ONLY_A_KIND = new RegExp(
  `^(?:[대소중]|구내|전통|재래|종합|다목적|직원|민원|한|\\d+층)?(?:${KINDS}|시장|본점|지점|직영점)$|^\\d{1,2}층$`,
);
const ENGLISH_KIND =
  /^(?:office|station|hall|hotel|restaurant|café|cafe|cafeteria|library|centre|center|hospital|market|museum|park|school|university|building|mall|store|house|garden|palace|church|temple|gallery|theatre|theater|tower|plaza|airport|institute)$/i;

/** `강남구청`, `남대문시장`: a place by its own name. */
export const isNamedPlace = (word: string): boolean => NAMED.test(word) && !ONLY_A_KIND.test(word);
/** `회의실`, `꽃집`: any of its kind. */
export const isKindOfPlace = (word: string): boolean => ONLY_A_KIND.test(word) && word !== '시장' && word !== '홀';
export const isDistrict = (word: string): boolean =>
  /^(?:서울|[가-힣]{1,4}[시군구])$/.test(word) && !/^(?:무료|유료|전)?시$/.test(word);
export const isQuarter = (word: string): boolean => /^[가-힣]{2,5}(?:\d가|[동가로길])$/.test(word);
export const isBranch = (word: string): boolean =>
  /^(?:본관|별관|신관|.{1,6}호점|본점|지점|직영점)$/.test(word) || new RegExp(`^${BRANCH}$`).test(word);
export const isPlaceInEnglish = (word: string): boolean => ENGLISH_KIND.test(word);
