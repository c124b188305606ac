import { expect, test } from 'vitest';
import { putOfficeSetting, putPersonSetting } from '../../../src/people/settings/store.ts';
import { CHANNELS } from '../../../src/simulator/people.ts';
import { owe } from '../../support/followups.ts';
import { ADMINISTRATOR, at, MANAGER, MEMBER, type Office, OTHER_MEMBER, startOffice } from '../../support/office.ts';
import { putVisit } from '../../support/visits.ts';

const fromApp = ({ slack }: Office, userId: string) =>
  slack
    .as(userId)
    .messages()
    .filter((it) => it.fromApp);

async function begin(): Promise<Office> {
  const office = await startOffice({ now: new Date('2018-03-26T03:00:00Z') }); // a Monday
  await putOfficeSetting(office.db, 'channel', CHANNELS.office, { actor: ADMINISTRATOR, at: office.slack.now() });
  await office.tick();
  return office;
}

test('all that is planned for a morning is one message, and each row can be dealt with in it', async () => {
  const office = await begin();
  await owe(office, '오늘 것', '2018-03-30');
  await owe(office, '다가온 것', '2018-04-02');
  await owe(office, '지난 것', '2018-03-29');
  await putVisit(office, { title: '결과가 없는 방문', startsOn: '2018-03-29' });
  const before = fromApp(office, MEMBER).length;
  await at(office, '2018-03-29T00:00:10Z');
  await at(office, '2018-03-29T04:30:00Z');
  const day = fromApp(office, MEMBER).length;
  await at(office, '2018-03-30T00:00:10Z');
  const [morning, ...more] = fromApp(office, MEMBER).slice(day);
  expect(day).toBeGreaterThan(before);
  expect(more).toEqual([]);
  for (const title of ['오늘 것', '다가온 것', '지난 것', '결과가 없는 방문']) expect(morning?.text).toContain(title);
  expect(morning?.text).toContain('챙길 일 4건입니다.');

  // What is finished elsewhere says so in the one message, and the rest stays open.
  const me = office.slack.as(MEMBER);
  await me.type('/후속', '완료 F1 보냄');
  await me.reads('추진완료로 바꿨습니다');
  await office.tick();
  const now = fromApp(office, MEMBER).find(({ ts }) => ts === morning?.ts);
  expect(now?.text).toMatch(/오늘 것[^→]*→ 완료/);
  expect(now?.text).toContain('다가온 것');
});

test('an app that was away for days says all of it in one message', async () => {
  const office = await begin();
  await owe(office, '하나', '2018-04-03');
  await owe(office, '둘', '2018-04-04');
  await owe(office, '셋', '2018-04-05');
  await office.tick();
  const before = fromApp(office, MEMBER).length;
  await at(office, '2018-04-05T05:00:00Z');
  const came = fromApp(office, MEMBER)
    .slice(before)
    .filter(({ text }) => !/이번 주|요약/.test(text));
  expect(came).toHaveLength(1);
  for (const title of ['하나', '둘', '셋']) expect(came[0]?.text).toContain(title);
});

test('an hour that somebody chose has a message of its own, and nobody is told twice for choosing another', async () => {
  const office = await begin();
  await putPersonSetting(office.db, OTHER_MEMBER, 'reminders', { followup_soon: { time: '11:00' } });
  await owe(office, '오늘 것', '2018-03-30', OTHER_MEMBER);
  await owe(office, '다가온 것', '2018-04-02', OTHER_MEMBER);
  await at(office, '2018-03-29T08:00:00Z');
  const before = fromApp(office, OTHER_MEMBER).length;
  await at(office, '2018-03-30T00:00:10Z');
  const [nine, none] = fromApp(office, OTHER_MEMBER).slice(before);
  expect(none).toBeUndefined();
  expect(nine?.text).toContain('오늘 것');
  expect(nine?.text).not.toContain('다가온 것');
  await putPersonSetting(office.db, OTHER_MEMBER, 'reminders', {
    followup_today: { time: '11:00' },
    followup_soon: { time: '11:00' },
  });
  await at(office, '2018-03-30T02:00:10Z');
  const [, eleven] = fromApp(office, OTHER_MEMBER).slice(before);
  expect(eleven?.text).toContain('다가온 것');
  expect(eleven?.text).not.toContain('오늘 것');
});

test('the message of Monday does not say again what the reminders of that day say', async () => {
  const office = await begin();
  await owe(office, '월요일 것', '2018-04-02');
  await owe(office, '금요일 것', '2018-04-06');
  await office.tick();
  const before = fromApp(office, MEMBER).length;
  await at(office, '2018-04-02T00:00:10Z');
  const came = fromApp(office, MEMBER).slice(before);
  const monday = came.find(({ text }) => text.includes('님의 이번 주'));
  expect(monday?.text).toContain('금요일 것');
  expect(monday?.text).not.toContain('월요일 것');
  expect(monday?.text).toContain('그중 1건은 오늘 알림에서');
  expect(came.filter(({ text }) => text.includes('월요일 것'))).toHaveLength(1);
});

test('the digest says what is new of bad news, and only how much is old', async () => {
  const office = await begin();
  for (let i = 0; i < 3; i++) await owe(office, `묵은 것 ${i}`, '2018-03-27', OTHER_MEMBER);
  await at(office, '2018-04-02T00:00:10Z');
  await owe(office, '새로 늦은 것', '2018-04-04', MEMBER);
  await at(office, '2018-04-09T00:00:10Z');
  const digests = office.slack
    .as(MANAGER)
    .messages(CHANNELS.office)
    .filter(({ text }) => text.includes('주간 요약'));
  expect(digests.at(0)?.text).toContain('이준호: 지남 3');
  expect(digests.at(-1)?.text).toContain('기한 지남 4건(새로 1건)');
  expect(digests.at(-1)?.text).toContain('김서연: 지남 1');
  expect(digests.at(-1)?.text).not.toContain('이준호');
  expect(digests.at(-1)?.text).toContain('지난주와 같음: 1명 3건');
});
