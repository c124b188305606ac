import { expect, test } from 'vitest';
import { holidaysBetween, holidaysByRule, holidaysOf } from '../../src/korean/holidays.ts';

const days = async (year: number) => [...(await holidaysOf(year)).keys()].map((day) => day.slice(5));

// Elections and days declared for once can't be computed.
const DECLARED = /선거|임시/;

test.each([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])(
  'the rules give the same holidays for %i as the published calendar',
  async (year) => {
    const published = [...(await holidaysOf(year))].filter(([, name]) => !DECLARED.test(name)).map(([day]) => day);
    const computed = [...holidaysByRule(year).keys()];

    expect(computed).toEqual(published);
  },
);

test('the holidays of 2016 are those of its calendar, with the day that was declared and the election', async () => {
  expect(await days(2016)).toEqual(
    ['01-01', '02-07', '02-08', '02-09', '02-10', '03-01', '04-13', '05-05', '05-06', '05-14', '06-06'].concat([
      '08-15',
      '09-14',
      '09-15',
      '09-16',
      '10-03',
      '10-09',
      '12-25',
    ]),
  );
});

test.each([
  ['2014-09-10', '대체공휴일(추석)'], // the first substitute day there was
  ['2015-09-29', '대체공휴일(추석)'],
  ['2015-08-14', '임시공휴일'],
  ['2017-01-30', '대체공휴일(설날)'],
  ['2010-05-21', '부처님 오신 날'],
  ['2026-03-02', '대체공휴일(3ㆍ1절)'],
  ['2028-01-26', '설날 전날'],
  ['2028-10-03', '개천절, 추석'],
  ['2028-10-05', '대체공휴일(추석)'],
  ['2029-09-24', '대체공휴일(추석)'],
  ['2030-02-05', '대체공휴일(설날)'],
])('%s is %s', async (day, name) => {
  const holidays = await holidaysOf(Number(day.slice(0, 4)));
  expect(holidays.get(day)).toBe(name);
});

test.each(['2010-10-09', '2012-10-09', '2013-09-21', '2016-05-16', '2016-10-10', '2025-07-17'])(
  '%s is a working day',
  async (day) => {
    expect((await holidaysOf(Number(day.slice(0, 4)))).has(day)).toBe(false);
  },
);

test('a span over New Year has the holidays of both years', async () => {
  const holidays = await holidaysBetween('2026-12-20', '2027-01-05');
  expect([holidays.has('2026-12-25'), holidays.has('2027-01-01')]).toEqual([true, true]);
});
