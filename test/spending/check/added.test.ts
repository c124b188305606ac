import { expect, test } from 'vitest';
import { asksOf } from '../../../src/spending/check/evidence/asked.ts';
import { refuseGiven } from '../../../src/spending/check/evidence/given.ts';
import type { Judged } from '../../../src/spending/check/rule.ts';
import type { Evidence } from '../../../src/vocabulary/check.ts';
import { APPROVED, judgement, LUNCH, said } from './support.ts';

type Case = [rule: string, expected: string | null, why: string, spend: Partial<Judged>, given?: Evidence];

const on = (spentOn: string): Partial<Judged> => ({ spentOn, year: Number(spentOn.slice(0, 4)) });
const lately = on('2026-11-04');

const CASES: Case[] = [
  ['E40', 'warn', 'no 품의', {}, { approval_doc: '' }],
  ['E40', null, 'of the day itself', {}, { approval_doc: '비서실-123 (2018. 4. 5.)' }],
  ['E40', 'warn', 'of the day after', {}, { approval_doc: '비서실-123 (2018. 4. 6.)' }],
  ['E40', null, 'a published list says nothing of it', { origin: 'import' }, { approval_doc: '' }],
  ['E41', 'require', 'a golf club', { place: '한빛컨트리클럽' }],
  ['E41', 'require', 'a karaoke', { place: '별빛노래연습장 (종로구 종로1길)' }],
  ['E41', 'block', 'said to be barred', { place: '한빛' }, { venue_kind: 'barred' }],
  ['E41', null, 'said to be a restaurant', { place: '한빛컨트리클럽 식당' }, { venue_kind: 'restaurant' }],
  ['E41', null, 'near one', { place: '골프장사거리식당' }],
  ['E41', 'require', 'a screen golf', { place: '골프존파크 한빛점' }],
  ['E41', 'require', 'a billiard club', { place: '한빛당구클럽' }],
  ['E41', 'require', 'a beauty shop', { place: '한빛 미용실' }],
  ['E41', null, 'a place that sings', { place: '노래하는 식당' }],
  ['E41', null, 'its address only', { place: '한빛식당 (골프장길 3)' }],
  ['E42', 'require', 'to whom is not said', { purpose: '개업 축하 화분', activity: '7-다' }],
  ['E42', 'block', 'a business', { purpose: '개업 축하 화분', activity: '7-다' }, { recipient: 'resident' }],
  ['E42', null, 'a public facility', { purpose: '개소식 축하 화분', activity: '7-다' }, { recipient: 'public_body' }],
  ['E42', null, 'a head who leaves', { purpose: '퇴임 축하 화환', activity: '7-나' }, { recipient: 'body_head' }],
  ['E42', null, 'a national day is for no one', { purpose: '광복절 기념식 화환', activity: '7-다' }],
  ['E42', null, 'a funeral is E20’s to E23’s', { purpose: '부친상 근조 화환', activity: '8-나' }],
  ['E42', null, 'flowers on a table', { purpose: '오찬 및 꽃바구니' }],
  ['E43', 'require', 'a hometown association', { purpose: '향우회 오찬', activity: '4-가', headcount: 10 }],
  ['E43', 'require', 'among the attendees', { attendees: '한빛고 동창회 회장 등 4명' }],
  ['E43', 'block', 'said to be private', { purpose: '산악회 오찬' }, { private_group: 'yes' }],
  ['E43', null, 'said to be none', { purpose: '산악회 오찬' }, { private_group: 'no' }],
  ['E43', null, 'the city hall’s own club', { purpose: '시청산악회 소통 간담회' }],
  ['E43', null, 'the own staff’s club', { purpose: '직원 배드민턴 동호회 격려' }],
  ['E43', 'require', 'a club that the city hall invites', { purpose: '시청 초청 산악회 오찬' }],
  ['E43', 'require', 'a club of the city', { attendees: '한빛구 배드민턴 동호회 20명' }],
  ['E43', 'require', 'an alumni association at the city hall', { purpose: '시청 방문 총동문회 만찬' }],
  ['E43', 'require', 'early footballers', { purpose: '조기축구회 격려' }],
  ['E43', null, 'volunteers', { purpose: '자원봉사단체 간담회' }],
  ['E43', null, 'a residents’ council', { purpose: '주민자치회 간담회' }],
  [
    'E43',
    null,
    'an ordinance provides for it',
    { purpose: '향우회 지원', activity: '9' },
    { private_group: 'yes', ordinance: '향우회 지원 조례 제3조' },
  ],
  ['E43', null, 'the day before there was no free time', { ...on('2004-03-11'), purpose: '향우회 오찬' }],
  ['E43', 'require', 'that day', { ...on('2004-03-12'), purpose: '향우회 오찬' }],
  ['E44', 'require', 'in whose name is not said', { purpose: '이재민 위로금', activity: '1-나' }],
  ['E44', null, 'in the city’s', { purpose: '이재민 위로금', activity: '1-나' }, { in_name_of: 'city' }],
  ['E44', 'block', 'in the mayor’s', { purpose: '이재민 위로금', activity: '1-나' }, { in_name_of: 'mayor' }],
  ['E44', 'block', 'in an official’s', { purpose: '이재민 위로금', activity: '1-나' }, { in_name_of: 'other' }],
  ['E44', 'require', 'a resident gets it', { purpose: '기념품', activity: '2-다' }, { recipient: 'resident' }],
  ['E44', null, 'someone else does', { purpose: '기념품', activity: '2-다' }, { recipient: 'other' }],
  ['E44', null, 'weddings and funerals have names of their own', { purpose: '축의금', activity: '8-나' }],
  ['E44', null, 'the day before the clause', { ...on('2010-01-24'), purpose: '위로금', activity: '1-나' }],
  ['E44', 'require', 'that day', { ...on('2010-01-25'), purpose: '위로금', activity: '1-나' }],
  ['E47', 'warn', 'paid in advance', { purpose: '시정 간담회 선결제' }],
  ['E47', null, 'a prepaid card', { purpose: '선불카드 제도 설명 간담회' }],
  ['E49', 'warn', 'three spends in a row', { purpose: '시정 간담회 외 3건' }],
  ['E49', null, 'three people', { purpose: '시정 간담회 외 3명' }],
  ['E50', 'require', 'a meal on the first round', { purpose: '동 초도순시 오찬' }],
  ['E50', null, 'refreshments', { purpose: '동 초도순시 다과', ...on('2018-03-05') }],
  ['E50', 'warn', 'refreshments within sixty days', { purpose: '동 초도순시 다과', ...on('2018-04-16') }],
  ['E50', null, 'the day before these', { purpose: '동 초도순시 다과', ...on('2018-04-13') }],
  ['E50', null, 'a meal with a reason', { purpose: '연두순시 오찬' }, { reason: '소속 직원만 참석' }],
  ['E54', 'warn', 'for who retires', { purpose: '퇴직자 기념품', activity: '6-나' }],
  ['E54', null, 'with what their merits say', { purpose: '퇴직자 기념품', activity: '6-나' }, { plan_doc: '총무과-9' }],
  ['E54', null, 'another activity', { purpose: '직원 기념품', activity: '6-다' }],
];

test.each(CASES)('%s says %s: %s', (rule, expected, _why, spend, given = {}) => {
  const own = said(spend, { beside: { given } }).filter((it) => it.startsWith(rule));
  expect(own).toEqual(expected === null ? [] : [`${rule} ${expected}`]);
});

test('of a meeting in two sittings the first bill is asked for its 품의', () => {
  const first: Judged = { ...LUNCH, id: 1, purpose: '정책 간담회(1)', spentTime: '12:00' };
  const second = { purpose: '정책 간담회(2)', spentTime: '13:30' };
  const beside = { given: { approval_doc: '' } };
  expect(said(second, { others: [first], beside }).filter((it) => it.startsWith('E40'))).toEqual([]);
  expect(said({ ...first }, { others: [{ ...LUNCH, id: 2, ...second }], beside })).toContain('E40 warn');
});

test('a form with the common meal asks for nothing: the 품의 is asked for once it is saved', () => {
  const given = { approval_doc: '' };
  const found = judgement({}, { beside: { given } });
  expect(found.found.map(({ rule }) => rule)).toEqual(['E40']);
  expect(asksOf(found, given)).toEqual([]);
  expect(asksOf(found, APPROVED).map(({ field }) => field)).toEqual(['approval_doc']);
});

test.each([
  ['비서실-123 (2018. 3. 20.)', false],
  ['비서실-123, 2018-03-20', false],
  ['비서실-20180320', false],
  ['비서실-123', true],
  ['3. 20.', true],
])('a 품의 needs its day: %s is refused: %s', (approval_doc, refused) => {
  expect(refuseGiven({ approval_doc }).approval_doc === 'no_day').toBe(refused);
});

const gift = (spentOn: string, more: Partial<Judged> = {}): Partial<Judged> => ({
  ...on(spentOn),
  activity: '6-라',
  purpose: '현장근무자 격려금',
  attendees: '청소과 직원 5명',
  ...more,
});
test.each<[string[], string, Partial<Judged>, Partial<Judged>]>([
  [['E45 warn'], 'last week', gift('2026-11-04'), gift('2026-10-28')],
  [['E45 warn'], 'last month', gift('2026-11-30'), gift('2026-10-01')],
  [['E45 warn'], 'others of the same group', gift('2026-11-04'), gift('2026-10-28', { attendees: '청소과 직원 7명' })],
  [[], 'two months ago', gift('2026-11-30'), gift('2026-09-30')],
  [[], 'another group', gift('2026-11-04'), gift('2026-10-28', { attendees: '공원과 직원 5명' })],
  [
    [],
    'nobody in particular',
    gift('2026-11-04', { attendees: '직원 5명' }),
    gift('2026-10-28', { attendees: '직원 5명' }),
  ],
  [
    [],
    'birthdays',
    gift('2026-11-04', { purpose: '직원 생일 선물' }),
    gift('2026-10-28', { purpose: '직원 생일 선물' }),
  ],
  [[], 'a meal', gift('2026-11-04', { purpose: '현장근무자 오찬' }), gift('2026-10-28')],
  [[], 'the day before the rule', gift('2023-03-02'), gift('2023-02-27')],
  [['E45 warn'], 'its first day', gift('2023-03-03'), gift('2023-02-24')],
])('%j: encouraged again, %s', (expected, _why, spend, first) => {
  const others = [{ ...LUNCH, id: 1, ...first }];
  expect(said(spend, { others }).filter((it) => it.startsWith('E45'))).toEqual(expected);
});

const round: Partial<Judged> = { amount: 500_000, headcount: null, attendees: null, origin: 'import' };
test.each<[string[], string, Partial<Judged>, Partial<Judged>]>([
  [['E48 warn'], 'the same shop, twice', round, round],
  [[], 'once', round, { ...round, place: '소나무집' }],
  [[], 'for someone', { ...round, attendees: '직원 4명' }, round],
  [[], 'an amount of a bill', { ...round, amount: 512_300 }, round],
  [[], 'a month and a day ago', round, { ...round, ...on('2018-03-05') }],
  [['E48 warn'], 'a month ago', round, { ...round, ...on('2018-03-06') }],
])('%j: round sums for nobody, %s', (expected, _why, spend, first) => {
  const others = [{ ...LUNCH, id: 1, ...first }];
  expect(said({ spentTime: '13:00', ...spend }, { others }).filter((it) => it.startsWith('E48'))).toEqual(expected);
});

test.each([
  ['no guideline', false, ['E46 warn']],
  ['one', true, []],
])('vouchers with %s', (_why, voucherGuide, expected) => {
  const spend = { ...lately, purpose: '직원 격려 온누리상품권', activity: '6-다' as const };
  expect(said(spend, { office: { voucherGuide } }).filter((it) => it.startsWith('E46'))).toEqual(expected);
});

test.each([
  ['the first record after a year with cards', true, true, [], ['E52 warn']],
  ['not the first', false, true, [], []],
  ['no cards then', true, false, [], []],
  ['noted', true, true, [2017], []],
] as const)('card points: %s', (_why, firstOfYear, cardsBefore, kept, expected) => {
  const office = { pointsKept: new Set<number>(kept) };
  expect(said({}, { beside: { firstOfYear, cardsBefore }, office })).toEqual(expected);
});
