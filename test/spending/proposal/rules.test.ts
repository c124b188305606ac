import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entered, emptyProfile, learn } from '../../../src/spending/proposal/profile.ts';
import { isPlaceOf, propose } from '../../../src/spending/proposal/rules.ts';
import { ACTIVITIES } from '../../../src/vocabulary/expense.ts';

const ASKED = { userId: 'U1', purpose: '', place: null, activity: null, headcount: null };
const record = (fields: Partial<Entered> = {}): Entered => ({
  id: 1,
  createdBy: 'U1',
  typed: true,
  activity: null,
  account: null,
  payment: null,
  place: null,
  purpose: '시정 업무',
  attendees: null,
  ...fields,
});
const profileOf = (...records: Partial<Entered>[]) => {
  const profile = emptyProfile();
  for (const [at, fields] of records.entries()) learn(profile, record({ id: at + 1, ...fields }));
  return profile;
};
const times = (many: number, fields: Partial<Entered>) => Array.from({ length: many }, () => fields);

test.each([
  ['조례 개정 간담회', '4-나'],
  ['정책 현안 업무협의', '4-나'],
  ['시의회 상임위원장단 오찬 간담회', '7-가'],
  ['출입기자 오찬 간담회', '2-라'],
  ['어린이 기자단 관련 업무협의', '4-나'],
  ['총무과 직원 격려', '6-마'],
  ['시위 현장 근무 직원 격려', '5-나'],
  ['설 명절 비상근무자 격려', '6-바'],
  ['환경미화원 격려 오찬', '6-라'],
  ['남대문경찰서 격려', '5-가'],
  ['직원 생일 축하품 구입', '6-아'],
  ['공로연수 직원 격려 간담회', '6-나'],
  ['사망직원 유족 위로금', '6-가'],
  ['직원 결혼 축하금', '8-나'],
  ['방문 민원인 접대용 다과 구입', '8-가'],
  ['도서관 개관식 화환', '7-다'],
  ['자원봉사자 격려', '3-다'],
  ['전국체전 선수단 격려', '3-가'],
  ['이재민 위문', '1-나'],
  ['주한 대사 접견 기념품', '4-라'],
  ['press briefing lunch', '2-라'],
  ['lunch with the staff', '6-마'],
  ['ordinance meeting', '4-나'],
  ['funeral wreath', '8-나'],
])('“%s” says %s', (purpose, activity) => {
  expect(propose(emptyProfile(), { ...ASKED, purpose })).toMatchObject({ activity });
});

test.each([
  ...['', '.', '물품 구입', '북부수도사업소', '9월분', 'parking'],
  ...['현업근무 직원 및 유관기관 격려', '시정 언론홍보 관계자 격려 간담회', '민간 관계자 격려'],
])('“%s” says nothing of its activity, whatever the office mostly does', (purpose) => {
  const profile = profileOf(...times(50, { activity: '4-나', purpose: '정책 간담회', place: '미진' }));

  expect(propose(profile, { ...ASKED, purpose, place: '미진' }).activity).toBeNull();
});

test('what the same purpose was before goes before the regulation, and a word that meant one activity alone is known', () => {
  const purpose = '수요 정책 간담회';
  const profile = profileOf(
    ...times(2, { purpose, activity: '7-가' }),
    ...times(3, { purpose: '목민회 다녀옴', activity: '7-나' }),
  );

  expect(propose(profile, { ...ASKED, purpose: '수요 정책 간담회' })).toMatchObject({
    activity: '7-가',
    because: purpose,
  });
  expect(propose(profile, { ...ASKED, purpose: '9월 목민회' })).toMatchObject({ activity: '7-나', because: '목민회' });
  expect(propose(profile, { ...ASKED, purpose: '정책 간담회' })).toMatchObject({ activity: '4-나' });
});

test('an office that books what the regulation’s words say elsewhere is followed', () => {
  const profile = profileOf(
    ...['경제', '복지', '교통', '주택', '문화', '안전'].map((it) => ({
      purpose: `${it} 간담회`,
      activity: '7-가' as const,
    })),
  );

  expect(propose(profile, { ...ASKED, purpose: '환경 간담회' }).activity).toBe('7-가');
});

test('all activities are in the order, the likeliest first, also by the place', () => {
  const profile = profileOf(
    ...times(4, { purpose: '물품', place: '남산꽃집', activity: '7-다' }),
    ...times(4, { purpose: '물품', place: '시청매점', activity: '8-가' }),
  );
  const first = (place: string | null) => propose(profile, { ...ASKED, purpose: '구입', place }).order[0];

  expect(first('남산 꽃집 (중구)')).toBe('7-다');
  expect(first('시청매점')).toBe('8-가');
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string()), (purpose, place) => {
      expect([...propose(profile, { ...ASKED, purpose, place }).order].sort()).toEqual([...ACTIVITIES].sort());
    }),
  );
});

test('account, payment and people are those that are usual', () => {
  const profile = profileOf(
    ...times(3, { activity: '4-나', account: '203-03', payment: 'zeropay', attendees: '시장 외 4명' }),
    { activity: '8-나', account: '203-01', payment: 'cash' },
    { createdBy: 'U2', activity: '6-마', account: '203-02', payment: 'card' },
  );

  expect(propose(profile, { ...ASKED, activity: '4-나' })).toMatchObject({ account: '203-03', payment: 'zeropay' });
  expect(propose(profile, { ...ASKED, activity: '8-나' })).toMatchObject({ account: '203-01', payment: 'cash' });
  expect(propose(profile, { ...ASKED, activity: '6-마' })).toMatchObject({ account: '203-01', payment: 'card' });
  expect(propose(profile, { ...ASKED, userId: 'U3', activity: '6-마' })).toMatchObject({ account: '203-02' });
  expect(propose(profile, ASKED)).toMatchObject({ account: '203-01', attendees: null });
  expect(propose(profile, { ...ASKED, headcount: 7 }).attendees).toBe('시장 외 6명');
  expect(propose(profile, { ...ASKED, headcount: 1 }).attendees).toBeNull();
  expect(propose(emptyProfile(), ASKED)).toMatchObject({ account: null, payment: 'card', attendees: null });
});

test('a place is known by its name, without its address', () => {
  const isPlace = isPlaceOf(profileOf({ place: '미진 본점 (종로구 종로1가)' }));

  expect(['미진 본점', '미진본점', '미진'].map(isPlace)).toEqual([true, true, false]);
});
