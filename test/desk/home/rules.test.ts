import { expect, test } from 'vitest';
import { bar, linesOf, paceOf } from '../../../src/desk/home/rules.ts';
import { statusOf } from '../../../src/spending/ledger/rules.ts';

test.each([
  [null, null, 50, null],
  [50, 100, 50, 'even'],
  [69.9, 100, 50, 'even'],
  [70, 100, 50, 'ahead'],
  [30.1, 100, 50, 'even'],
  [30, 100, 50, 'behind'],
  [0, 100, 1, 'even'],
  [100, 0, 100, 'even'],
  [100.1, -1, 100, 'over'],
  [60, -1, 90, 'over'],
])('%s%% spent with %s left when %s%% of the year has passed is %s', (rate, balance, gone, pace) => {
  expect(paceOf({ rate, balance }, gone)).toBe(pace);
});

test.each([
  [0, ''],
  [0.1, '■□□□□□□□□□'],
  [50, '■■■■■□□□□□'],
  [99.9, '■■■■■■■■■□'],
  [100, '■■■■■■■■■■'],
  [340, '■■■■■■■■■■'],
  [-5, ''],
])('%s%% is drawn as %s', (rate, drawn) => expect(bar(rate)).toBe(drawn));

test('a year that has one figure for all accounts is one line, else each account is', () => {
  const held = { rows: 0, won: 0 };
  const totals = [{ year: 2018, account: '203-03' as const, category: null, spent: 10, count: 1 }];
  const whole = statusOf(2018, totals, [{ year: 2018, account: null, won: 100 }], held);
  const byAccount = statusOf(2018, totals, [{ year: 2018, account: '203-03', won: 100 }], held);

  expect(linesOf(whole).map(({ account, rate }) => [account, rate])).toEqual([['whole', 10]]);
  expect(linesOf(byAccount).map(({ account, rate }) => [account, rate])).toEqual([['203-03', 10]]);
  expect(linesOf(statusOf(2018, totals, [], held)).map(({ account }) => account)).toEqual(['203-03']);
  expect(linesOf(statusOf(2018, [], [], held))).toEqual([]);
});
