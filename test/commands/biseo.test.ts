import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

test.each(SETTINGS)('the menu says what can be done and leads there ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language);
  const me = slack.as(MEMBER);

  await me.type('/비서');
  const menu = await me.reads(words.office.menuLead);
  expect(menu.private).toBe(true);
  await me.press(words.office.recordExpense, { in: menu });
  await me.seesView(words.expense.form.record);
  await me.close();
  await me.press(words.office.showStatus, { in: menu });
  await me.reads(words.expense.status.none(2018));
  await me.press(words.office.people, { in: menu });
  await me.reads(words.office.peopleTitle(4));
  await me.press(words.office.budgets, { in: menu });

  await me.reads(words.access.notManager);
});

test.each([
  ['사랑', '사람'],
  ['bugdet', 'budget'],
  ['*예신*', null],
])('%s: a typo is answered with the nearest word, nonsense with the menu', async (typed, nearest) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.type('/비서', typed);

  await me.reads(nearest ? `‘/비서 ${nearest}’ 명령을 찾으셨나요?` : '한곳에 적어 두는 앱입니다');
});

test.each([
  ['예산 2018 시책 103,000,000', '2018년 시책추진 예산을 103,000,000원으로 등록했습니다.'],
  ['예산 1억3백만원 시책 2018년', '2018년 시책추진 예산을 103,000,000원으로 등록했습니다.'],
  ['budget 2018 policy 103,000,000', '2018년 시책추진 예산을 103,000,000원으로 등록했습니다.'],
  ['예산 2018 전체 3억', '2018년 전체 예산을 300,000,000원으로 등록했습니다.'],
  ['예산 2018', '예: `/비서 예산'.replaceAll('`', '')],
  ['예산 1 시책 5만', '예: /비서 예산'],
  ['예산 2018 시책 -5만', '예: /비서 예산'],
])('a manager types %s', async (typed, expected) => {
  const { slack } = await startOffice();
  const manager = slack.as(MANAGER);

  await manager.type('/비서', typed);
  await slack.settled();

  expect(manager.lastAnswer()?.text.replaceAll('`', '')).toContain(expected);
});

test('a budget is set in a form, and a wrong one keeps it open', async () => {
  const { slack } = await startOffice();
  const manager = slack.as(MANAGER);
  await manager.type('/비서');
  await manager.reads('비서');
  await manager.press('예산 등록');
  expect((await manager.seesView()).fields.year?.value).toBe('2018');

  expect(await manager.submit({ year: 1918, account: '203-03', won: '많이' })).toMatchObject({
    errors: { year: expect.stringContaining('2000'), won: expect.stringContaining('금액을 읽지 못했습니다') },
  });
  await manager.submit({ year: 2018, won: '1억 3백만원' });

  await manager.reads('2018년 시책추진 예산을 103,000,000원으로 등록했습니다.');
});

test('members set neither budgets nor categories', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  for (const typed of ['예산 2018 시책 1억', '분야 4-나 기타']) {
    await me.type('/비서', typed);
    await slack.settled();
    expect(me.lastAnswer()?.text).toBe('담당자(매니저)나 관리자만 할 수 있는 일입니다.');
  }
  expect(await db.selectFrom('budget').selectAll().execute()).toEqual([]);
});

test('a category that a manager chose is that of what is recorded from then on', async () => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);
  await recordOne(slack.as(MEMBER));

  await manager.type('/비서', '분야 4-나 *시정* 설명');
  await manager.reads('4-나 직무활동을 “*시정* 설명” 분야로 정했습니다');
  await recordOne(slack.as(MEMBER));

  const rows = await db.selectFrom('expense').select('category').orderBy('id').execute();
  expect(rows.map((it) => it.category)).toEqual(['간담회 등', '*시정* 설명']);
  await manager.type('/비서', '분야');
  expect((await manager.reads('직무활동별 분야')).text).toMatch(/4-나 .*: \*시정\* 설명/);
});

test('a category named in English is the office’s own', async () => {
  const { slack, db } = await startOffice({ language: 'en' });
  await slack.as(MANAGER).type('/biseo', 'category 4-나 staff encouragement');
  await slack.as(MANAGER).reads('Activity 4-나 belongs to “Staff encouragement”');

  expect(await db.selectFrom('activity_category').select('category').execute()).toEqual([{ category: '직원 격려' }]);
});

test('each person chooses their own language', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/비서', '언어 영어');
  await me.reads('You will see English from now on.');

  await me.type('/expense', 'help');
  await me.reads('The expense command');
  await slack.as(MANAGER).type('/expense', 'help');
  await slack.as(MANAGER).reads('업무추진비 명령');
  await me.type('/비서', '언어 라틴어');

  await me.reads('/biseo language');
});
