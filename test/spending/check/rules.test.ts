import { expect, test } from 'vitest';
import type { Judged } from '../../../src/spending/check/rule.ts';
import { RULES } from '../../../src/spending/check/rules/all.ts';
import { sinceWords } from '../../../src/spending/check/words.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Evidence } from '../../../src/vocabulary/check.ts';
import { said } from './support.ts';

test('a lunch of four on a working day breaks no rule', () => {
  expect(said({})).toEqual([]);
});

test('money that came back breaks no rule', () => {
  expect(said({ amount: -900_000, spentTime: '23:30' })).toEqual([]);
});

type Case = [rule: string, expected: string | null, why: string, spend: Partial<Judged>, given?: Evidence];

const meal = (spentOn: string, each: number, more: Partial<Judged> = {}): Partial<Judged> => ({
  spentOn,
  year: Number(spentOn.slice(0, 4)),
  amount: each * 4,
  ...more,
});
const money: Partial<Judged> = {
  activity: '8-나',
  purpose: '축의금 지급',
  headcount: 1,
  amount: 50_000,
  attendees: '비서실 1명',
};
const toStaff: Evidence = { occasion: 'marriage', in_name_of: 'mayor', recipient: 'staff' };

// Both sides of each rule's line.
const CASES: Case[] = [
  ['E01', 'block', 'the place is missing', { place: null, address: null }],
  ['E01', null, 'all is there', {}],
  ['E01', null, 'a list gives no account', { account: null, origin: 'import' }],
  ['E01', 'block', 'one that is entered does', { account: null }],
  ['E01', 'block', 'a list gives no day', { spentOn: null, origin: 'import' }],
  ['E01', 'block', 'a list gives no people for a meal', { headcount: null, origin: 'import' }],
  ['E01', 'warn', 'nor for goods', { headcount: null, purpose: '접대용품 구입', origin: 'import' }],
  [
    'E01',
    'warn',
    'nor a place for money',
    { place: null, purpose: '유족 위로금 지급', payment: 'cash', origin: 'import' },
  ],
  ['E01', 'block', 'a place for a card', { place: null, payment: 'card', origin: 'import' }],
  ['E02', 'block', 'no activity', { activity: null }],
  ['E02', null, 'a published list gives none', { activity: null, origin: 'import' }],
  ['E03', 'require', 'activity 9 without an ordinance', { activity: '9' }],
  ['E03', null, 'with one', { activity: '9' }, { ordinance: '자원봉사 조례 제12조' }],
  ['E03', null, 'the day before the judgement', { activity: '9', spentOn: '2007-11-15', year: 2007 }],
  ['E03', 'require', 'the day of the judgement', { activity: '9', spentOn: '2007-11-16', year: 2007 }],
  ['E04', 'require', 'a meeting without a plan', { activity: '4-나' }],
  ['E04', null, 'with one', { activity: '4-나' }, { plan_doc: '비서실-123' }],
  ['E04', null, 'another activity', { activity: '4-가' }],
  ['E05', null, 'exactly at the limit', meal('2018-03-30', 40_000)],
  ['E05', 'require', 'a won above', { ...meal('2018-03-30', 40_000), amount: 160_001 }],
  ['E05', null, 'the day before the first known limit', meal('2018-03-29', 90_000)],
  ['E05', null, 'with a reason', meal('2018-03-30', 50_000), { reason: '외국 대표단 공식 만찬' }],
  ['E05', null, 'no meal but gifts', { ...meal('2018-04-02', 60_000), purpose: '기념품 구입' }],
  ['E05', null, 'no meal but a plant', { ...meal('2018-04-02', 60_000), purpose: '복지관 개소식 축하 화분' }],
  ['E05', null, 'no meal but flowers', { ...meal('2018-04-02', 60_000), purpose: '환영 꽃다발 구입' }],
  ['E05', 'require', 'a meal at the flower show', { ...meal('2018-04-02', 60_000), purpose: '꽃 박람회 관계자 오찬' }],
  ['E05', 'require', 'a meal with flowers on it', { ...meal('2018-04-02', 60_000), purpose: '만찬 및 꽃바구니' }],
  ['E06', null, 'officials at the limit', meal('2018-04-02', 30_000, { attendees: '시의원 3명 등 4명' })],
  [
    'E06',
    'warn',
    'officials a won above',
    { ...meal('2018-04-02', 30_000), amount: 120_001, attendees: '시의원 3명 등 4명' },
  ],
  ['E06', null, 'nobody says officials', meal('2018-04-02', 35_000)],
  ['E06', null, 'before the Act', meal('2016-09-27', 35_000, { attendees: '기자 4명' })],
  ['E06', 'warn', 'the first day of the Act', meal('2016-09-28', 35_000, { attendees: '기자 4명' })],
  ['E06', 'warn', 'the day before the limit rose', meal('2024-08-26', 38_000, { attendees: '기자 4명' })],
  ['E06', null, 'the day it rose', meal('2024-08-27', 38_000, { attendees: '기자 4명' })],
  ['E06', 'block', 'their share is above it, it is said', meal('2018-04-02', 35_000), { official: 'over' }],
  ['E06', null, 'an exception holds', meal('2018-04-02', 35_000, { attendees: '기자 4명' }), { official: 'exception' }],
  ['E07', null, 'a won below the threshold', { amount: 499_999, headcount: 20, attendees: '시장 외 19명' }],
  ['E07', 'require', 'at the threshold', { amount: 500_000, headcount: 20, attendees: '시장 외 19명' }],
  [
    'E07',
    null,
    'someone is named with where they belong',
    { amount: 500_000, headcount: 20, attendees: '행정안전부 김하늘 과장 외 19명' },
  ],
  [
    'E07',
    'warn',
    'names are masked in a list',
    { amount: 500_000, headcount: 20, attendees: '시장 외 19명', origin: 'import' },
  ],
  ['E07', null, 'said besides', { amount: 500_000, headcount: 20 }, { counterpart: '행정안전부 김하늘' }],
  ['E07', null, 'before 2004', { amount: 500_000, headcount: 20, spentOn: '2003-12-31', year: 2003 }],
  ['E07', 'require', 'from 2004', { amount: 500_000, headcount: 20, spentOn: '2004-01-01', year: 2004 }],
  ['E10', null, 'a minute before eleven', { spentTime: '22:59' }],
  ['E10', 'require', 'eleven at night', { spentTime: '23:00' }],
  ['E10', 'require', 'a minute before six', { spentTime: '05:59' }],
  ['E10', null, 'six in the morning', { spentTime: '06:00' }],
  ['E10', null, 'with a reason', { spentTime: '23:30' }, { reason: '폭설 비상근무 격려' }],
  [
    'E10',
    null,
    'abroad the card company’s clock tells nothing',
    { spentTime: '03:30', place: '스시야 (일본)', address: null },
  ],
  [
    'E10',
    null,
    'nor at a shop that writes no Hangul, on a journey',
    { spentTime: '03:30', place: 'MACEO PARIS', address: null, purpose: '프랑스 현지 교민 간담회' },
  ],
  ['E10', 'require', 'a shop here that writes none', { spentTime: '23:30', place: 'BAR 21', address: null }],
  ['E10', null, 'midnight is how lists say no time', { spentTime: '00:00', origin: 'import' }],
  ['E11', null, 'a Thursday', {}],
  ['E11', 'require', 'a holiday', { spentOn: '2018-04-06' }],
  ['E11', 'require', 'a Saturday', { spentOn: '2018-04-07' }],
  ['E11', null, 'a Saturday with a reason', { spentOn: '2018-04-07' }, { reason: '마라톤 대회 현장' }],
  ['E12', null, 'in the city', {}],
  ['E12', 'require', 'outside', { address: '강원 평창군 대관령면' }],
  ['E12', null, 'no address', { address: null, place: '노다지' }],
  ['E13', 'warn', 'declared', {}, { near_home: 'yes' }],
  ['E13', null, 'not declared', {}],
  ['E14', 'require', 'a name that says so is asked about', { place: '달빛룸살롱' }],
  ['E14', 'block', 'said to be one', { place: '달빛' }, { venue_kind: 'adult' }],
  ['E14', null, 'said to be none', { place: '달빛룸살롱' }, { venue_kind: 'restaurant' }],
  ['E15', null, 'the day before the guideline', { place: '한빛호프', spentOn: '2018-12-31' }],
  ['E15', 'require', 'its first day', { place: '한빛호프', spentOn: '2019-01-02', year: 2019 }],
  ['E15', null, 'a person called Hof', { place: '김호프만 제과점', spentOn: '2019-01-02', year: 2019 }],
  ['E15', 'require', 'said to be a pub', { spentOn: '2019-01-02', year: 2019 }, { venue_kind: 'pub' }],
  [
    'E15',
    null,
    'a pub, explained',
    { spentOn: '2019-01-02', year: 2019 },
    { venue_kind: 'pub', reason: '누가 언제 …' },
  ],
  ['E16', 'require', 'a meal in cash', { payment: 'cash' }],
  ['E16', null, 'by card', { payment: 'transfer' }],
  ['E16', null, 'the reason is given', { payment: 'cash' }, { reason: '카드를 받지 않는 곳' }],
  ['E16', null, 'money to encourage someone', { payment: 'cash', purpose: '재난 현장 격려금 지급' }],
  ['E16', null, 'money for a funeral', { payment: 'cash', purpose: '직원 부친상 조의금' }],
  ['E16', null, 'money for a wedding', { payment: 'cash', purpose: '축의금' }],
  ['E16', null, '8-나 is nothing else', { payment: 'cash', activity: '8-나', purpose: '직원 경조사' }],
  ['E16', 'require', 'consolation money is not named', { payment: 'cash', purpose: '위로금 지급' }],
  ['E16', null, 'athletes are encouraged', { payment: 'cash', purpose: '체육대회 선수단 격려', activity: '3-가' }],
  ['E16', 'require', 'staff are encouraged by a meal', { payment: 'cash', purpose: '직원 격려 오찬' }],
  ['E16', null, 'a list calls a transfer cash', { payment: 'cash', origin: 'import' }],
  ['E16', null, 'the day before the decree', { payment: 'cash', spentOn: '2016-11-29', year: 2016 }],
  ['E16', 'require', 'its first day', { payment: 'cash', spentOn: '2016-11-30', year: 2016 }],
  ['E17', 'require', 'a card without a receipt', { payment: 'card' }],
  ['E17', null, 'a transfer', { payment: 'transfer' }],
  ['E18', 'require', 'souvenirs without a ledger', { purpose: '내방객 기념품 구입', attendees: '직원 4명' }],
  ['E18', 'require', 'vouchers', { purpose: '온누리상품권 지급', attendees: '직원 4명' }],
  ['E18', 'warn', 'gifts that the standard does not name', { purpose: '직원 생일 축하품 구입', attendees: '직원 4명' }],
  ['E18', null, 'with one', { purpose: '내방객 기념품 구입' }, { gift_ledger: '4.5. 김하늘 1개' }],
  ['E18', null, 'a ceremony is no souvenir', { purpose: '개관 기념식 간담회' }],
  ['E19', null, 'at the limit', { purpose: '기념품 구입', amount: 200_000 }, { recipient: 'official' }],
  ['E19', 'block', 'above it', { purpose: '기념품 구입', amount: 200_001 }, { recipient: 'official' }],
  [
    'E19',
    null,
    'the day before the Act',
    { ...meal('2016-09-27', 60_000), purpose: '기념품' },
    { recipient: 'official' },
  ],
  ['E19', 'block', 'its first day', { ...meal('2016-09-28', 60_000), purpose: '기념품' }, { recipient: 'official' }],
  ['E19', null, 'to someone else', { purpose: '기념품 구입', amount: 300_000 }, { recipient: 'other' }],
  ['E19', 'require', 'to whom is not said', { purpose: '기념품 구입', amount: 300_000 }],
  [
    'E19',
    'block',
    'farm goods before they might cost more',
    { ...meal('2018-01-16', 60_000), purpose: '특산물 선물' },
    { recipient: 'official' },
  ],
  [
    'E19',
    null,
    'and the day after',
    { ...meal('2018-01-17', 60_000), purpose: '특산물 선물' },
    { recipient: 'official' },
  ],
  ['E20', null, '7-나 names flowers of its own', { purpose: '경찰서장 퇴임 축하 화환', activity: '7-나' }],
  ['E20', null, 'so does 7-다', { purpose: '복지관 개소식 축하 화환', activity: '7-다' }],
  [
    'E20',
    null,
    'whatever was answered once',
    { purpose: '경찰서장 퇴임 축하 화환', activity: '7-나' },
    { occasion: 'other' },
  ],
  ['E20', 'require', 'a funeral is no 7-다', { purpose: '근조 화환 부친상', activity: '7-다' }],
  ['E20', null, 'flowers at a national ceremony', { purpose: '광복절 기념행사 화환 구입' }],
  ['E20', 'require', 'the word is asked about', { purpose: '직원 결혼 축하 화환' }],
  ['E20', null, 'a list that has said it all', { purpose: '직원 결혼축하품 구입', origin: 'import' }],
  ['E20', 'require', 'a list that has not', { purpose: '근조화환 지급', attendees: null, origin: 'import' }],
  ['E20', null, 'it is none, it is said', { purpose: '현충원 화환' }, { occasion: 'none' }],
  ['E20', 'block', 'another occasion', money, { ...toStaff, occasion: 'other' }],
  ['E20', null, 'a marriage', money, toStaff],
  ['E21', 'require', 'in whose name is not said', money, { occasion: 'death' }],
  ['E21', null, 'the mayor’s, to staff', money, toStaff],
  ['E21', 'block', 'the mayor’s, to staff elsewhere', money, { ...toStaff, recipient: 'branch_staff' }],
  [
    'E21',
    'block',
    'the mayor’s, to the city hall’s staff of an office elsewhere',
    { ...money, attendees: '상수도사업소 직원 1명' },
    toStaff,
  ],
  ['E21', null, 'the mayor’s, to the head of an office', money, { ...toStaff, recipient: 'head_lower' }],
  [
    'E21',
    null,
    'another official’s, to staff elsewhere',
    money,
    { ...toStaff, in_name_of: 'other', recipient: 'branch_staff' },
  ],
  ['E21', null, '7-다 is in nobody’s name', { purpose: '개소식 화환', activity: '7-다' }, { occasion: 'other' }],
  ['E21', 'block', 'the mayor’s, to a council member', money, { ...toStaff, recipient: 'council' }],
  [
    'E21',
    null,
    'another official’s, to a council member',
    money,
    { ...toStaff, in_name_of: 'other', recipient: 'council' },
  ],
  [
    'E22',
    null,
    'another official’s, to a related body',
    money,
    { ...toStaff, in_name_of: 'other', recipient: 'related' },
  ],
  [
    'E22',
    'block',
    'another official’s, to a resident',
    money,
    { ...toStaff, in_name_of: 'other', recipient: 'resident' },
  ],
  ['E23', null, 'at the limit', money, toStaff],
  ['E23', 'block', 'above it', { ...money, amount: 50_001 }, toStaff],
  ['E23', null, 'the day before it fell', { ...money, amount: 100_000, spentOn: '2018-01-16' }, toStaff],
  ['E23', 'block', 'the day it fell', { ...money, amount: 100_000, spentOn: '2018-01-17' }, toStaff],
  ['E23', null, 'a wreath may cost more', { ...money, amount: 100_000, purpose: '근조 화환' }, toStaff],
  [
    'E23',
    'warn',
    'for how many is not said',
    { ...money, amount: 150_000, headcount: null, origin: 'import' },
    toStaff,
  ],
  ['E24', 'require', 'to whom is not said', { purpose: '선물 구입', activity: '4-가' }],
  [
    'E24',
    'warn',
    'a list names no activity',
    { purpose: '성금 전달', activity: null, attendees: null, origin: 'import' },
  ],
  [
    'E24',
    null,
    'the day before',
    { ...meal('2004-03-11', 1), purpose: '선물', activity: '4-가' },
    { recipient: 'resident' },
  ],
  [
    'E24',
    'block',
    'and the day',
    { ...meal('2004-03-12', 1), purpose: '선물', activity: '4-가' },
    { recipient: 'resident' },
  ],
  ['E24', 'block', 'to a voter', { purpose: '선물 구입', activity: '4-가' }, { recipient: 'resident' }],
  [
    'E24',
    null,
    'to a voter by an activity that names them',
    { purpose: '선물 구입', activity: '1-나' },
    { recipient: 'resident' },
  ],
  ['E24', null, 'people on site, by 5-나', { purpose: '격려물품', activity: '5-나' }, { recipient: 'resident' }],
  ['E24', null, 'helpers at an event, by 5-다', { purpose: '격려물품', activity: '5-다' }, { recipient: 'resident' }],
  ['E24', null, 'the own staff', { purpose: '직원 생일 선물', activity: '4-가' }],
  ['E24', null, 'a meal', { purpose: '주민 간담회' }],
  ['E25', 'block', 'souvenirs for petitioners', { activity: '2-다' }, { recipient: 'petitioner' }],
  ['E25', 'require', 'the word is asked about', { activity: '2-다', purpose: '방문 민원인 다과' }],
  ['E25', null, 'another activity', { activity: '8-가', purpose: '방문 민원인 다과' }],
  ['E26', 'require', 'gifts to staff without a plan', { activity: '6-아' }],
  ['E26', null, 'with one', { activity: '6-아' }, { plan_doc: '총무과-7' }],
  ['E27', 'require', 'to whom is not said', { activity: '5-가' }],
  ['E27', null, 'to the head', { activity: '5-가' }, { recipient: 'body_head' }],
  ['E27', 'block', 'to someone else', { activity: '5-가' }, { recipient: 'staff' }],
  ['E30', 'warn', 'outsiders', { account: '203-04', attendees: '기자 3명 등 4명', purpose: '다과' }],
  ['E30', null, 'the own department', { account: '203-04', attendees: '비서실 직원 4명', purpose: '다과' }],
  ['E31', 'require', 'without a project', { account: '203-03' }],
  ['E31', null, 'with one', { account: '203-03' }, { project: '찾아가는 동주민센터' }],
  ['E31', null, 'another account', { account: '203-01' }],
  ['E32', 'block', 'the year before', { spentOn: '2017-12-29', year: 2018 }],
  ['E32', null, 'the same year', { spentOn: '2018-12-31' }],
  ['E32', 'block', 'the first day that books closed with the year', { spentOn: '2015-01-01', year: 2014 }],
  ['E32', null, 'before books closed with the year', { spentOn: '2014-12-31', year: 2015 }],
  ['E35', 'warn', 'more than are named', { headcount: 6 }],
  ['E35', null, 'as many with the escorts', { headcount: 6 }, { escorts: '2' }],
  ['E35', null, 'as many', { headcount: 4 }],
];

test.each(CASES)('%s says %s: %s', (rule, expected, _why, spend, given = {}) => {
  const own = said(spend, { beside: { given } }).filter((it) => it.startsWith(rule));
  expect(own).toEqual(expected === null ? [] : [`${rule} ${expected}`]);
});

test.each([
  ['2018-04-13', null],
  ['2018-04-16', 'E28 warn'],
  ['2018-06-12', 'E28 warn'],
  ['2018-06-13', 'E28 warn'],
  ['2018-06-14', null],
])('an event on %s before the election of 13 June: %s', (spentOn, expected) => {
  const found = said({ spentOn, activity: '4-다' });
  expect(found.filter((it) => it.startsWith('E28'))).toEqual(expected ? [expected] : []);
});

test.each([
  [100_000, null],
  [99_999, 'E29 block'],
  [null, null],
])('with %s left, 100,000 won: %s', (balance, expected) => {
  expect(said({}, { beside: { balance } })).toEqual(expected ? [expected] : []);
});

test.each([
  ['a year without a plan', { planned: new Set<number>() }, true, ['E33 warn']],
  ['not the first record', { planned: new Set<number>() }, false, []],
  ['a plan', {}, true, []],
])('the yearly plan: %s', (_why, office, firstOfYear, expected) => {
  expect(said({}, { beside: { firstOfYear }, office })).toEqual(expected);
});

test('a receipt answers for the card, a visit for the holiday and the distance', () => {
  expect(said({ payment: 'card' }, { beside: { receipts: 1 } })).toEqual([]);
  expect(said({ spentOn: '2018-04-07', address: '강원 평창군' }, { beside: { visit: 87 } })).toEqual([]);
});

test('a manager’s limit holds from its day on, and turns a rule off', () => {
  const office = { limits: [{ name: 'meal_general' as const, from: '2018-04-05', value: 50_000 }] };
  expect(said(meal('2018-04-04', 45_000), { office })).toEqual(['E05 require']);
  expect(said(meal('2018-04-05', 45_000), { office })).toEqual([]);
  expect(said(meal('2018-04-04', 45_000), { office: { decided: new Map([['E05', false]]) } })).toEqual([]);
});

test('every rule of the office’s list is there, with its words in both languages', () => {
  expect(RULES.map(({ id }) => id)).toEqual(Array.from({ length: 54 }, (_, i) => `E${String(i + 1).padStart(2, '0')}`));
  for (const language of ['ko', 'en'] as const) {
    for (const { id } of RULES) {
      const words = textFor(language).check.rules[id];
      expect([words.name, words.basis, words.says, sinceWords(id, textFor(language))].every(Boolean), id).toBe(true);
    }
  }
});

test('what is only remembered is off, and so is what is no law at all, and the optional step of approval', () => {
  const off = RULES.filter(({ on }) => !on).map(({ id }) => id);
  const remembered = RULES.filter(({ certainty }) => certainty === 'remembered').map(({ id }) => id);
  expect(off).toEqual([...new Set([...remembered, 'E34', 'E53'])].sort());
});
