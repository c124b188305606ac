import { expect, test } from 'vitest';
import { TIMETABLE as ALL } from '../../../src/app/timetable.ts';
import { insertFollowups } from '../../../src/followup/store.ts';
import { putOfficeSetting, putPersonSetting } from '../../../src/people/settings/store.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, type Office, OTHER_MEMBER, startOffice } from '../../support/office.ts';

/** Without the digest, which tells people of the same things in its own way. */
const TIMETABLE = ALL.filter(({ name }) => !name.startsWith('digest'));
const SOURCE = { noun: 'message' as const, record: '1' };

async function begin(now = '2018-03-29T12:00:00+09:00'): Promise<Office> {
  const office = await startOffice({ now: new Date(now), timetable: TIMETABLE });
  await office.tick();
  return office;
}

const owe = ({ db, slack }: Office, title: string, due: string, owner = MEMBER) =>
  insertFollowups(db, [{ source: SOURCE, title, owner, due }], { actor: owner, at: slack.now() });

async function at({ slack, tick }: Office, moment: string): Promise<void> {
  slack.clock.move(Date.parse(`${moment}:05+09:00`) - slack.now().getTime());
  await tick();
}

const told = ({ slack }: Office, words: string, userId = MEMBER) =>
  slack
    .as(userId)
    .messages()
    .filter((it) => it.fromApp && it.text.includes(words)).length;

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
  expect(told(office, '오늘 것')).toBe(0);
  await later(office);
  await at(office, '2018-03-30T10:00');
  expect(told(office, '오늘 것')).toBe(1);
  for (const time of ['11:00', '14:00', '22:00']) await at(office, `2018-03-30T${time}`);
  expect(told(office, '오늘 것')).toBe(1);
});

test('an hour that is chosen while the app is away loses nothing, and brings nothing that was told', async () => {
  const office = await begin();
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('14:00'));
  await owe(office, '오늘 것', '2018-03-30');
  await owe(office, '다가온 것', '2018-04-02');
  await at(office, '2018-03-30T09:30');
  expect([told(office, '다가온 것'), told(office, '오늘 것')]).toEqual([1, 0]);
  office.slack.clock.move(60 * 60_000);
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('08:10'));
  await at(office, '2018-03-30T16:00');
  expect([told(office, '다가온 것'), told(office, '오늘 것')]).toEqual([1, 1]);
});

test('what is entered after a clock that was a day ahead is set right is told of at its hour', async () => {
  const office = await begin();
  await putPersonSetting(office.db, MEMBER, 'reminders', chosen('18:00'));
  await at(office, '2018-03-30T12:00');
  office.slack.clock.move(-24 * 60 * 60_000);
  await owe(office, '오늘 것', '2018-03-29');
  await office.tick();
  expect(told(office, '오늘 것')).toBe(0);
  await at(office, '2018-03-29T18:00');
  expect(told(office, '오늘 것')).toBe(1);
});

test('who was handed something this morning is not reminded of it once more that morning', async () => {
  const office = await begin();
  await insertFollowups(office.db, [{ source: SOURCE, title: '오늘 것', owner: OTHER_MEMBER, due: '2018-03-30' }], {
    actor: OTHER_MEMBER,
    at: office.slack.now(),
  });
  await at(office, '2018-03-30T08:10');
  const manager = office.slack.as(MANAGER);
  await manager.type('/후속', '넘기기 F1 @김서연');
  await manager.reads(/F1/);
  await office.tick();
  expect(told(office, '오늘 것')).toBe(1);
  await at(office, '2018-03-30T09:00');
  expect(told(office, '오늘 것')).toBe(1);
  await at(office, '2018-04-02T09:00');
  expect(told(office, '기한이 지났습니다')).toBe(1);
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
  expect([told(office, '할 일 2018-04-20'), told(office, '할 일 2018-03-29')]).toEqual([0, 1]);
  await at(office, '2018-03-30T08:00');
  expect(told(office, '할 일 2018-04-20')).toBe(1);
});
