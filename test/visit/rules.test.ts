import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clashesOf } from '../../src/visit/clashes.ts';
import { draftPlans, type VisitForm } from '../../src/visit/draft.ts';
import { SCHEDULE } from '../../src/visit/form.ts';
import type { Program } from '../../src/visit/programs/rules.ts';
import { mayChangeVisit, movedTo, type Plan, type Visit } from '../../src/visit/rules.ts';

const TODAY = '2018-03-30';
const program = (more: Partial<Program>): Program => ({
  id: 1,
  name: '민생현장',
  kind: 'site',
  counts: [],
  retired: false,
  version: 1,
  ...more,
});
const KNOWN = {
  today: TODAY,
  districts: ['강북구', '양천구'],
  programs: [program({}), program({ id: 2, name: '우호교류협약', counts: ['partner'] })],
};
const FORM: VisitForm = {
  ...SCHEDULE.empty,
  program: '1',
  title: '우이신설 공사현장 점검',
  date: '2018-04-09',
  start_time: '14:00',
  place: '우이역',
  district: '강북구',
  purpose: '공사 상황 점검',
  owner: 'U0KIMSEOYE',
};

describe('a form is refused at the field that is wrong', () => {
  test.each<[why: string, form: Partial<VisitForm>, refusals: object]>([
    [
      'nothing filled in',
      {
        program: null,
        title: null,
        date: null,
        start_time: null,
        place: null,
        district: null,
        purpose: null,
        owner: null,
      },
      {
        program: { code: 'missing' },
        title: { code: 'missing' },
        date: { code: 'missing' },
        start_time: { code: 'missing' },
        place: { code: 'missing' },
        district: { code: 'missing' },
        purpose: { code: 'missing' },
        owner: { code: 'missing' },
      },
    ],
    ['31 February', { date: '2018-02-31' }, { date: { code: 'not_a_day', detail: '2018-02-31' } }],
    ['a year 20166', { date: '20166-11-09' }, { date: { code: 'not_a_day', detail: '20166-11-09' } }],
    ['before 2000', { date: '1999-12-31' }, { date: { code: 'far_away', detail: '1999-12-31' } }],
    ['more than five years ahead', { date: '2024-01-01' }, { date: { code: 'far_away', detail: '2024-01-01' } }],
    ['an end before the start', { end_time: '13:59' }, { end_time: { code: 'end_before_start' } }],
    ['an end at the start', { end_time: '14:00' }, { end_time: { code: 'end_before_start' } }],
    ['a last day before the first', { end_date: '2018-04-08' }, { end_date: { code: 'end_before_start' } }],
    ['a quarter of a year', { end_date: '2018-07-09' }, { end_date: { code: 'span_too_long' } }],
    ['no such hour', { start_time: '24:00' }, { start_time: { code: 'not_a_time' } }],
    ['a two-kilometre purpose', { purpose: '가'.repeat(1001) }, { purpose: { code: 'too_long' } }],
    ['a long title', { title: '가'.repeat(101) }, { title: { code: 'too_long' } }],
    ['a place of blanks', { place: ' \u3000\u200b' }, { place: { code: 'missing' } }],
    ['a district that is not on the list', { district: '평양구' }, { district: { code: 'unknown' } }],
    ['a program that is not on the list', { program: '99' }, { program: { code: 'unknown' } }],
    [
      'an agreement with nobody',
      { program: '2' },
      { partner: { code: 'missing' }, partner_level: { code: 'missing' } },
    ],
    [
      'a further date that is none',
      { more_dates: '4/20, 2/31' },
      { more_dates: { code: 'date_unreadable', detail: '2/31' } },
    ],
    ['the same date again', { more_dates: '4/9' }, { more_dates: { code: 'date_twice', detail: '4/9' } }],
    [
      'too many dates',
      { more_dates: Array.from({ length: 20 }, (_, i) => `5/${i + 1}`).join(', ') },
      { more_dates: { code: 'too_many_dates' } },
    ],
    [
      'a crowd of staff',
      { staff: Array.from({ length: 31 }, (_, i) => `U${i}`) },
      { staff: { code: 'too_many_people' } },
    ],
  ])('%s', (_, form, refusals) => {
    expect(draftPlans({ ...FORM, ...form }, KNOWN)).toEqual({ refusals });
  });
});

test('several dates of one site are several visits, as long as the first', () => {
  const drafted = draftPlans({ ...FORM, end_time: '15:30', more_dates: '4/20 10:00; 12/3' }, KNOWN);
  expect('plans' in drafted && drafted.plans.map((plan) => [plan.startsOn, plan.startTime, plan.endTime])).toEqual([
    ['2018-04-09', '14:00', '15:30'],
    ['2018-04-20', '10:00', '11:30'],
    ['2018-12-03', '14:00', '15:30'],
  ]);
});

test('a visit may span days, over New Year too', () => {
  const drafted = draftPlans({ ...FORM, date: '2018-12-30', end_date: '2019-01-02', end_time: '09:00' }, KNOWN);
  expect(drafted).toMatchObject({ plans: [{ startsOn: '2018-12-30', endsOn: '2019-01-02', endTime: '09:00' }] });
});

test('whatever is typed makes plans or names a field, and a plan never ends before it starts', () => {
  const words = fc.option(fc.string({ unit: 'grapheme', maxLength: 120 }), { nil: null });
  const day = fc.oneof(
    words,
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  );
  const time = fc.oneof(
    words,
    fc.tuple(fc.nat(25), fc.nat(61)).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`),
  );
  const form = fc.record({
    title: words,
    date: day,
    start_time: time,
    end_date: day,
    end_time: time,
    more_dates: words,
    place: words,
    purpose: words,
  });
  fc.assert(
    fc.property(form, (typed) => {
      const drafted = draftPlans({ ...FORM, ...typed }, KNOWN);
      if ('refusals' in drafted) return Object.keys(drafted.refusals).length > 0;
      return drafted.plans.every(
        (plan) => `${plan.startsOn} ${plan.startTime}` < `${plan.endsOn} ${plan.endTime ?? '99'}`,
      );
    }),
  );
});

const plan = (startTime: string, endTime: string | null, more: Partial<Plan> = {}): Plan => ({
  programId: 1,
  title: '점검',
  startsOn: '2018-04-09',
  startTime,
  endsOn: more.startsOn ?? '2018-04-09',
  endTime,
  place: '우이역',
  district: '강북구',
  purpose: '점검',
  owner: 'U1',
  staff: [],
  partner: null,
  partnerLevel: null,
  countries: null,
  ...more,
});
const visit = (of: Plan, more: Partial<Visit> = {}): Visit => ({
  ...of,
  id: 7,
  siteId: null,
  participants: null,
  summary: null,
  sequence: 0,
  changedAt: new Date(0),
  origin: 'form',
  createdBy: 'U1',
  version: 1,
  cancelled: false,
  ...more,
});
const MINUTES = { within: 10, between: 40, usual: 60 };
const far = { district: '양천구', place: '신월' };
const near = { place: '수유시장' };

describe('between 14:00 and 15:00 in 강북구', () => {
  test.each<[other: string, plan: Plan, clash: [string, number | null] | null]>([
    ['something at the same hour', plan('14:30', '15:30', far), ['overlap', null]],
    ['something around it', plan('13:00', '16:00', far), ['overlap', null]],
    ['something without an end an hour before', plan('13:30', null, far), ['overlap', null]],
    ['something far right after it', plan('15:00', '16:00', far), ['travel', 0]],
    ['something far half an hour later', plan('15:30', '16:00', far), ['travel', 30]],
    ['something far forty minutes later', plan('15:40', '16:00', far), null],
    ['something far half an hour before', plan('12:30', '13:30', far), ['travel', 30]],
    ['something near five minutes later', plan('15:05', '16:00', near), ['travel', 5]],
    ['something near ten minutes later', plan('15:10', '16:00', near), null],
    ['the same place right after it', plan('15:00', '16:00'), null],
    [
      'a trip of several days',
      plan('09:00', '18:00', { ...far, startsOn: '2018-04-07', endsOn: '2018-04-13' }),
      ['overlap', null],
    ],
    [
      'a trip that ended the evening before',
      plan('09:00', '18:00', { ...far, startsOn: '2018-04-05', endsOn: '2018-04-08' }),
      null,
    ],
    ['the next morning', plan('09:00', null, { ...far, startsOn: '2018-04-10', endsOn: '2018-04-10' }), null],
  ])('%s', (_, other, clash) => {
    const found = clashesOf(plan('14:00', '15:00'), [visit(other)], MINUTES);
    expect(found.map(({ kind, gap }) => [kind, gap])).toEqual(clash ? [clash] : []);
  });

  test('what was called off is in nobody’s way', () => {
    expect(clashesOf(plan('14:00', '15:00'), [visit(plan('14:00', '15:00'), { cancelled: true })], MINUTES)).toEqual(
      [],
    );
  });
});

test('whether two visits clash does not depend on which was planned first', () => {
  const minute = fc.integer({ min: 0, max: 1380 });
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const some = fc
    .tuple(minute, fc.integer({ min: 1, max: 59 }), fc.boolean(), fc.integer({ min: 8, max: 10 }))
    .map(([start, length, isFar, day]) => {
      const startsOn = `2018-04-${String(day).padStart(2, '0')}`;
      return plan(clock(start), clock(start + length), { startsOn, endsOn: startsOn, ...(isFar ? far : near) });
    });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const there = clashesOf(one, [visit(other)], MINUTES).map(({ kind, gap }) => [kind, gap]);
      expect(clashesOf(other, [visit(one)], MINUTES).map(({ kind, gap }) => [kind, gap])).toEqual(there);
    }),
  );
});

test.each<[to: { day?: string; time?: string; endTime?: string }, after: Partial<Plan>]>([
  [{ day: '2018-04-20' }, { startsOn: '2018-04-20', endsOn: '2018-04-20', startTime: '14:00', endTime: '15:00' }],
  [{ time: '16:30' }, { startsOn: '2018-04-09', startTime: '16:30', endTime: '17:30' }],
  [{ time: '23:30' }, { startTime: '23:30', endTime: null }],
  [
    { time: '10:00', endTime: '12:00' },
    { startTime: '10:00', endTime: '12:00' },
  ],
])('moved to %o it is as long as before', (to, after) => {
  const moved = movedTo(visit(plan('14:00', '15:00')), { day: null, time: null, endTime: null, ...to });
  expect(moved).toMatchObject(after);
});

test.each([
  ['U1', 'member', true],
  ['U2', 'member', true],
  ['U3', 'member', true],
  ['U4', 'member', false],
  ['U4', 'manager', true],
] as const)('%s, a %s, may change it: %s', (userId, role, may) => {
  const of = { createdBy: 'U1', owner: 'U2', staff: ['U3'] };
  expect(mayChangeVisit({ userId, role, name: '', language: null }, of)).toBe(may);
});
