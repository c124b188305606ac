import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../src/korean/days.ts';
import { holidaysBetween } from '../../src/korean/holidays.ts';
import { type Clock, isFreeDay, isQuiet, loudAfter, loudBefore } from '../../src/people/quiet.ts';
import { loudNear, momentOn, workingDay } from '../../src/time/reminders/moments.ts';
import { snoozedUntil } from '../../src/time/reminders/snooze.ts';
import { SNOOZES } from '../../src/vocabulary/reminder.ts';

const holidays = await holidaysBetween('2015-01-01', '2027-12-31');
const USUAL = { from: '19:00', to: '08:00', freeDays: true };
const seoul: Clock = { zone: 'Asia/Seoul', quiet: USUAL, holidays };

const kst = (moment: string): Date => new Date(`${moment.replace(' ', 'T')}:00+09:00`);
const shown = (at: Date | null, zone = 'Asia/Seoul'): string | null =>
  at && new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

describe('it is quiet', () => {
  test.each([
    ['2018-03-30 18:59', false],
    ['2018-03-30 19:00', true],
    ['2018-03-30 07:59', true],
    ['2018-03-30 08:00', false],
    ['2018-03-31 12:00', true], // Saturday
    ['2018-05-07 12:00', true], // substitute for Children's Day
    ['2017-10-02 12:00', true], // declared for once
    ['2018-05-08 12:00', false],
  ])('at %s: %s', (moment, quiet) => {
    expect(isQuiet(kst(moment), seoul)).toBe(quiet);
  });

  test('never where start and end are the same, and on free days only if they are wanted quiet', () => {
    const never = { ...seoul, quiet: { from: '09:00', to: '09:00', freeDays: false } };
    expect(isQuiet(kst('2018-03-31 03:00'), never)).toBe(false);
    expect(isQuiet(kst('2018-03-31 12:00'), { ...seoul, quiet: { ...USUAL, freeDays: false } })).toBe(false);
  });
});

describe('a reminder for a day', () => {
  test.each([
    // What it is for, at what time, which way it moves, and when it comes.
    ['2018-03-30', '09:00', 'before', '2018-03-30 09:00'],
    ['2018-03-31', '09:00', 'before', '2018-03-30 09:00'], // Saturday
    ['2018-04-01', '09:00', 'after', '2018-04-02 09:00'], // Sunday
    ['2018-05-07', '09:00', 'before', '2018-05-04 09:00'], // Saturday, Sunday, substitute
    ['2018-05-05', '09:00', 'after', '2018-05-08 09:00'],
    ['2017-10-04', '09:00', 'before', '2017-09-29 09:00'], // ten days off
    ['2017-10-04', '09:00', 'after', '2017-10-10 09:00'],
    ['2016-02-10', '09:00', 'after', '2016-02-11 09:00'], // substitute of the New Year
    ['2016-05-06', '09:00', 'before', '2016-05-04 09:00'], // declared between two
    ['2021-08-16', '09:00', 'after', '2021-08-17 09:00'], // the first substitute of 15 August
    ['2023-05-29', '09:00', 'before', '2023-05-26 09:00'], // the first of Buddha's birthday
    ['2024-02-12', '09:00', 'after', '2024-02-13 09:00'],
    ['2025-05-06', '09:00', 'before', '2025-05-02 09:00'],
    ['2026-03-02', '09:00', 'after', '2026-03-03 09:00'],
    ['2018-04-01', '18:00', 'before', '2018-03-30 18:00'], // the evening before a Monday
    ['2018-03-30', '06:30', 'before', '2018-03-30 08:00'], // later the same day, where that is possible
    ['2018-03-30', '21:00', 'before', '2018-03-30 18:30'],
    ['2018-03-30', '21:00', 'after', '2018-04-02 08:00'],
  ] as const)('%s at %s, %s: %s', (day, time, moves, comes) => {
    expect(shown(momentOn(day, time, moves, seoul))).toBe(comes);
  });

  test.each([
    // New York: the clocks go forward on 11 March 2018 and back on 4 November; London on 25 March.
    ['America/New_York', '2018-03-12', '2018-03-12 09:00', '2018-03-12T13:00:00.000Z'],
    ['America/New_York', '2018-03-09', '2018-03-09 09:00', '2018-03-09T14:00:00.000Z'],
    ['America/New_York', '2018-11-05', '2018-11-05 09:00', '2018-11-05T14:00:00.000Z'],
    ['Europe/London', '2018-03-26', '2018-03-26 09:00', '2018-03-26T08:00:00.000Z'],
    ['Pacific/Kiritimati', '2018-03-30', '2018-03-30 09:00', '2018-03-29T19:00:00.000Z'],
  ])('comes at nine on the clocks of %s (%s)', (zone, day, clock, instant) => {
    const at = momentOn(day, '09:00', 'before', { ...seoul, zone });
    expect([shown(at, zone), at?.toISOString()]).toEqual([clock, instant]);
  });

  test('an hour before a start that lies in quiet hours comes when they end, if that is still before it', () => {
    const near = (start: string, clock = seoul) =>
      shown(loudNear(new Date(kst(start).getTime() - 3_600_000), 'before', clock, kst(start)));
    expect(near('2018-03-30 08:30')).toBe('2018-03-30 08:00');
    expect(near('2018-03-30 07:30')).toBe('2018-03-29 18:30');
    expect(near('2018-03-30 08:00')).toBe('2018-03-29 18:30');
    expect(near('2018-03-31 10:00')).toBe('2018-03-30 18:30');
  });
});

const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
];
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const clocks = fc.record({
  zone: fc.constantFrom(...ZONES),
  quiet: fc.record({ from: clock, to: clock, freeDays: fc.boolean() }),
  holidays: fc.constant(holidays),
});
const days = fc.integer({ min: 0, max: 365 * 11 }).map((n) => addDays('2016-01-01', n));
const moments = fc.integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2026, 11, 1) }).map((at) => new Date(at));
const moves = fc.constantFrom('before' as const, 'after' as const);

describe('whatever somebody chooses', () => {
  test('no reminder lies in their quiet hours', () => {
    fc.assert(
      fc.property(days, clock, moves, clocks, (day, time, way, who) => {
        const at = momentOn(day, time, way, who);
        if (at) expect(isQuiet(at, who)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('what moves lands on the near side of quiet hours, and on a working day', () => {
    fc.assert(
      fc.property(moments, clocks, (at, who) => {
        const [after, before] = [loudAfter(at, who), loudBefore(at, who)];
        if (after) expect(after.getTime()).toBeGreaterThanOrEqual(at.getTime());
        if (before) expect(before.getTime()).toBeLessThanOrEqual(at.getTime());
        for (const moment of [after, before]) if (moment) expect(isQuiet(moment, who)).toBe(false);
        const day = todayIn(who.zone, at);
        expect(isFreeDay(workingDay(day, 'before', holidays), holidays)).toBe(false);
        expect(workingDay(day, 'after', holidays) >= day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('what is put off comes later, and not in quiet hours', () => {
    fc.assert(
      fc.property(moments, clocks, fc.constantFrom(...SNOOZES), clock, (now, who, snooze, time) => {
        const at = snoozedUntil(snooze, now, { clock: who }, { time });
        if (!at) return;
        expect(at.getTime()).toBeGreaterThan(now.getTime());
        expect(isQuiet(at, who)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['20m', '2018-03-30 12:20'],
  ['1h', '2018-03-30 13:00'],
  ['3h', '2018-03-30 15:00'],
  ['tomorrow', '2018-04-02 09:00'], // the day after is a Saturday
  ['week', '2018-04-02 09:00'],
] as const)('on a Friday noon %s is %s', (snooze, until) => {
  expect(shown(snoozedUntil(snooze, kst('2018-03-30 12:00'), { clock: seoul }, { time: '09:00' }))).toBe(until);
});

test('an hour later, at half past six in the evening, is the next working morning', () => {
  const until = snoozedUntil('1h', kst('2018-03-30 18:30'), { clock: seoul }, { time: '09:00' });
  expect(shown(until)).toBe('2018-04-02 08:00');
});
