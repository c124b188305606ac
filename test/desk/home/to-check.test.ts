import { expect, test } from 'vitest';
import { putMembers } from '../../../src/council/members/store.ts';
import { closeBriefing, insertBriefing } from '../../../src/council/policies/store.ts';
import { insertFollowups } from '../../../src/followup/store.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { textFor } from '../../../src/text/index.ts';
import { cancelVisit } from '../../../src/visit/store.ts';
import { note, put } from '../../outbox/given.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  type Setting,
  startOffice,
} from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';
import { putVisit } from '../../support/visits.ts';

const SOURCE = { noun: 'message' as const, record: '1' };

/** Of everything that is to be checked one or two, beside others that look alike and are in order. */
async function begin(setting: Setting): Promise<Office> {
  const office = await startOffice({ ...setting, timetable: [] });
  const { db, slack } = office;
  const by = { actor: MEMBER, at: slack.now() };
  await insertFollowups(
    db,
    [
      { source: SOURCE, title: '늦은 것', owner: MEMBER, due: '2018-03-20' },
      { source: SOURCE, title: '관리자가 늦은 것', owner: MANAGER, due: '2018-03-29' },
      { source: SOURCE, title: '언젠가 할 것', owner: MEMBER },
      { source: SOURCE, title: '오늘 할 것', owner: MEMBER, due: '2018-03-30' },
    ],
    by,
  );
  const planned = [
    ['site', '2018-03-28'],
    ['site', '2018-04-20'],
    ['inside', '2018-03-29'],
    ['inside', '2018-04-21'],
    ['site', '2018-03-27'],
  ] as const;
  for (const [kind, startsOn] of planned) await putVisit(office, { kind, title: `${startsOn} 점검`, startsOn });
  await cancelVisit(db, 5, { ...by, reason: '비' });
  const speaker = { term: 11, name: '강하나', constituency: null, district: null, committee: null };
  await putMembers(db, [{ ...speaker, post: '의장', party: null }], { ...by, origin: 'file' });
  for (const announcedOn of ['2018-03-29', '2018-04-10', '2018-03-28']) {
    const policy = { policy: `${announcedOn} 정책`, announcedOn, announcedTime: null, leaders: true };
    const entry = { ...by, formKey: announcedOn, origin: 'form' as const };
    const { record } = await insertBriefing(db, { ...policy, committees: [], districts: [] }, entry);
    if (announcedOn === '2018-03-28') await closeBriefing(db, record, { ...by, reason: '발표를 미룸' });
  }
  for (const place of ['미진', '다온']) await recordOne(slack.as(MEMBER), { place });
  await db.updateTable('expense').set({ approval: 'waiting' }).where('id', '=', 2).execute();
  await db.insertInto('approval').values({ expense_id: 2, steps: 1, version: 1, asked_by: MEMBER }).execute();
  const rows = [
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액',
    '2018-03-06 12:00,한밭,자문,3명,카드,약 6만원쯤',
  ];
  const file = await openExpenses(new TextEncoder().encode(rows.join('\n')), '3월.csv', { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName: '3월.csv', ...by });
  return office;
}

const namesIn = ({ text }: { text: string }) => [...new Set(text.match(/\b[FVBE]\d+\b/g))].sort();

test.each(SETTINGS)(
  'managers see what the office has to check, each a count that opens exactly its list; members do not ($connection, $language)',
  async (setting) => {
    const { slack } = await begin(setting);
    const { home, followup, visit, council, approval, expense } = textFor(setting.language);
    const { says, title } = home.toCheck;
    const manager = slack.as(MANAGER);
    await manager.openHome();
    const seen = await manager.seesHome(title);
    const lists = [
      ['overdue', says.overdue('2'), followup.list.title, ['F1', 'F2']],
      ['undated', says.undated('1'), followup.list.title, ['F3']],
      ['resultless', says.resultless('2'), visit.list.title, ['V1', 'V3']],
      ['untold', says.unshared('2'), visit.list.title, ['V1', 'V2']],
      ['unexplained', says.unexplained('1'), council.brief.title, ['B1']],
      ['approval_waiting', says.approvals('1'), approval.list.title, ['E2']],
      ['menu_held', says.held('1'), expense.held.title, []],
    ] as const;
    for (const [press, count, list, names] of lists) {
      expect(seen.text).toContain(count);
      const before = manager.lastAnswer();
      slack.clock.move(1_000); // one message a second is what Slack takes
      await manager.press(press, { in: 'home' });
      expect(namesIn(await manager.reads(list, before)), press).toEqual(names);
    }
    expect(seen.text).not.toContain(says.failed('0').slice(0, -2));

    const member = slack.as(MEMBER);
    await member.openHome();
    expect((await member.seesHome(home.day.title)).text).not.toContain(title);
    const administrator = slack.as(ADMINISTRATOR);
    await administrator.openHome();
    expect((await administrator.seesHome(title)).text).toContain(says.overdue('2'));
  },
);

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
