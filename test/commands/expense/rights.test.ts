import { expect, test } from 'vitest';
import { putPerson } from '../../../src/people/store.ts';
import { EXPENSE_EDIT, EXPENSE_VOID } from '../../../src/spending/expense/views.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, OTHER_MEMBER, startOffice } from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';

const by = { actor: 'test', at: NOW };

test('a member is offered no change to someone else’s record, and refused when they ask for it', async () => {
  const { slack } = await startOffice();
  const other = slack.as(OTHER_MEMBER);
  await recordOne(slack.as(MEMBER));

  await other.type('/지출', '보기 E1');
  expect((await other.reads('E1 · 85,000원')).buttons).toEqual([]);
  for (const typed of ['수정 E1', '무효 E1', '무효 E1 이유']) {
    await other.type('/지출', typed);
    await slack.settled();
    expect(other.lastAnswer()?.text).toBe(
      '다른 사람의 기록은 책임자만 수정하거나 무효 처리할 수 있습니다. 기록한 사람이나 책임자에게 부탁해 주세요.',
    );
  }
  expect(other.view()).toBeUndefined();
});

test.each([
  ['a manager', MANAGER],
  ['an administrator', ADMINISTRATOR],
])('%s changes and voids everyone’s records', async (_who, id) => {
  const { slack } = await startOffice();
  const manager = slack.as(id);
  await recordOne(slack.as(MEMBER));

  await manager.type('/지출', '수정 E1');
  await manager.seesView();
  await manager.submit({ place: '다온' });
  await manager.reads('E1 기록을 수정했습니다');
  await manager.type('/지출', '무효 E1 중복');

  expect((await manager.reads('E1 기록을 무효 처리했습니다')).text).toContain('중복');
});

test('a voided record can be neither edited nor voided again', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await recordOne(me);
  const before = me.lastAnswer();
  await me.type('/지출', '무효 E1 중복');
  await me.reads('E1 기록을 무효 처리했습니다');

  await me.type('/지출', '수정 E1');
  await me.reads('이미 무효 처리된 기록이라 수정할 수 없습니다. 다시 쓰려면 먼저 되살려 주세요.');
  if (before) await me.press(EXPENSE_EDIT, { in: before });
  await me.type('/지출', '무효 E1 또');

  await me.reads('E1 기록은 이미 무효 처리되어 있습니다.');
  expect(me.view()).toBeUndefined();
});

test('a record that is voided while its edit form is open stays as it was', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await recordOne(me);
  await me.type('/지출', '수정 E1');
  await me.seesView();
  await slack.as(MANAGER).type('/지출', '무효 E1 중복');
  await slack.as(MANAGER).reads('무효 처리했습니다');

  const answer = await me.submit({ amount: '1,000' });

  expect(answer).toMatchObject({
    errors: { spent_on: '이미 무효 처리된 기록이라 수정할 수 없습니다. 다시 쓰려면 먼저 되살려 주세요.' },
  });
  expect(me.view()?.fields.amount?.value).toBe('1,000');
});

test('a manager who is made a member while a form is open can’t save it', async () => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);
  await recordOne(slack.as(MEMBER));
  await manager.type('/지출', '보기 E1');
  const card = await manager.reads('이력');
  await manager.press(EXPENSE_VOID, { in: card });
  await manager.seesView('무효 처리');
  await putPerson(db, { userId: MANAGER, name: '오세라', role: 'member', language: 'ko' }, by);

  const refused = {
    errors: {
      reason:
        '다른 사람의 기록은 책임자만 수정하거나 무효 처리할 수 있습니다. 기록한 사람이나 책임자에게 부탁해 주세요.',
    },
  };
  expect(await manager.submit({ reason: '이유' })).toMatchObject(refused);
  expect(manager.view()?.fields.reason?.value).toBe('이유');
  await manager.close();
  await manager.press(EXPENSE_EDIT, { in: card });

  await manager.reads(
    '다른 사람의 기록은 책임자만 수정하거나 무효 처리할 수 있습니다. 기록한 사람이나 책임자에게 부탁해 주세요.',
  );
  await slack.as(MEMBER).type('/지출', '현황');
  expect((await slack.as(MEMBER).reads('집행현황')).text).toContain('85,000원');
});

test('a member who is made a manager while a form is open can save it', async () => {
  const { slack, db } = await startOffice();
  const other = slack.as(OTHER_MEMBER);
  await recordOne(slack.as(MEMBER));
  await putPerson(db, { userId: OTHER_MEMBER, name: '이준호', role: 'manager', language: 'ko' }, by);

  await other.type('/지출', '수정 E1');
  await other.seesView();
  await other.submit({ amount: '90,000' });

  await other.reads('E1 기록을 수정했습니다. 90,000원');
});

test('someone who is taken off the list while a form is open is told that nothing was saved', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/지출', '85000 미진 4명 간담회 시책 카드');
  await me.seesView();
  await db.updateTable('person').set({ removed_at: NOW.toISOString() }).where('user_id', '=', MEMBER).execute();

  await me.submit({ activity: '4-나' });

  expect(me.view()?.text).toContain('비서실 명단에 없어서 저장하지 않았습니다');
  expect(await db.selectFrom('expense').selectAll().execute()).toEqual([]);
});
