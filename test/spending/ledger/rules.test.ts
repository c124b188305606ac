import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statusOf, type Total, yearGone, yearsOf } from '../../../src/spending/ledger/rules.ts';

const NONE = { rows: 0, won: 0 };
const total = (year: number, account: Total['account'], category: string | null, spent: number, count = 1): Total => {
  return { year, account, category, spent, count };
};

test('a year’s budget is its accounts’ sum, or the figure it has as a whole', () => {
  const accounts = [
    { year: 2018, account: '203-01' as const, won: 254_000_000 },
    { year: 2018, account: '203-03' as const, won: 103_200_000 },
    { year: 2017, account: null, won: 1 },
  ];
  expect(statusOf(2018, [], accounts, NONE)).toMatchObject({
    budget: 357_200_000,
    balance: 357_200_000,
    rate: 0,
    count: 0,
  });
  expect(statusOf(2018, [], [...accounts, { year: 2018, account: null, won: 400 }], NONE).budget).toBe(400);
  expect(statusOf(2016, [], accounts, NONE)).toMatchObject({ budget: null, balance: null, rate: null });
});

test('records without an account or a category count, and come last', () => {
  const totals = [
    total(2018, null, null, 900),
    total(2018, '203-03', '기타', 100),
    total(2018, '203-01', '직원 격려', 300),
  ];

  const status = statusOf(2018, totals, [], NONE);

  expect(status).toMatchObject({ spent: 1_300, count: 3 });
  expect(status.accounts.map((it) => it.account)).toEqual(['203-01', '203-03', null]);
  expect(status.categories.map((it) => it.category)).toEqual(['직원 격려', '기타', null]);
});

test('what was voided to nothing is no line', () => {
  const status = statusOf(2018, [total(2018, '203-01', '기타', 0, 0)], [], NONE);

  expect(status.accounts).toEqual([]);
  expect(status.categories).toEqual([]);
  expect(yearsOf([total(2018, '203-01', '기타', 0, 0)], [])).toEqual([]);
});

test.each([
  [2018, '2018-01-01', 0.3],
  [2018, '2018-03-30', 24.4],
  [2018, '2018-12-31', 100],
  [2020, '2020-02-29', 16.4],
  [2020, '2020-12-31', 100],
  [2017, '2018-01-01', 100],
  [2019, '2018-12-31', 0],
])('of %i, on %s, %d % are gone', (year, today, gone) => {
  expect(yearGone(year, today)).toBe(gone);
});

test('accounts and categories always add up to the year', () => {
  const totals = fc.array(
    fc.record({
      year: fc.constantFrom(2017, 2018),
      account: fc.constantFrom('203-01' as const, '203-03' as const, null),
      category: fc.constantFrom('기타', '직원 격려', null),
      spent: fc.integer({ min: -1e9, max: 1e9 }),
      count: fc.integer({ min: 1, max: 100 }),
    }),
  );
  fc.assert(
    fc.property(totals, (all) => {
      const status = statusOf(2018, all, [], NONE);
      for (const lines of [status.accounts, status.categories]) {
        expect(lines.reduce((sum, it) => sum + it.spent, 0)).toBe(status.spent);
        expect(lines.reduce((sum, it) => sum + it.count, 0)).toBe(status.count);
      }
    }),
  );
});
