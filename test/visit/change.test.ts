import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { calendarFile } from '../../src/visit/ics.ts';
import { findVisit } from '../../src/visit/store.ts';
import { seat } from '../support/council.ts';
import { ADMINISTRATOR, at, MANAGER, MEMBER, type Office, OTHER_MEMBER, startOffice, told } from '../support/office.ts';
import { planVisit } from '../support/visits.ts';

async function begin(now = '2018-03-29T03:00:00Z'): Promise<Office> {
  const office = await startOffice({ now: new Date(now) });
  await seat(office, ['강하나', '강두리']);
  await putOfficeSetting(office.db, 'channel', CHANNELS.office, { actor: ADMINISTRATOR, at: office.slack.now() });
  await office.slack
    .as(MANAGER)
    .type(`/invite`, '@비서', { channel: CHANNELS.office })
    .catch(() => undefined);
  await office.tick();
  return office;
}

test('whoever is put on a visit hears of it, and everybody on it when it moves, is called off and brought back', async () => {
  const office = await begin();
  const { slack, db } = office;
  await planVisit(office, '민생현장 4/9 14:00 강북구 시장 점검');
  expect(told(office, MEMBER, 'V1 일정의 담당이 되셨습니다')).toHaveLength(1);
  expect(told(office, OTHER_MEMBER, 'V1 일정의 수행 직원이 되셨습니다')).toHaveLength(1);
  expect(told(office, MANAGER, '담당이 되셨습니다')).toEqual([]);

  const owner = slack.as(MEMBER);
  await owner.type('/현장', '공유 V1');
  await owner.seesView((view) => view.callbackId === 'visit_share');
  await owner.submit({ how: 'phone' });
  await owner.reads(/알/);

  const manager = slack.as(MANAGER);
  await manager.type('/현장', '옮기기 V1 4/10 15:00');
  await manager.reads('V1 일정을 옮겼습니다');
  await office.tick();
  const [moved] = told(office, MEMBER, 'V1 일정이 바뀌었습니다');
  expect(moved?.text).toContain('전: 4월 9일(월) 14:00');
  expect(moved?.text).toContain('지금: 4월 10일(화) 15:00');
  // Its owner is asked to tell again those who were told, with the words ready; the others are not.
  expect(moved?.text).toContain('강두리, 강하나');
  expect(moved?.text).toContain('먼저 알려 드린 일정이 바뀌어 다시 알려 드립니다');
  expect(moved?.text).toContain('변경 전: 2018년 4월 9일(월) 14:00');
  const [along] = told(office, OTHER_MEMBER, 'V1 일정이 바뀌었습니다');
  expect(along?.text).not.toContain('강하나');

  await manager.type('/현장', '취소 V1 비가 많이 옴');
  await manager.reads('V1 일정을 취소했습니다');
  await office.tick();
  const [off] = told(office, OTHER_MEMBER, 'V1 일정이 취소되었습니다');
  expect(off?.text).toContain('비가 많이 옴');
  expect(told(office, MEMBER, 'V1 일정이 취소되었습니다')[0]?.text).toContain('먼저 알려 드린 일정이 취소되어');
  await manager.type('/현장', '목록');
  const list = await manager.reads('일정 목록');
  expect(list.text).toContain('0건');
  expect(list.text).toContain('취소 1건은 세지 않음');

  await owner.type('/현장', '공유 V1');
  const share = await owner.seesView((view) => view.callbackId === 'visit_share');
  expect(share.fields.told_members?.value).toEqual(['2', '1']);
  await owner.submit({ how: 'phone' });
  await manager.type('/현장', '되살리기 V1 비가 그침');
  await manager.reads('V1 일정을 되살렸습니다');
  await office.tick();
  expect(told(office, MEMBER, '취소했던 V1 일정이 다시 열립니다')).toHaveLength(1);
  expect((await findVisit(db, 1))?.cancelled).toBe(false);
  await manager.type('/현장', '되살리기 V1 비가 그침');
  await manager.reads('취소되어 있지 않습니다');
});

test('several changes overnight are one message in the morning, of what was and what is; changed back is none', async () => {
  const office = await begin();
  await planVisit(office, '민생현장 4/9 14:00 강북구 시장 점검');
  const manager = office.slack.as(MANAGER);
  await at(office, '2018-03-29T12:00:00Z'); // nine in the evening
  for (const to of ['4/10 15:00', '4/11 16:00', '4/12 17:00']) {
    await manager.type('/현장', `옮기기 V1 ${to}`);
    await manager.reads(to.split(' ')[1] ?? '');
  }
  await office.tick();
  expect(told(office, MEMBER, '바뀌었습니다')).toEqual([]);
  await at(office, '2018-03-29T23:05:00Z');
  const [moved, ...more] = told(office, MEMBER, '바뀌었습니다');
  expect(more).toEqual([]);
  expect(moved?.text).toContain('전: 4월 9일(월) 14:00');
  expect(moved?.text).toContain('지금: 4월 12일(목) 17:00');

  await at(office, '2018-03-30T12:00:00Z');
  await manager.type('/현장', '옮기기 V1 4/13 17:00');
  await manager.reads('4월 13일');
  await manager.type('/현장', '옮기기 V1 4/12 17:00');
  await manager.reads(/4월 13일.*→ 4월 12일/);
  await at(office, '2018-04-01T23:05:00Z');
  expect(told(office, MEMBER, 'V1 일정이 바뀌었습니다')).toHaveLength(1);
});

test('what begins within twelve hours is told of in the night', async () => {
  const office = await begin();
  await planVisit(office, '민생현장 3/30 07:30 강북구 시장 점검');
  await at(office, '2018-03-29T12:00:00Z');
  const manager = office.slack.as(MANAGER);
  await manager.type('/현장', '취소 V1 폭설');
  await manager.reads('V1 일정을 취소했습니다');
  await office.tick();
  expect(told(office, OTHER_MEMBER, 'V1 일정이 취소되었습니다')).toHaveLength(1);
});

test('the posted schedule of the day is put right, with a line in its thread', async () => {
  const office = await begin();
  const { slack } = office;
  await planVisit(office, '민생현장 3/30 14:00 강북구 시장 점검');
  await planVisit(office, '민생현장 3/30 19:00 강북구 공원 점검');
  await at(office, '2018-03-29T23:30:10Z');
  const posted = () =>
    slack
      .as(MANAGER)
      .messages(CHANNELS.office)
      .filter((it) => it.fromApp && !it.private && it.text.includes('일정'));
  const [schedule] = posted();
  expect(schedule?.text).toContain('14:00');
  const manager = slack.as(MANAGER);
  await manager.type('/현장', '옮기기 V1 15:00');
  await manager.reads('V1 일정을 옮겼습니다');
  await manager.type('/현장', '취소 V2 비');
  await manager.reads('V2 일정을 취소했습니다');
  await office.tick();
  const now = posted().find(({ ts }) => ts === schedule?.ts);
  expect(now?.text).toContain('일정 1건');
  expect(now?.text).toContain('15:00');
  expect(now?.text).toContain('[취소] 19:00');
  expect(now?.text).toContain('에 정정');
  const lines = posted().filter(({ ts }) => ts !== schedule?.ts);
  expect(lines.map(({ threadTs }) => threadTs)).toEqual([schedule?.ts, schedule?.ts]);
  expect(lines.map(({ text }) => text.split('\n')[0])).toEqual([
    expect.stringContaining('바뀐 일정: 시장 점검'),
    expect.stringContaining('취소된 일정: 공원 점검'),
  ]);
  await office.tick();
  expect(posted()).toHaveLength(3);
  // What is of another day is nothing to this one.
  await planVisit(office, '민생현장 4/20 16:00 강북구 공원 점검');
  expect(posted()).toHaveLength(3);
});

test('a result is asked for on the day after, after three days and after a week, and then stands in the digest and a list', async () => {
  const office = await begin();
  await planVisit(office, '민생현장 3/30 14:00 강북구 시장 점검');
  const asked = () => told(office, MEMBER, '결과').filter((it) => !/이번 주|요약/.test(it.text));
  await at(office, '2018-04-02T00:00:10Z'); // the day after, and three days after, on a Monday
  expect(asked()).toHaveLength(1);
  await at(office, '2018-04-06T00:00:10Z');
  expect(asked()).toHaveLength(2);
  await at(office, '2018-04-09T00:01:00Z');
  expect(asked()).toHaveLength(2);
  expect(told(office, MEMBER, '결과를 적지 않은 일정 1건')).toHaveLength(1);
  const me = office.slack.as(MEMBER);
  await me.type('/현장', '목록 결과없음');
  expect((await me.reads('일정 목록')).text).toContain('시장 점검');
  await me.type('/현장', '목록 결과 없는 것');
  expect((await me.reads('일정 목록')).text).toContain('1건');
});

test('in calendars what is called off stands as such and takes nobody’s time', async () => {
  const office = await begin();
  await planVisit(office, '민생현장 4/9 14:00 강북구 시장 점검');
  const visit = await findVisit(office.db, 1);
  if (!visit) throw new Error('no visit');
  const file = (cancelled: boolean) =>
    calendarFile([{ visit: { ...visit, cancelled }, program: '민생현장', people: '' }], {
      name: '일정',
      zone: 'Asia/Seoul',
      now: office.slack.now(),
      usualMinutes: 60,
    });
  expect(file(true)).toContain('SUMMARY:[취소] ');
  expect(file(true)).toContain('TRANSP:TRANSPARENT');
  expect(file(false)).not.toContain('[취소]');
  expect(file(false)).toContain('TRANSP:OPAQUE');
});

test('what was told of a change today is not said again in the evening; the hour before it is', async () => {
  const office = await begin('2018-04-08T15:30:00Z'); // Monday, half past midnight in Seoul
  await planVisit(office, '민생현장 4/11 14:00 강북구 시장 점검');
  await at(office, '2018-04-09T00:30:00Z');
  await office.slack.as(MANAGER).type('/현장', '옮기기 V1 4/10 15:00');
  await office.tick();
  await office.slack.settled();
  await office.tick();
  expect(told(office, OTHER_MEMBER, 'V1 일정이 바뀌었습니다')).toHaveLength(1);
  const before = told(office, OTHER_MEMBER, 'V1').length;
  await at(office, '2018-04-09T09:01:00Z');
  expect(told(office, OTHER_MEMBER, 'V1')).toHaveLength(before);
  await at(office, '2018-04-10T05:01:00Z');
  expect(told(office, OTHER_MEMBER, 'V1')).toHaveLength(before + 1);
});
