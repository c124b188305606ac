import { expect, test } from 'vitest';
import { insertFollowups } from '../../../src/followup/store.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, type Office, startOffice } from '../../support/office.ts';

const SOURCE = { noun: 'message' as const, record: '1' };

async function begin(): Promise<Office> {
  const office = await startOffice();
  const { db, slack } = office;
  const by = { actor: MANAGER, at: slack.now() };
  await insertFollowups(
    db,
    [
      { source: SOURCE, title: '늦은 것', owner: MEMBER, due: '2018-03-20' },
      { source: SOURCE, title: '언젠가 할 것', owner: MEMBER },
    ],
    by,
  );
  return office;
}

test('managers see what the office has to check, each a count that opens its list; members do not', async () => {
  const { slack } = await begin();
  const manager = slack.as(MANAGER);
  await manager.openHome();
  const home = await manager.seesHome('비서실 확인할 것');
  expect(home.text).toContain('기한이 지난 후속조치 1건');
  expect(home.text).toContain('기한이 없는 후속조치 1건');
  expect(home.text).not.toContain('보내지 못한 메시지');
  await manager.press('overdue');
  expect((await manager.reads('후속조치 목록')).text).toContain('늦은 것');
  await manager.openHome();
  await manager.press('undated');
  await manager.reads(({ text }) => text.includes('언젠가 할 것') && !text.includes('늦은 것'));

  const member = slack.as(MEMBER);
  await member.openHome();
  expect((await member.seesHome('오늘')).text).not.toContain('비서실 확인할 것');
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.openHome();
  expect((await administrator.seesHome('비서실 확인할 것')).text).toContain('기한이 지난 후속조치 1건');
});

test('what a spender owes stands first on their Home, and in their message of Monday', async () => {
  const { slack, tick, db } = await startOffice();
  await tick();
  const me = slack.as(MEMBER);
  await me.type('/지출', '오늘 12:30 한밭식당 85,000원 4명 직원 격려');
  await me.seesView((view) => view.callbackId === 'expense_record');
  await me.submit({ account: '203-01', activity: '6-마', payment: 'card' });
  await me.reads(/E1/);
  await db.updateTable('expense').set({ approval: 'changes' }).execute();
  await me.openHome();
  const home = await me.seesHome('내 지출에서 챙길 것 1건');
  expect(home.text.indexOf('내 지출에서 챙길 것')).toBeLessThan(home.text.indexOf('오늘은 시장 일정이'));
  await me.type('/후속', '');
  await me.reads('내 지출에서 챙길 것 1건');
  slack.clock.move(Date.parse('2018-04-09T00:01:00Z') - slack.now().getTime());
  await tick();
  expect(
    me.messages().some(({ text }) => text.includes('님의 이번 주') && text.includes('내 지출에서 챙길 것 1건')),
  ).toBe(true);
});
