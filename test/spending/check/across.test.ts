import { expect, test } from 'vitest';
import type { Judged } from '../../../src/spending/check/rule.ts';
import { LUNCH, said } from './support.ts';

const other = (id: number, more: Partial<Judged> = {}): Judged => ({ ...LUNCH, id, ...more });
const only = (rule: string, spend: Partial<Judged>, others: Judged[]) =>
  said(spend, { others, office: { decided: new Map([['E34', true]]) } }).filter((it) => it.startsWith(rule));

const half: Partial<Judged> = { amount: 260_000, headcount: 12, attendees: '시장 외 11명' };

test.each<[string | null, string, Partial<Judged>, Partial<Judged>]>([
  ['E08 require', 'two bills at one place', half, { ...half, purpose: '만찬' }],
  ['E08 require', 'two bills for one purpose at two places', half, { ...half, place: '소나무집' }],
  [null, 'below the threshold together', half, { ...half, amount: 239_999 }],
  ['E08 require', 'at the threshold together', half, { ...half, amount: 240_000 }],
  [null, 'one of them is above it alone', half, { ...half, amount: 500_000 }],
  [null, 'another day', half, { ...half, spentOn: '2018-04-04' }],
  [null, 'other recipients: gifts bought in bulk', half, { ...half, attendees: '세무과 직원 12명' }],
  [null, 'more recipients', half, { ...half, headcount: 13 }],
  [null, 'another purpose at another place', half, { ...half, purpose: '만찬', place: '소나무집' }],
  [
    null,
    'the canteen serves many meetings',
    { ...half, place: '시청구내식당' },
    { ...half, place: '시청구내식당', purpose: '만찬' },
  ],
])('%s: %s', (expected, _why, spend, first) => {
  expect(only('E08', { ...spend, spentTime: '12:40' }, [other(1, { ...first, spentTime: '12:30' })])).toEqual(
    expected ? [expected] : [],
  );
});

test('two purchases for nobody in particular are one when they follow each other in one shop', () => {
  const goods = { amount: 495_000, headcount: null, attendees: null, purpose: '방문객 다과', place: '시청매점' };
  const at = (spentTime: string, place = '시청매점') => [other(1, { ...goods, purpose: '음료', spentTime, place })];

  expect(only('E08', { ...goods, spentTime: '17:05' }, at('16:55'))).toEqual(['E08 require']);
  expect(only('E08', { ...goods, spentTime: '17:05' }, at('10:00'))).toEqual([]);
  expect(only('E08', { ...goods, spentTime: '17:05' }, at('16:55', '문구점'))).toEqual([]);
});

test('of split bills the last one is asked', () => {
  const later = other(1, { ...half, spentTime: '13:30' });
  expect(only('E08', { ...half, spentTime: '12:30' }, [later])).toEqual([]);
});

test.each<[string[], string, Partial<Judged>, Partial<Judged>]>([
  [['E09 warn'], 'two sittings', { purpose: '정책 간담회(2)' }, { purpose: '정책 간담회(1)' }],
  [['E09 warn'], 'counted in another way', { purpose: '정책 간담회 2차' }, { purpose: '정책 간담회' }],
  [[], 'other people', { purpose: '정책 간담회(2)' }, { purpose: '정책 간담회(1)', headcount: 5 }],
  [[], 'four hours apart', { purpose: '정책 간담회(2)', spentTime: '16:31' }, { purpose: '정책 간담회(1)' }],
  [[], 'a number that is no sitting', { purpose: '정책 간담회(7월)' }, { purpose: '정책 간담회(8월)' }],
])('%j: %s', (expected, _why, spend, first) => {
  expect(only('E09', { spentTime: '13:30', ...spend }, [other(1, { spentTime: '12:30', ...first })])).toEqual(expected);
});

test('a meeting in two sittings is judged as a whole, at its end', () => {
  const first = other(1, { purpose: '정책 간담회(1)', amount: 120_000, spentTime: '12:30' });
  const second = { purpose: '정책 간담회(2)', amount: 41_000, spentTime: '13:40' };

  expect(only('E05', second, [first])).toEqual(['E05 require']);
  expect(only('E05', { ...second, amount: 40_000 }, [first])).toEqual([]);
  expect(only('E05', { ...first, id: 1 }, [other(2, second)])).toEqual([]);
  const [big, rest] = [
    other(1, {
      purpose: '정책 간담회(1)',
      amount: 300_000,
      headcount: 20,
      attendees: '시장 외 19명',
      spentTime: '12:30',
    }),
    { purpose: '정책 간담회(2)', amount: 200_000, headcount: 20, attendees: '시장 외 19명', spentTime: '13:40' },
  ];
  expect(only('E07', rest, [big])).toEqual(['E07 require']);
  expect(only('E07', { ...rest, amount: 199_999 }, [big])).toEqual([]);
});

test('how often a mayor goes somewhere is quiet until it is turned on', () => {
  const two = [other(1, { place: '곳1', spentTime: '09:00' }), other(2, { place: '곳2', spentTime: '11:00' })];
  expect(said({ amount: 99_000 }, { others: two })).toEqual([]);
});

test('the third spend of a person on one day is noticed, once', () => {
  const at = (id: number, spentTime: string, more: Partial<Judged> = {}) =>
    other(id, { spentTime, place: `곳${id}`, amount: id * 1000, ...more });
  const two = [at(1, '09:00'), at(2, '12:00')];

  expect(only('E34', { spentTime: '18:00' }, two)).toEqual(['E34 warn']);
  expect(only('E34', { spentTime: '18:00' }, [...two, at(3, '17:00')])).toEqual([]);
  expect(only('E34', { spentTime: '18:00' }, two.slice(1))).toEqual([]);
  expect(only('E34', { spentTime: '18:00' }, [at(1, '09:00'), at(2, '12:00', { createdBy: 'U2' })])).toEqual([]);
});

test('the fifth use of a place in thirty days is noticed, and not each one after it', () => {
  const on = (day: string) => other(Number(day), { spentOn: `2018-04-${day}`, amount: Number(day) * 1000 });
  const four = ['02', '03', '04', '05'].map(on);

  expect(only('E34', { spentOn: '2018-04-09' }, four)).toEqual(['E34 warn']);
  expect(only('E34', { spentOn: '2018-04-09' }, four.slice(1))).toEqual([]);
  expect(only('E34', { spentOn: '2018-04-10' }, [...four, on('09')])).toEqual([]);
  expect(only('E34', { spentOn: '2018-05-02' }, four)).toEqual([]);
});

test.each<[string[], string, Partial<Judged>, Partial<Judged>]>([
  [['E36 warn'], 'amount, place and time', {}, {}],
  [['E36 warn'], 'another spelling of the place', { place: '(주) 한빛 식당' }, { place: '한빛식당' }],
  [[], 'another amount', {}, { amount: 100_001 }],
  [[], 'a minute later', {}, { spentTime: '12:31' }],
  [[], 'another place', {}, { place: '소나무집' }],
  [['E36 warn'], 'no time, but the same in everything else', { spentTime: null }, { spentTime: null }],
  [[], 'no time and another purpose', { spentTime: null }, { spentTime: null, purpose: '다과' }],
])('%j: a duplicate by %s', (expected, _why, spend, first) => {
  expect(only('E36', spend, [other(1, first)])).toEqual(expected);
});

const death = (what: string, more: Partial<Judged> = {}): Partial<Judged> => ({
  activity: '8-나',
  purpose: `총무과 김하늘 주무관 부친상 ${what}`,
  attendees: '총무과 김하늘 주무관',
  headcount: 1,
  ...more,
});
const given = { occasion: 'death', in_name_of: 'mayor', recipient: 'staff' };
const sum = (spend: Partial<Judged>, first: Partial<Judged>) =>
  said(spend, { others: [other(1, first)], beside: { given } }).filter((it) => it.startsWith('E23'));

test.each<[string[], string, Partial<Judged>, Partial<Judged>]>([
  [
    ['E23 block'],
    'above the limit together',
    death('조의금', { amount: 50_000 }),
    death('근조화환', { amount: 50_001 }),
  ],
  [[], 'at the limit together', death('조의금', { amount: 50_000 }), death('근조화환', { amount: 50_000 })],
  [['E23 block'], 'the wreath last', death('근조화환', { amount: 70_000 }), death('조의금', { amount: 50_000 })],
  [['E23 block'], 'money twice', death('조의금', { amount: 30_000 }), death('조의금', { amount: 30_000 })],
  [
    [],
    'another person’s',
    death('조의금', { amount: 50_000 }),
    death('근조화환', { amount: 100_000, purpose: '민원과 이도윤 부친상 근조화환' }),
  ],
  [
    [],
    'another month’s',
    death('조의금', { amount: 50_000 }),
    death('근조화환', { amount: 100_000, spentOn: '2018-03-20' }),
  ],
  [
    ['E23 block'],
    'three days later',
    death('조의금', { amount: 50_000 }),
    death('근조화환', { amount: 100_000, spentOn: '2018-04-02' }),
  ],
])('%j: money and flowers for one death, %s', (expected, _why, spend, first) => {
  expect(sum({ spentTime: '13:00', ...spend }, { spentTime: '12:00', ...first })).toEqual(expected);
});
