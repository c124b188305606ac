const DOING =
  /(?:점검|방문|시찰|격려|위문|간담회|토론회|회의|체결|참석|접견|면담|환담|환송|환영|개최|오찬|만찬|조찬|설명회|보고회|협의|visit|check|inspection|meeting|tour|round|briefing)$/i;

/** Whom one meets, and not where. */
const MET = /^(?:면담|접견|환담|예방)$/;
const PEOPLE =
  /(?:상인|주민|시민|학생|어르신|직원|의원|위원|위원장|의장|의장단|장관|총리|대사|회장|회장단|대표|대표단|교수|원장|단장|청장|서장|기자|기자단|선수단|관계자|mayor|members|residents|staff)$/i;
/** Words that end so are places, whatever stands before them. 지역 and 영역 are none. */
const PLACE =
  /(?:시장|(?<![지구영통무광교])역|역사|공원|구청|시청|도청|청사|센터|도서관|경로당|학교|대학|병원|보건소|광장|현장|시설|주차장|단지|터미널|복지관|회관|식당|호텔|사거리|교차로|대교|고가|터널|박물관|미술관|체육관|운동장|경기장|아파트|빌딩|타워|마을|거리|본부|소방서|경찰서|파출소|우체국|공장|차고지|정수장|처리장|묘역|묘지|기념관|캠퍼스|사업소|어린이집|유치원|공항|쉼터|놀이터|상가|백화점|둘레길|하천|천변|성당|교회|사찰|극장|공연장|전시장|행사장|hall|park|station|market|center|centre|library|school|hospital|square|site|hotel|plaza)(?:에서|에|의)?$/i;

export const isPlaceWord = (word: string): boolean => PLACE.test(word);

/**
 * Where, as far as a title says: `at` in it, its place's own word, else what is left of it without what is done there. Null where that is
 * people.
 */
export function placeIn(title: readonly string[], at: number): string | null {
  if (at >= 0 && at + 1 < title.length) return untilSmallWord(title.slice(at + 1)).join(' ') || null;
  const words = [...title];
  let met = false;
  while (words.length > 1 && DOING.test(words.at(-1) ?? '')) met = MET.test(words.pop() ?? '') || met;
  const last = words.findLastIndex((word) => PLACE.test(word) && !(met && word === '시장'));
  if (last >= 0) return withoutParticle(words.slice(afterDoing(words, last), last + 1).join(' '));
  return PEOPLE.test(words.at(-1) ?? '') || (met && words.at(-1) === '시장') ? null : words.join(' ') || null;
}

/** `물가 점검 남대문시장`: what stands before what is done is no part of the place. */
const afterDoing = (words: readonly string[], last: number): number =>
  words.slice(0, last).findLastIndex((word) => DOING.test(word)) + 1;

const untilSmallWord = (words: readonly string[]): readonly string[] => {
  const end = words.findIndex((word) => /^(?:with|for|on|to|about|by|and)$/i.test(word));
  return end < 0 ? words : words.slice(0, end);
};

const withoutParticle = (place: string): string => place.replace(/(?<=[가-힣]{2})(?:에서|의)$/, '');
