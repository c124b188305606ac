import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { seat } from '../support/council.ts';
import { ADMINISTRATOR, at, MANAGER, MEMBER, type Office, startOffice, told } from '../support/office.ts';

const NAMES = ['강하나', '강두리', '강세별', '강네모', '강다섯'];

async function begin(): Promise<Office> {
  const office = await startOffice({ now: new Date('2018-03-26T03:00:00Z') });
  const _by = { actor: 'test', at: office.slack.now() };
  await seat(office, NAMES);
  await putOfficeSetting(office.db, 'channel', CHANNELS.office, { actor: ADMINISTRATOR, at: office.slack.now() });
  await office.tick();
  return office;
}

async function enter({ slack }: Office): Promise<void> {
  const me = slack.as(MEMBER);
  await me.type('/의회', '설명 심야버스 4/5 14:00 강북구');
  await me.seesView((view) => view.callbackId === 'council_brief');
  await me.submit({ leaders: [], districts: ['강북구'] });
  await me.reads('B1 정책을 등록했습니다');
}

test('whoever has a policy to explain hears three days before, the day before and that morning who has not been told', async () => {
  const office = await begin();
  const { slack } = office;
  await enter(office);
  const lead = '정책을 아직 듣지 못한 시의원이';
  await at(office, '2018-04-02T00:00:10Z');
  const [first] = told(office, MEMBER, lead);
  expect(first?.text).toContain('아직 5명');
  for (const name of NAMES) expect(first?.text).toContain(name);
  expect(told(office, MANAGER, lead)).toEqual([]);

  // The press opens the form with everybody who was not told; of those who are, nothing is said any more.
  const me = slack.as(MEMBER);
  await me.press('reminder_done', first ? { in: first } : {});
  const form = await me.seesView((view) => view.callbackId === 'council_log');
  expect(form.fields.kind?.value).toBe('prior_briefing');
  expect(form.fields.briefing?.value).toBe('1');
  expect(form.fields.members?.value).toHaveLength(5);
  await me.submit({ members: ['1', '2', '3', '4'], agenda: '심야버스' });
  await me.reads(/C1/);
  await at(office, '2018-04-04T00:00:10Z');
  expect(told(office, MEMBER, lead).at(-1)?.text).toContain('아직 1명');
  await at(office, '2018-04-05T00:00:10Z');
  expect(told(office, MEMBER, lead)).toHaveLength(3);
});

test('what is announced unexplained stays in the list and the digest until it is explained or closed with a reason', async () => {
  const office = await begin();
  const { slack } = office;
  await enter(office);
  await at(office, '2018-04-09T00:01:00Z');
  const me = slack.as(MEMBER);
  await me.type('/의회', '설명');
  const list = await me.reads('정책 사전설명');
  expect(list.text).toContain('발표됨 · 미설명 5명');
  const digest = slack
    .as(MANAGER)
    .messages(CHANNELS.office)
    .find((it) => it.text.includes('주간 요약'));
  expect(digest?.text).toContain('발표됨 · 미설명 1건');
  await me.type('/의회', 'B1');
  await me.reads(({ buttons }) => buttons.includes('종결'));
  await me.press('council_brief_close');
  await me.seesView();
  await me.submit({ reason: '발표를 취소함' });
  await me.reads('B1 정책 설명을 종결했습니다');
  await me.type('/의회', '설명');
  await me.reads('앞으로 발표할 정책이 등록되어 있지 않습니다');
});

test('what is explained before its announcement is never spoken of again', async () => {
  const office = await begin();
  await enter(office);
  const me = office.slack.as(MEMBER);
  await me.type('/의회', `B1 사전설명 ${NAMES.join(' ')} 심야버스`);
  await me.seesView((view) => view.callbackId === 'council_log');
  await me.submit({ agenda: '심야버스' });
  await me.reads(/C1/);
  await at(office, '2018-04-09T00:01:00Z');
  expect(told(office, MEMBER, '듣지 못한')).toEqual([]);
  await me.type('/의회', '설명');
  await me.reads('앞으로 발표할 정책이 등록되어 있지 않습니다');
});

test('a visit entered late warns at once and on the next morning; one that passed untold is asked about once', async () => {
  const office = await begin();
  const me = office.slack.as(MEMBER);
  await at(office, '2018-03-27T03:00:00Z');
  await me.type('/현장', '민생현장 3/29 14:00 강북구 수유동 현장 점검');
  await me.seesView((view) => view.callbackId === 'visit_schedule');
  await me.submit({ program: '민생현장', purpose: '점검' });
  expect((await me.reads('V1 일정을 등록했습니다')).text).toContain('3일 안에 있는 일정입니다');
  await at(office, '2018-03-28T00:00:10Z');
  expect(told(office, MEMBER, '아직 시의회에 알리지 않았습니다')).toHaveLength(1);
  await at(office, '2018-03-30T00:00:10Z');
  expect(told(office, MEMBER, '시의회에 알린 기록이 없습니다')).toHaveLength(1);
  await at(office, '2018-04-06T00:00:10Z');
  expect(told(office, MEMBER, '시의회에 알린 기록이 없습니다')).toHaveLength(1);
  await me.type('/현장', '목록 미공유');
  expect((await me.reads('일정 목록')).text).toContain('V1');
});

test('meetings and calls of staff are kinds of their own and count towards nothing', async () => {
  const office = await begin();
  const me = office.slack.as(MEMBER);
  for (const [line, kind] of [
    ['시장면담 강하나 주차장', 'mayor_meeting'],
    ['면담 강하나 주차장', 'staff_meeting'],
    ['통화 강하나 주차장', 'staff_call'],
  ] as const) {
    await me.type('/의회', `3/26 ${line}`);
    const form = await me.seesView((view) => view.callbackId === 'council_log');
    expect(form.fields.kind?.value).toBe(kind);
    await me.submit();
    await me.reads(new RegExp(`C\\d · ${kind === 'mayor_meeting' ? '시장면담' : '직원'}`));
  }
  await me.type('/의회', '통계 2018');
  const stats = await me.reads('2018');
  expect(stats.text).toContain('2018년 1회 = 시장면담 1');
  expect(stats.text).toContain('사전설명, 요청 피드백, 직원 면담, 직원 통화');
});

test('policies to explain are listed as mine and by whom, those to come and all of them', async () => {
  const office = await begin();
  const { slack } = office;
  await enter(office);
  const [me, other] = [slack.as(MEMBER), slack.as(MANAGER)];
  for (const typed of ['설명 나', 'brief mine', '설명 내것 전체', 'brief all me']) {
    for (const [person, finds] of [
      [me, true],
      [other, false],
    ] as const) {
      await person.type('/의회', typed);
      await slack.settled();
      expect(person.lastAnswer()?.text.includes('B1'), typed).toBe(finds);
    }
  }
  await other.type('/의회', '설명 @김서연');
  await slack.settled();
  expect(other.lastAnswer()?.text).toContain('B1');
});
