import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../src/spending/ledger/rules.ts';
import { birthdayDues, birthdayIn } from '../../../src/time/reminders/birthday/topic.ts';
import { contactDues } from '../../../src/time/reminders/council/rules.ts';
import { deadlinesIn, disclosureDues } from '../../../src/time/reminders/disclosure/rules.ts';
import { evidenceDues } from '../../../src/time/reminders/expense/rules.ts';
import { followupDues } from '../../../src/time/reminders/followup/rules.ts';
import { roundDues } from '../../../src/time/reminders/pledge/rules.ts';
import { keyOf, latestOf, plannedOf } from '../../../src/time/reminders/rules.ts';
import { crossedBy, crossingDues, farOff, paceDues, paceMonths } from '../../../src/time/reminders/spending/rules.ts';
import { daysTold, scheduleDues, visitDues } from '../../../src/time/reminders/visit/rules.ts';
import type { Visit } from '../../../src/visit/rules.ts';
import { kst, officeOf, shown, told } from './office.ts';

const OWNER = { id: 'UOWNER' };
const BOSS = { id: 'UBOSS', role: 'manager' as const };
const around = (from: string, to: string) => ({ from: kst(`${from} 00:00`), to: kst(`${to} 23:59`) });
const MARCH = around('2018-03-01', '2018-04-30');

describe('a follow-up', () => {
  const owed = { id: 12, owner: 'UOWNER', due: '2018-03-30', status: 'in_progress' as const, voided: false };

  test('is told of three days before, on its day, on the next working day, then weekly, to managers from the second week', () => {
    expect(told(followupDues(owed, officeOf([OWNER, BOSS]), around('2018-03-20', '2018-04-13'))).slice(0, 6)).toEqual([
      'followup_soon UOWNER 2018-03-27 09:00',
      'followup_today UOWNER 2018-03-30 09:00',
      'followup_overdue UOWNER 2018-04-02 09:00',
      'followup_overdue UOWNER 2018-04-09 09:00',
      'followup_overdue UOWNER 2018-04-16 09:00',
      'followup_overdue UBOSS 2018-04-16 09:00',
    ]);
  });

  test.each([
    // Due, and when "three days before" and "on the day" come.
    ['2018-05-07', '2018-05-04 09:00', '2018-05-04 09:00'], // a substitute holiday after a weekend
    ['2018-04-01', '2018-03-29 09:00', '2018-03-30 09:00'], // a Sunday
    ['2018-04-03', '2018-03-30 09:00', '2018-04-03 09:00'],
    ['2017-10-05', '2017-09-29 09:00', '2017-09-29 09:00'], // in ten days off
    ['2016-09-15', '2016-09-12 09:00', '2016-09-13 09:00'], // Chuseok
    ['2026-05-26', '2026-05-22 09:00', '2026-05-26 09:00'], // after the substitute of Buddha's birthday
  ])('due on %s', (due, soon, today) => {
    const office = officeOf([OWNER], { now: `${due} 12:00` });
    const dues = followupDues({ ...owed, due }, office, around(due, due)).filter(({ stage }) => stage <= 0);
    expect(dues.map(({ at }) => shown(at))).toEqual([soon, today]);
  });

  test.each([
    ['is done', { status: 'done' as const }],
    ['is declined', { status: 'declined' as const }],
    ['is void', { voided: true }],
    ['has no due day', { due: null }],
    ['is of somebody who left', { owner: 'UGONE' }],
  ])('nothing is said of one that %s', (_, differs) => {
    expect(followupDues({ ...owed, ...differs }, officeOf([OWNER]), MARCH)).toEqual([]);
  });

  test('what somebody owed who has left is told of to the managers from the first', () => {
    const left = followupDues({ ...owed, owner: 'UGONE' }, officeOf([OWNER, BOSS]), MARCH);
    const own = followupDues({ ...owed, owner: 'UBOSS' }, officeOf([OWNER, BOSS]), MARCH);
    expect(told(left)).toEqual(told(own));
    expect(left.length).toBeGreaterThan(0);
  });

  test('what somebody turned off, moved or said is not theirs', () => {
    const off = officeOf([{ ...OWNER, settings: { reminders: { followup_today: { on: false } } } }]);
    expect(told(followupDues(owed, off, MARCH)).some((it) => it.startsWith('followup_today'))).toBe(false);
    const later = officeOf([{ ...OWNER, settings: { reminders: { followup_today: { time: '13:30' } } } }]);
    expect(told(followupDues(owed, later, MARCH))).toContain('followup_today UOWNER 2018-03-30 13:30');
    const offices = officeOf([OWNER], { reminders: { followup_today: { time: '10:00' } } });
    expect(told(followupDues(owed, offices, MARCH))).toContain('followup_today UOWNER 2018-03-30 10:00');
    const again = officeOf([{ ...OWNER, settings: { reminders: { followup_today: { on: true } } } }], {
      reminders: { followup_today: { on: false } },
    });
    expect(told(followupDues(owed, again, MARCH))).toContain('followup_today UOWNER 2018-03-30 09:00');
    expect(followupDues(owed, officeOf([OWNER], { declined: ['F12 UOWNER'] }), MARCH)).toEqual([]);
  });

  test('somebody abroad is told at nine on their own clocks', () => {
    const office = officeOf([{ ...OWNER, settings: { timezone: 'America/New_York' } }]);
    const today = followupDues(owed, office, MARCH).find(({ kind }) => kind === 'followup_today');
    expect(today?.at.toISOString()).toBe('2018-03-30T13:00:00.000Z');
  });

  test('of several stages that are past only the latest counts', () => {
    const dues = followupDues(owed, officeOf([OWNER]), MARCH);
    const stageAt = (now: string) => latestOf(dues, kst(now)).map(({ kind, stage }) => `${kind} ${stage}`);
    expect(stageAt('2018-03-27 08:59')).toEqual([]);
    expect(stageAt('2018-03-29 12:00')).toEqual(['followup_soon -1']);
    expect(stageAt('2018-03-31 12:00')).toEqual(['followup_today 0']);
    expect(stageAt('2018-04-14 12:00')).toEqual(['followup_overdue 2']);
  });

  test('those of one person and hour are one message, of whatever kind', () => {
    const dues = [
      ...[1, 2, 3].flatMap((id) => followupDues({ ...owed, id }, officeOf([OWNER]), MARCH)),
      ...followupDues({ ...owed, id: 4, due: '2018-04-02' }, officeOf([OWNER]), MARCH),
    ];
    expect(plannedOf(dues).filter(({ at }) => at.getTime() === kst('2018-03-30 09:00').getTime())).toEqual([
      {
        key: 'planned:2018-03-30T00:00:00.000Z:UOWNER',
        own: null,
        to: 'UOWNER',
        at: kst('2018-03-30 09:00'),
        until: null,
      },
    ]);
  });
});

const VISIT: Visit = {
  id: 7,
  siteId: null,
  programId: 1,
  title: '점검',
  startsOn: '2018-04-03',
  startTime: '14:00',
  endsOn: '2018-04-03',
  endTime: '15:00',
  place: '현장',
  district: '강북구',
  purpose: '점검',
  owner: 'UOWNER',
  staff: ['USTAFF'],
  partner: null,
  partnerLevel: null,
  countries: null,
  participants: null,
  summary: null,
  sequence: 0,
  changedAt: kst('2018-03-01 09:00'),
  origin: 'form',
  createdBy: 'UOWNER',
  version: 1,
  cancelled: false,
};
const STAFF = { id: 'USTAFF' };

describe('a visit', () => {
  const of = (
    differs: Partial<Visit>,
    standing: 'told' | 'untold' | 'stale' = 'told',
    office = officeOf([OWNER, STAFF]),
  ) => told(visitDues({ ...VISIT, ...differs }, standing, '2018-03-01', office));

  test('is told of the evening before and an hour before, and its result is asked for the day after, after three days and a week', () => {
    expect(of({})).toEqual([
      'visit_evening UOWNER 2018-04-02 18:00',
      'visit_evening USTAFF 2018-04-02 18:00',
      'visit_hour UOWNER 2018-04-03 13:00',
      'visit_hour USTAFF 2018-04-03 13:00',
      'visit_result UOWNER 2018-04-04 09:00',
      'visit_result UOWNER 2018-04-06 09:00',
      'visit_result UOWNER 2018-04-10 09:00',
    ]);
  });

  test.each([
    // Day, time, the evening before, the hour before; null: not said, since the evening has said it.
    ['2018-04-02', '10:00', '2018-03-30 18:00', '2018-04-02 09:00'], // a Monday
    ['2018-03-31', '10:00', '2018-03-30 18:00', null], // a Saturday
    ['2018-04-03', '07:30', '2018-04-02 18:00', null],
    ['2018-04-03', '08:30', '2018-04-02 18:00', '2018-04-03 08:00'],
    ['2018-04-03', '20:30', '2018-04-02 18:00', '2018-04-03 18:30'],
    ['2018-05-08', '10:00', '2018-05-04 18:00', '2018-05-08 09:00'], // after a substitute holiday
  ])('on %s at %s', (startsOn, startTime, evening, hour) => {
    const alone = { startsOn, endsOn: startsOn, startTime, endTime: null, staff: [], summary: '됨' };
    expect(of(alone)).toEqual([`visit_evening UOWNER ${evening}`, ...(hour ? [`visit_hour UOWNER ${hour}`] : [])]);
  });

  test('of somebody who has left is told of to the managers, beside whoever goes along', () => {
    const office = officeOf([STAFF, BOSS]);
    const left = of({}, 'untold', office);
    expect(left).toEqual(of({ owner: BOSS.id }, 'untold', office));
    expect(left.filter((it) => it.startsWith('visit_evening'))).toEqual([
      'visit_evening UBOSS 2018-04-02 18:00',
      'visit_evening USTAFF 2018-04-02 18:00',
    ]);
  });

  test('who wants no evening is told before quiet hours of what begins in them', () => {
    const office = officeOf([{ ...OWNER, settings: { reminders: { visit_evening: { on: false } } } }]);
    expect(of({ startTime: '07:30', staff: [], summary: '됨' }, 'told', office)).toEqual([
      'visit_hour UOWNER 2018-04-02 18:30',
    ]);
  });

  test('an hour can be half an hour', () => {
    const office = officeOf([{ ...OWNER, settings: { reminders: { visit_hour: { minutes: 30 } } } }]);
    expect(of({ staff: [], summary: '됨' }, 'told', office)).toContain('visit_hour UOWNER 2018-04-03 13:30');
  });

  test('the council is to be told three days before, unless it was, or it moved since', () => {
    const summary = { summary: '됨', staff: [] };
    expect(of(summary, 'untold')).toContain('visit_notice UOWNER 2018-03-30 09:00');
    expect(of(summary, 'stale')).toContain('visit_notice UOWNER 2018-03-30 09:00');
    expect(of(summary, 'told').some((it) => it.startsWith('visit_notice'))).toBe(false);
  });

  test('nothing is said of one that is called off, nor asked of one that was entered with its result', () => {
    expect(of({ cancelled: true }, 'untold')).toEqual([]);
    expect(of({ summary: '됨' }).some((it) => it.startsWith('visit_result'))).toBe(false);
  });

  test('a result is asked for on a working day, and a day after it was entered where that was late', () => {
    expect(told(visitDues({ ...VISIT, endsOn: '2018-04-06' }, 'told', '2018-03-01', officeOf([OWNER])))).toContain(
      'visit_result UOWNER 2018-04-09 09:00',
    );
    expect(told(visitDues(VISIT, 'told', '2018-04-11', officeOf([OWNER])))).toContain(
      'visit_result UOWNER 2018-04-12 09:00',
    );
    const sample = { ...VISIT, origin: 'sample' as const };
    expect(told(visitDues(sample, 'told', '2018-04-11', officeOf([OWNER])))).toContain(
      'visit_result UOWNER 2018-04-04 09:00',
    );
  });
});

describe('the schedule of the day', () => {
  const on = (startsOn: string, id = 1): Visit => ({ ...VISIT, id, startsOn, endsOn: startsOn });

  test('stands in the channel at half past eight on days with visits', () => {
    const dues = scheduleDues([on('2018-04-03')], officeOf([]), MARCH);
    expect(told(dues)).toEqual(['schedule_today C0OFFICE01 2018-04-03 08:30']);
    expect(dues.map(keyOf)).toEqual(['schedule_today:2018-04-03:C0OFFICE01']);
  });

  test('that of free days comes on the working day before, together with its own', () => {
    const visits = [on('2018-05-04', 1), on('2018-05-05', 2), on('2018-05-07', 3)];
    const dues = scheduleDues(visits, officeOf([]), around('2018-05-01', '2018-05-10'));
    expect(dues.map(({ record, occasion }) => `${record} ${occasion}`)).toEqual([
      'V1 2018-05-04',
      'V2 2018-05-04',
      'V3 2018-05-04',
    ]);
    expect(daysTold('2018-05-04', officeOf([]))).toEqual(['2018-05-04', '2018-05-05', '2018-05-06', '2018-05-07']);
  });

  test('there is none without visits, without a channel, or turned off', () => {
    expect(scheduleDues([], officeOf([]), MARCH)).toEqual([]);
    const off = officeOf([], { reminders: { schedule_today: { on: false } } });
    expect(scheduleDues([on('2018-04-03')], off, MARCH)).toEqual([]);
    expect(scheduleDues([on('2018-04-03')], { ...officeOf([]), channel: null }, MARCH)).toEqual([]);
  });
});

test.each([
  ['committee_meeting', '2018-03-23', '2018-03-23', ['council_feedback UOWNER 2018-03-30 09:00']],
  ['committee_meeting', '2018-03-24', '2018-03-24', ['council_feedback UOWNER 2018-04-02 09:00']], // seven days later is a Saturday
  ['committee_meeting', '2018-03-01', '2018-03-23', ['council_feedback UOWNER 2018-03-30 09:00']], // logged late
  ['event_notice', '2018-03-23', '2018-03-23', []],
  ['request_feedback', '2018-03-23', '2018-03-23', []],
])('a council contact without a result (%s held %s, logged %s)', (kind, heldOn, createdOn, expected) => {
  const contact = { id: 3, kind, heldOn, createdOn, createdBy: 'UOWNER', origin: 'form' as const };
  expect(told(contactDues(contact, officeOf([OWNER])))).toEqual(expected);
});

test.each([
  ['2018-03-27 10:00', ['expense_evidence UOWNER 2018-03-29 09:00']],
  ['2018-03-29 23:30', ['expense_evidence UOWNER 2018-04-02 09:00']], // two days later is a Saturday
])('a spend that lacks evidence, entered %s', (recordedAt, expected) => {
  const lacking = { expenseId: 5, recordedBy: 'UOWNER', recordedAt: kst(recordedAt) };
  expect(told(evidenceDues(lacking, officeOf([OWNER])))).toEqual(expected);
});

test('a review is told of 14 and 3 days before its answers are due, to those who have not answered', () => {
  const round = { name: '2018-h1', until: '2018-06-30', state: 'open' as const, openedAt: kst('2018-06-01 10:00') };
  const office = officeOf([OWNER, STAFF]);
  expect(told(roundDues(round, ['UOWNER'], office))).toEqual([
    'pledge_round UOWNER 2018-06-15 09:00', // the 16th is a Saturday
    'pledge_round UOWNER 2018-06-27 09:00',
  ]);
  expect(roundDues({ ...round, state: 'frozen' }, ['UOWNER'], office)).toEqual([]);
  const late = { ...round, openedAt: kst('2018-06-20 10:00') };
  expect(told(roundDues(late, ['UOWNER'], office))).toEqual(['pledge_round UOWNER 2018-06-27 09:00']);
  // Who was asked this morning, or in the night before, has just read it.
  for (const openedAt of ['2018-06-27 08:10', '2018-06-26 22:00'])
    expect(roundDues({ ...round, openedAt: kst(openedAt) }, ['UOWNER'], office)).toEqual([]);
  const winter = { name: '2017-h2', until: '2017-12-31', state: 'open' as const, openedAt: kst('2017-12-01 10:00') };
  expect(told(roundDues(winter, ['UOWNER'], office))).toEqual([
    'pledge_round UOWNER 2017-12-15 09:00',
    'pledge_round UOWNER 2017-12-28 09:00',
  ]);
});

test.each([
  ['2018-Q1', '2018-04-30', 'disclosure UBOSS 2018-04-27 09:00'],
  ['2017-Q4', '2018-01-31', 'disclosure UBOSS 2018-01-26 09:00'], // the 28th is a Sunday
  ['2018-Q2', '2018-07-31', 'disclosure UBOSS 2018-07-27 09:00'],
  ['2018-Q3', '2018-10-31', 'disclosure UBOSS 2018-10-26 09:00'],
])('the disclosure of %s is due on %s', (quarter, day, expected) => {
  const deadline = deadlinesIn(around('2018-01-01', '2018-12-31'), 'Asia/Seoul').find((it) => it.quarter === quarter);
  expect(deadline?.day).toBe(day);
  expect(told(disclosureDues({ quarter, day }, officeOf([OWNER, BOSS])))).toEqual([expected]);
});

describe('budgets', () => {
  const status = (spent: number, won = 1_000_000) =>
    statusOf(
      2018,
      [{ year: 2018, account: '203-03', category: null, spent, count: 1 }],
      [{ year: 2018, account: '203-03', won }],
      { rows: 0, won: 0 },
    );

  test.each([
    [799_999, []],
    [800_000, [80]],
    [999_999, [80]],
    [1_000_000, [80, 100]],
    [1_200_000, [80, 100]],
  ])('%i won of a million cross %j', (spent, crossed) => {
    expect(crossedBy(status(spent)).map(({ percent }) => percent)).toEqual(crossed);
  });

  test('nothing is crossed without a budget, or with none of any won', () => {
    expect(crossedBy(statusOf(2018, [], [], { rows: 0, won: 0 }))).toEqual([]);
    expect(crossedBy(status(0, 0))).toEqual([]);
  });

  test('managers hear of it at once, but not in quiet hours, and not of what was so before', () => {
    const crossing = { year: 2018, account: '203-03' as const, percent: 80 as const };
    const office = officeOf([OWNER, BOSS]);
    expect(told(crossingDues({ ...crossing, at: kst('2018-03-30 14:20') }, office))).toEqual([
      'budget_80 UBOSS 2018-03-30 14:20',
    ]);
    expect(told(crossingDues({ ...crossing, at: kst('2018-03-30 22:00') }, office))).toEqual([
      'budget_80 UBOSS 2018-04-02 08:00',
    ]);
    const set = officeOf([{ ...BOSS, settings: { reminders: { budget_80: { time: '10:00' } } } }]);
    expect(told(crossingDues({ ...crossing, at: kst('2018-03-29 14:20') }, set))).toEqual([
      'budget_80 UBOSS 2018-03-30 10:00',
    ]);
    expect(crossingDues({ ...crossing, at: office.begun }, office)).toEqual([]);
  });

  test('of 80 and 100 percent at once only the latter is said', () => {
    const office = officeOf([BOSS]);
    const dues = ([80, 100] as const).flatMap((percent) =>
      crossingDues({ year: 2018, account: '203-03', percent, at: kst('2018-03-30 14:20') }, office),
    );
    expect(latestOf(dues, kst('2018-03-30 15:00')).map(({ kind }) => kind)).toEqual(['budget_100']);
  });

  test.each([
    // 31 October: 83.3 % of the year are gone.
    [590_000, true],
    [632_000, true],
    [640_000, false],
    [833_000, false],
    [1_040_000, true],
  ])('%i won of a million by the end of October are far off: %s', (spent, far) => {
    const found = farOff(status(spent), '2018-10-31');
    expect(found.length > 0).toBe(far);
  });

  test('the pace is looked at on the first working day of every month but January', () => {
    const office = officeOf([BOSS]);
    const months = paceMonths(around('2017-12-20', '2018-05-10'), office);
    expect(months).toEqual([
      { month: '2017-12', day: '2017-12-01', monthEnd: '2017-11-30' },
      { month: '2018-02', day: '2018-02-01', monthEnd: '2018-01-31' },
      { month: '2018-03', day: '2018-03-02', monthEnd: '2018-02-28' }, // the first is a holiday
      { month: '2018-04', day: '2018-04-02', monthEnd: '2018-03-31' },
      { month: '2018-05', day: '2018-05-01', monthEnd: '2018-04-30' },
    ]);
    const paces = [{ account: null, rate: 10, gone: 24.7 }];
    expect(told(paceDues('2018-04', '2018-04-02', paces, office))).toEqual(['spending_pace UBOSS 2018-04-02 09:00']);
  });
});

describe('a birthday', () => {
  const born = (birthday: string, id = 'UOWNER', role: 'member' | 'manager' = 'member') => ({
    id,
    role,
    settings: { birthday },
  });

  test.each([
    ['03-30', ['birthday UBOSS 2018-03-30 09:00']],
    ['03-31', ['birthday UBOSS 2018-03-30 09:00']], // a Saturday
    ['02-29', ['birthday UBOSS 2018-02-28 09:00']],
  ])('on %s', (birthday, expected) => {
    const office = officeOf([born(birthday), BOSS]);
    const who = office.recipients.get('UOWNER');
    expect(who && told(birthdayDues(who, office, around('2018-02-20', '2018-03-31')))).toEqual(expected);
  });

  test('is no news to whose it is', () => {
    const office = officeOf([
      { ...BOSS, settings: { birthday: '03-30' } },
      { id: 'UOTHER', role: 'manager' },
    ]);
    const who = office.recipients.get('UBOSS');
    expect(who && told(birthdayDues(who, office, around('2018-03-20', '2018-03-31')))).toEqual([
      'birthday UOTHER 2018-03-30 09:00',
    ]);
  });

  test('on 29 February is kept on the 28th in other years', () => {
    expect([birthdayIn(2018, '02-29'), birthdayIn(2020, '02-29'), birthdayIn(2018, '13-01')]).toEqual([
      '2018-02-28',
      '2020-02-29',
      null,
    ]);
  });
});
