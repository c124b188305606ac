import { expect, test } from 'vitest';
import {
  addDays,
  clockIn,
  dayOf,
  daysBetween,
  daysInMonth,
  formatDay,
  isDay,
  isWeekend,
  mondayOf,
  todayIn,
  weekday,
} from '../../src/korean/calendar.ts';

const today = '2018-11-21';

test('the calendar counts', () => {
  expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
  expect(addDays('2018-01-01', -1)).toBe('2017-12-31');
  expect(daysBetween('2018-01-01', '2018-12-31')).toBe(364);
  expect(daysInMonth(2016, 2)).toBe(29);
  expect(daysInMonth(2018, 12)).toBe(31);
  expect(weekday('2018-11-21')).toBe(3);
  expect(mondayOf('2018-11-25')).toBe('2018-11-19');
  expect(['2018-11-23', '2018-11-24', '2018-11-25', '2018-11-26'].map(isWeekend)).toEqual([false, true, true, false]);
  expect(dayOf(2018, 2, 29)).toBeNull();
  expect(['2018-02-28', '2018-02-29', '2018-2-28', ''].map(isDay)).toEqual([true, false, false, false]);
});

test('today and now are the office’s', () => {
  const now = new Date('2018-11-20T15:05:00Z');

  expect(todayIn('Asia/Seoul', now)).toBe('2018-11-21');
  expect(clockIn('Asia/Seoul', now)).toBe('00:05');
  expect(todayIn('America/New_York', now)).toBe('2018-11-20');
});

test('a day is written with its year only when that is another', () => {
  expect(formatDay('2018-11-21', 'ko', today)).toBe('11월 21일(수)');
  expect(formatDay('2017-11-21', 'ko', today)).toBe('2017년 11월 21일(화)');
  expect(formatDay('2018-11-21', 'en', today)).toBe('Wed 21 Nov');
  expect(formatDay('2017-11-21', 'en', today)).toBe('Tue 21 Nov 2017');
});
