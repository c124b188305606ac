import { describe, expect, onTestFinished, test } from 'vitest';
import { insertFollowups } from '../../src/followup/store.ts';
import { formatDate } from '../../src/korean/day-words.ts';
import { openPledges } from '../../src/pledge/files.ts';
import { takePledges } from '../../src/pledge/intake.ts';
import { findPledges } from '../../src/pledge/store.ts';
import { insertPledgeSamples } from '../../src/samples/pledge.ts';
import { textFor } from '../../src/text/index.ts';
import { LIST, NAME, nameAnswerers, takeIn } from '../pledge/given.ts';
import { newDatabase } from '../support/database.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  NOW,
  type Office,
  SETTINGS,
  STRANGER,
  startOffice,
} from '../support/office.ts';

const NAMES = { ko: '/공약', en: '/pledge' } as const;

async function officeWithPledges(setting = SETTINGS[0]): Promise<Office> {
  const office = await startOffice(setting);
  await takeIn(office.db);
  await nameAnswerers(office.db);
  return office;
}

const pledgeCalled = async ({ db }: Office, title: string) => {
  const found = (await findPledges(db)).find((pledge) => pledge.title.includes(title));
  if (!found) throw new Error(title);
  return found;
};

describe.each(SETTINGS)('over $connection in $language', (setting) => {
  const { language } = setting;
  const slash = NAMES[language];
  const words = textFor(language).pledge;

  test('the sample register says what the 2016 report says', async () => {
    const { slack, db } = await startOffice(setting);
    await insertPledgeSamples(db, NOW);
    const member = slack.as(MEMBER);

    await member.type(slash);

    const { text } = await member.reads('256');
    expect(text).toContain(words.state.title(6, '256'));
    expect(text).toContain(
      `125${language === 'ko' ? '건' : ' pledges'} (${language === 'ko' ? '완료 12' : '12 completed'} + `,
    );
    for (const share of ['48.8%', '48.1%', '3.1%', '100.0%']) expect(text).toContain(share);
    for (const type of ['146', '98', '12']) expect(text).toMatch(new RegExp(`${type}(?: ·|\\n)`));
    expect(text).toContain(words.sample);

    await member.type(slash, language === 'ko' ? '이력' : 'history');
    const history = await member.reads(words.review.published(formatDate('2016-10-28', language)));
    expect(history.text).toContain(words.evaluation.line('SA', '75'));
  });

  test('one hit opens, several are listed, and a typo is asked about', async () => {
    const { slack } = await officeWithPledges(setting);
    const member = slack.as(MEMBER);

    await member.type(slash, 'ㄱㄷㅌㅇ');
    expect((await member.reads('골든타임')).text).toContain(words.facts.department);

    await member.type(slash, '9-1-1');
    const list = await member.reads('안심주택');
    expect(list.text).toContain('대학가 도전숙');
    expect(list.text).toMatch(/9-1-1 \(P4\).*9-1-1 \(P5\)/s);

    await member.press('5', { in: list });
    const card = await member.reads((seen) => seen.text.includes('대학가') && seen.text.includes(words.facts.goal));
    expect(card.text).toContain(words.flags.code_twice);

    await member.type(slash, language === 'ko' ? '몰록' : 'hsow');
    expect((await member.reads(language === 'ko' ? '목록' : 'show')).text).toContain(
      language === 'ko' ? '몰록' : 'hsow',
    );
    await member.type(slash, '없는말');
    await member.reads(words.notFound('없는말').slice(0, 8));
  });

  test('a member proposes with evidence, a manager confirms, and the buttons are gone', async () => {
    const office = await officeWithPledges(setting);
    const { slack } = office;
    const [member, manager] = [slack.as(MEMBER), slack.as(MANAGER)];

    await member.type(slash, `${language === 'ko' ? '갱신' : 'update'} 1-1-1`);
    await member.seesView(words.form.titles.propose);
    const refused = await member.submit({ status: '정상추진', progress: 70, source: '확인' });
    expect(refused).toMatchObject({ ok: false, errors: { source: words.form.refusals.not_evidence } });
    expect(await member.submit({ source: '안전총괄과-1234 (2018.3.29.)' })).toMatchObject({ ok: true });
    await member.reads(words.proposed('1-1-1', words.statuses.정상추진, 70));
    expect((await pledgeCalled(office, '골목안전등')).progress).toBeNull();

    await office.tick();
    const asked = await manager.reads(words.proposal.title('1-1-1'));
    expect(asked.text).toContain('안전총괄과-1234');
    await manager.press('pledge_confirm');
    await manager.reads(
      (seen) => seen.text.includes('1-1-1') && seen.buttons.join() === textFor(language).expense.show,
    );
    await office.tick();
    await member.reads(words.proposal.yoursConfirmed('1-1-1', '오세라'));

    expect(await pledgeCalled(office, '골목안전등')).toMatchObject({ status: '정상추진', progress: 70, version: 2 });
    await member.type(slash, '1-1-1');
    const card = await member.reads((seen) => seen.text.includes(words.facts.goal));
    expect(card.text).toContain('안전총괄과-1234');
    expect(card.text).toContain('70%');
  });

  test('going back needs a reason and a manager, and stays visible', async () => {
    const office = await officeWithPledges(setting);
    const { slack } = office;
    const manager = slack.as(MANAGER);

    await manager.type(slash, `${language === 'ko' ? '갱신' : 'update'} 1-1-2`);
    await manager.seesView(words.form.titles.update);
    const refused = await manager.submit({ status: '보류', progress: 60, source: 'https://example.com/a' });
    expect(refused).toMatchObject({ ok: false, errors: { note: words.form.refusals.reason_needed } });
    expect(await manager.submit({ note: '예산이 줄었음' })).toMatchObject({ ok: true });
    await manager.reads(words.updated('1-1-2', words.statuses.보류, 60));

    await manager.type(slash, '1-1-2');
    const card = await manager.reads((seen) => seen.text.includes(words.facts.goal));
    expect(card.text).toContain('⚠');
    expect(card.text).toContain('예산이 줄었음');
  });
});

test('a form that was sent twice leaves one proposal', async () => {
  const { slack, db } = await officeWithPledges();
  const member = slack.as(MEMBER);
  await member.type('/공약', '갱신 1-1-1');
  await member.seesView();

  await member.submit({ status: '정상추진', progress: 55, source: '문서 12호' });
  await member.reads('제안했습니다');
  await slack.redeliverLast();
  await slack.settled();

  expect(await db.selectFrom('pledge_proposal').selectAll().execute()).toHaveLength(1);
});

test('a proposal on what has changed meanwhile is shown anew before it is confirmed', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [member, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await member.type('/공약', '갱신 1-1-1');
  await member.seesView();
  await member.submit({ status: '정상추진', progress: 55, source: '문서 12호' });
  await office.tick();
  await manager.reads('1-1-1 추진상황 갱신 제안');
  await manager.type('/공약', '갱신 1-1-1');
  await manager.seesView();
  await manager.submit({ status: '일부추진', progress: 20, source: '문서 13호' });
  await manager.reads('갱신했습니다');

  await manager.press('pledge_confirm');
  await manager.reads('그사이 공약이 바뀌었습니다');
  expect((await pledgeCalled(office, '골목안전등')).progress).toBe(20);
  await manager.press('pledge_confirm');
  await manager.reads('확정했습니다');
  expect((await pledgeCalled(office, '골목안전등')).progress).toBe(55);
});

test('a declined proposal changes nothing, and whoever proposed it is told why', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [member, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
  await member.type('/공약', '갱신 1-1-1');
  await member.seesView();
  await member.submit({ status: '폐기', progress: 0, source: '문서 12호', note: '그만둠' });

  await office.tick();
  await manager.reads('1-1-1 추진상황 갱신 제안');
  await manager.press('pledge_decline');
  await manager.seesView('제안 반려');
  await manager.submit({ reason: '근거가 부족함' });

  await office.tick();
  await member.reads('근거가 부족함');
  expect((await pledgeCalled(office, '골목안전등')).status).toBe('정상추진');
  await member.type('/공약', '제안');
  await member.reads('확정을 기다리는 제안이 없습니다');
});

test.each(SETTINGS)(
  'a proposal is asked about and its decision told once, though Slack’s answers are lost, and every manager sees how it stands ($connection, $language)',
  async (setting) => {
    const office = await officeWithPledges(setting);
    const { slack, tick } = office;
    const [member, manager, administrator] = [slack.as(MEMBER), slack.as(MANAGER), slack.as(ADMINISTRATOR)];
    const { proposal, statuses } = textFor(setting.language).pledge;
    const lost = async () => {
      slack.trouble({ rate: 1, kinds: ['lost'], methods: ['chat.postMessage'] });
      await tick();
      slack.trouble();
      slack.clock.move(5 * 60_000);
      await tick();
    };
    await member.type(setting.language === 'ko' ? '/공약 갱신 1-1-1' : '/pledge update 1-1-1');
    await member.seesView();
    await member.submit({ status: '정상추진', progress: 70, source: '안전총괄과-1234' });
    await slack.settled();
    await lost();

    const said = (it: typeof member, words: string) =>
      it.messages(it.appChannel).filter(({ text }) => text.includes(words));
    for (const it of [manager, administrator]) expect(said(it, proposal.title('1-1-1'))).toHaveLength(1);
    await manager.press('pledge_decline');
    await manager.seesView();
    await manager.submit({ reason: '근거가 부족함' });
    await slack.settled();
    await lost();

    expect(said(member, proposal.yoursDeclined('1-1-1', '오세라', '근거가 부족함'))).toHaveLength(1);
    for (const it of [manager, administrator]) expect(said(it, '근거가 부족함')).toHaveLength(1);
    await administrator.press('pledge_proposal_reopen');
    await administrator.seesView();
    await administrator.submit({ reason: '근거를 다시 봄' });
    await administrator.reads(proposal.reopened);
    await manager.reads((seen) => seen.text.includes(statuses.정상추진) && seen.buttons.includes(proposal.confirm));
  },
);

test('what was decided before managers could be asked is asked of nobody', async () => {
  const office = await officeWithPledges();
  const { slack, tick } = office;
  await slack.as(MEMBER).type('/공약', '갱신 1-1-1');
  await slack.as(MEMBER).seesView();
  await slack.as(MEMBER).submit({ status: '정상추진', progress: 70, source: '안전총괄과-1234' });
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '제안');
  await manager.press('pledge_confirm', { in: await manager.reads('안전총괄과-1234') });
  await manager.reads('확정했습니다');
  await tick();

  expect(slack.as(ADMINISTRATOR).messages()).toEqual([]);
  await slack.as(MEMBER).reads('확정했습니다');
});

test('members cannot confirm, import, add, name answerers or open a round', async () => {
  const { slack, db } = await officeWithPledges();
  const member = slack.as(MEMBER);
  for (const typed of [
    '가져오기',
    '추가 새 공약',
    '부서 총무과 @김서연',
    '분야 1 안전',
    '유형 핵심',
    '무효 1-1-1 그냥',
    '외부평가',
  ]) {
    await member.type('/공약', typed);
    await member.reads('책임자나 관리자만');
    await slack.settled();
  }
  await member.type('/공약', '평가 2017-h2');
  await member.reads('아직 시작하지 않았습니다');
  expect(await db.selectFrom('review_round').selectAll().execute()).toEqual([]);
});

test('someone who is not on the list gets a polite refusal', async () => {
  const { slack } = await officeWithPledges();
  const stranger = slack.as(STRANGER);
  await stranger.type('/공약', '1-1-1');
  await stranger.reads('아직 비서실 명단에 없습니다');
});

test('a manager adds a pledge, edits it with evidence, links a visit and names what keeps it alive', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '추가 새로운 약속');
  await manager.seesView('공약 추가');
  expect(await manager.submit({ code: '2-1-1', source: '시장방침 제12호', budget: '비예산' })).toMatchObject({
    ok: true,
  });
  await manager.reads('2-1-1 공약을 등록했습니다');

  await manager.type('/공약', '목록 근거없음 새로운');
  await manager.reads('새로운 약속');
  await manager.type('/공약', '수정 2-1-1');
  await manager.seesView('공약 내용 수정');
  expect(await manager.submit({ basis_kind: '조례', basis: '보기 조례' })).toMatchObject({ ok: false });
  expect(await manager.submit({ source: '시보 제3호' })).toMatchObject({ ok: true });
  await manager.reads('저장했습니다');
  await manager.type('/공약', '목록 근거없음 새로운');
  await manager.reads('“근거없음 새로운”에 맞는 공약이 없습니다');

  await manager.type('/공약', '연결 2-1-1 v87');
  await manager.reads('V87 기록이 없습니다');
  const owed = { source: { noun: 'pledge' as const, record: 'P9' }, title: '조례안 다듬기', owner: MANAGER };
  await insertFollowups(office.db, [owed], { actor: MANAGER, at: NOW });
  await manager.type('/공약', '연결 2-1-1 f1');
  await manager.reads('F1 기록을 연결했습니다');
  await manager.type('/공약', '2-1-1');
  const card = await manager.reads('비예산 사업');
  expect(card.text).toContain('F1 · 조례안 다듬기');
  expect(card.text).toContain('조례 · 보기 조례');
  expect(card.text).toContain('시보 제3호');
  expect(await pledgeCalled(office, '새로운 약속')).toMatchObject({ type: '정책', field: '2', nonBudget: true });
});

test('what people type is shown as typed', async () => {
  const { slack } = await officeWithPledges();
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '추가 제목');
  await manager.seesView();
  await manager.submit({ title: '*굵게* <!channel> _기울임_', source: '문서 1호' });
  await manager.reads('등록했습니다');
  await manager.type('/공약', '굵게');
  const card = await manager.reads('*굵게* <!channel> _기울임_');
  expect(JSON.stringify(card.blocks)).not.toContain('mrkdwn');
});

test('an outside evaluation is kept with its grade and that year’s line, once', async () => {
  const { slack, db } = await officeWithPledges();
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '외부평가');
  await manager.seesView('외부평가');
  const form = { year: '2018', subject: '공약이행', grade: 'SA', line: '85', score: '91.5', source: '보도자료 2018-5' };
  expect(await manager.submit({ ...form, areas: '공약이행 완료 92/100\n웹소통 Pass' })).toMatchObject({ ok: true });
  await manager.reads('외부평가를 저장했습니다');

  await manager.type('/공약', '이력');
  expect((await manager.reads('평가 이력')).text).toContain(
    '2018년 한국매니페스토실천본부 (공약이행): SA · 그해 SA 기준 85점 · 91.5점 · 공약이행 완료 92/100 · 웹소통 Pass',
  );
  await manager.type('/공약', '외부평가');
  await manager.seesView();
  expect(await manager.submit(form)).toMatchObject({ ok: false });
  expect(await db.selectFrom('evaluation').selectAll().execute()).toHaveLength(1);
});

test('lists page, and say how many there are', async () => {
  const { slack, db } = await startOffice();
  await insertPledgeSamples(db, NOW);
  const member = slack.as(MEMBER);
  await member.type('/공약', '목록 부진');
  await member.reads('8건');
  await member.type('/공약', '목록 혁신');
  const first = await member.reads('1 / 13쪽');
  expect(first.text).toContain('98건');
  await member.press('pledge_page_next');
  await member.reads('2 / 13쪽');
});

test('a manager names who answers for a department, and a field', async () => {
  const { slack } = await officeWithPledges();
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '부서 총무과 @김서연');
  await manager.reads('총무과 담당자: 김서연');
  await manager.type('/공약', '부서');
  expect((await manager.reads('주관부서와 담당자')).text).toMatch(/총무과 — 김서연 · 공약 1건/);
  await manager.type('/공약', '분야 1 안심특별시 서울');
  await manager.reads('1 분야: 안심특별시 서울');
  await manager.type('/공약', '안심특별시');
  await manager.reads('골목안전등');
});

describe('a manager imports a list in Slack', () => {
  const upload = async ({ slack }: Office, text: string) => {
    const manager = slack.as(MANAGER);
    await manager.type('/공약', '가져오기');
    await manager.seesView();
    await manager.submit({ file: { name: NAME, bytes: `\ufeff${text}` } });
    return manager;
  };

  test.each(SETTINGS)('sees what would change first, and takes it over ($connection, $language)', async (setting) => {
    const words = textFor(setting.language).pledge;
    const office = await startOffice(setting);
    const manager = await upload(office, LIST);
    const shown = await manager.reads(words.files.preview);
    expect(shown.text).toContain(words.files.counts('8', '0', '0'));
    expect(await findPledges(office.db)).toEqual([]);

    await manager.press('pledge_import_take');
    await manager.reads(words.files.taken);
    expect(await findPledges(office.db)).toHaveLength(8);

    await upload(office, LIST.replace('안심주택 공급,일부추진', '안심주택 공급,정상추진'));
    const changed = await manager.reads(words.files.counts('0', '1', '7'));
    const { 일부추진, 정상추진 } = words.statuses;
    expect(changed.text).toContain(`9-1-1 안심주택 공급 · ${words.historyFields.status}: ${일부추진} → ${정상추진}`);
    await manager.press('pledge_import_drop');
    await manager.reads(words.files.dropped);
    expect((await findPledges(office.db))[3]?.status).toBe('일부추진');
  });

  test('is shown it anew when a pledge has changed meanwhile', async () => {
    const office = await officeWithPledges();
    const manager = await upload(office, LIST.replace('352백만원', '400백만원'));
    await manager.reads('바뀜 1건');
    await office.db.updateTable('pledge').set({ spent: 390_000_000 }).where('code', '=', '1-2-1').execute();

    await manager.press('pledge_import_take');
    await manager.reads('그사이 공약이 바뀌어');
    expect((await findPledges(office.db))[2]?.spent).toBe(390_000_000);
    await manager.press('pledge_import_take');
    await manager.reads('반영했습니다');
    expect((await findPledges(office.db))[2]?.spent).toBe(400_000_000);
  });

  test('is told what is wrong with a file', async () => {
    const manager = await upload(await startOffice(), '가,나\n1,2\n');
    await manager.reads('제목 행과 공약을 찾지 못했습니다');
  });

  test('gets the term as a file, and an empty template', async () => {
    const { slack } = await officeWithPledges();
    const manager = slack.as(MANAGER);
    await manager.type('/공약', '내보내기');
    await manager.reads((seen) => seen.files.some((file) => file.name === '공약 6.xlsx'));
    await manager.type('/공약', '내보내기 양식');
    await manager.reads((seen) => seen.files.some((file) => file.name === '공약 양식.xlsx'));
  });
});

test('a pledge of 35,200,000,000 won is saved, added up and exported to the won', async () => {
  const { slack, db } = await startOffice();
  const manager = slack.as(MANAGER);
  for (const [n, budget] of ['352억', '35,200,000,001원'].entries()) {
    await manager.type('/공약', `추가 큰 도로 ${n}`);
    await manager.seesView();
    await manager.submit({ source: '문서 1호', budget });
    await manager.reads(`P${n + 1} 공약을 등록했습니다`);
  }
  const won = [35_200_000_000, 35_200_000_001];
  expect((await findPledges(db)).map(({ budget }) => budget)).toEqual(won);

  await manager.dm('공약 사업비 총액');
  await manager.reads('70,400,000,001');

  await manager.type('/공약', '내보내기');
  const [sent] = (await manager.reads((seen) => seen.files.length > 0)).files;
  const bytes = slack.slack.workspace.files.get(sent?.id ?? '')?.bytes ?? Buffer.alloc(0);
  const file = await openPledges(bytes, '공약 6.xlsx', null);
  if ('refusal' in file) throw new Error(file.refusal);
  const other = await newDatabase();
  onTestFinished(() => other.destroy());
  await takePledges(other, file, { actor: 'test', at: NOW, fileName: '공약 6.xlsx' });
  expect((await findPledges(other)).map(({ budget }) => budget)).toEqual(won);
});

test('a term that is named is shown alone', async () => {
  const { slack } = await officeWithPledges();
  const member = slack.as(MEMBER);
  await member.type('/공약', '민선6기');
  await member.reads('민선6기 공약 8건');
  await member.type('/공약', '민선5기 골목');
  await member.reads('찾지 못했습니다');
});

test('ampersands and angle brackets are searched for as typed', async () => {
  const { slack } = await officeWithPledges();
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '추가 R&D <지원>');
  await manager.seesView();
  await manager.submit({ source: '문서 1호' });
  await manager.reads('등록했습니다');
  await manager.type('/공약', 'R&D');
  const card = await manager.reads((seen) => seen.text.includes('최종목표') || seen.text.includes('임기: '));
  expect(card.text).toContain('R&D <지원>');
});
