import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEOUL } from '../../../src/people/districts/rules.ts';
import { outsideOf } from '../../../src/spending/check/area.ts';
import {
  condolenceSuggested,
  giftSuggested,
  namesSomeone,
  officialsSuggested,
  venueSuggested,
} from '../../../src/spending/check/suspicion.ts';
import { said } from './support.ts';

const YONGIN = ['처인구', '기흥구', '수지구'];

test.each([
  ['서울 중구 세종대로 110', null],
  ['중구 무교로', null],
  ['강원 평창군 대관령면', '강원 평창군'],
  ['부산 중구 광복로', '부산 중구'],
  ['부산광역시 부산진구 신천대로', '부산 부산진구'],
  ['과천시 별양상가로', '과천시'],
  ['서구 상무중앙로', '서구'],
  ['경기 광주시', '경기 광주시'],
  ['연구단지 입구', null],
  ['어느 골목', null],
])('seen from Seoul, %s lies outside: %s', (address, outside) => {
  expect(outsideOf({ place: '한빛식당', address }, SEOUL)).toBe(outside);
});

test.each([
  ['경기 용인시 처인구 중부대로', null],
  ['처인구 중부대로', null],
  ['서울 중구 세종대로', '서울 중구'],
])('seen from Yongin, %s lies outside: %s', (address, outside) => {
  expect(outsideOf({ place: null, address }, YONGIN)).toBe(outside);
});

test('a place’s brackets hold its address; a name alone tells nothing', () => {
  expect(outsideOf({ place: '노다지(강원 평창군 대관령면)', address: null }, SEOUL)).toBe('강원 평창군');
  expect(outsideOf({ place: '부산 밀면', address: null }, SEOUL)).toBeNull();
  expect(outsideOf({ place: '구리시 해장국', address: null }, SEOUL)).toBeNull();
});

const at = (place: string) => ({ place, purpose: '', attendees: null });
const why = (purpose: string, attendees: string | null = null) => ({ place: null, purpose, attendees });

test.each([
  ['달빛룸살롱', 'adult'],
  ['별빛 단란주점', 'adult'],
  ['한빛호프', 'pub'],
  ['만선 호프', 'pub'],
  ['오늘. 와인한잔', 'pub'],
  ['원조대폿집 (종로구)', 'pub'],
  ['호프만 제과', null],
  ['소주골 식당', null],
  ['한빛식당', null],
])('%s may be: %s', (place, kind) => {
  expect(venueSuggested(at(place))).toBe(kind);
});

test.each([
  ['내방객 기념품 구입', '기념품'],
  ['설 선물 구입', '선물'],
  ['온누리상품권 지급', '상품권'],
  ['개관 기념식 간담회', null],
  ['60주년 기념행사 오찬', null],
  ['기념품점 상인 간담회', null],
])('%s: gift %s', (purpose, word) => {
  expect(giftSuggested(why(purpose))).toBe(word);
});

test.each([
  ['직원 부친상 조의금', '부친상'],
  ['축의금 지급', '축의금'],
  ['근조화환 지급', '근조'],
  ['정부의 정책 설명', null],
  ['부의장 면담', null],
  ['조화로운 도시 간담회', null],
])('%s: condolence %s', (purpose, word) => {
  expect(condolenceSuggested(why(purpose))).toBe(word);
});

test.each([
  ['시의원 3명', '시의원'],
  ['출입기자 5명', '출입기자'],
  ['기자재 구입', null],
  ['직원 4명', null],
])('%s: officials %s', (attendees, word) => {
  expect(officialsSuggested(why('간담회', attendees))).toBe(word);
});

test.each([
  ['행정안전부 김하늘 과장', true],
  ['한빛동 주민 이도윤', true],
  ['한빛재단 남궁민수 이사', true],
  ['상인회 팽도윤 회장', true],
  ['도로과 공원과 직원', false],
  ['김도영주무관 외 3명', false],
  ['시장 외 4명', false],
  ['직원 350명', false],
  [null, false],
])('%s names someone: %s', (attendees, named) => {
  expect(namesSomeone(attendees)).toBe(named);
});

test('whatever is typed, judging ends in findings', () => {
  const text = fc.string({ maxLength: 120, unit: 'grapheme' });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.integer({ min: -1_000_000, max: 10_000_000 }),
      (place, purpose, attendees, amount) => {
        expect(Array.isArray(said({ place, purpose, attendees, amount, address: null }))).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ['일본 도쿄', null, '일본 도쿄'],
  ['스시야', '일본 도쿄도 지요다구', '일본 도쿄도'],
  ['스시야', '도쿄 지요다구', '도쿄'],
  ['FORTNUM & MASON(영국)', null, '영국'],
  ['Hotel', 'Paris, France', 'France'],
  ['미국 뉴욕 한식당', null, '미국 뉴욕'],
  ['독일 베를린시', null, '독일 베를린시'],
  ['일본식당', null, null],
  ['베트남 쌀국수', null, null],
  ['인도 커리 (중구 무교로)', null, null],
  ['파리 제과 (중구 무교로)', null, null],
  ['런던 베이글', null, null],
  ['일본 가정식', '서울 중구 무교로', null],
  ['중국 요리 도원', '중구 소공로', null],
])('%s (%s) lies abroad: %s', (place, address, outside) => {
  expect(outsideOf({ place, address }, SEOUL)).toBe(outside);
});
