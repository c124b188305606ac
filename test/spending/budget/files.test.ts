import { expect, test } from 'vitest';
import { openBudgets } from '../../../src/spending/budget/files.ts';

const read = (text: string) => openBudgets(new TextEncoder().encode(text), 'budgets.csv');

test.each([
  ['연도,과목,예산액\n2016,기관운영,277200000\n2016,시책추진,103000000\n', 'in won'],
  ['회계연도,예산과목,예산액(천원)\n2016년,203-01,"277,200"\n2016년,203-03,"103,000"\n', 'in 천원'],
  [
    '2016년 예산,,\n,,(단위: 천원)\n회계연도;비목;금액\n2016;기관운영업무추진비;277,200\n2016;시책추진업무추진비;103,000\n',
    'under a title',
  ],
  ['year,account,won\n2016,203-01,277200000\n2016,203-03,103000000\n', 'in English'],
  ['연도,구분,예산액\n2016,합계,380200000\n2016,기관,277200000\n2016,시책,103000000\n', 'with a total'],
])('reads budgets: %j', async (text) => {
  expect(await read(text)).toMatchObject({
    budgets: [
      { year: 2016, account: '203-01', won: 277_200_000 },
      { year: 2016, account: '203-03', won: 103_000_000 },
    ],
    problems: [],
  });
});

test.each([
  '연도,예산액\n2017,357200000\n',
  '연도,과목,예산액\n2017,,"357,200,000원"\n',
  '연도,과목,예산액\n2017,합계,357200천원\n',
])("reads a year's total: %j", async (text) => {
  expect(await read(text)).toEqual({
    rows: 1,
    budgets: [{ year: 2017, account: null, won: 357_200_000 }],
    problems: [],
  });
});

test('names every row that it can not read', async () => {
  expect(
    await read('연도,과목,예산액\n,기관,1\n2016,여비,1\n2016,시책,\n2016,기관,약간\n2016,기관,-1\n2016,부서운영,1\n'),
  ).toEqual({
    rows: 6,
    budgets: [{ year: 2016, account: '203-04', won: 1 }],
    problems: [
      { line: 2, field: '연도', code: 'year_unreadable' },
      { line: 3, field: '과목', code: 'account_unreadable' },
      { line: 4, field: '예산액', code: 'amount_missing' },
      { line: 5, field: '예산액', code: 'amount_unreadable' },
      { line: 6, field: '예산액', code: 'amount_unreadable' },
    ],
  });
});

test('says when figures contradict each other', async () => {
  expect(await read('연도,과목,예산액\n2016,기관,1\n2016,203-01,2\n2016,기관운영,1\n2016,계,5\n')).toMatchObject({
    budgets: [{ year: 2016, account: '203-01', won: 1 }],
    problems: [
      { line: 3, code: 'budget_twice' },
      { line: 5, code: 'total_differs' },
    ],
  });
});

test('refuses a file without a heading', async () => {
  expect(await read('a,b\n1,2\n')).toEqual({ refusal: 'no_heading' });
});
