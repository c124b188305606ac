import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/korean/day-words.ts';
import { addDays, daysBetween, isDay } from '../../src/korean/days.ts';
import { parseDay, parseDayTime } from '../../src/korean/typed-days.ts';

/** A Wednesday. */
const today = '2018-11-21';

describe('days', () => {
  test.each([
    ['2018-03-30', '2018-03-30'],
    ['2018.3.30', '2018-03-30'],
    ['2018.03.30.', '2018-03-30'],
    ['2018. 3. 30.', '2018-03-30'],
    ['２０１８．３．３０', '2018-03-30'],
    ['2018/3/30', '2018-03-30'],
    ['20180330', '2018-03-30'],
    ["'16.10.31", '2016-10-31'],
    ['’16.10.31.', '2016-10-31'],
    ['16.10.31', '2016-10-31'],
    ['16-10-31', '2016-10-31'],
    ['16/10/31', '2016-10-31'],
    ['25.12.3.(수)', '2025-12-03'],
    ['25.12.3. (수요일)', '2025-12-03'],
    ['2025-12-03 수요일', '2025-12-03'],
    ['2025-12-03 (Wed)', '2025-12-03'],
    ['2016년 10월 31일', '2016-10-31'],
    ['2016년10월31일(월)', '2016-10-31'],
    ['16년 10월 31일', '2016-10-31'],
    ['3/30/2018', '2018-03-30'],
    ['1/31/17', '2017-01-31'],
    ['11/21', '2018-11-21'],
    ['11/22', '2017-11-22'],
    ['11월 21일', '2018-11-21'],
    ['11월21일(수)', '2018-11-21'],
    ['12월 1일', '2017-12-01'],
    ['11.21.', '2018-11-21'],
    ['2/29', '2016-02-29'],
    ['21일', '2018-11-21'],
    ['22일', '2018-10-22'],
    ['31일', '2018-10-31'],
    ['오늘', '2018-11-21'],
    ['어제', '2018-11-20'],
    ['그제', '2018-11-19'],
    ['그저께', '2018-11-19'],
    ['내일', '2018-11-22'],
    ['모레', '2018-11-23'],
    ['3일 전', '2018-11-18'],
    ['수요일', '2018-11-21'],
    ['월요일', '2018-11-19'],
    ['목요일', '2018-11-15'],
    ['금욜', '2018-11-16'],
    ['일요일', '2018-11-18'],
    ['지난주 금요일', '2018-11-16'],
    ['지난 주 일요일', '2018-11-18'],
    ['지난 월요일', '2018-11-19'],
    ['지난 수요일', '2018-11-14'],
    ['지지난주 월요일', '2018-11-05'],
    ['이번주 화요일', '2018-11-20'],
    ['이번 주 일요일', '2018-11-25'],
    ['금주 금요일', '2018-11-23'],
    ['다음주 월요일', '2018-11-26'],
    ['다음 수요일', '2018-11-28'],
    ['Today', '2018-11-21'],
    ['yesterday', '2018-11-20'],
    ['tomorrow', '2018-11-22'],
    ['2 days ago', '2018-11-19'],
    ['Monday', '2018-11-19'],
    ['thurs', '2018-11-15'],
    ['last Friday', '2018-11-16'],
    ['last wednesday', '2018-11-14'],
    ['last week monday', '2018-11-12'],
    ['this friday', '2018-11-23'],
    ['next monday', '2018-11-26'],
    ['Nov 21', '2018-11-21'],
    ['Nov. 22nd', '2017-11-22'],
    ['21 November 2016', '2016-11-21'],
    ['Sept 3, 2018', '2018-09-03'],
    ['2018-03-30T12:30:05', '2018-03-30'],
    ['2018-03-30T15:30:00Z', '2018-03-31'],
    ['2018-03-30T12:30:05.000+09:00', '2018-03-30'],
    ['1970-01-01', '1970-01-01'],
  ])('%j is %s', (text, day) => {
    expect(parseDay(text, { today })).toBe(day);
  });

  test.each([
    '',
    '_',
    '미진',
    '2018-02-31',
    '2017-02-29',
    '2/30',
    '20166-10-31',
    '2016-13-01',
    '2016-00-10',
    '0000-01-01',
    '2018-03-30T25:00:00',
    '25.12.3.(목)',
    '01/02/17',
    '180330',
    '2018',
    '2018-03',
    '3.141',
    '1/4분기',
    'Mayor 5',
    'last',
    'mo',
    '45962',
    '32일',
    '2018-03-30 미진',
  ])('%j is no day', (text) => {
    expect(parseDay(text, { today })).toBeNull();
  });

  test.each([
    ['11/22', '2018-11-22'],
    ['11/20', '2019-11-20'],
    ['22일', '2018-11-22'],
    ['20일', '2018-12-20'],
    ['수요일', '2018-11-21'],
    ['월요일', '2018-11-26'],
  ])('towards the future, %j is %s', (text, day) => {
    expect(parseDay(text, { today, towards: 'future' })).toBe(day);
  });

  test('a day without a year is last year when this year it is yet to come', () => {
    expect(parseDay('11/21', { today: '2019-01-03' })).toBe('2018-11-21');
    expect(parseDay('21일', { today: '2019-01-03' })).toBe('2018-12-21');
  });

  test.each([
    ['11/22', '2016-11-22'],
    ['12월 1일', '2016-12-01'],
    ['2/29', '2016-02-29'],
    ['2017-01-02', '2017-01-02'],
    ['21일', null],
    ['어제', null],
    ['월요일', null],
  ])('in a file of 2016, %j is %s', (text, day) => {
    expect(parseDay(text, { today, year: 2016 })).toBe(day);
  });

  test('in a file of one month the date alone is enough', () => {
    expect(parseDay('31일', { today, year: 2016, month: 10 })).toBe('2016-10-31');
    expect(parseDay('31일', { today, year: 2016, month: 9 })).toBeNull();
  });

  test.each([
    ['45962', '2025-11-01', null],
    ['45962.5', '2025-11-01', '12:00'],
    ['45962.999999', '2025-11-01', '23:59'],
    ['43465.5875', '2018-12-31', '14:06'],
  ])('the serial number %s is %s at %s', (text, day, time) => {
    expect(parseDayTime(text, { today, excel: true })).toEqual({ day, time });
  });

  test.each(['19999', '80001', '460000', '-45962', '45,962'])('%s is no serial number of a day', (text) => {
    expect(parseDay(text, { today, excel: true })).toBeNull();
  });
});

test.each([
  ['2025.10.02. 14:07', '2025-10-02', '14:07'],
  ['2025.10.13 12:24', '2025-10-13', '12:24'],
  ['2025.10.02.14:07', '2025-10-02', '14:07'],
  ['2025-10-02 8:13', '2025-10-02', '08:13'],
  ['2025-10-02', '2025-10-02', null],
  ['2017-01-31 15:48', '2017-01-31', '15:48'],
  ['1970-01-01 09:00', '1970-01-01', '09:00'],
  ['2018-03-30 12:30:59', '2018-03-30', '12:30'],
  ['2018-03-30T15:30:00Z', '2018-03-31', '00:30'],
  ['2018. 3. 30. 오후 7시 30분', '2018-03-30', '19:30'],
  ['25.12.3.(수) 12:30', '2025-12-03', '12:30'],
  ['25.12.3(수)12:30', '2025-12-03', '12:30'],
  ['2018-03-30 12:00~13:00', '2018-03-30', '12:00'],
  ['어제 12:30', '2018-11-20', '12:30'],
  ['지난주 금요일 저녁 7시', '2018-11-16', '19:00'],
  ['오후 7시 11월 20일', '2018-11-20', '19:00'],
  ['11/20 7pm', '2018-11-20', '19:00'],
  ['Nov 20, 2018 7:30 pm', '2018-11-20', '19:30'],
  ['12:30', null, '12:30'],
])('%j is %s at %s', (text, day, time) => {
  expect(parseDayTime(text, { today })).toEqual({ day, time });
});

test.each(['', '-', '2025-10-17 11:38 신', '2025-10-19 10:54신세', '2018-02-31 12:00', '2018-03-30 24:00'])(
  '%j is neither a day nor a time',
  (text) => {
    expect(parseDayTime(text, { today })).toBeNull();
  },
);

test('a moment with a zone of its own becomes the office’s', () => {
  expect(parseDayTime('2018-03-30T23:30:00-05:00', { today, zone: 'Asia/Tokyo' })).toEqual({
    day: '2018-03-31',
    time: '13:30',
  });
});

const anyDay = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays('1950-01-01', days));

test('every day is read back from the ways it is written', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (day, other) => {
      const [year, month, date] = day.split('-').map(Number);

      for (const locale of ['ko', 'en'] as const) {
        const written = formatDay(day, locale, '1900-01-01').replace(/^(\w{3}) (.*)$/, '$2 ($1)');
        expect(parseDay(written, { today: other })).toBe(day);
      }
      expect(parseDay(`${year}. ${month}. ${date}.`, { today: other })).toBe(day);
      expect(addDays(other, daysBetween(other, day))).toBe(day);
    }),
  );
});

test('a day without a year is the nearest one on its side', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.constantFrom('past' as const, 'future' as const), (now, day, towards) => {
      const read = parseDay(`${Number(day.slice(5, 7))}/${Number(day.slice(8))}`, { today: now, towards });

      expect(read?.slice(5)).toBe(day.slice(5));
      expect(towards === 'past' ? (read ?? '') <= now : (read ?? '') >= now).toBe(true);
    }),
  );
});

test('any text at all gives a real day, a real time or nothing', () => {
  const pieces = fc.constantFrom(
    ...'0123456789./-: 년월일시분오후전어제지난주금요()~T',
    'Nov',
    'last ',
    'friday',
    '요일',
  );
  const text = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), fc.boolean(), (typed, excel) => {
      const read = parseDayTime(typed, { today, excel });

      if (read?.day) expect(isDay(read.day)).toBe(true);
      if (read?.time) expect(read.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      if (read) expect(read.day ?? read.time).not.toBeNull();
    }),
    { numRuns: 1000 },
  );
});
