import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Database } from '../../src/base/db/database.ts';
import { insertEntered } from '../../src/followup/store.ts';
import { NOTHING_YET } from '../../src/followup/stored.ts';
import { draftOwed } from '../../src/followup/work.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { EXPENSE_NEW } from '../../src/spending/expense/views.ts';
import { textFor } from '../../src/text/index.ts';
import { insertVisits } from '../../src/visit/store.ts';
import { takeIn } from '../pledge/given.ts';
import {
  ADMINISTRATOR,
  GUEST,
  MANAGER,
  MEMBER,
  NOW,
  OTHER_MEMBER,
  SETTINGS,
  STRANGER,
  startOffice,
} from '../support/office.ts';
import { FIELDS } from '../support/spending.ts';

const by = { actor: MEMBER, at: NOW };

async function owe(db: Database, title: string, due: string | null, owner = MEMBER): Promise<void> {
  const form = { source: 'own_task', title, owner, due, requester: null, department: null, status: null, answer: null };
  const nothing = { ...NOTHING_YET, kind: 'own_task' as const, title: '', owner: null };
  const drafted = draftOwed({ ...form } as never, nothing, { today: '2018-01-01', isOfOffice: () => true });
  if ('refusals' in drafted) throw new Error(JSON.stringify(drafted.refusals));
  await insertEntered(db, drafted.owed, { ...by, formKey: title });
}

async function plan(
  db: Database,
  title: string,
  owner: string,
  startTime: string,
  staff: string[] = [],
): Promise<void> {
  const common = {
    programId: 1,
    purpose: title,
    place: '우이역',
    district: '강북구',
    partner: null,
    partnerLevel: null,
  };
  const when = { startsOn: '2018-03-30', endsOn: '2018-03-30', startTime, endTime: null, countries: null };
  await insertVisits(db, [{ ...common, ...when, title, owner, staff }], { ...by, formKey: title, accepted: new Set() });
}

test.each(SETTINGS)(
  'Home leads to the form, the answer comes as a message, and Home shows it ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const budget = { year: 2018, account: '203-03' as const, won: 1_000_000 };
    await putBudgets(db, [budget], { ...by, actor: 'test', origin: 'person' });
    const words = textFor(setting.language);
    const me = slack.as(MEMBER);
    await me.openHome();
    expect((await me.seesHome()).text).toContain(words.home.first.title);

    await me.press(EXPENSE_NEW);
    await me.seesView(words.expense.form.record);
    await me.submit(FIELDS);

    const said = await me.reads(words.expense.saved('E1', words.spending.won('85,000')));
    expect(said.channel).toBe(me.appChannel);
    const home = await me.seesHome('8.5%');
    expect(home.text).not.toContain(words.home.first.title);
    expect(home.text).toContain(words.home.office.paces.even);
  },
);

test('my day: what is mine, what else the mayor does, what is due, and nothing of somebody else’s work', async () => {
  const { slack, db } = await startOffice();
  await plan(db, '공사현장 점검', MEMBER, '14:00');
  await plan(db, '시장 방문', OTHER_MEMBER, '10:00', [MEMBER]);
  await plan(db, '개관식', OTHER_MEMBER, '17:00');
  await owe(db, '주차장 답변', '2018-03-30');
  await owe(db, '늦은 보고서', '2018-03-01');
  await owe(db, '남의 일', '2018-03-01', OTHER_MEMBER);
  const me = slack.as(MEMBER);

  await me.openHome();

  const { text } = await me.seesHome();
  expect(text).toMatch(
    /내가 맡은 일정 2건[\s\S]*10:00 시장 방문[\s\S]*14:00 공사현장 점검[\s\S]*그 밖의 시장 일정 1건[\s\S]*17:00 개관식/,
  );
  expect(text).toMatch(/오늘이 기한인 후속조치 1건\n[^\n]*주차장 답변/);
  expect(text).toMatch(/내 후속조치 2건[\s\S]*기한이 지난 것 1건[\s\S]*늦은 보고서[\s\S]*주차장 답변/);
  expect(text).not.toContain('남의 일');
  await me.press('보기', { in: 'home' });
  await me.reads(/V2 · 시장 방문|V1 · 공사현장/);
});

test('a long list of follow-ups turns its pages on Home, and comes back when its last page is done', async () => {
  const { slack, db } = await startOffice();
  for (let i = 1; i <= 6; i++) await owe(db, `일 ${i}`, `2018-04-0${i}`);
  const me = slack.as(MEMBER);
  await me.openHome();
  expect((await me.seesHome()).text).not.toContain('일 6');

  await me.press('home_followups_next');
  const second = await me.seesHome('일 6');
  expect(second.text).not.toContain('일 1\n');
  expect(second.text).toContain('2쪽');
  await me.type('/후속', '완료 F6 했음');

  await me.seesHome((home) => home.text.includes('내 후속조치 5건') && home.text.includes('일 1'));
});

test('an administrator sees what the office lacks, and mends it from there', async () => {
  const { slack } = await startOffice();
  const boss = slack.as(ADMINISTRATOR);
  await boss.openHome();
  const before = await boss.seesHome('아직 갖추지 못한 것');
  expect(before.buttons).toEqual(
    expect.arrayContaining(['비서실 채널 정하기', '예산 등록', '관리자로 직원 등록', '건너뛰기']),
  );

  await boss.press('예산 등록', { in: 'home' });
  await boss.seesView('예산 등록');
  await boss.submit({ year: 2018, account: '203-03', won: '1억' });
  await boss.seesHome((home) => !home.buttons.includes('예산 등록') && home.text.includes('0.0%'));
  await boss.press('관리자로 직원 등록', { in: 'home' });
  await boss.seesView('직원 등록');
  await boss.submit({ person: MANAGER });
  await boss.seesHome((home) => !home.buttons.includes('관리자로 직원 등록'));

  for (const who of [MEMBER, OTHER_MEMBER]) {
    await slack.as(who).openHome();
    expect((await slack.as(who).seesHome()).text).not.toContain('아직 갖추지 못한 것');
  }
});

test('an access request waits on an administrator’s Home until it is settled there', async () => {
  const { slack, db } = await startOffice();
  await slack.as(STRANGER).openHome();
  const before = await slack.as(STRANGER).seesHome('비서실 직원이 쓰는 앱입니다');
  expect(before.buttons).toEqual(['등록 요청하기']);
  await slack.as(STRANGER).press('등록 요청하기');
  const asked = await slack.as(STRANGER).reads('관리자에게 등록을 요청해 두었습니다');
  await slack.as(STRANGER).openHome();
  expect((await slack.as(STRANGER).seesHome('등록을 요청해 두었습니다')).buttons).toEqual([]);

  await slack.as(MANAGER).openHome();
  expect((await slack.as(MANAGER).seesHome()).text).not.toContain('비서를 쓰려고 합니다');
  const boss = slack.as(ADMINISTRATOR);
  await boss.openHome();
  await boss.seesHome('비서를 쓰려고 합니다');
  await boss.press('등록하지 않기', { in: 'home' });
  await boss.reads('등록하지 않기로 했습니다');
  await boss.seesHome((home) => !home.text.includes('비서를 쓰려고 합니다'));
  expect(
    await db.selectFrom('history').select(['noun', 'action']).where('noun', '=', 'access_request').execute(),
  ).toEqual([{ noun: 'access_request', action: 'dismissed' }]);

  slack.clock.move(25 * 60 * 60 * 1000);
  await slack.as(STRANGER).openHome();
  await slack.as(STRANGER).seesHome((home) => home.buttons.includes('등록 요청하기'));
  await slack.as(STRANGER).press('등록 요청하기');
  await slack.as(STRANGER).reads('관리자에게 등록을 요청해 두었습니다', asked);
  await boss.openHome();
  await boss.seesHome('비서를 쓰려고 합니다');
  await boss.press('직원으로 등록', { in: 'home' });
  await boss.reads('직원으로 등록했습니다');
  await boss.seesHome((home) => !home.text.includes('비서를 쓰려고 합니다'));
});

test('a guest is told that the app is not for them, without a button that would be refused', async () => {
  const { slack } = await startOffice();
  await slack.as(GUEST).openHome();

  const page = await slack.as(GUEST).seesHome('게스트나 다른 워크스페이스 계정에는 열려 있지 않습니다');

  expect(page.buttons).toEqual([]);
  expect(page.text).not.toContain('/비서');
});

test('Home is drawn once for what one person does, and not again for what changes nothing on it', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.openHome();
  await me.seesHome();
  const published = () => slack.calls('views.publish').length;
  expect(published()).toBe(1);

  await me.type('/지출', '도움말');
  await me.reads('업무추진비 명령');
  await slack.settled();
  expect(published()).toBe(1);
  await me.openHome();
  await slack.settled();
  expect(published()).toBe(1); // Slack still has it

  await slack.as(OTHER_MEMBER).type('/후속', '도움말');
  await slack.settled();
  expect(published()).toBe(1);
});

test('a Home that was drawn elsewhere meanwhile is drawn again from what holds now', async () => {
  const { slack, db } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  await me.openHome();
  await me.seesHome();
  const other = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
  await other.views.publish({ user_id: MEMBER, view: { type: 'home', blocks: [{ type: 'divider' }] } });

  await owe(db, '새로 생긴 일', '2018-04-01');
  await me.type('/후속', '');

  await me.seesHome('새로 생긴 일');
  expect(slack.calls('views.publish').map(({ error }) => error)).toEqual([
    undefined,
    undefined,
    'hash_conflict',
    undefined,
  ]);
});

test('whoever is taken off the list sees nothing of the office on Home any more', async () => {
  const { slack, db } = await startOffice();
  await owe(db, '남은 일', '2018-04-01');
  await slack.as(MEMBER).openHome();
  await slack.as(MEMBER).seesHome('남은 일');
  const boss = slack.as(ADMINISTRATOR);
  await boss.type('/비서', '사람');
  await boss.reads('비서실 직원 4명');
  await boss.press('person_change', { value: MEMBER });
  await boss.seesView('권한 바꾸기');

  await boss.submit({ person: MEMBER, role: 'remove' });

  const left = await slack.as(MEMBER).seesHome('비서실 직원이 쓰는 앱입니다');
  expect(left.text).not.toContain('남은 일');
  await slack.as(MEMBER).press('등록 요청하기', { in: 'home' });
  await slack.as(MEMBER).reads('관리자에게 등록을 요청해 두었습니다');
});

test('what waits for a manager’s decision stands on their Home, and on nobody else’s', async () => {
  const { slack, db, tick } = await startOffice();
  await takeIn(db);
  const me = slack.as(MEMBER);
  await me.type('/공약', '갱신 1-1-1');
  await me.seesView('추진상황');
  await me.submit({ status: '완료', progress: 100, source: '결재 문서 1호' });
  await tick();
  await slack.as(MANAGER).reads('1-1-1');

  await slack.as(MANAGER).openHome();
  await slack.as(MANAGER).seesHome('추진상황 갱신 제안 1건');
  await me.openHome();
  expect((await me.seesHome()).text).not.toContain('추진상황 갱신 제안');
  await slack.as(MANAGER).press('제안 보기', { in: 'home' });
  const asked = await slack.as(MANAGER).reads('확정을 기다리는 제안 1건');
  await slack.as(MANAGER).press('pledge_confirm', { in: asked });

  await slack.as(MANAGER).seesHome((home) => !home.text.includes('추진상황 갱신 제안'));
});

test('a Home that was open before the app was started again follows what is done on it', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MEMBER);
  for (let i = 1; i <= 6; i++) await owe(db, `일 ${i}`, `2018-04-0${i}`);
  await me.openHome();
  await me.seesHome('일 1');
  slack.clock.move(2 * 60 * 60 * 1000); // longer than anybody is taken to look at it

  await me.type('/후속', '완료 F2 했음');
  await slack.settled();
  expect(me.home()?.text).toContain('일 2');
  await me.press('home_followups_next', { in: 'home' });

  await me.seesHome((home) => !home.text.includes('일 2') && home.text.includes('내 후속조치 5건'));
});
