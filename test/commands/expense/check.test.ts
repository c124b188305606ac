import { expect, test } from 'vitest';
import { findOfficeSettings } from '../../../src/people/settings/store.ts';
import { checkPayload } from '../../../src/simulator/block-kit/check.ts';
import { putBudgets } from '../../../src/spending/budget/store.ts';
import { findEvidence } from '../../../src/spending/check/evidence/store.ts';
import { judgeDue } from '../../../src/spending/check/jobs.ts';
import { judgeAgain } from '../../../src/spending/check/judging/store.ts';
import { RULES } from '../../../src/spending/check/rules/all.ts';
import {
  countOpenFindings,
  findFindings,
  findLackingEvidence,
  findOpenFindings,
} from '../../../src/spending/check/store.ts';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { textFor } from '../../../src/text/index.ts';
import type { Language } from '../../../src/vocabulary/language.ts';
import { png } from '../../spending/receipt/given.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  startOffice,
} from '../../support/office.ts';
import { FIELDS, recordOne } from '../../support/spending.ts';

/** A dinner at eleven at night that cost 50,000 won a head. */
const DINNER = {
  ...FIELDS,
  spent_on: '2018-03-30',
  activity: '6-마',
  account: '203-01',
  payment: 'transfer',
  amount: '200,000',
};

/** The button that opens a rule's page, named by its value. */
const ruleButton = (rule: string, query = '') => JSON.stringify({ rule, query, offset: 0 });

/** What is found by rule, one press behind what is to be done. */
async function readsRules(who: ReturnType<Office['slack']['as']>, language: Language, query = '') {
  const { list } = textFor(language).check;
  const before = who.lastAnswer();
  await who.type('/expense', `check ${query}`.trim());
  const todo = await who.reads(list.title, before);
  await who.press('check_list', { in: todo });
  return who.reads(list.byRule, before);
}

/** The page of one rule, which says what its clause says. */
const rulePage =
  (number: number, language: Language) =>
  ({ text }: { text: string }): boolean => {
    const { check } = textFor(language);
    return text.includes(check.ruleNumber(number)) && text.includes(check.list.says('').trim());
  };

const openRules = async ({ db }: Office, id = 1) => (await findOpenFindings(db, [id])).map(({ rule }) => rule);

test.each(SETTINGS)(
  'what a rule asks for appears while a form is filled in, and is saved with it ($connection, $language)',
  async (setting) => {
    const office = await startOffice({ ...setting, now: new Date('2018-03-30T15:30:00Z') });
    const { slack, db } = office;
    const text = textFor(setting.language);
    await putBudgets(db, [{ year: 2018, account: '203-01', won: 1_000_000 }], {
      actor: 'test',
      at: NOW,
      origin: 'person',
    });
    const me = slack.as(MEMBER);
    await me.type('/expense');
    await me.seesView();

    await me.fill({ ...DINNER, spent_time: '23:10' });
    // The time was filled in last: what is drawn before says nothing of it.
    const asked = await me.seesView((view) => view.text.includes(text.check.panel.night('23:10')));
    expect(asked.fields.reason).toBeDefined();
    expect(asked.text).toContain(text.check.panel.perHead(text.spending.won('50,000')));
    expect(asked.text).toContain(
      text.check.panel.balance(text.spending.accounts['203-01'], text.spending.won('800,000')),
    );
    expect(asked.text).toContain(text.check.rules.E10.basis);
    expect(asked.fields.place?.value).toBe('미진'); // nothing that was typed is lost

    expect(await me.submit()).toMatchObject({ errors: { reason: expect.stringContaining(text.check.missing) } });
    expect(await me.submit({ reason: '폭설 비상근무자 격려' })).toMatchObject({ ok: true });
    const told = await me.reads(text.expense.saved('E1', text.spending.won('200,000')));
    expect(told.text).not.toContain(text.check.lacking);
    expect(await openRules(office)).toEqual(['E33', 'E40']);
    expect((await findEvidence(db, [1])).get(1)).toEqual({ reason: '폭설 비상근무자 격려' });
    expect((await findFindings(db, [1])).map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      'E05 answered',
      'E10 answered',
      'E33 open',
      'E40 open',
    ]);
  },
);

test.each(SETTINGS)(
  'who sends a form before anything was asked for saves it, and hears what is missing ($connection, $language)',
  async (setting) => {
    const office = await startOffice({ ...setting, now: new Date('2018-03-30T15:30:00Z') });
    const { slack, db } = office;
    const text = textFor(setting.language);
    const me = slack.as(MEMBER);

    await recordOne(me, DINNER);
    const told = await me.reads(text.check.lacking);
    expect(told.private).toBe(true);
    expect(told.text).toContain(text.check.rules.E05.name);
    expect(await findLackingEvidence(db, { recordedUntil: slack.now() })).toMatchObject([
      { expenseId: 1, recordedBy: MEMBER },
    ]);

    await me.press('expense_evidence_open', { in: told });
    const form = await me.seesView(text.check.form.title);
    expect(Object.keys(form.fields)).toEqual(['reason', 'approval_doc', 'receipt']);
    expect(await me.submit()).toMatchObject({ errors: { reason: text.check.form.empty } });
    expect(await me.submit({ reason: '외국 대표단 공식 만찬' })).toMatchObject({ ok: true });
    await me.reads(text.check.form.saved('E1'));
    expect(await openRules(office)).toEqual(['E33', 'E40']);
    expect(await findLackingEvidence(db, { recordedUntil: slack.now() })).toEqual([]);

    await me.type('/expense', 'show E1');
    expect((await me.reads('외국 대표단 공식 만찬')).text).toContain(text.check.labels.reason);
  },
);

test('who can’t hand it in now says so, and is asked later', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  const { check } = textFor('ko');
  await me.type('/지출');
  await me.seesView();
  await me.fill({ ...DINNER });
  await me.seesView((view) => view.fields.evidence_later !== undefined);

  expect(await me.submit({ evidence_later: ['yes'] })).toMatchObject({ ok: true });

  await me.reads(check.lacking);
  expect(await openRules(office)).toContain('E05');
});

test('papers can follow: their fields appear and may stay empty', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await me.type('/지출');
  await me.seesView();
  await me.fill({ ...FIELDS, payment: 'transfer' });
  const form = await me.seesView((view) => view.fields.plan_doc !== undefined && view.fields.project !== undefined);
  expect(form.fields.evidence_later).toBeUndefined();

  expect(await me.submit({ project: '찾아가는 동주민센터' })).toMatchObject({ ok: true });

  expect(await openRules(office)).toEqual(['E04', 'E33', 'E40']);
});

test('a block stops the save at its field, with its clause', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  const { check } = textFor('ko');
  await me.type('/지출');
  await me.seesView();
  await me.fill({ ...FIELDS, account: '203-01', activity: '5-가', payment: 'transfer' });
  await me.seesView((view) => view.fields.recipient !== undefined);

  const answer = await me.submit({ recipient: 'staff' });
  expect(answer).toMatchObject({ errors: { recipient: expect.stringContaining(check.rules.E27.basis) } });
  expect(await me.submit({ recipient: 'body_head' })).toMatchObject({ ok: true });
  expect(await openRules(office)).toEqual(['E33', 'E40']);
});

test('over budget is said before it is saved, is saved with a reason, and waits for a manager', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const { check, spending } = textFor('ko');
  await putBudgets(db, [{ year: 2018, account: '203-01', won: 50_000 }], { actor: 'test', at: NOW, origin: 'person' });
  const me = slack.as(MEMBER);
  await me.type('/지출');
  await me.seesView();
  await me.fill({ ...FIELDS, account: '203-01', activity: '6-마', payment: 'transfer' });
  const form = await me.seesView((view) => view.fields.reason !== undefined);
  expect(form.text).toContain(check.panel.over(spending.accounts['203-01'], spending.won('35,000')));

  expect(await me.submit({ reason: '추경 확정 전' })).toMatchObject({ ok: true });

  expect(
    (await findOpenFindings(db, [1])).filter(({ severity }) => severity === 'block').map(({ rule }) => rule),
  ).toEqual(['E29']);
});

test('a warning is shown while the form is filled in, and kept', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  const { check } = textFor('ko');
  await recordOne(me, { ...FIELDS, payment: 'transfer' });
  await me.type('/지출');
  await me.seesView();

  await me.fill({ ...FIELDS, payment: 'transfer' });
  await me.seesView(check.rules.E36.name);
  await me.submit();

  await me.reads(check.noticed);
  expect(await openRules(office, 2)).toContain('E36');
});

async function importSome({ db }: Office): Promise<void> {
  const rows = [
    '집행일시,집행장소,집행목적,대상인원,금액(원),결제방법,비목',
    '2018-03-31 12:10,한빛식당 (서울 중구 세종대로 110),시정 현안 간담회,시장 외 4명,"120,000",카드,기관운영',
    '2018-04-02 23:30,소나무집 (강원 평창군 대관령면),정책 간담회,시장 외 11명,"600,000",카드,기관운영',
    '2018-04-02 12:30,소나무집,정책 간담회,시장 외 3명,"90,000",카드,기관운영',
  ];
  const file = await openExpenses(Buffer.from(rows.join('\r\n')), '4월.csv', { today: '2018-04-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName: '4월.csv', actor: MANAGER, at: NOW });
}

test.each(SETTINGS)(
  'an imported file is checked: findings by rule, answered, accepted by a manager, kept on record ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, db } = office;
    const text = textFor(setting.language);
    await importSome(office);
    const boss = slack.as(MANAGER);

    const overview = await readsRules(boss, setting.language, '2018-04');
    expect(overview.text).toContain(`${text.check.ruleNumber(7)} ${text.check.rules.E07.name}`);
    expect(overview.text).not.toContain(text.check.rules.E11.name);
    expect(overview.text).toContain(
      text.check.list
        .notApplied(`${text.check.ruleNumber(15)} ${text.check.rules.E15.name}`)
        .slice(0, -1)
        .split(':')[0],
    );
    const all = await readsRules(boss, setting.language, 'all');
    expect(all.text).toContain(text.check.rules.E11.name);
    expect(await countOpenFindings(db, { from: '2018-04-01', to: '2018-04-30' })).toBe(4);

    await boss.press(ruleButton('E12', 'all'), { in: all });
    const page = await boss.reads(rulePage(12, setting.language));
    expect(page.text).toContain('강원 평창군');
    await boss.press('expense_evidence_open', { in: page });
    await boss.seesView(text.check.form.title);
    await boss.submit({ counterpart: '평창군 김하늘', reason: '올림픽 현장 점검' });
    await boss.reads(text.check.form.saved('E2'));

    const after = await readsRules(boss, setting.language, 'all');
    await boss.press(ruleButton('E11', 'all'), { in: after });
    const eleven = await boss.reads(rulePage(11, setting.language));
    await boss.press('check_accept_open', { in: eleven });
    await boss.seesView(text.check.accept.title);
    expect(await boss.submit({ reason: ' ' })).toMatchObject({ errors: { reason: text.conversation.missing } });
    expect(await boss.submit({ reason: '주말 행사, 결과보고 확인' })).toMatchObject({ ok: true });
    await boss.reads(text.check.accept.done('E1', `${text.check.ruleNumber(11)} ${text.check.rules.E11.name}`));

    await judgeDue({ db, now: slack.now });
    expect((await findFindings(db, [1])).map(({ rule, state, settledBy }) => [rule, state, settledBy])).toEqual([
      ['E11', 'accepted', MANAGER],
    ]);
    await boss.type('/expense', 'show E1');
    expect((await boss.reads('주말 행사, 결과보고 확인')).text).toContain(text.expense.actions.finding_accepted);
  },
);

test.each([
  [MEMBER, 'notManager'],
  [OTHER_MEMBER, 'notManager'],
] as const)('%s can’t accept a finding', async (userId, refusal) => {
  const { slack } = await startOffice();
  await recordOne(slack.as(MEMBER), DINNER);
  const text = textFor('ko');
  const boss = slack.as(MANAGER);
  await boss.press(ruleButton('E05'), { in: await readsRules(boss, 'ko') });
  const page = await boss.reads(rulePage(5, 'ko'));
  const me = slack.as(userId);
  await me.press(ruleButton('E05'), { in: await readsRules(me, 'ko') });
  const mine = await me.reads(rulePage(5, 'ko'));

  expect(page.buttons).toContain(text.check.accept.button);
  expect(mine.buttons).not.toContain(text.check.accept.button);
  expect(text.check.accept[refusal]).toBeTruthy();
});

test('a manager can’t accept what they entered themselves, another one can', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const { check } = textFor('ko');
  const boss = slack.as(MANAGER);
  await recordOne(boss, DINNER);
  const found = async (who: typeof boss) => {
    await who.press(ruleButton('E05'), { in: await readsRules(who, 'ko') });
    return who.reads(rulePage(5, 'ko'));
  };

  expect((await found(boss)).buttons).not.toContain(check.accept.button);
  const other = slack.as(ADMINISTRATOR);
  await other.press('check_accept_open', { in: await found(other) });
  await other.seesView(check.accept.title);
  await other.submit({ reason: '국외 대표단' });
  await other.reads(check.accept.done('E1', `${check.ruleNumber(5)} ${check.rules.E05.name}`));
  expect((await findFindings(db, [1])).find(({ rule }) => rule === 'E05')).toMatchObject({ state: 'accepted' });
});

test.each(SETTINGS)(
  'a manager changes a limit with a reason, and records are judged again ($connection, $language)',
  async (setting) => {
    const office = await startOffice({ ...setting, now: new Date('2018-04-10T03:00:00Z') });
    const { slack } = office;
    const text = textFor(setting.language);
    await recordOne(slack.as(MEMBER), { ...DINNER, spent_on: '2018-04-03' });
    await recordOne(slack.as(MEMBER), { ...DINNER, spent_on: '2018-04-04', place: '소나무집' });
    const boss = slack.as(MANAGER);

    await boss.type('/expense', 'limits');
    const limits = await boss.reads(text.check.limits.title);
    expect(limits.text).toContain(text.check.limits.names.meal_general);
    await boss.press('check_limits_open', { in: limits });
    await boss.seesView(text.check.limits.form);
    expect(
      await boss.submit({ limit: 'meal_general', value: '오만 원쯤', from: '2018-04-04', reason: '기준 개정' }),
    ).toMatchObject({
      errors: { value: text.check.limits.refusals.not_a_value },
    });
    expect(await boss.submit({ value: '5만원' })).toMatchObject({ ok: true });
    await boss.reads('50,000');
    await slack.settled();
    await judgeDue({ db: office.db, now: slack.now });

    expect(await openRules(office, 1)).toContain('E05');
    expect(await openRules(office, 2)).not.toContain('E05');
    await boss.type('/expense', 'limits');
    expect((await boss.reads(text.check.limits.history)).text).toContain('기준 개정');
  },
);

test('rules are turned on by a manager, and nobody else', async () => {
  const office = await startOffice();
  const { slack } = office;
  const { check } = textFor('ko');
  for (const amount of ['51,000', '52,000', '53,000']) await recordOne(slack.as(MEMBER), { ...FIELDS, amount });
  expect(await openRules(office, 3)).not.toContain('E34');
  const me = slack.as(MEMBER);
  await me.type('/지출', '기준');
  expect((await me.reads(check.limits.title)).buttons).toEqual([check.limits.bases, check.limits.past]);

  const boss = slack.as(MANAGER);
  await boss.type('/지출', '기준');
  await boss.press('check_rules_open', { in: await boss.reads(check.limits.title) });
  const form = await boss.seesView(check.limits.rulesForm);
  const on = form.fields.on?.value;
  await boss.submit({
    on: [...(Array.isArray(on) ? on.map(String) : []), 'E34'],
    plan_year: '2018',
    plan: '비서실-1',
    reason: '확인함',
  });
  await boss.reads(check.limits.rulesDone('1'));
  await slack.settled();

  expect(await openRules(office, 3)).toContain('E34');
  expect(await openRules(office)).not.toContain('E33');
});

test('what is open stands by what to do about it, five at a time, this quarter first, and a disclosure opens what it counted', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  const { list } = textFor('ko').check;
  for (let i = 0; i < 3; i++) await recordOne(me, { ...DINNER, amount: `${210 + i},000`, place: `식당 ${i}` });
  await recordOne(me, { ...DINNER, payment: 'card', activity: '4-나' });
  await office.db
    .updateTable('expense')
    .set({ spent_on: '2017-12-30', year: 2017, month: 12 })
    .where('id', '=', 3)
    .execute();

  await me.type('/지출', '점검');
  const first = await me.reads(list.title);
  expect(first.text).toContain('2018년 1분기 · 남은 점검 사항');
  expect(first.text.match(/^E\d+ · /gm)).toHaveLength(5);
  expect(first.text).not.toContain('E3 · ');
  expect(first.text.indexOf('증빙을 제출할 것')).toBeLessThan(first.text.indexOf('→'));
  await me.press('check_todo_next', { in: first });
  const second = await me.reads(/2 \/ \d쪽/);
  expect(second.text).toContain('확인할 것');

  await me.type('/지출', '점검 2017년 12월');
  expect((await me.reads('E3 · ')).text).not.toContain('E1 · ');
  await me.type('/지출', '공개 2018 1분기');
  const disclosure = await me.reads('2018년 1분기 집행내역 공개');
  const button = disclosure.buttons.find((label) => /^점검 사항 \d+건$/.test(label)) ?? '';
  await me.press(button, { in: disclosure });
  const opened = await me.reads('2018년 1분기 회계분');
  expect(opened.text).toContain(`남은 점검 사항 ${/\d+/.exec(button)?.[0]}건`);
});

test.each(['ko', 'en'] as const)('the longest of everything still fits Slack’s limits (%s)', async (language) => {
  const office = await startOffice({ language });
  const { slack } = office;
  const me = slack.as(MANAGER);
  const long = '긴'.repeat(200);
  for (let i = 0; i < 8; i++) {
    await recordOne(me, {
      ...DINNER,
      amount: '900,000',
      place: `${'룸살롱'.repeat(60)} ${i}`,
      purpose: `기념품 화환 ${long}`.slice(0, 490),
      headcount: 30,
    });
  }
  const text = textFor(language);
  for (const rule of ['E07', 'E14', 'E18', 'E20']) {
    await me.press(ruleButton(rule), { in: await readsRules(me, language) });
    const page = await me.reads(rulePage(Number(rule.slice(1)), language));
    if (rule === 'E18') await me.press('check_page_next', { in: page });
  }
  await slack.settled();
  expect(me.messages().length).toBeGreaterThan(10);
  for (const message of me.messages())
    expect(checkPayload({ text: message.text, blocks: message.blocks }, 'message')).toEqual([]);
  await me.type('/expense', 'limits');
  const limits = await me.reads(text.check.limits.title);
  expect(checkPayload({ text: limits.text, blocks: limits.blocks }, 'message')).toEqual([]);
});

test('a receipt that is added later answers for itself', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  await recordOne(slack.as(MEMBER), FIELDS);
  expect(await openRules(office)).toContain('E17');

  const receipt = {
    slack_file_id: 'F1',
    expense_id: 1,
    name: '영수증.jpg',
    added_by: MEMBER,
    added_at: NOW.toISOString(),
  };
  await db.insertInto('receipt').values(receipt).execute();

  expect(await openRules(office)).not.toContain('E17');
  await judgeDue({ db, now: slack.now });
  expect((await findFindings(db, [1])).find(({ rule }) => rule === 'E17')).toMatchObject({ state: 'answered' });
});

test('a receipt that is taken off is missing again at once, and one that stays answers for an edit', async () => {
  const office = await startOffice();
  const { slack } = office;
  const me = slack.as(MEMBER);
  await me.type('/지출');
  await me.seesView();
  await me.submit({ ...FIELDS, receipt: { name: '영수증.png', bytes: png() } });
  await me.reads('E1');
  expect(await openRules(office)).not.toContain('E17');

  await me.type('/지출', '수정 E1');
  await me.seesView();
  expect(await me.submit({ amount: '84,000' })).toMatchObject({ ok: true });
  await me.reads('기록을 수정했습니다');
  expect(await openRules(office)).not.toContain('E17');

  await me.type('/지출', '영수증 E1');
  await me.press('receipt_remove', { in: await me.reads((it) => it.buttons.includes('빼기')) });
  await me.seesView();
  await me.submit({ reason: '다른 집행의 영수증' });
  await me.reads('뺐습니다');
  expect((await findFindings(office.db, [1])).find(({ rule }) => rule === 'E17')).toMatchObject({ state: 'open' });
});

test.each(SETTINGS)(
  'a form that opens filled says at once what rules ask for ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice({ ...setting, now: new Date('2018-03-30T15:30:00Z') });
    const { check, spending } = textFor(setting.language);
    const me = slack.as(MEMBER);
    await me.type('/expense', '200,000원 다온 4명 23:10 간담회 시책 카드');

    const asked = await me.seesView((view) => view.fields.reason !== undefined);

    expect(asked.text).toContain(check.panel.perHead(spending.won('50,000')));
    expect(await me.submit({ activity: '4-나', evidence_later: ['yes'] })).toMatchObject({ ok: true });
    await me.reads(check.lacking);
    await me.type('/expense', 'edit E1');
    const again = await me.seesView((view) => view.fields.reason !== undefined);
    expect(again.fields.place?.value).toBe('다온');
  },
);

test('a voided record has no findings any more', async () => {
  const office = await startOffice();
  const { slack } = office;
  const me = slack.as(MEMBER);
  await recordOne(me, DINNER);
  await me.type('/지출', '무효 E1 잘못 적음');
  await me.reads('무효 처리했습니다');

  expect(await openRules(office)).toEqual([]);
});

test('an edit of what was blocked before is saved, and judged anew', async () => {
  const office = await startOffice({ now: new Date('2018-04-30T03:00:00Z') });
  const { slack } = office;
  await importSome(office);
  await judgeDue({ db: office.db, now: slack.now });
  const boss = slack.as(MANAGER);
  await boss.type('/지출', '수정 E2');
  await boss.seesView();

  expect(await boss.submit({ amount: '400,000', headcount: 20, activity: '4-가' })).toMatchObject({ ok: true });

  expect((await openRules(office, 2)).sort()).toEqual(['E10', 'E12', 'E35']);
});

test.each(['ko', 'en'] as const)(
  'what each clause says, since when and where it was read stands beside each rule (%s)',
  async (language) => {
    const office = await startOffice({ language });
    const me = office.slack.as(MEMBER);
    const { check } = textFor(language);
    await me.type('/expense', 'limits');
    await me.press('check_bases_first', { in: await me.reads(check.limits.title) });
    const count = Math.ceil(RULES.length / 6);
    let page = await me.reads(check.limits.basesTitle);
    const pages = [page];
    for (let nth = 2; nth <= count; nth++) {
      await me.press('check_bases_next', { in: page });
      page = await me.reads(textFor(language).expense.list.page(nth, count));
      pages.push(page);
    }
    for (const page of pages) expect(checkPayload({ text: page.text, blocks: page.blocks }, 'message')).toEqual([]);
    const all = pages.map((page) => JSON.stringify(page.blocks)).join('\n');
    for (const { id, sources } of RULES) {
      const words = check.rules[id];
      for (const said of [words.name, words.says, ...sources.map((it) => check.sources[it])]) {
        expect(all, id).toContain(JSON.stringify(said).slice(1, -1));
      }
    }
  },
);

test.each([
  ['19', 'E19'],
  ['E19', 'E19'],
  ['규칙 19', 'E19'],
  ['54번', 'E54'],
])('%s is a rule’s number: its page comes at once', async (typed, rule) => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  const { check } = textFor('ko');
  await me.type('/지출', `기준 ${typed}`);
  expect((await me.reads(check.limits.basesTitle)).text).toContain(check.rules[rule as 'E19'].says);
});

test('a limit is shown as it holds today, and as it was behind a press', async () => {
  const { slack } = await startOffice();
  const { check } = textFor('ko');
  const me = slack.as(MEMBER);
  await me.type('/지출', '기준');
  const today = await me.reads(check.limits.title);
  const ofGifts = today.text.split('\n').filter((line) => line.startsWith(check.limits.names.farm_gift));
  expect(ofGifts).toEqual([expect.stringContaining('100,000원 (2018년 1월 17일(수)부터) → 200,000원')]);

  await me.press(check.limits.past, { in: today });

  const past = await me.reads('• 50,000원 (2016년 9월 28일(수)부터)');
  expect(past.text).toContain('• 100,000원 (2018년 1월 17일(수)부터)');
  expect(past.buttons).toEqual([check.limits.title]);
});

test('the office’s own words for barred shops are asked about from then on', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const { check } = textFor('ko');
  await recordOne(slack.as(MEMBER), { ...FIELDS, place: '한빛볼링장' });
  const boss = slack.as(MANAGER);
  await boss.type('/지출', '기준');
  await boss.press('check_office_open', { in: await boss.reads(check.limits.title) });
  const form = await boss.seesView(check.limits.office.title);
  const barred = String(form.fields.barred?.value);
  expect(barred).toContain('컨트리클럽');
  const typed = { barred: `${barred}, 볼링장`, reason: '카드사 목록' };
  expect(await boss.submit({ ...typed, elections: '시장 보궐선거' })).toMatchObject({
    errors: { elections: check.limits.office.refusals.not_an_election },
  });
  expect(await boss.submit({ ...typed, elections: '2027. 4. 7. 시장 보궐선거', points_year: '2017' })).toMatchObject({
    errors: { points: check.limits.office.refusals.missing },
  });
  expect(await boss.submit({ ...typed, elections: '2027. 4. 7. 시장 보궐선거', points: '회계과-3' })).toMatchObject({
    ok: true,
  });
  await slack.settled();

  expect(await openRules(office)).toContain('E41');
  expect(await findOfficeSettings(db)).toMatchObject({
    elections: [{ day: '2027-04-07', name: '시장 보궐선거', local: true }],
    cardPoints: { 2017: '회계과-3' },
  });
});

test('what is noticed because of an earlier gift is gone when that one is voided', async () => {
  const office = await startOffice({ now: new Date('2026-11-04T06:00:00Z') });
  const { slack, db } = office;
  const gift = {
    ...FIELDS,
    activity: '6-라',
    purpose: '현장근무자 격려금',
    attendees: '청소과 직원 5명',
    headcount: 5,
  };
  await recordOne(slack.as(MEMBER), { ...gift, spent_on: '2026-10-28', place: '청소과' });
  await recordOne(slack.as(MEMBER), { ...gift, spent_on: '2026-11-04', place: '차고지' });
  await slack.settled();
  expect(await openRules(office, 2)).toContain('E45');

  await db.updateTable('expense').set({ voided_at: NOW.toISOString() }).where('id', '=', 1).execute();
  await judgeAgain(db, [{ id: 1, spentOn: '2026-10-28', place: '청소과' }], slack.now());
  expect(await openRules(office, 2)).not.toContain('E45');
});
