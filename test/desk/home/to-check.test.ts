import { expect, test } from 'vitest';
import { putMembers } from '../../../src/council/members/store.ts';
import { insertBriefing } from '../../../src/council/policies/store.ts';
import { insertFollowups } from '../../../src/followup/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { note, put } from '../../outbox/given.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  startOffice,
} from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';

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

test.each(SETTINGS)(
  'messages that wait for more than an hour stand on the Home and in the check-up of administrators alone ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice({ ...setting, timetable: [] });
    const { home, upkeep } = textFor(setting.language);
    await put(db, note('held', { dueAt: slack.now() }));
    slack.clock.move(60 * 60_000 + 1_000);
    const administrator = slack.as(ADMINISTRATOR);
    await administrator.openHome();
    await administrator.seesHome(home.toCheck.says.late('1'));
    await administrator.press('check_up', { in: 'home' });
    await administrator.reads(upkeep.doctor.faults.messages_late(''));

    const manager = slack.as(MANAGER);
    await manager.openHome();
    expect((await manager.seesHome(home.day.title)).text).not.toContain(home.toCheck.says.late('1'));
  },
);

test.each(SETTINGS)(
  'what was returned, refused or lacks a receipt is owed on Home, in “내가 할 일” and on Monday ($connection, $language)',
  async (setting) => {
    const { slack, tick, db } = await startOffice(setting);
    const { home, expense } = textFor(setting.language);
    await tick();
    const me = slack.as(MEMBER);
    for (const place of ['미진', '다온', '한밭']) await recordOne(me, { place });
    for (const [id, approval] of [
      [1, 'refused'],
      [2, 'changes'],
    ] as const) {
      await db.updateTable('expense').set({ approval }).where('id', '=', id).execute();
      await db.insertInto('approval').values({ expense_id: id, steps: 1, version: 2, asked_by: MEMBER }).execute();
    }

    const inOrder = (text: string) => {
      expect(text).toContain(home.owed('3'));
      const at = (['changes', 'refused', 'evidence'] as const).map((why) => text.indexOf(expense.owing[why]));
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      expect(at[0]).toBeGreaterThan(-1);
    };
    await me.openHome();
    inOrder((await me.seesHome(home.owed('3'))).text);
    await me.dm(setting.language === 'ko' ? '내가 할 일' : 'my open follow-ups');
    inOrder((await me.reads(home.owed('3'))).text);
    const before = me.lastAnswer();
    await me.type('/followup', 'mine');
    inOrder((await me.reads(home.owed('3'), before)).text);
    slack.clock.move(Date.parse('2018-04-09T00:01:00Z') - slack.now().getTime());
    await tick();
    const monday = me.messages(me.appChannel).findLast(({ text }) => text.includes(expense.owing.changes));
    expect(monday?.text).toContain(expense.owing.refused);

    const other = slack.as(OTHER_MEMBER);
    await other.openHome();
    expect((await other.seesHome(home.day.title)).text).not.toContain('E1');
  },
);

test.each(SETTINGS)(
  'a policy that was announced before all had heard of it stays on the Home of who entered it ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const { home, council } = textFor(setting.language);
    const by = { actor: MEMBER, at: slack.now() };
    const speaker = { term: 11, name: '강하나', constituency: null, district: null, committee: null };
    await putMembers(db, [{ ...speaker, post: '의장', party: null }], { ...by, origin: 'file' });
    const policy = { policy: '심야버스 확대', announcedOn: '2018-03-29', announcedTime: null, leaders: true };
    await insertBriefing(db, { ...policy, committees: [], districts: [] }, { ...by, formKey: null, origin: 'form' });
    const me = slack.as(MEMBER);
    await me.openHome();
    const seen = await me.seesHome(home.toCheck.says.unexplained('1'));
    expect(seen.text).toContain('심야버스 확대');
    await me.press(council.show);
    await me.reads('심야버스 확대');
    const other = slack.as(OTHER_MEMBER);
    await other.openHome();
    expect((await other.seesHome(home.day.title)).text).not.toContain('심야버스 확대');
    const manager = slack.as(MANAGER);
    await manager.openHome();
    await manager.seesHome(home.toCheck.says.unexplained('1'));
  },
);

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
