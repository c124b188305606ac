import { expect, test } from 'vitest';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { textFor } from '../../src/text/index.ts';
import { ADMINISTRATOR, GUEST, MEMBER, SETTINGS, STRANGER, startOffice } from '../support/office.ts';

test.each(SETTINGS)(
  'a line written to the app is offered to the form it fits, which opens filled ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const words = textFor(setting.language);
    const me = slack.as(MEMBER);

    await me.dm('85000 미진 4명 조례 개정 간담회 시책 카드');
    const offer = await me.reads(words.office.said.one(words.office.said.forms.expense));
    expect(offer.channel).toBe(me.appChannel);
    expect(offer.buttons).toEqual([words.home.record.expense]);
    await me.press(words.home.record.expense, { in: offer });

    expect((await me.seesView(words.expense.form.record)).fields).toMatchObject({
      amount: { value: '85000' },
      place: { value: '미진' },
    });
  },
);

test.each(SETTINGS)('a question is answered at once ($connection, $language)', async (setting) => {
  const { slack, db } = await startOffice(setting);
  const words = textFor(setting.language);
  const budget = { year: 2018, account: '203-03' as const, won: 103_000_000 };
  await putBudgets(db, [budget], { actor: 'test', at: slack.now(), origin: 'person' });
  const me = slack.as(MEMBER);

  await me.dm(setting.language === 'ko' ? '올해 시책 얼마 남았어?' : 'how much policy budget is left this year?');

  const left = words.spending.won('103,000,000');
  expect((await me.reads(left)).channel).toBe(me.appChannel);
});

test('the other forms open filled too', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.dm('4/5 14:00 우이신설 공사현장 점검 강북구 민생현장');
  await me.press('일정 등록', { in: await me.reads('일정 이야기로 보입니다') });
  expect((await me.seesView()).fields).toMatchObject({ date: { value: '2018-04-05' }, start_time: { value: '14:00' } });
  await me.close();

  await me.dm('11/30까지 주차장 답변 준비');
  await me.press('후속조치 등록', { in: await me.reads('후속조치 이야기로 보입니다') });
  expect((await me.seesView()).fields).toMatchObject({ due: { value: '2018-11-30' } });
  await me.close();

  await me.dm('오늘 의장단 간담회 의장 외 4명 청년수당');
  await me.press('시의회 소통 기록', { in: await me.reads('시의회 소통 이야기로 보입니다') });
  expect((await me.seesView()).fields).toMatchObject({ kind: { value: 'leaders_meeting' } });
});

test('a line that may be two things is offered as both, one that says nothing as everything', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.dm('김영희 의원이 주차장 자료 요청');
  const both = await me.reads('시의회 소통, 후속조치 중 하나로 보입니다');
  expect(both.buttons).toEqual(['시의회 소통 기록', '후속조치 등록']);
  await me.dm('음…');

  const all = await me.reads('무엇에 관한 말인지 알 수 없었습니다');
  expect(all.buttons).toEqual(['업무추진비 기록', '일정 등록', '시의회 소통 기록', '후속조치 등록', '전체 메뉴']);
});

test('what is typed stays typed, however long, and is answered where it was said', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  const first = await me.dm('<!channel> *굵게* 85000원 미진 4명 카드 '.repeat(100));
  expect(first.ok).toBe(true);
  const offer = await me.reads('적은 말이 길어');
  expect(offer.text).not.toContain('굵게');
  for (const { method, args } of slack.calls('chat.postMessage'))
    expect(checkPayload(args, 'message'), method).toEqual([]);

  await me.dm('커피 12,000원', { threadTs: offer.ts });

  const answer = await me.reads('업무추진비 이야기로 보입니다', offer);
  expect(slack.calls('chat.postMessage').at(-1)?.args).toMatchObject({ thread_ts: offer.ts, channel: answer.channel });
});

test('a message that Slack delivers again is answered once, and one with a file is left to others', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.dm('커피 12,000원');
  await me.reads('업무추진비 이야기로 보입니다');
  await slack.redeliverLast();
  await slack.settled();
  const answers = () => me.messages(me.appChannel).filter(({ text }) => text.includes('이야기로 보입니다'));
  expect(answers()).toHaveLength(1);

  const file = me.upload({ name: '영수증.png', bytes: Buffer.from('x') });
  await me.dm('커피 12,000원', { files: [file] });
  await slack.settled();

  expect(answers()).toHaveLength(1);
});

test('a stranger is told that the office was asked, a guest that it is not open to them', async () => {
  const { slack, tick } = await startOffice();
  const stranger = slack.as(STRANGER);

  await stranger.dm('85000 미진');
  const said = await stranger.reads('관리자에게 등록을 요청해 두었습니다');
  expect(said.buttons).toEqual([]);
  await tick();
  await slack.as(ADMINISTRATOR).reads('비서실 명단에 등록할까요?');

  await slack.as(GUEST).dm('85000 미진');
  await slack.as(GUEST).reads('게스트 계정으로는 비서를 쓸 수 없습니다');
});
