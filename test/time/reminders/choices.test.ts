import { expect, test } from 'vitest';
import { TIMETABLE as ALL } from '../../../src/app/timetable.ts';
import { putOfficeSetting, putPersonSetting } from '../../../src/people/settings/store.ts';
import { owe } from '../../support/followups.ts';
import {
  ADMINISTRATOR,
  at,
  MANAGER,
  MEMBER,
  type Office,
  OTHER_MEMBER,
  startOffice,
  told,
} from '../../support/office.ts';

/** Without the digest, which tells people of the same things in its own way. */
const TIMETABLE = ALL.filter(({ name }) => !name.startsWith('digest'));

async function begin(now = '2018-03-29T12:00:00+09:00'): Promise<Office> {
  const office = await startOffice({ now: new Date(now), timetable: TIMETABLE });
  await office.tick();
  return office;
}

const times = (office: Office, words: string) => told(office, MEMBER, words).length;

const chosen = (time: string) => ({ followup_today: { time } });
const ABROAD = 'America/New_York'; // nine there is ten in the evening in Seoul
const quiet = (to: string) => ({ from: '19:00', to, freeDays: true });

test.each<{ change: string; first: (office: Office) => Promise<void>; later: (office: Office) => Promise<void> }>([
  {
    change: 'a person’s own hour',
    first: ({ db }) => putPersonSetting(db, MEMBER, 'reminders', chosen('14:00')),
    later: ({ db }) => putPersonSetting(db, MEMBER, 'reminders', chosen('09:00')),
  },
  {
    change: 'the office’s hour',
    first: ({ db, slack }) =>
      putOfficeSetting(db, 'reminders', chosen('14:00'), { actor: ADMINISTRATOR, at: slack.now() }),
    later: ({ db, slack }) =>
      putOfficeSetting(db, 'reminders', chosen('08:30'), { actor: ADMINISTRATOR, at: slack.now() }),
  },
  {
    change: 'quiet hours',
    first: ({ db }) => putPersonSetting(db, MEMBER, 'quiet', quiet('11:00')),
    later: ({ db }) => putPersonSetting(db, MEMBER, 'quiet', quiet('08:00')),
  },
  {
    change: 'a zone',
    first: ({ db }) => putPersonSetting(db, MEMBER, 'timezone', ABROAD),
    later: ({ db }) => putPersonSetting(db, MEMBER, 'timezone', null),
  },
])('who changes $change to one that is past is told at once, and once', async ({ first, later }) => {
  const office = await begin();
  await first(office);
  await owe(office, '오늘 것', '2018-03-30');
  await at(office, '2018-03-30T09:30');
  expect(times(office, '오늘 것')).toBe(0);
  await later(office);
  await at(office, '2018-03-30T10:00');
  expect(times(office, '오늘 것')).toBe(1);
  for (const time of ['11:00', '14:00', '22:00']) await at(office, `2018-03-30T${time}`);
  expect(times(office, '오늘 것')).toBe(1);
});

test('an hour that is chosen while the app is away loses nothing, and brings nothing that was told', async () => {
  const office = await begin();
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('14:00'));
  await owe(office, '오늘 것', '2018-03-30');
  await owe(office, '다가온 것', '2018-04-02');
  await at(office, '2018-03-30T09:30');
  expect([times(office, '다가온 것'), times(office, '오늘 것')]).toEqual([1, 0]);
  office.slack.clock.move(60 * 60_000);
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('08:10'));
  await at(office, '2018-03-30T16:00');
  expect([times(office, '다가온 것'), times(office, '오늘 것')]).toEqual([1, 1]);
});

test('what is entered after a clock that was a day ahead is set right is told of at its hour', async () => {
  const office = await begin();
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('18:00'));
  await at(office, '2018-03-30T12:00');
  office.slack.clock.move(-24 * 60 * 60_000);
  await owe(office, '오늘 것', '2018-03-29');
  await office.tick();
  expect(times(office, '오늘 것')).toBe(0);
  await at(office, '2018-03-29T18:00');
  expect(times(office, '오늘 것')).toBe(1);
});

test('who was handed something this morning is not reminded of it once more that morning', async () => {
  const office = await begin();
  await owe(office, '오늘 것', '2018-03-30', OTHER_MEMBER);
  await at(office, '2018-03-30T08:10');
  const manager = office.slack.as(MANAGER);
  await manager.type('/후속', '넘기기 F1 @김서연');
  await manager.reads(/F1/);
  await office.tick();
  expect(times(office, '오늘 것')).toBe(1);
  await at(office, '2018-03-30T09:00');
  expect(times(office, '오늘 것')).toBe(1);
  await at(office, '2018-04-02T09:00');
  expect(times(office, '기한이 지났습니다')).toBe(1);
});

test('what is handed over in the evening is told in the morning, but what is due by then at once', async () => {
  const office = await begin();
  for (const due of ['2018-04-20', '2018-03-29']) await owe(office, `할 일 ${due}`, due, OTHER_MEMBER);
  await at(office, '2018-03-29T21:00');
  const manager = office.slack.as(MANAGER);
  for (const name of ['F1', 'F2']) {
    await manager.type('/후속', `넘기기 ${name} @김서연`);
    await manager.reads(new RegExp(name));
  }
  await office.tick();
  expect([times(office, '할 일 2018-04-20'), times(office, '할 일 2018-03-29')]).toEqual([0, 1]);
  await at(office, '2018-03-30T08:00');
  expect(times(office, '할 일 2018-04-20')).toBe(1);
});
