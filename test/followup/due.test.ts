import { expect, test } from 'vitest';
import { insertFollowups } from '../../src/followup/store.ts';
import { MANAGER, MEMBER, startOffice } from '../support/office.ts';

const REQUESTS = `김가람: 주차장 확충 4/20까지
통학로 안전 대책 다음 주까지
보육료 지원 연말까지
도서관 개관 시간`;

test('each request and each item of an agenda is due when its line says, and the rest is offered the usual day', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/의회', '추가 면담 3/29 김가람 의원 14:00 현안');
  await me.seesView((view) => view.callbackId === 'council_log');
  await me.submit({ kind: 'mayor_meeting', others: '김가람 의원', agenda: '현안', requests: REQUESTS });
  const card = await me.reads('후속조치로 등록했습니다');
  expect(card.buttons).toContain('기한 4월 13일(금)');
  const dues = () => db.selectFrom('followup').select(['title', 'due']).orderBy('id').execute();
  expect(await dues()).toEqual([
    { title: '김가람: 주차장 확충', due: '2018-04-20' },
    { title: '통학로 안전 대책', due: '2018-04-06' },
    { title: '보육료 지원', due: '2018-12-31' },
    { title: '도서관 개관 시간', due: null },
  ]);
  await me.press('followup_date');
  await me.reads('F4 후속조치의 기한을 4월 13일(금)로 바꿨습니다.');
  expect((await dues()).at(-1)?.due).toBe('2018-04-13');

  await me.type('/현장', '민생현장 3/29 10:00 강북구 수유동 현장 점검');
  const plan = await me.seesView((view) => view.callbackId === 'visit_schedule');
  await me.submit({
    date: '2018-03-29',
    ...(plan.fields.program?.value ? {} : { program: '민생현장' }),
    purpose: '점검',
  });
  await me.reads(/V1/);
  await me.type('/현장', '결과 V1');
  await me.seesView((view) => view.callbackId === 'visit_result');
  await me.submit({
    participants: 10,
    summary: '둘러봄',
    agenda: '차양막 교체 4/10까지\n주차 안내 표지\n화장실 (완료)',
  });
  expect((await me.reads('결과')).buttons).toContain('기한 4월 13일(금)');
  expect((await dues()).slice(-2)).toEqual([
    { title: '차양막 교체', due: '2018-04-10' },
    { title: '주차 안내 표지', due: null },
  ]);
});

test('what has no due day stands in the message of Monday until it has one', async () => {
  const { slack, db, tick } = await startOffice();
  const source = { noun: 'message' as const, record: '1' };
  await tick();
  await insertFollowups(db, [{ source, title: '언젠가 할 일', owner: MEMBER }], { actor: MANAGER, at: slack.now() });
  slack.clock.move(Date.parse('2018-04-02T00:01:00Z') - slack.now().getTime());
  await tick();
  const [monday] = slack
    .as(MEMBER)
    .messages()
    .filter((it) => it.text.includes('이번 주'));
  expect(monday?.text).toContain('기한 없는 후속조치 1건');
  expect(monday?.text).toContain('언젠가 할 일');
});
