import { expect, test } from 'vitest';
import { insertMany } from '../../src/base/db/bulk.ts';
import { putPerson } from '../../src/people/store.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { insertAway } from '../../src/spending/approval/away/store.ts';
import { findWaitingFor } from '../../src/spending/approval/store.ts';
import { textFor } from '../../src/text/index.ts';
import { png } from '../spending/receipt/given.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  type Setting,
  startOffice,
} from '../support/office.ts';
import { type FIELDS, recordOne } from '../support/spending.ts';

const OTHER_MANAGER = 'U0MINMANAG';
const DAY = 24 * 60 * 60_000;
const RECEIPT = { name: '영수증.png', bytes: png() };

/** An office where policy spending needs approval. */
async function approvingOffice(setting: Partial<Setting> = {}): Promise<Office> {
  const office = await startOffice(setting);
  const rule = { account: '203-03', mode: 'always', above: null, second: null, set_by: MANAGER };
  await office.db
    .insertInto('approval_rule')
    .values({ ...rule, set_at: NOW.toISOString() })
    .execute();
  return office;
}

const addManager = ({ db }: Office, language: 'ko' | 'en' = 'ko') =>
  putPerson(db, { userId: OTHER_MANAGER, name: '민도현', role: 'manager', language }, { actor: 'test', at: NOW });

type Fields = Partial<typeof FIELDS> & { receipt?: typeof RECEIPT };

/** Records one whose papers a manager does not ask for; a receipt they do. */
async function record(office: Office, fields: Fields = {}): Promise<void> {
  await recordOne(office.slack.as(MEMBER), fields);
  await office.slack.settled();
  const papers = office.db.updateTable('finding').set({ state: 'accepted' }).where('severity', '!=', 'warn');
  await papers.where('rule', '!=', 'E17').execute();
  await office.tick();
}
const after = async (office: Office, days: number) => {
  office.slack.clock.move(days * DAY);
  await office.tick();
};
/** What somebody was asked or told about `E1` by the app, first to last. */
const told = (who: PersonDriver, sentence: RegExp | string) =>
  who
    .messages(who.appChannel)
    .filter(({ text }) => (typeof sentence === 'string' ? text.includes(sentence) : sentence.test(text)));
const title = (setting: Setting, name = 'E1') =>
  textFor(setting.language).approval.request.title(name, setting.language === 'ko' ? '85,000원' : '₩85,000');

test.each(SETTINGS)(
  'a request goes out when its receipt is here; its spender reads so meanwhile ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack, db } = office;
    const text = textFor(setting.language);
    const { approval } = text;
    const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
    await record(office);
    const saved = await me.reads(text.check.lacking);
    expect(saved.text).toContain(approval.held.more);
    expect(told(me, approval.held.receipt)).toHaveLength(1);
    expect(told(me, approval.held.state)).toHaveLength(1);
    expect(told(manager, 'E1')).toEqual([]);
    expect(await findWaitingFor(db, { userId: MANAGER }, '2018-03-30')).toEqual([]);
    await manager.type('/expense', 'approval');
    const list = await manager.reads(approval.list.title);
    expect(list.text).toContain(approval.list.mineNone);
    expect(list.text).toContain(approval.list.others('1'));
    await manager.openHome();
    await manager.seesHome(text.home.toCheck.says.approvals('1'));

    await me.press('expense_evidence_open', { in: saved });
    await me.seesView(text.check.form.title);
    await me.submit({ receipt: RECEIPT });
    await slack.settled();
    await office.tick();

    const [asked] = told(manager, title(setting));
    expect(asked?.text).toContain(`${text.expense.fields.receipts}: ${RECEIPT.name}`);
    expect(asked?.buttons).toContain(text.receipt.show);
    expect(told(me, approval.held.receipt)).toEqual([]);
    expect(told(me, approval.states.waiting)).toMatchObject([{ edited: true }]);
    expect(await findWaitingFor(db, { userId: MANAGER }, '2018-03-30')).toHaveLength(1);

    await manager.press(text.receipt.show, { in: asked as never });
    await manager.reads(text.receipt.sent('E1', 1));
  },
);

test('what else is missing is named to its spender, and a manager who settles it lets the request out', async () => {
  const office = await approvingOffice();
  const { slack, db } = office;
  const { approval, check } = textFor('ko');
  await record(office, { receipt: RECEIPT });
  expect(told(slack.as(MANAGER), '결재 요청 E1')).toHaveLength(1);
  const late = { spent_on: '2018-03-28', spent_time: '23:30', account: '203-03', activity: '6-마', place: '다온' };
  await recordOne(slack.as(MEMBER), { ...late, receipt: RECEIPT } as Fields);
  await slack.settled();
  await office.tick();
  const [waiting] = told(slack.as(MEMBER), approval.held.more);
  expect(waiting?.text).toContain(check.rules.E10.name);
  expect(told(slack.as(MANAGER), '결재 요청 E2')).toEqual([]);

  await db.updateTable('finding').set({ state: 'accepted' }).execute();
  await office.tick();
  expect(told(slack.as(MANAGER), '결재 요청 E2')).toHaveLength(1);
  expect(told(slack.as(MEMBER), approval.held.more)).toEqual([]);
});

test.each(SETTINGS)(
  'who is asked to approve sees what its spender saw: warnings, what was said, duplicates ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack, db } = office;
    const text = textFor(setting.language);
    await record(office, { place: '다온' });
    await record(office, { receipt: RECEIPT });
    await insertMany(db, 'expense_twin', ['expense_id', 'other_id', 'kind'], [[2, 1, 'maybe_same']], { state: 'open' });
    await db
      .insertInto('expense_evidence')
      .values({ expense_id: 2, field: 'plan_doc', value: '총무과-12', given_by: MEMBER, given_at: NOW.toISOString() })
      .execute();
    const me = slack.as(MEMBER);
    await me.type('/expense', 'show E2');
    const card = await me.reads((it) => it.private && it.text.startsWith('E2 · '));
    const noticed = card.text.slice(card.text.indexOf(text.check.noticed));
    expect(card.text).toContain(text.check.noticed);

    const manager = slack.as(MANAGER);
    await manager.type('/expense', 'approval');
    await manager.press('approval_open', { in: await manager.reads(text.approval.list.mine('1')) });
    const request = await manager.reads((it) => it.private && it.text.includes(title(setting, 'E2')));
    for (const line of noticed.split('\n').filter((it) => it.startsWith('•'))) expect(request.text).toContain(line);
    expect(request.text).toContain(text.approval.request.twins);
    expect(request.text).toMatch(/E1 · /);
    expect(request.text).toContain('총무과-12');
    expect(request.text).toContain(RECEIPT.name);
  },
);

test.each(SETTINGS)(
  'what waits two working days is brought up with who was asked, then with another manager, then with administrators, once each ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack, db } = office;
    const { request } = textFor(setting.language).approval;
    const [manager, deputy, administrator] = [MANAGER, OTHER_MEMBER, ADMINISTRATOR].map((id) => slack.as(id)) as [
      PersonDriver,
      PersonDriver,
      PersonDriver,
    ];
    await addManager(office, setting.language);
    const other = slack.as(OTHER_MANAGER);
    const away = { from: '2018-03-30', to: '2018-04-20', deputy: OTHER_MEMBER };
    await insertAway(db, away, { formKey: 'away', actor: OTHER_MANAGER, at: NOW });
    await record(office, { receipt: RECEIPT }); // on a Friday
    expect(told(manager, title(setting))).toHaveLength(1);
    expect(told(deputy, title(setting))).toHaveLength(1);
    await deputy.press('receipt_show', { in: told(deputy, title(setting))[0] as never });
    await deputy.reads(textFor(setting.language).receipt.sent('E1', 1));

    await after(office, 1);
    await after(office, 2); // Monday, at noon
    for (const who of [manager, deputy, other, administrator]) expect(told(who, request.waited(1))).toEqual([]);
    await after(office, 1);
    await office.tick();
    expect(told(manager, request.waited(2))).toHaveLength(1);
    expect(told(deputy, request.waited(2))).toHaveLength(1);
    expect(told(other, 'E1')).toEqual([]);

    await after(office, 1);
    await after(office, 1);
    await office.tick();
    expect(told(other, request.waited(4))).toHaveLength(1);
    expect(told(administrator, 'E1')).toEqual([]);
    await after(office, 1); // Friday
    await after(office, 3); // Monday
    expect(told(administrator, request.waited(6))).toHaveLength(1);
    await after(office, 4);
    await after(office, 3);
    expect([manager, deputy, other, administrator].map((who) => told(who, title(setting)).length)).toEqual([
      2, 2, 1, 1,
    ]);

    await administrator.press('approval_approve', { in: told(administrator, title(setting))[0] as never });
    await slack.settled();
    await office.tick();
    for (const who of [manager, deputy, other, administrator]) {
      expect(who.messages(who.appChannel).filter(({ buttons }) => buttons.includes(request.approve))).toEqual([]);
    }
  },
);

test('where one manager is all there is, administrators are next; one who may not decide hears whom it waits for', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const { request } = textFor('ko').approval;
  const administrator = slack.as(ADMINISTRATOR);
  await recordOne(administrator, {});
  await office.db.updateTable('finding').set({ state: 'accepted' }).execute();
  await office.tick();
  await after(office, 4);
  expect(told(slack.as(MANAGER), request.waited(2))).toHaveLength(1);
  await after(office, 2);
  expect(told(administrator, request.unheard('E1', '85,000원', 4, '오세라'))).toHaveLength(1);
  await after(office, 5);
  expect(told(administrator, '영업일째')).toHaveLength(1);
});

test('a night or a day off begins no call, and what is decided or changed meanwhile is not called about', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const manager = slack.as(MANAGER);
  await record(office, { receipt: RECEIPT });
  office.slack.clock.move(3 * DAY + 14 * 60 * 60_000); // 2 a.m. on Tuesday
  await office.tick();
  expect(told(manager, '영업일째')).toEqual([]);
  office.slack.clock.move(7 * 60 * 60_000);
  await office.tick();
  expect(told(manager, '2영업일째')).toHaveLength(1);

  const me = slack.as(MEMBER);
  await me.type('/지출', '수정 E1');
  await me.seesView();
  await me.submit({ amount: '90,000' });
  await slack.settled();
  await office.tick();
  await after(office, 1);
  expect(told(manager, /영업일째[\s\S]*90,000원/)).toEqual([]);
  await after(office, 1);
  expect(told(manager, /2영업일째[\s\S]*90,000원|90,000원[\s\S]*2영업일째/)).toHaveLength(1);
});
