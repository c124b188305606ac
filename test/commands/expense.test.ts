import { expect, test } from 'vitest';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, NOW, SETTINGS, startOffice } from '../support/office.ts';
import { LINE, nameIn, recordOne } from '../support/spending.ts';

test.each(SETTINGS)(
  'a spend is typed, mended, saved, listed, shown, edited and voided ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const words = textFor(setting.language);
    const budgets = [{ year: 2018, account: '203-03' as const, won: 1_000_000 }];
    await putBudgets(db, budgets, { actor: 'test', at: NOW, origin: 'person' });
    const me = slack.as(MEMBER);

    await me.type('/지출', LINE);
    const form = await me.seesView(words.expense.form.record);
    expect(Object.entries(form.fields).map(([name, field]) => [name, field.value])).toEqual([
      ['spent_on', '2018-03-30'],
      ['spent_time', null],
      ['amount', '85000'],
      ['account', '203-03'],
      ['activity', '4-나'],
      ['place', '미진'],
      ['purpose', '조례 개정 간담회'],
      ['headcount', '4'],
      ['attendees', null],
      ['payment', 'card'],
      ['receipt', []],
    ]);

    expect(await me.submit({ activity: '4-나', amount: '오만 원쯤', spent_on: '2018-03-31' })).toMatchObject({
      errors: { amount: words.expense.form.refusals.not_a_number, spent_on: words.expense.form.refusals.not_yet },
    });
    expect(await me.submit({ amount: '8만5천원', spent_on: '2018-03-29' })).toMatchObject({ ok: true });
    const saved = await me.reads(words.expense.saved('E1', words.spending.won('85,000')));
    expect(saved).toMatchObject({ private: true });
    expect(saved.text).toContain(
      words.expense.balance(words.spending.accounts['203-03'], words.spending.won('915,000'), '8.5%'),
    );
    expect(me.view()).toBeUndefined();

    await me.type('/expense', setting.language === 'ko' ? '목록 이번달' : 'list this month');
    const list = await me.reads(words.expense.list.title);
    expect(list.text).toContain(words.expense.list.summary('1', words.spending.won('85,000')));
    await me.press(words.expense.show, { in: list });
    const card = await me.reads(words.expense.history);
    expect(card.text).toContain('조례 개정 간담회');

    await me.press(words.expense.edit, { in: card });
    await me.seesView(words.expense.form.edit);
    expect(await me.submit({ amount: '95,000', attendees: '시의원 3명' })).toMatchObject({ ok: true });
    await me.reads(words.expense.changed('E1', words.spending.won('95,000')));

    await me.type('/expense', 'show e1');
    const shown = await me.reads((it) => it.text.includes(words.expense.history) && it.text.includes('95,000'));
    expect(shown.text).toMatch(/김서연/);
    expect(shown.text).toContain(`${words.expense.fieldNames.amount} ${words.spending.won('85,000')} → `);

    await me.press(words.expense.void, { in: shown });
    await me.seesView(words.expense.voidForm.title);
    expect(await me.submit({ reason: '   ' })).toMatchObject({
      errors: { reason: words.expense.form.refusals.missing },
    });
    expect(await me.submit({ reason: '두 번 적음' })).toMatchObject({ ok: true });
    const voided = await me.reads(words.expense.voidedNow('E1', words.spending.won('95,000')));
    expect(voided.text).toContain('두 번 적음');
    expect(voided.buttons).toEqual([words.conversation.restore.button]);

    await me.type('/expense', 'status');
    expect((await me.reads(words.expense.status.title(2018))).text).toContain(words.spending.won('1,000,000'));
    await me.type('/expense', 'list');
    expect((await me.reads(words.expense.list.voided('1'))).text).toContain(
      words.expense.list.summary('0', words.spending.won('0')),
    );
  },
);

test('a bare command has today and the account used last', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/expense');
  expect((await me.seesView()).fields).toMatchObject({ spent_on: { value: '2018-03-30' }, account: { value: null } });
  await me.close();

  await recordOne(me, { account: '203-01' });
  await me.type('/expense');

  expect((await me.seesView()).fields.account?.value).toBe('203-01');
});

test.each([
  ['2018-12-31T14:30:00Z', '2018-12-31', 'half past eleven at night in Seoul'],
  ['2018-12-31T15:30:00Z', '2019-01-01', 'half past midnight in Seoul, still the old year in Greenwich'],
  ['2020-02-28T15:00:00Z', '2020-02-29', 'the first minute of a leap day'],
])('at %s today is %s (%s)', async (now, today) => {
  const { slack } = await startOffice({ now: new Date(now) });
  const me = slack.as(MEMBER);

  await recordOne(me, { spent_on: today });
  await me.type('/expense', '보기 E1');
  await me.type('/expense', `목록 ${today}`);

  expect((await me.reads('지출 목록')).text).toContain('1건 · 85,000원');
  await me.type('/expense', '현황');
  expect((await me.reads('집행현황')).text).toContain(`${today.slice(0, 4)}년`);
});

test('a form opened before midnight on New Year’s Eve can be saved after it', async () => {
  const { slack } = await startOffice({ now: new Date('2018-12-31T14:59:30Z') });
  const me = slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();
  slack.clock.move(60_000);

  await me.submit({ activity: '4-나' });

  expect((await me.reads('E1 기록을 저장했습니다')).text).toContain('2018년 12월 31일(월)');
});

test.each([
  ['/지출', '현왕', '현황'],
  ['/지출', 'gusghkd', '현황'],
  ['/expense', 'stauts 2016', 'status'],
  ['/expense', 'lst', 'list'],
])(
  '%s %s asks whether %s was meant, and records the line all the same at the press of a button',
  async (command, typed, meant) => {
    const { slack } = await startOffice();
    const me = slack.as(MEMBER);
    await me.type(command, typed);

    expect((await me.reads('명령은 없습니다')).text).toContain(`‘/지출 ${meant}’`);

    await me.press('그대로 기록하기');
    expect((await me.seesView()).fields.place?.value).toBe(typed.split(' ')[0]);
  },
);

test('a line whose first word is only like a sub-command is recorded when it says how much', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.type('/지출', '목동 85000 간담회');

  expect((await me.seesView()).fields).toMatchObject({ place: { value: '목동' }, amount: { value: '85000' } });
});

test.each([
  ['ko', '업무추진비 명령', '`/지출 현황 2016`'],
  ['en', 'The expense command', '`/expense status 2016`'],
] as const)('help is in the reader’s language, with examples (%s)', async (language, title, example) => {
  const { slack } = await startOffice({ language });
  const me = slack.as(MEMBER);

  for (const typed of ['help', '도움말', '?', 'HELP']) {
    await me.type('/expense', typed);
    await slack.settled();
    expect(me.lastAnswer()?.fallback).toContain(title);
    expect(me.lastAnswer()?.fallback).toContain(example.replaceAll('`', ''));
  }
});

test.each([
  ['', '2018년 업무추진비 집행현황'],
  ['2016', '2016년에는 기록도 예산도 없습니다.'],
  ['2018년', '2018년 업무추진비 집행현황'],
  ['올해', '2018년 업무추진비 집행현황'],
  ['작년', '2017년에는 기록도 예산도 없습니다.'],
  ['abc', '연도를 알 수 없습니다: “abc”'],
  ['*2018* <!channel>', '연도를 알 수 없습니다: “*2018* <!channel>”'],
  ['3월', '연도를 알 수 없습니다: “3월”'],
])('status %s says %s', async (typed, expected) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await recordOne(me);

  await me.type('/지출', `현황 ${typed}`);
  await slack.settled();

  expect(me.lastAnswer()?.text).toContain(expected);
});

test('a spend without a budget for its account says what is left of the whole year', async () => {
  const { slack, db } = await startOffice();
  const budgets = [{ year: 2018, account: null, won: 1_000_000 }];
  await putBudgets(db, budgets, { actor: 'test', at: NOW, origin: 'publication' });
  const me = slack.as(MEMBER);

  await recordOne(me);

  expect(me.lastAnswer()?.text).toContain('2018년 전체 잔액 915,000원 (집행률 8.5%)');
});

test('a spend over budget says by how much', async () => {
  const { slack, db } = await startOffice();
  const budgets = [{ year: 2018, account: '203-03' as const, won: 80_000 }];
  await putBudgets(db, budgets, { actor: 'test', at: NOW, origin: 'person' });
  const me = slack.as(MEMBER);

  await recordOne(me);

  expect(me.lastAnswer()?.text).toContain('시책추진 예산을 5,000원 넘었습니다.');
});

test('a refund is recorded as less than nothing', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await recordOne(me);

  const name = await recordOne(me, { amount: '-30,000', purpose: '카드 취소' });
  await me.type('/지출', '목록');

  expect(name).toBe('E2');
  expect((await me.reads('지출 목록')).text).toContain('2건 · 55,000원');
});

test('a record is edited from the command line too', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  const name = nameIn({ text: await recordOne(me) });

  await me.type('/지출', `수정 ${name}`);
  await me.seesView('업무추진비 수정');
  await me.submit({ place: '다온' });

  expect((await me.reads('기록을 수정했습니다')).text).toContain('다온');
});

test.each([
  ['보기 E99', 'E99 기록을 찾지 못했습니다'],
  ['보기', '어느 기록인지 번호를 적어 주세요'],
  ['E99', 'E99 기록을 찾지 못했습니다'],
  ['수정 E99', 'E99 기록을 찾지 못했습니다'],
  ['무효 E99 이유', 'E99 기록을 찾지 못했습니다'],
  ['무효', '어느 기록인지 번호를 적어 주세요'],
])('%s is answered with what is wrong', async (typed, expected) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.type('/지출', typed);

  expect((await me.reads(expected)).private).toBe(true);
});
