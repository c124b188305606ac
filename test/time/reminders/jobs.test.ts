import { expect, test } from 'vitest';
import { TIMETABLE as ALL } from '../../../src/app/timetable.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import type { Deps } from '../../../src/base/deps.ts';
import { changeFollowup, findFollowup } from '../../../src/followup/store.ts';
import { hand, postpone } from '../../../src/followup/work.ts';
import { putPersonSetting } from '../../../src/people/settings/store.ts';
import { changeRole } from '../../../src/people/store.ts';
import { planReminders } from '../../../src/time/reminders/jobs.ts';
import { owe } from '../../support/followups.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, type Office, OTHER_MEMBER, startOffice, told } from '../../support/office.ts';

const THURSDAY = new Date('2018-03-29T03:00:00Z');
/** Without the digest, which tells people of the same things in its own way. */
const TIMETABLE = ALL.filter(({ name }) => !name.startsWith('digest'));

async function begin(): Promise<Office> {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  await office.tick();
  return office;
}

function at({ slack }: Office, moment: string): void {
  slack.clock.move(Date.parse(moment) - slack.now().getTime());
}

test('what came due while the app was away is told of once when it is back, and only as it is by then', async () => {
  const office = await begin();
  await owe(office, '주차장', '2018-04-03');
  at(office, '2018-04-05T01:00:00Z'); // "soon", "today" and the day after are past

  await office.tick();
  await office.tick();

  expect(told(office, MEMBER, '주차장')).toHaveLength(1);
  expect(told(office, MEMBER, '2일 지남')).toHaveLength(1);
});

test('what was due before the app began to remind is left alone, unless it was entered since', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  await owe(office, '오래된 것', '2018-03-23');
  await office.tick();
  at(office, '2018-03-30T02:00:00Z');
  await office.tick();
  expect(told(office, MEMBER, '오래된 것')).toEqual([]);

  await owe(office, '늦게 적은 것', '2018-03-26');
  at(office, '2018-04-03T00:00:10Z'); // a week after it was first late
  await office.tick();
  expect(told(office, MEMBER, '늦게 적은 것')).toHaveLength(1);
});

test('what is entered after its hour is not told of that day', async () => {
  const office = await begin();
  at(office, '2018-03-30T02:00:00Z');
  await owe(office, '오늘 것', '2018-03-30');
  await office.tick();
  expect(told(office, MEMBER, '오늘 것')).toEqual([]);
});

test('nobody is told of what was put off, handed over or turned off before its hour', async () => {
  const office = await begin();
  const { db } = office;
  const [put = null] = await owe(office, '미룬 것', '2018-03-30');
  const [handed = null] = await owe(office, '넘긴 것', '2018-03-30');
  await owe(office, '끈 것', '2018-03-30', ADMINISTRATOR);
  await office.tick();
  const by = { actor: MANAGER, at: office.slack.now() };
  const moved = put && postpone(put, { due: '2018-04-30', reason: '협의 중' });
  const given = handed && hand(handed, { owner: OTHER_MEMBER, reason: null }, () => true);
  if (put && moved && 'step' in moved) await changeFollowup(db, put, moved.step, by);
  if (handed && given && 'step' in given) await changeFollowup(db, handed, given.step, by);
  await putPersonSetting(db, ADMINISTRATOR, 'reminders', { followup_today: { on: false } });
  await office.tick();

  at(office, '2018-03-30T00:00:10Z');
  await office.tick();

  expect(told(office, MEMBER, '것')).toEqual([]);
  expect(told(office, OTHER_MEMBER, '넘긴 것').map(({ text }) => text)).toEqual([
    expect.stringContaining('후속조치를 맡겼습니다'),
    expect.stringContaining('기한이 오늘인'),
  ]);
  expect(told(office, ADMINISTRATOR, '끈 것')).toEqual([]);
  expect((await findFollowup(db, 1))?.due).toBe('2018-04-30');
});

test('who has left is told of nothing', async () => {
  const office = await begin();
  await owe(office, '맡은 것', '2018-03-30', OTHER_MEMBER);
  await office.tick();
  const person = { userId: OTHER_MEMBER, name: '이준호', language: 'ko' as const };
  await changeRole(office.db, person, null, { actor: ADMINISTRATOR, at: office.slack.now() });
  at(office, '2018-03-30T00:00:10Z');
  await office.tick();
  expect(told(office, OTHER_MEMBER, '맡은 것')).toEqual([]);
});

test('a reminder moves when its time is chosen anew', async () => {
  const office = await begin();
  await owe(office, '옮긴 것', '2018-03-30');
  await office.tick();
  await putPersonSetting(office.db, MEMBER, 'reminders', { followup_today: { time: '08:10' } });
  await office.tick();
  at(office, '2018-03-29T23:11:00Z');
  await office.tick();
  expect(told(office, MEMBER, '옮긴 것')).toHaveLength(1);
  at(office, '2018-03-30T00:30:00Z');
  await office.tick();
  expect(told(office, MEMBER, '옮긴 것')).toHaveLength(1);
});

test('what was held up until quiet hours waits for their end', async () => {
  const office = await begin();
  await owe(office, '막힌 것', '2018-03-29');
  await owe(office, '다음 주 것', '2018-04-03');
  await office.tick();
  at(office, '2018-03-30T12:00:00Z'); // nine in the evening of a Friday
  await office.tick();
  expect(told(office, MEMBER, '다음 주 것')).toEqual([]);
  at(office, '2018-04-01T23:00:10Z'); // eight on Monday
  await office.tick();
  expect(told(office, MEMBER, '다음 주 것')).toHaveLength(1);
});

test('two processes plan the same, and a look at which nothing is new puts nothing', async () => {
  const office = await begin();
  await owe(office, '한 번', '2018-03-30');
  const other = await openDatabase(office.file);
  const deps = (db: Deps['db']) =>
    ({
      db,
      now: office.slack.now,
      config: { timezone: 'Asia/Seoul', language: 'ko', officeChannel: null },
    }) as Deps;
  expect(await planReminders(deps(other))).toBe(1);
  expect(await planReminders(deps(other))).toBe(0);
  expect(await planReminders(deps(office.db))).toBe(0);
  await other.destroy();
  const rows = await office.db.selectFrom('outbox').select(['key', 'due_at']).execute();
  expect(rows).toEqual([{ key: `planned:2018-03-30T00:00:00.000Z:${MEMBER}`, due_at: '2018-03-30T00:00:00.000Z' }]);
});
