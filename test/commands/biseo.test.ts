import { expect, test } from 'vitest';
import { z } from 'zod';
import { readBirthday } from '../../src/desk/settings/rules.ts';
import { findOfficeSettings, findPersonSettings } from '../../src/people/settings/store.ts';
import { findZones } from '../../src/people/zones.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import { nameAnswerers, takeIn } from '../pledge/given.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

const Elements = z.array(z.object({ action_id: z.string() }));

test.each(SETTINGS)('the menu says what can be done and leads there ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language);
  const me = slack.as(MEMBER);

  await me.type('/비서');
  const menu = await me.reads(words.office.menuLead);
  expect(menu.private).toBe(true);
  await me.press('expense_new', { in: menu });
  await me.seesView(words.expense.form.record);
  await me.close();
  await me.press(words.office.menu.status, { in: menu });
  await me.reads(words.expense.status.none(2018));
  await me.press(words.office.people, { in: menu });

  await me.reads(words.office.peopleTitle(4));
});

test('every button of the menu is answered, in a word or a form, for whoever sees it', async () => {
  const { slack, logged } = await startOffice();
  const boss = slack.as(ADMINISTRATOR);
  await boss.type('/비서');
  const menu = await boss.reads('한곳에 적어 두는 앱입니다');
  const buttons =
    menu.blocks?.flatMap((block) => (block.type === 'actions' ? Elements.parse(block.elements) : [])) ?? [];
  expect(buttons.length).toBeGreaterThan(35);

  const silent: string[] = [];
  for (const { action_id } of buttons) {
    const before = boss.messages().length;
    await boss.press(action_id, { in: menu });
    const answered = () => boss.view() !== undefined || boss.messages().length > before || undefined;
    await slack.until(answered, `an answer to ${action_id}`).catch(() => silent.push(action_id));
    if (boss.view()) await boss.close({ all: true });
    expect.soft(boss.lastAnswer()?.text, action_id).not.toContain('문제가 생겨');
  }
  expect(silent).toEqual([]);
  expect(logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('members are offered nothing that they may not do, and are refused where they do it anyway', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/비서');
  const mine = await me.reads('한곳에 적어 두는 앱입니다');
  for (const label of ['예산 등록', '비서실 채널', '결재 설정', '직원 등록', '보내지 못한 알림']) {
    expect(mine.buttons).not.toContain(label);
  }
  const manager = slack.as(MANAGER);
  await manager.type('/비서');
  const managers = await manager.reads('한곳에 적어 두는 앱입니다');
  expect(managers.buttons).toEqual(expect.arrayContaining(['예산 등록', '비서실 채널', '결재 설정']));
  expect(managers.buttons).not.toContain('직원 등록');
  for (const label of ['예산 등록', '분야 바꾸기', '비서실 채널']) {
    await manager.press(label, { in: managers });
    await manager.seesView(label);
    await manager.close();
  }

  await manager.press('예산 등록', { in: managers });
  await manager.seesView();
  await slack.as(ADMINISTRATOR).type('/비서', '사람');
  const people = await slack.as(ADMINISTRATOR).reads('비서실 직원 4명');
  await slack
    .as(ADMINISTRATOR)
    .press('person_change', { in: people, value: MANAGER })
    .catch(() => null);
  await slack.as(ADMINISTRATOR).seesView('권한 바꾸기');
  await slack.as(ADMINISTRATOR).submit({ person: MANAGER, role: 'member' });
  expect(await manager.submit({ year: 2018, account: '203-03', won: '1억' })).toMatchObject({
    errors: { year: '책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.' },
  });
  await me.type('/비서', '채널');
  await me.reads('책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.');
});

test.each(SETTINGS)(
  'a manager chooses the office’s channel, which is told ($connection, $language)',
  async (setting) => {
    const { slack, db, tick } = await startOffice(setting, { refusalsMeant: true });
    const words = textFor(setting.language).office;
    const manager = slack.as(MANAGER);
    await manager.type('/비서', '채널');
    await manager.seesView(words.channelForm.title);
    await manager.submit({ channel: CHANNELS.office });
    await manager.reads(words.channelSaved(`<#${CHANNELS.office}>`).split('<')[0] ?? '');
    expect(await findOfficeSettings(db)).toMatchObject({ channel: CHANNELS.office });
    slack.trouble({ next: ['lost'], methods: ['chat.postMessage'] });
    await tick();
    slack.trouble();
    slack.clock.move(5 * 60_000);
    await tick();
    const hello = words.channelHello(slack.slack.workspace.people.get(MANAGER)?.name ?? '');
    const told = slack.as(MEMBER).messages(CHANNELS.office);
    expect(told.filter(({ text }) => text === hello)).toHaveLength(1);

    await manager.type('/비서', '채널');
    expect((await manager.seesView()).fields.channel?.value).toBe(CHANNELS.office);
    await manager.submit({ channel: CHANNELS.general });
    await manager.reads('/invite');
    await tick();
    expect(await db.selectFrom('outbox').select('key').where('state', '=', 'failed').execute()).toEqual([]);
  },
);

test.each(SETTINGS)('each person’s settings are in one form ($connection, $language)', async (setting) => {
  const { slack, db } = await startOffice(setting);
  const words = textFor(setting.language).home.settings;
  const me = slack.as(MEMBER);
  await me.type('/비서', '설정');
  expect((await me.seesView(words.title)).fields).toMatchObject({ language: { value: setting.language } });

  expect(await me.submit({ birthday: '13월 40일' })).toMatchObject({
    errors: { birthday: words.refusals.not_a_birthday },
  });
  await me.submit({ language: setting.language === 'ko' ? 'en' : 'ko', digest: [], birthday: '2/29' });

  const theirs = textFor(setting.language === 'ko' ? 'en' : 'ko').home.settings;
  await me.reads(theirs.saved);
  expect(await findPersonSettings(db, MEMBER)).toMatchObject({ digest: false, birthday: '02-29' });
  expect(await findPersonSettings(db, MANAGER)).toMatchObject({ digest: true, birthday: null });
  await me.type('/비서', '설정');
  expect((await me.seesView(theirs.title)).fields.birthday?.value).toBe(theirs.monthDay(2, 29));
});

test.each([
  ['', 'Asia/Seoul'],
  ['뉴욕', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['호찌민', 'Asia/Saigon'],
  ['tashkent', 'Asia/Tashkent'],
])('a time zone is found by “%s”', (typed, zone) => {
  const found = findZones(typed, 'ko', new Date('2018-03-30T03:00:00Z'));
  expect(found.map(({ value }) => value)).toContain(zone);
  expect(found.length).toBeLessThanOrEqual(40);
});

test.each([
  ['3월 5일', '03-05'],
  ['03-05', '03-05'],
  ['3/5', '03-05'],
  ['1985. 3. 5.', '03-05'],
  ['5 March', '03-05'],
  ['Mar 5', '03-05'],
  ['2/29', '02-29'],
  ['3월 5일생', '03-05'],
  ['2/30', null],
  ['봄', null],
])('a birthday typed as %s is %s', (typed, birthday) => expect(readBirthday(typed)).toBe(birthday));

test('a pledge to update is found by a part of its name, one’s own first, and its form takes over', async () => {
  const { slack, db } = await startOffice({ now: new Date('2018-03-30T03:00:00Z') });
  await takeIn(db);
  await nameAnswerers(db);
  const other = slack.as(OTHER_MEMBER);
  await other.type('/비서');
  await other.reads('한곳에 적어 두는 앱입니다');
  await other.press('menu_pledge_open');
  await other.seesView('추진상황 갱신');
  expect((await other.search('pledge', ''))[0]?.text.text).toContain('안심주택');
  const [found] = await other.search('pledge', '황금시간');
  expect(found?.text.text).toBe('1-1-2 ‘골든타임 목표제’ 실행');

  expect(await other.submit({ pledge: found?.value ?? '' })).toMatchObject({ ok: true });

  expect((await other.seesView('골든타임')).callbackId).toBe('pledge_update');
});

test('a category is chosen in a form', async () => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);
  await manager.type('/비서');
  await manager.reads('한곳에 적어 두는 앱입니다');
  await manager.press('분야 바꾸기');
  await manager.seesView('분야 바꾸기');
  await manager.submit({ activity: '4-나', category: '*시정* 설명' });

  await manager.reads('4-나 직무활동을 “*시정* 설명” 분야로 정했습니다');
  expect(await db.selectFrom('activity_category').select('category').execute()).toEqual([{ category: '*시정* 설명' }]);
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
  ['예산 2018', '/비서 예산 2026 시책 103,000,000처럼 적어 주세요.'],
  ['예산 2018 시책 많이', '예: /비서 예산'],
  ['예산 1 시책 5만', '예: /비서 예산'],
  ['예산 2018 시책 -5만', '예: /비서 예산'],
])('a manager types %s', async (typed, expected) => {
  const { slack } = await startOffice();
  const manager = slack.as(MANAGER);

  await manager.type('/비서', typed);

  await manager.reads(({ text }) => text.replaceAll(/[`‘’]/g, '').includes(expected));
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

test.each(SETTINGS)(
  'whoever asks for the budget alone sees it as it stands; who may change it does so from there ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const { office, access, expense } = textFor(setting.language);
    const [slash, budget] = setting.language === 'ko' ? ['/비서', '예산'] : ['/biseo', 'budget'];
    const [boss, me] = [slack.as(MANAGER), slack.as(MEMBER)];
    await me.type(slash, budget);
    expect((await me.reads(office.budgetState.none(2018))).buttons).toEqual([office.showStatus]);
    await boss.type('/비서', '예산 2018 시책 1억');
    await boss.reads('100,000,000');
    await recordOne(me, { account: '203-03', amount: '1,000,000' });

    await me.type(slash, `${budget} 2018`);
    const seen = await me.reads(
      (it) => it.text.includes(office.budgetState.title(2018)) && it.text.includes('99,000,000'),
    );
    expect(seen.private).toBe(true);
    expect(seen.text).toContain('100,000,000');
    expect(seen.text).toContain(office.budgetState.ask);
    expect(seen.buttons).toEqual([office.showStatus]);
    await me.press(office.showStatus, { in: seen });
    await me.reads(expense.status.title(2018));
    await boss.type(slash, budget);
    const state = await boss.reads((it) => it.text.includes('99,000,000'));
    expect(state.text).toContain('103,000,000');
    await boss.press(office.budgets, { in: state });
    await boss.seesView(office.budgetForm.title);

    await me.type(slash, `${budget} 2018 203-03 200,000,000`);
    await me.reads(access.notManager);
  },
);

test('members set neither budgets nor categories', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  for (const typed of ['예산 2018 시책 1억', '분야 4-나 기타']) {
    await me.type('/비서', typed);
    await slack.settled();
    expect(me.lastAnswer()?.text).toBe('책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.');
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
