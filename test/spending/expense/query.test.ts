import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExpenseFilter } from '../../../src/spending/expense/list/store.ts';
import { readQuery, spanOf, yearsIn } from '../../../src/spending/expense/query.ts';
import type { Person } from '../../../src/vocabulary/person.ts';

const person = (userId: string, name: string): Person => ({ userId, name, role: 'member', language: 'ko' });
const CONTEXT = { today: '2018-03-30', me: 'U1', people: [person('U1', '김서연'), person('U2', '오세라')] };
const months = (from: [number, number], to = from) => ({
  months: { from: from[0] * 12 + from[1], to: to[0] * 12 + to[1] },
});

test.each<[string, ExpenseFilter]>([
  ['', {}],
  ['2018', months([2018, 1], [2018, 12])],
  ['2018-03', months([2018, 3])],
  ['카드', { payment: 'card' }],
  ['법인 카드 3월 시책', { ...months([2018, 3]), account: '203-03', payment: 'card' }],
  ['bank transfer 나', { payment: 'transfer', createdBy: 'U1' }],
  ['카드사 간담회', { words: ['카드사', '간담회'] }],
  ['3월', months([2018, 3])],
  ['이번달', months([2018, 3])],
  ['지난달', months([2018, 2])],
  ['상반기', months([2018, 1], [2018, 6])],
  ['작년 4분기', months([2017, 10], [2017, 12])],
  ['지난주', { days: { from: '2018-03-19', to: '2018-03-25' } }],
  ['어제', { days: { from: '2018-03-29', to: '2018-03-29' } }],
  ['2018-01-01..2018-03-31', months([2018, 1], [2018, 3])],
  ['2018-01-02..2018-03-31', { days: { from: '2018-01-02', to: '2018-03-31' } }],
  ['2014년 1월 1일 ~ 12월 31일', months([2014, 1], [2014, 12])],
  ['2014년 1월 1일 ~ 2015년 12월 31일 간담회', { ...months([2014, 1], [2015, 12]), words: ['간담회'] }],
  ['2014. 1. 1. ~ 12. 30. 시책', { days: { from: '2014-01-01', to: '2014-12-30' }, account: '203-03' }],
  ['작년 11월 1일 ~ 12월 3일', { days: { from: '2017-11-01', to: '2017-12-03' } }],
  ['1 Nov to 15 Nov 2017', { days: { from: '2017-11-01', to: '2017-11-15' } }],
  ['시책', { account: '203-03' }],
  ['기관 운영', { account: '203-01' }],
  ['staff allowance', { account: '203-02' }],
  ['미지정', { account: null }],
  ['@나', { createdBy: 'U1' }],
  ['@오세라', { createdBy: 'U2' }],
  ['<@U9|someone>', { createdBy: 'U9' }],
  ['<@U9|some one>', { createdBy: 'U9' }],
  ['@모름', { words: ['@모름'] }],
  ['R&amp;D &lt;b&gt;', { words: ['R&D', '<b>'] }],
  [
    '간담회 지난달 시책 @나 조례',
    { ...months([2018, 2]), account: '203-03', createdBy: 'U1', words: ['간담회', '조례'] },
  ],
  ['2018 2017', { ...months([2018, 1], [2018, 12]), words: ['2017'] }],
])('%j asks for %j', (typed, filter) => {
  expect(readQuery(typed, CONTEXT)).toEqual(filter);
});

test.each([
  [months([2017, 11], [2018, 2]), { from: 2017, to: 2018 }],
  [months([2018, 1], [2018, 12]), { from: 2018, to: 2018 }],
  [{ days: { from: '2017-12-31', to: '2018-01-01' } }, { from: 2017, to: 2018 }],
  [{ words: ['간담회'] }, null],
])('%j concerns the years %j', (filter, years) => {
  expect(yearsIn(filter)).toEqual(years);
});

test('a leap February is a whole month', () => {
  expect(spanOf({ from: '2020-02-01', to: '2020-02-29' })).toEqual(months([2020, 2]));
  expect(spanOf({ from: '2020-02-01', to: '2020-02-28' })).toHaveProperty('days');
});

test('any line can be asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      expect(readQuery(typed, CONTEXT)).toBeTypeOf('object');
    }),
  );
});
