import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay } from '../../src/korean/day-words.ts';
import {
  addDays,
  addMonths,
  clockIn,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  isoWeekOf,
  isWeekend,
  lastOfMonth,
  mondayOf,
  todayIn,
  weekday,
} from '../../src/korean/days.ts';

const today = '2018-11-21';

test('the calendar counts', () => {
  expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
  expect(addDays('2018-01-01', -1)).toBe('2017-12-31');
  expect(daysBetween('2018-01-01', '2018-12-31')).toBe(364);
  expect(['2016-02-01', '2018-02-28', '2018-12-31'].map(lastOfMonth)).toEqual([
    '2016-02-29',
    '2018-02-28',
    '2018-12-31',
  ]);
  expect([addMonths('2018-01-31', 1), addMonths('2018-03-31', -13)]).toEqual(['2018-02-28', '2017-02-28']);
  expect([isoWeekOf('2016-01-03'), isoWeekOf('2018-12-31')]).toEqual([
    { year: 2015, week: 53 },
    { year: 2019, week: 1 },
  ]);
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

test.each([
  ['Asia/Seoul', '2018-04-09', '14:00', '2018-04-09T05:00:00.000Z'],
  ['UTC', '2018-04-09', '14:00', '2018-04-09T14:00:00.000Z'],
  ['America/New_York', '2018-03-10', '23:30', '2018-03-11T04:30:00.000Z'], // the evening before summer time
  ['America/New_York', '2018-03-11', '03:30', '2018-03-11T07:30:00.000Z'],
  ['America/New_York', '2018-11-04', '09:00', '2018-11-04T14:00:00.000Z'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00.000Z'], // is skipped: 03:30
  ['Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'], // is skipped: 03:00
  ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00.000Z'], // a day is skipped: noon of the next
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'], // comes twice: the first
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00.000Z'], // by half an hour: the first
  ['Asia/Seoul', '1988-07-01', '12:00', '1988-07-01T02:00:00.000Z'], // the summer time of the Olympics
])('in %s, %s %s is %s', (zone, day, time, instant) => {
  expect(instantOf(zone, day, time).toISOString()).toBe(instant);
});

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const moment = fc.date({ min: new Date('1975-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
const MINUTE = 60_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the runtime's own tables say, which dayjs is not asked about. */
function wallOf(zone: string, at: Date): string {
  const options = { timeZone: zone, dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', options);
  clocks.set(zone, clock);
  return clock.format(at);
}

test('every zone shows every moment as the runtime’s own clock does', () => {
  fc.assert(
    fc.property(zone, moment, (zone, at) => {
      expect(`${todayIn(zone, at)} ${clockIn(zone, at)}`).toBe(wallOf(zone, at));
    }),
    { numRuns: 400 },
  );
});

test('a wall clock’s moment is the first that shows it, and where none does, the one just as much later', () => {
  const quarters = fc.integer({ min: 0, max: 95 }).map((n) => n * 15);
  fc.assert(
    fc.property(zone, moment, quarters, (zone, near, minutes) => {
      const day = near.toISOString().slice(0, 10);
      const time = new Date(minutes * MINUTE).toISOString().slice(11, 16);
      const at = instantOf(zone, day, time);

      const around = (minutes: number) => wallOf(zone, new Date(at.getTime() + minutes * MINUTE));
      if (around(0) === `${day} ${time}`) {
        expect([-30, -60, -120].map(around)).not.toContain(`${day} ${time}`);
      } else {
        const near = Array.from({ length: 24 }, (_, i) => around((i - 12) * 15));
        expect(near).not.toContain(`${day} ${time}`);
        expect(around(-24 * 60)).toBe(`${addDays(day, -1)} ${time}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('days, months and weeks hang together', () => {
  const day = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays('1900-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(weekday(day));
      expect(daysBetween(mondayOf(day), day)).toBe((weekday(day) + 6) % 7);
      expect(isoWeekOf(mondayOf(day))).toEqual(isoWeekOf(day));
      expect(isoWeekOf(addDays(mondayOf(day), 3)).year).toBe(Number(addDays(mondayOf(day), 3).slice(0, 4)));
      expect(addDays(lastOfMonth(day), 1).slice(8)).toBe('01');
      expect(addMonths(addMonths(`${day.slice(0, 7)}-01`, n), -n)).toBe(`${day.slice(0, 7)}-01`);
    }),
  );
});
