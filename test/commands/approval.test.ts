import { expect, test } from 'vitest';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { changeRole, putPerson } from '../../src/people/store.ts';
import type { PersonDriver } from '../../src/simulator/person.ts';
import { endAway } from '../../src/spending/approval/away/ending.ts';
import { insertAway } from '../../src/spending/approval/away/store.ts';
import { countWaitingFor, findWaitingFor } from '../../src/spending/approval/store.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { streamExpenses } from '../../src/spending/expense/list/store.ts';
import { findStatus } from '../../src/spending/ledger/store.ts';
import { textFor } from '../../src/text/index.ts';
import { collect } from '../support/collect.ts';
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

/** One white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

const OTHER_MANAGER = 'U0MINMANAG';

const by = { actor: 'test', at: NOW };
const POLICY = { 'mode_203-03': 'always' };

/** An office where policy spending needs approval, as a manager set it. */
async function approvingOffice(
  setting: Partial<Setting> = {},
  rules: Record<string, string> = POLICY,
): Promise<Office> {
  const office = await startOffice(setting);
  await setRules(office, rules);
  return office;
}

async function setRules({ slack }: Office, rules: Record<string, string>): Promise<void> {
  const manager = slack.as(MANAGER);
  await manager.type('/지출', '결재');
  await manager.reads(/결재|Approvals/);
  await slack.settled();
  await manager.press('approval_settings_open');
  await manager.seesView();
  const answer = await manager.submit(rules);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  await manager.reads(/결재 설정을 저장|approval settings are saved/);
}

const addManager = ({ db }: Office, userId = OTHER_MANAGER, name = '민도현', language: 'ko' | 'en' = 'ko') =>
  putPerson(db, { userId, name, role: 'manager', language }, by);

async function record(office: Office, who = MEMBER, fields: Partial<typeof FIELDS> = {}): Promise<void> {
  await recordOne(office.slack.as(who), fields);
  await office.slack.settled();
  await acceptFindings(office);
  await office.tick();
}

/** As a manager does with a reason: what rules found does not stand in the way. */
const acceptFindings = ({ db }: Office) => db.updateTable('finding').set({ state: 'accepted' }).execute();

/** A busy machine may take its time. */
const stateOf = async ({ db, slack }: Office, id = 1) => {
  await slack.settled();
  return (await db.selectFrom('expense').select('approval').where('id', '=', id).executeTakeFirstOrThrow()).approval;
};
const spent = async ({ db }: Office) => (await findStatus(db, 2018)).status.spent;
const decide = async (office: Office, person: PersonDriver, element: string, reason?: string) => {
  await acceptFindings(office);
  const before = await decisions(office);
  await person.press(element);
  if (reason !== undefined) {
    await person.seesView();
    await person.submit({ reason });
  }
  expect(await decisions(office)).toBe(before + 1);
  await office.tick();
};
const decisions = async ({ db, slack }: Office) => {
  await slack.settled();
  return (await db.selectFrom('approval_event').selectAll().where('action', '!=', 'asked').execute()).length;
};
const requestOf = (person: PersonDriver) =>
  person.messages(person.appChannel).findLast((it) => /^결재 요청 E|^Approve E/.test(it.text));
const progressOf = (person: PersonDriver) =>
  person.messages(person.appChannel).filter((it) => /E\d+ · .* 결재\n|Approval of E/.test(`${it.text}\n`));

test.each(SETTINGS)('a manager approves a spend and everyone sees it ($connection, $language)', async (setting) => {
  const office = await approvingOffice(setting);
  const { slack } = office;
  await addManager(office, OTHER_MANAGER, '민도현', setting.language);
  const [me, manager, other] = [MEMBER, MANAGER, OTHER_MANAGER].map((id) => slack.as(id)) as [
    PersonDriver,
    PersonDriver,
    PersonDriver,
  ];
  const words = textFor(setting.language).approval;
  await record(office);
  const saved = await me.reads(/E1/);
  expect(me.messages().some((it) => it.text.includes('오세라, 민도현') || it.text.includes('민도현, 오세라'))).toBe(
    true,
  );
  expect(saved).toBeDefined();

  const asked = await manager.reads(words.request.title('E1', setting.language === 'ko' ? '85,000원' : '₩85,000'));
  expect(asked.buttons).toEqual([
    words.request.approve,
    words.request.change,
    words.request.refuse,
    words.request.show,
  ]);
  expect(asked.text).toMatch(/미진/);
  expect(asked.text).toMatch(/김서연/);
  expect(progressOf(me)).toMatchObject([{ text: expect.stringContaining(words.states.waiting) }]);

  await decide(office, manager, 'approval_approve');

  expect(await stateOf(office)).toBe('approved');
  for (const person of [manager, other]) {
    const said = person.messages(person.appChannel).findLast((it) => it.text.includes('E1'));
    expect(said?.text).toMatch(/(승인했습니다: |Approved by )오세라/);
    expect(said?.buttons).toEqual([words.request.show]);
  }
  expect(progressOf(me)).toMatchObject([{ text: expect.stringContaining(words.progress.approved), edited: true }]);
  expect(await spent(office)).toBe(85_000);
});

test.each(SETTINGS)(
  'changes are asked for, made, and what became of it is approved ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    const me = slack.as(MEMBER);
    const manager = slack.as(MANAGER);
    const words = textFor(setting.language).approval;
    await record(office);

    await manager.press('approval_changes');
    await manager.seesView(words.forms.changes.title);
    expect(await manager.submit({ reason: '   ' })).toMatchObject({
      ok: false,
      errors: { reason: textFor(setting.language).conversation.missing },
    });
    await manager.submit({ reason: '참석자를 *모두* 적어 주세요 <!channel>' });
    await slack.settled();
    await office.tick();

    expect(await stateOf(office)).toBe('changes');
    const notice = await me.reads(/보완을 요청받았습니다|asked to change E1/);
    expect(notice.text).toContain('참석자를 *모두* 적어 주세요 @channel');
    expect(progressOf(me)).toMatchObject([{ buttons: [words.progress.edit, words.request.show] }]);
    expect((await manager.reads(/보완을 요청했습니다|Changes requested/)).buttons).toEqual([words.request.show]);

    await me.press(words.progress.edit, { in: progressOf(me)[0] as never });
    const form = await me.seesView(/참석자를 \*모두\* 적어 주세요/);
    expect(form.fields.amount?.value).toBe('85000');
    await me.submit({ attendees: '시장, 김의원, 박의원, 최의원' });
    await slack.settled();
    await office.tick();

    expect(await stateOf(office)).toBe('waiting');
    const again = requestOf(manager);
    expect(again?.text).toContain('최의원');
    expect(again?.text).toContain(words.request.again);
    expect(progressOf(me)).toHaveLength(1);
    // What asked for changes no longer does.
    expect(me.messages(me.appChannel).find((it) => it.ts === notice.ts)?.buttons).toEqual([words.request.show]);
    await decide(office, manager, 'approval_approve');
    expect(await stateOf(office)).toBe('approved');
    expect(progressOf(me)).toMatchObject([{ text: expect.stringContaining(words.progress.approved) }]);
  },
);

test.each(SETTINGS)(
  'a refused spend is in no total, keeps its reason, and may be handed in again ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    const me = slack.as(MEMBER);
    const manager = slack.as(MANAGER);
    const words = textFor(setting.language).approval;
    await record(office);
    await decide(office, manager, 'approval_refuse', '개인 식사');

    expect(await stateOf(office)).toBe('refused');
    expect(await spent(office)).toBe(0);
    expect((await me.reads(/반려되었습니다|was refused/)).text).toContain('개인 식사');
    await me.type('/expense', 'show E1');
    expect((await me.reads(/^(?=[\s\S]*E1 · )(?=[\s\S]*(결재: 반려|Approval: refused))/)).text).toContain('개인 식사');
    await me.type('/expense', 'list');
    const list = await me.reads(/지출 목록|Expenses/);
    expect(list.text).toMatch(/반려 1건을 뺀 합계|without 1 refused/);

    await me.type('/expense', 'edit E1');
    await me.seesView(/개인 식사/);
    await me.submit({ amount: '60,000' });
    await slack.settled();
    await office.tick();
    expect(await stateOf(office)).toBe('waiting');
    expect(await spent(office)).toBe(60_000);
    expect(requestOf(manager)?.text).toContain(words.request.again);
    await me.type('/expense', 'void E1 mistake');
    await me.reads(/E1 기록을 무효 처리|E1 is voided/);
    await office.tick();
    expect(await spent(office)).toBe(0);
    expect((await manager.reads(/무효 처리했습니다|voided the record/)).buttons).toEqual([words.request.show]);
  },
);

test.each(SETTINGS)('a large spend needs two different approvers ($connection, $language)', async (setting) => {
  const office = await approvingOffice(setting, {
    'mode_203-03': 'above',
    'above_203-03': '5만원',
    'second_203-03': '80,000',
  });
  const { slack } = office;
  const words = textFor(setting.language).approval;
  await addManager(office, OTHER_MANAGER, '민도현', setting.language);
  const [me, manager, other] = [slack.as(MEMBER), slack.as(MANAGER), slack.as(OTHER_MANAGER)];
  await record(office);
  expect(requestOf(manager)?.text).toContain(words.step(1, 2));
  const first = requestOf(manager);

  await decide(office, manager, 'approval_approve');
  expect(await stateOf(office)).toBe('waiting');
  expect(progressOf(me)).toMatchObject([{ text: expect.stringContaining(words.step(2, 2)) }]);
  const second = requestOf(other);
  expect(second?.text).toContain(words.step(2, 2));
  expect(second?.text).toContain('오세라');
  expect(requestOf(manager)).toBeUndefined();
  expect(first).toBeDefined();

  await manager.type('/expense', 'approval');
  await manager.reads(words.list.mineNone);
  await decide(office, other, 'approval_approve');
  expect(await stateOf(office)).toBe('approved');
});

test('the accounting side agrees first where the office chose someone for it, and managers approve then', async () => {
  const office = await approvingOffice({}, { 'mode_203-03': 'always', 'mode_203-02': 'always' });
  const { slack, db } = office;
  const words = textFor('ko').approval;
  const [me, manager, accountant] = [slack.as(MEMBER), slack.as(MANAGER), slack.as(OTHER_MEMBER)];
  await putOfficeSetting(db, 'accounting', [OTHER_MEMBER], by);

  await record(office);
  expect(requestOf(manager)).toBeUndefined();
  expect(requestOf(accountant)?.text).toContain(`${words.step(1, 2)} · ${words.agreement}`);
  await decide(office, accountant, 'approval_approve');
  expect(await stateOf(office)).toBe('waiting');
  expect(requestOf(manager)?.text).toContain(words.step(2, 2));
  expect(progressOf(me).at(-1)?.text).toContain('회계부서 합의');
  await decide(office, manager, 'approval_approve');
  expect(await stateOf(office)).toBe('approved');

  await record(office, MEMBER, { account: '203-02', amount: '61,000' });
  expect(requestOf(accountant)).toBeUndefined();
  expect(requestOf(manager)?.text).not.toContain(words.agreement);
});

test('at the limit nothing is asked, one won above it is; two approve above the second', async () => {
  const office = await approvingOffice({}, { 'mode_203-03': 'above', 'above_203-03': '500,000' });
  await record(office, MEMBER, { amount: '500,000' });
  expect(await stateOf(office)).toBeNull();
  await record(office, MEMBER, { amount: '500,001' });
  expect(await stateOf(office, 2)).toBe('waiting');
  await record(office, MEMBER, { amount: '900,000', account: '203-01' });
  expect(await stateOf(office, 3)).toBeNull();
});

test('without settings everything is as it was', async () => {
  const office = await startOffice();
  await record(office);
  expect(await stateOf(office)).toBeNull();
  expect(await office.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});

test('what was recorded before a rule needs no approval, also when it is edited', async () => {
  const office = await startOffice();
  const { slack } = office;
  await record(office);
  slack.clock.move(60_000);
  await setRules(office, POLICY);

  const me = slack.as(MEMBER);
  await me.type('/지출', '수정 E1');
  await me.seesView();
  await me.submit({ amount: '900,000' });
  await me.reads('E1 기록을 수정했습니다');

  expect(await stateOf(office)).toBeNull();
});

test.each(SETTINGS)(
  'a spend over budget is asked about below the limit, and is approved only with a reason ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting, { 'mode_203-03': 'above', 'above_203-03': '500,000' });
    const { slack, db } = office;
    const words = textFor(setting.language).approval;
    await putBudgets(db, [{ year: 2018, account: '203-03', won: 100_000 }], { ...by, origin: 'person' });
    const manager = slack.as(MANAGER);
    await record(office);
    expect(await stateOf(office)).toBeNull();
    await record(office);
    expect(await stateOf(office, 2)).toBe('waiting');
    expect(requestOf(manager)?.text).toMatch(/70,000/);

    await manager.press('approval_approve');
    await manager.seesView(words.forms.approved.title);
    expect(await stateOf(office, 2)).toBe('waiting');
    await manager.submit({ reason: '추경으로 메움' });
    expect(await stateOf(office, 2)).toBe('approved');
    await office.tick();

    expect(await stateOf(office, 2)).toBe('approved');
    const said = await manager.reads(/승인했습니다|Approved by/);
    expect(said.text).toContain('추경으로 메움');
  },
);

test.each(SETTINGS)(
  'an approved spend that is edited waits again, and says so before and after ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    const words = textFor(setting.language).approval;
    const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
    await record(office);
    await decide(office, manager, 'approval_approve');

    await me.type('/expense', 'edit E1');
    await me.seesView(words.edit.approved);
    await me.submit({});
    await me.reads(/E1 기록을 수정했습니다|E1 is changed/);
    expect(await stateOf(office)).toBe('approved'); // nothing was changed

    await me.type('/expense', 'edit E1');
    await me.seesView(words.edit.approved);
    await me.submit({ place: '다온' });
    await me.reads(words.saved.asked('오세라'));
    await slack.settled();
    await office.tick();
    expect(await stateOf(office)).toBe('waiting');
    expect(requestOf(manager)?.text).toContain(words.request.afterApproval);

    await decide(office, manager, 'approval_approve');
    await me.type('/expense', 'void E1 mistake');
    await me.reads(words.voidNeedsManager);
    expect(await spent(office)).toBe(85_000);
    await manager.type('/expense', 'void E1 mistake');
    await manager.reads(/E1 기록을 무효 처리|E1 is voided/);
    expect(await spent(office)).toBe(0);
  },
);

test.each(SETTINGS)(
  'of two managers at once one decides and the other hears who did ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    await addManager(office, OTHER_MANAGER, '민도현', setting.language);
    const [manager, other] = [slack.as(MANAGER), slack.as(OTHER_MANAGER)];
    await record(office);

    await other.press('approval_refuse');
    await other.seesView();
    await Promise.all([manager.press('approval_approve'), other.submit({ reason: '늦음' })]);
    expect(await decisions(office)).toBe(1);
    await slack.settled();
    await office.tick();

    const events = await office.db.selectFrom('approval_event').selectAll().where('version', '>', 1).execute();
    expect(events).toHaveLength(1);
    const winner = events[0]?.actor === MANAGER ? '오세라' : '민도현';
    for (const person of [manager, other]) {
      expect(person.messages(person.appChannel).findLast((it) => it.text.includes('E1'))?.text).toContain(winner);
    }
    expect(await spent(office)).toBe(events[0]?.action === 'refused' ? 0 : 85_000);
  },
);

test('a press or form that Slack delivers again decides once', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const manager = slack.as(MANAGER);
  await record(office);
  await manager.press('approval_refuse');
  await manager.seesView();
  await manager.submit({ reason: '개인 식사' });
  expect(await slack.redeliverLast()).toMatchObject({ ok: true });
  await slack.settled();
  await office.tick();

  expect(await spent(office)).toBe(0);
  expect(await office.db.selectFrom('approval_event').selectAll().execute()).toHaveLength(2);
});

test.each(SETTINGS)(
  'a deputy decides while the manager is away, and not after ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    const words = textFor(setting.language).approval;
    const [manager, deputy] = [slack.as(MANAGER), slack.as(OTHER_MEMBER)];
    await record(office);
    await manager.type('/expense', 'approval');
    await manager.reads(words.list.mine('1'));
    await manager.press('approval_away_open');
    await manager.seesView(words.away.title);
    expect(await manager.submit({ deputy: MANAGER })).toMatchObject({ errors: { deputy: words.away.refusals.self } });
    expect(await manager.submit({ deputy: 'U0NEWBIE01' })).toMatchObject({
      errors: { deputy: words.away.refusals.not_of_office },
    });
    await manager.submit({ from: '2018-03-30', to: '2018-03-31', deputy: OTHER_MEMBER });
    await slack.settled();
    await office.tick();

    // What waited already goes to the deputy, too.
    await deputy.reads(/자리를 비웁니다|is away from/);
    expect(requestOf(deputy)?.text).toContain('오세라');
    await record(office, MEMBER, { place: '다온' });
    expect(requestOf(manager)?.text).not.toContain('다온');
    expect(requestOf(deputy)?.text).toContain('다온');
    await decide(office, deputy, 'approval_approve');
    expect(await stateOf(office, 2)).toBe('approved');
    expect((await deputy.reads(/승인했습니다|Approved by/)).text).toContain(words.deputy('이준호', '오세라'));

    slack.clock.move(2 * 24 * 3_600_000);
    await deputy.press('approval_approve');
    await deputy.reads(words.refusals.not_approver);
    expect(await stateOf(office, 1)).toBe('waiting');
  },
);

test('a deputy is no deputy for their own spend, nor for the spend of whom they stand for', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const manager = slack.as(MANAGER);
  await manager.type('/지출', '결재');
  await manager.reads('결재');
  await manager.press('approval_away_open');
  await manager.seesView();
  await manager.submit({ deputy: OTHER_MEMBER });
  await slack.settled();

  await record(office, OTHER_MEMBER);
  expect(requestOf(manager)?.text).toContain('이준호');
  await record(office, MANAGER, { place: '다온' });
  expect(requestOf(slack.as(OTHER_MEMBER))).toBeUndefined();
  expect(requestOf(slack.as(ADMINISTRATOR))?.text).toContain('결재할 수 있는 책임자가 없어');
});

test.each(SETTINGS)(
  'where the spender is the only manager, administrators are asked and the spender is told ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack } = office;
    const words = textFor(setting.language).approval;
    const manager = slack.as(MANAGER);
    await record(office, MANAGER);

    await manager.reads(words.saved.administrators('한지우'));
    expect(requestOf(slack.as(ADMINISTRATOR))?.text).toContain(words.request.noManager);
    await manager.type('/expense', 'approval');
    await manager.reads(words.list.mineNone);
    await decide(office, slack.as(ADMINISTRATOR), 'approval_approve');
    expect(await stateOf(office)).toBe('approved');
  },
);

test.each(SETTINGS)(
  'where nobody at all can approve, the spender and administrators hear it ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting, { 'mode_203-03': 'always', 'second_203-03': '10,000' });
    const { slack } = office;
    const words = textFor(setting.language).approval;
    await record(office, MANAGER);
    await decide(office, slack.as(ADMINISTRATOR), 'approval_approve');

    expect(await stateOf(office)).toBe('waiting');
    expect(progressOf(slack.as(MANAGER))).toMatchObject([{ text: expect.stringContaining(words.progress.nobody) }]);
    await slack.as(ADMINISTRATOR).reads(words.stuck('E1', setting.language === 'ko' ? '85,000원' : '₩85,000'));

    await addManager(office, OTHER_MANAGER, '민도현', setting.language);
    await office.tick();
    await decide(office, slack.as(OTHER_MANAGER), 'approval_approve');
    expect(await stateOf(office)).toBe('approved');
  },
);

test('rights are those of the moment: a manager who became a member, or left, decides nothing', async () => {
  const office = await approvingOffice();
  const { slack, db } = office;
  const manager = slack.as(MANAGER);
  await record(office);
  await putPerson(db, { userId: MANAGER, name: '오세라', role: 'member', language: 'ko' }, by);
  await manager.press('approval_approve');
  await manager.reads('지금의 대결자만 결재할 수 있습니다');
  await putPerson(db, { userId: MANAGER, name: '오세라', role: 'manager', language: 'ko' }, by);
  await manager.press('approval_refuse');
  await manager.seesView();
  await changeRole(db, { userId: MANAGER, name: '오세라', language: 'ko' }, null, { actor: ADMINISTRATOR, at: NOW });
  await manager.submit({ reason: '늦음' });

  expect(manager.view()?.text).toContain('명단에 없어서');
  expect(await stateOf(office)).toBe('waiting');
});

test('only managers set what needs approval, and wrong amounts are named', async () => {
  const office = await startOffice();
  const { slack } = office;
  const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await me.type('/지출', '결재');
  const list = await me.reads('모든 과목에서 결재 없이 기록합니다');
  expect(list.buttons).toEqual([]);

  await manager.type('/지출', '결재');
  await manager.reads('모든 과목에서');
  await manager.press('approval_settings_open');
  await manager.seesView('결재 설정');
  const answer = await manager.submit({
    'mode_203-01': 'above',
    'mode_203-03': 'above',
    'above_203-03': '50만원',
    'second_203-03': '10만원',
    'mode_203-04': 'always',
    'second_203-04': '영원',
  });
  expect(answer).toMatchObject({
    errors: {
      'above_203-01': '입력해 주세요.',
      'second_203-03': '첫 번째 기준보다 큰 금액을 적어 주세요.',
      'second_203-04': '0보다 큰 금액을 500,000이나 50만원처럼 적어 주세요.',
    },
  });
});

test('of two managers who set at once the second sees what they typed, and decides', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  await addManager(office);
  const [manager, other] = [slack.as(MANAGER), slack.as(OTHER_MANAGER)];
  for (const person of [manager, other]) {
    await person.type('/지출', '결재');
    await person.reads('모든 과목에서');
    await person.press('approval_settings_open');
    await person.seesView();
  }
  await manager.submit(POLICY);
  await other.submit({ 'mode_203-01': 'always' });
  await other.seesView('그사이 오세라 님이');
  await other.seesView('모든 지출 결재');
  await other.submit();
  await slack.settled();

  const rules = await db.selectFrom('approval_rule').selectAll().orderBy('id').execute();
  expect(rules.map(({ account, mode, set_by }) => [account, mode, set_by])).toEqual([
    ['203-03', 'always', MANAGER],
    ['203-01', 'always', OTHER_MANAGER],
  ]);
});

test.each(SETTINGS)(
  'what still lacks evidence can’t be approved, and it is said what is missing ($connection, $language)',
  async (setting) => {
    const office = await approvingOffice(setting);
    const { slack, db } = office;
    const words = textFor(setting.language).approval;
    const manager = slack.as(MANAGER);
    await record(office);
    await db.updateTable('finding').set({ state: 'open' }).where('rule', '=', 'E17').execute();

    await manager.type('/expense', 'approval');
    await manager.reads(words.list.mine('1'));
    await manager.press('approval_open');
    const request = await manager.reads(words.request.lacking);
    await manager.press('approval_approve', { in: request });
    await manager.reads(words.lacking('').trim());
    expect(await stateOf(office)).toBe('waiting');

    await acceptFindings(office);
    await manager.press('approval_approve', { in: request });
    await manager.reads(/승인했습니다|Approved by/);
    expect(await stateOf(office)).toBe('approved');
  },
);

test('a warning alone does not hold up an approval', async () => {
  const office = await approvingOffice();
  const { db, slack } = office;
  await record(office);
  await db.updateTable('finding').set({ state: 'open', severity: 'warn' }).execute();
  await slack.as(MANAGER).press('approval_approve');
  await slack.settled();
  expect(await stateOf(office)).toBe('approved');
});

test('what waits is counted for who may decide, and for nobody else', async () => {
  const office = await approvingOffice();
  const { db } = office;
  await record(office);
  await record(office, MANAGER, { place: '다온' });
  const count = (userId: string, today = '2018-03-30') => countWaitingFor(db, { userId }, today);
  expect(await count(MEMBER)).toBe(0);
  expect(await count(MANAGER)).toBe(1);
  expect(await count(ADMINISTRATOR)).toBe(2);
  const [first] = await findWaitingFor(db, { userId: MANAGER }, '2018-03-30');
  expect(first).toMatchObject({ expense: { id: 1, approval: 'waiting' }, approval: { steps: 1 } });
});

test('messages that Slack did not take are sent and brought up to date when it is back', async () => {
  const office = await approvingOffice();
  const { slack, db } = office;
  const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await record(office);
  slack.fail({ status: 500, seconds: 60, method: 'chat.update' });
  await manager.press('approval_approve');
  await slack.settled();
  expect(await stateOf(office)).toBe('approved');

  slack.fail();
  slack.clock.move(20 * 60_000);
  await slack.settled();
  await office.tick();
  expect(progressOf(me)).toMatchObject([{ text: expect.stringContaining('결재가 끝났습니다'), edited: true }]);
  expect(await db.selectFrom('approval_message').select('settled').execute()).toEqual([{ settled: 1 }]);
});

test('a deputy is called off: requests come back, and the deputy is told', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const [manager, deputy] = [slack.as(MANAGER), slack.as(OTHER_MEMBER)];
  await manager.type('/지출', '결재');
  await manager.reads('결재');
  await manager.press('approval_away_open');
  await manager.seesView();
  await manager.submit({ deputy: OTHER_MEMBER });
  expect(await slack.redeliverLast()).toMatchObject({ ok: true });
  await slack.settled();
  await office.tick();
  expect(await office.db.selectFrom('approval_away').selectAll().execute()).toHaveLength(1);
  await deputy.reads('자리를 비웁니다');
  await record(office);
  expect(requestOf(manager)).toBeUndefined();

  await manager.type('/지출', '결재');
  await manager.reads('대결 이준호');
  await manager.press('approval_away_end');
  await manager.reads('부재를 취소했습니다');
  await slack.settled();
  await office.tick();

  await deputy.reads('이제 대결하지 않아도 됩니다');
  expect(requestOf(manager)?.text).toContain('김서연');
  await deputy.press('approval_approve');
  await deputy.reads('지금의 대결자만 결재할 수 있습니다');
});

test('a deputy reads that it is over though the process was killed right after that was saved', async () => {
  const office = await approvingOffice();
  const { db, slack, tick } = office;
  const days = { from: '2018-03-01', to: '2018-04-30', deputy: OTHER_MEMBER };
  const { id } = await insertAway(db, days, { formKey: 'away', actor: MANAGER, at: slack.now() });
  await tick();
  await slack.as(OTHER_MEMBER).reads('자리를 비웁니다');

  // Nothing that the press would do afterwards is done.
  await endAway(db, id, { actor: MANAGER, at: slack.now(), language: 'ko' });
  await tick();

  await slack.as(OTHER_MEMBER).reads('이제 대결하지 않아도 됩니다');
});

test('what is handed in after a request stands in it at once', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await record(office);
  await office.db.updateTable('finding').set({ state: 'open' }).where('rule', '=', 'E17').execute();
  expect(requestOf(manager)?.text).not.toContain('영수증:');

  await me.type('/지출', '수정 E1');
  await me.seesView(textFor('ko').approval.edit.waiting);
  const receipt = { name: '영수증.png', bytes: PNG };
  await me.submit({ receipt });
  await slack.settled();
  await office.tick();

  expect(await stateOf(office)).toBe('waiting');
  expect(manager.messages(manager.appChannel).filter((it) => it.text.startsWith('결재 요청 E1'))).toHaveLength(1);
  expect(requestOf(manager)?.text).toContain('영수증');
});

test('a receipt sent to the app stands in a request that waits', async () => {
  const office = await approvingOffice();
  const { slack } = office;
  const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await record(office);

  await me.dm('85,000 미진', { files: [me.upload({ name: '사진.png', bytes: PNG })] });
  await me.choose('receipt_choose', '1', { in: await me.reads(textFor('ko').receipt.offer('사진.png')) });

  await expect.poll(() => requestOf(manager)?.text).toContain('사진.png');
});

test('a row of an import that is mended needs no approval, nor do imported records', async () => {
  const office = await approvingOffice();
  const { slack, db } = office;
  const manager = slack.as(MANAGER);
  await manager.type('/지출', '가져오기');
  await manager.seesView();
  const rows = [
    '집행일시,집행장소,집행목적,대상인원,금액(원),결제방법,비목',
    '2018-03-02 12:10,한빛식당,시정 현안 간담회,시장 외 4명,"120,000",카드,시책추진',
    '2018-03-09 18:30,소나무집,부서 직원 격려,직원 12명,모름,카드,시책추진',
  ];
  await manager.submit({ file: { name: '3월.csv', bytes: Buffer.from(rows.join('\r\n')) } });
  await expect.poll(() => db.selectFrom('held_row').selectAll().execute()).toHaveLength(1);
  await manager.type('/지출', '확인필요');
  await manager.reads('모름');
  await manager.press('수정');
  await manager.seesView('확인 필요 건 수정');
  await manager.submit({ amount: '90,000', activity: '6-마', headcount: 12 });
  await expect.poll(() => db.selectFrom('expense').select('approval').execute()).toHaveLength(2);

  const states = await db.selectFrom('expense').select('approval').execute();
  expect(states).toEqual([{ approval: null }, { approval: null }]);
});

test('an export leaves out what was refused', async () => {
  const office = await approvingOffice();
  await record(office);
  await record(office, MEMBER, { place: '다온' });
  await decide(office, office.slack.as(MANAGER), 'approval_refuse', '개인 식사');
  const left = await collect(streamExpenses(office.db, {}));
  expect(left.map(({ place }) => place)).toEqual(['미진']);
});
