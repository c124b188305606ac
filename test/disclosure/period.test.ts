import { expect, test } from 'vitest';
import {
  daysLeft,
  dueDay,
  hasEnded,
  lastDayOf,
  monthOf,
  quarterBefore,
  quarterOf,
  readPeriod,
} from '../../src/disclosure/period.ts';

test.each([
  ['2018-03', '2018-03'],
  ['2018년 3월', '2018-03'],
  ['지난달', '2018-02'],
  ['2018 1분기', '2018-Q1'],
  ['2018-Q1', '2018-Q1'],
  ['2017-q4', '2017-Q4'],
  ["'17.4/4분기", '2017-Q4'],
])('%s is the period %s', (typed, key) => {
  expect(readPeriod(typed, '2018-03-30')?.key).toBe(key);
});

test.each(['', '2018', '상반기', '어제', '2018-13', '업무추진비', '2018-Q5', '1999-12'])('“%s” is none', (typed) => {
  expect(readPeriod(typed, '2018-03-30')).toBeNull();
});

test.each([
  [2018, 1, '2018-04-30'],
  [2018, 2, '2018-07-31'],
  [2018, 3, '2018-10-31'],
  [2018, 4, '2019-01-31'],
])('%i Q%i is due on %s, as each of its months is', (year, quarter, due) => {
  expect(dueDay(quarterOf(year, quarter))).toBe(due);
  expect(dueDay(monthOf(year, quarter * 3 - 1))).toBe(due);
});

test('a quarter is over the day after its last', () => {
  const quarter = quarterOf(2018, 1);

  expect(lastDayOf(quarter)).toBe('2018-03-31');
  expect(hasEnded(quarter, '2018-03-31')).toBe(false);
  expect(hasEnded(quarter, '2018-04-01')).toBe(true);
  expect(daysLeft(quarter, '2018-04-30')).toBe(0);
  expect(daysLeft(quarter, '2018-05-02')).toBe(-2);
});

test('the quarters before cross the year', () => {
  expect([0, 1, 2].map((back) => quarterBefore('2018-02-10', back).key)).toEqual(['2018-Q1', '2017-Q4', '2017-Q3']);
});
