import { isAlsoAName, isCommonWord } from './common-words.ts';
import { isNoun } from './dictionary/nouns.ts';
import { CLEAR_SURNAMES, DOUBLE_SURNAMES, RARE_SURNAMES, SURNAMES } from './surnames.ts';
import { endsLikeAName, givenLikeness, isInNames, LONG_GIVEN, mayBeLongGiven, mayEndAName } from './syllables.ts';

/**
 * How much a word is a whole Korean name, by its letters alone: `strong` as 김서연 is, `weak` as a name of two or four letters or
 * with rare ones, `both` as a word that people are called, too.
 */
export type NameLikeness = 'strong' | 'weak' | 'both' | 'none';

export function nameLikeness(word: string): NameLikeness {
  if (isCommonWord(word) || (word.length > 2 && isNoun(word))) return isAlsoAName(word) ? 'both' : 'none';
  const likeness = letterLikeness(word);
  return likeness !== 'none' && isAlsoAName(word) ? 'both' : likeness;
}

/** The same whether or not it is a word. */
export function letterLikeness(word: string): 'strong' | 'weak' | 'none' {
  const [first = '', second = ''] = [...word];
  if (DOUBLE_SURNAMES.has(first + second)) {
    const given = word.slice(2);
    if (given.length === 2) return givenLikeness(given) === 'none' ? 'none' : 'strong';
    if (given.length === 1) return endsLikeAName(given) ? 'strong' : 'weak';
  }
  const rare = RARE_SURNAMES.has(first);
  if (!rare && !SURNAMES.has(first)) return 'none';
  const given = word.slice(1);
  if (given.length === 1) return endsLikeAName(given) && !rare ? 'weak' : 'none';
  if (given.length === 2) {
    const likeness = givenLikeness(given);
    if (rare) return likeness === 'strong' ? 'weak' : 'none';
    return likeness === 'none' && CLEAR_SURNAMES.has(first) && mayEndAName(given) ? 'weak' : likeness;
  }
  if (given.length !== 3) return 'none';
  return LONG_GIVEN.has(given) ? 'strong' : !rare && mayBeLongGiven(given) ? 'weak' : 'none';
}

/** A rarer kind of name, where no word explains the letters: 차건, 당민재, 동방바다. */
export function mayBeAName(word: string): boolean {
  const [first = '', second = ''] = [...word];
  if (DOUBLE_SURNAMES.has(first + second) && word.length > 2) return mayEndAName(word);
  if (!SURNAMES.has(first) && !RARE_SURNAMES.has(first)) return false;
  if (word.length === 2) return isInNames(second) || (CLEAR_SURNAMES.has(first) && mayEndAName(second));
  return word.length === 3 && givenLikeness(word.slice(1)) === 'strong';
}

/** A given name alone, which is no word: 수빈, 다은. */
export const isGivenAlone = (word: string): boolean => word.length === 2 && givenLikeness(word) === 'strong';

/** People that stand where one person could: 주민과의 대화, 유족에 대한 위로. */
const COLLECTIVE: ReadonlySet<string> = new Set(
  '주민 국민 구민 도민 군민 시민 농민 어민 난민 서민 유민 유족 가족 노인 상인 장인 여인 지인 주인 고인 연인 성인 위인 문인 기인 도인 조합 노조 노사 정부 국회 시의회 구청 시청 도청 군청 여성 남성 청년 소년 소녀 여자 남자 남녀 모녀 부녀 자녀 형제 여야 전원 인원 위원 임원 의원 직원 요원 사원 교원 공무원 기자 환자 부자 용자 현자 전자 후자 양자 차주 우주 여주 광주 전주 경주 원주 공주 파주 나주 상주 영주 제주 선수 교수 가수 장수 고수 강사 의사 교사 판사 변사 검사 목사 신부 주부 부부 인부 농부 간부 본부 지부 학부모 동료 친구 고객 상사 부하 시장 사장 회장 이장 통장 반장 동장 면장 읍장 구청장 기관 단체 부서 상대 양측 노측 사측 업체 공사 공단 재단 협회 학회 연구원 부모 장병 사병 동문 외빈 내빈 귀빈 하객 손님 모두 우리 서로 소수 다수 전부 하나 정당 여당 야당 현장 지역 전국 서울 부산 현지 노동자 이재민 유공자'.split(
    ' ',
  ),
);
export const isCollective = (word: string): boolean => COLLECTIVE.has(word);
