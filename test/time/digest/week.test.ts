import { describe, expect, test } from 'vitest';
import { holidaysBetween } from '../../../src/korean/holidays.ts';
import { digestDay, readWeek, weekNamed, weekOf } from '../../../src/time/digest/week.ts';

const TODAY = '2016-10-26'; // a Wednesday

describe('a week', () => {
  test.each([
    ['2016-10-24', '2016-W43', '2016-10-24', '2016-10-30'],
    ['2016-10-30', '2016-W43', '2016-10-24', '2016-10-30'],
    ['2016-01-03', '2015-W53', '2015-12-28', '2016-01-03'],
    ['2016-01-04', '2016-W01', '2016-01-04', '2016-01-10'],
    ['2018-12-31', '2019-W01', '2018-12-31', '2019-01-06'],
    ['2026-01-01', '2026-W01', '2025-12-29', '2026-01-04'],
    ['2027-01-03', '2026-W53', '2026-12-28', '2027-01-03'],
  ])('of %s is %s', (day, name, from, to) => {
    expect(weekOf(day)).toEqual({ name, from, to });
    expect(weekNamed(name)).toEqual({ name, from, to });
  });

  test.each([
    ['', '2016-W43'],
    ['2016-W43', '2016-W43'],
    ['2016w43', '2016-W43'],
    ['2016 w43', '2016-W43'],
    ['w43', '2016-W43'],
    ['2016년 43주', '2016-W43'],
    ['43주', '2016-W43'],
    ['43주차', '2016-W43'],
    ['지난주', '2016-W42'],
    ['지난 주', '2016-W42'],
    ['last week', '2016-W42'],
    ['이번주', '2016-W43'],
    ['다음주', '2016-W44'],
    ['next week', '2016-W44'],
    ['10/24', '2016-W43'],
    ['2016. 10. 24.', '2016-W43'],
    ['어제', '2016-W43'],
    ['2015-W53', '2015-W53'],
    ['2016-W53', null],
    ['2016-W00', null],
    ['2016-W99', null],
    ['2016', null],
    ['3분기', null],
    ['지난즈', null],
    ['김서연', null],
  ])('is read from “%s” as %s', (typed, name) => {
    expect(readWeek(typed, TODAY)?.name ?? null).toBe(name);
  });
});

describe('the day of the digest', () => {
  const dayIn = async (name: string, weekday = 1) => {
    const week = weekNamed(name);
    return week && digestDay(week, weekday, await holidaysBetween(week.from, week.to));
  };

  test.each([
    ['an ordinary Monday', '2016-W43', '2016-10-24'],
    ['개천절 on a Monday', '2016-W40', '2016-10-04'],
    ['설 from Sunday to Tuesday and its substitute on Wednesday', '2016-W06', '2016-02-11'],
    ['설 in the middle of a week, which begins with a working day', '2018-W07', '2018-02-12'],
    ['추석 from Sunday to Tuesday and its substitute on Wednesday', '2018-W39', '2018-09-27'],
    ['a substitute for 어린이날 on a Monday', '2018-W19', '2018-05-08'],
    ['a substitute for 한글날 on a Monday', '2021-W41', '2021-10-12'],
    ['추석 from Wednesday to Friday', '2021-W38', '2021-09-23'],
    ['a week without a working day', '2017-W40', null],
    ['the Monday after it, 한글날', '2017-W41', '2017-10-10'],
  ])('in a week with %s: %s', async (_what, name, day) => {
    expect(await dayIn(name)).toBe(day);
  });

  test.each([
    ['Wednesday', 3, '2016-W43', '2016-10-26'],
    ['Wednesday that is 한글날’s week', 3, '2016-W41', '2016-10-12'],
    ['Monday that is 개천절', 1, '2016-W40', '2016-10-04'],
    ['Friday that is a holiday moves back', 5, '2018-W07', '2018-02-14'],
    ['Thursday that is a holiday, with Friday one too', 4, '2018-W07', '2018-02-14'],
  ])('chosen as %s', async (_what, weekday, name, day) => {
    expect(await dayIn(name, weekday)).toBe(day);
  });
});
