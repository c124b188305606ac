import { describe, expect, test } from 'vitest';
import { formatDate } from '../../../src/korean/day-words.ts';
import { findAnswers, findRound, findRounds } from '../../../src/pledge/reviews/store.ts';
import { findPledges } from '../../../src/pledge/store.ts';
import type { PersonDriver } from '../../../src/simulator/person.ts';
import type { SeenMessage } from '../../../src/simulator/seen.ts';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, MEMBER, NOW, type Office, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';
import { nameAnswerers, takeIn } from '../given.ts';

async function officeWithPledges(setting = SETTINGS[0]): Promise<Office> {
  const office = await startOffice(setting);
  await takeIn(office.db);
  await nameAnswerers(office.db);
  return office;
}

/** Opens a round as the window proposes it; the answer to the command is the window. */
async function opens(manager: PersonDriver, name: string, slash = '/공약', verb = '평가'): Promise<void> {
  await manager.type(slash, `${verb} ${name}`);
  await manager.seesView((view) => view.callbackId === 'review_open_form');
  expect(await manager.submit()).toMatchObject({ ok: true });
}

/** Closes the round whose page the person reads, with a reason where something is unanswered. */
async function closes(manager: PersonDriver, page?: SeenMessage): Promise<void> {
  await manager.press('review_close', page ? { in: page } : {});
  const view = await manager.seesView((it) => it.callbackId === 'review_close_form');
  expect(await manager.submit(view.fields.reason ? { reason: '담당 부서가 없어짐' } : {})).toMatchObject({ ok: true });
}

const answersOf = async ({ db }: Office, name: string) => {
  const round = await findRound(db, name);
  return round ? findAnswers(db, round.id) : [];
};

describe.each(SETTINGS)('over $connection in $language', (setting) => {
  const dated = (day: string) => formatDate(day, setting.language);
  const words = textFor(setting.language).pledge;
  const slash = setting.language === 'ko' ? '/공약' : '/pledge';
  const review = setting.language === 'ko' ? '평가' : 'review';

  test('a round runs from its opening to its frozen result', async () => {
    const office = await officeWithPledges(setting);
    const { slack, db } = office;
    const [manager, member, other] = [slack.as(MANAGER), slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    const name = words.review.name(2017, 2);

    await opens(manager, '2017-h2', slash, review);
    const opened = await manager.reads(words.review.openTitle(name));
    expect(opened.text).toContain(words.review.asked('2'));
    expect(opened.text).toContain('총무과');

    await office.tick();
    const asked = await member.reads(words.review.requestTitle(name));
    const { answer, same } = words.review;
    expect(asked.buttons).toEqual([same.button, answer, answer, answer]);
    expect(asked.text).toContain('1-1-1 · 골목안전등 확대');
    expect(asked.text).not.toContain('안심주택');

    await member.press(words.review.answer, { in: asked });
    await member.seesView(words.form.titles.review);
    await member.submit({ status: '정상추진', progress: 80, source: '안전총괄과-77' });
    await member.reads(words.review.answered('1-1-1', words.statuses.정상추진, 80));
    const after = await member.reads((seen) =>
      seen.text.includes(words.review.answeredAs(words.statuses.정상추진, 80)),
    );
    expect(after.buttons).toContain(words.review.answerAgain);

    await other.press(words.review.answer, { in: await other.reads(words.review.requestTitle(name)) });
    await other.seesView(words.form.titles.review);
    await other.submit({ status: '보류', progress: 5, source: '주택과-9', note: '부지를 못 구함' });
    await other.reads(words.review.answered('9-1-1 (P4)', words.statuses.보류, 5));

    await manager.type(slash, `${review} 2017-h2`);
    const running = await manager.reads((seen) =>
      seen.text.includes(words.review.openLead(dated('2017-12-31'), dated('2018-04-13'), '2', '8')),
    );
    await closes(manager, running);
    const frozen = await manager.reads(words.review.frozenTitle(name));
    expect(frozen.text).toContain(words.review.closed(name, '2', '1'));
    expect(frozen.text).toContain(words.review.nothingToCompare);
    await member.reads((seen) => seen.text.includes(words.review.frozenLead) && seen.buttons.length === 0);

    const results = await answersOf(office, '2017-h2');
    expect(results.map((answer) => answer.result)).toEqual([
      '정상추진',
      '완료',
      '이행 후 계속추진',
      '보류',
      '정상추진',
      '정상추진',
      null,
      '정상추진',
    ]);
    const pledges = await findPledges(db);
    expect(pledges[0]).toMatchObject({ status: '정상추진', progress: 80 });
    expect(pledges[3]).toMatchObject({ status: '보류', progress: 5 });
    const owed = await db.selectFrom('followup').selectAll().execute();
    expect(owed).toMatchObject([{ source_noun: 'pledge', source_record: 'P4', owner: OTHER_MEMBER }]);
  });
});

test('the next round is compared with the one before', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h1');
  await manager.reads('2017년 상반기 공약 자체평가 진행 중');
  await closes(manager);
  await manager.reads('2017년 상반기 공약 자체평가 결과');

  await opens(manager, '2017 하반기');
  await manager.reads('2017년 하반기 공약 자체평가 진행 중');
  await office.tick();
  const asked = await member.reads('2017년 하반기 공약 자체평가');
  await member.press('답변', { in: asked });
  await member.seesView();
  await member.submit({ status: '완료', progress: 100, source: '준공검사 12호' });
  await member.reads('답했습니다');
  await manager.type('/공약', '평가 2017-h2');
  await manager.reads('8건 가운데 1건 답변');
  await closes(manager);
  const result = await manager.reads('2017년 하반기 공약 자체평가 결과');
  expect(result.text).toContain('2017년 상반기 자체평가와 비교: 사업완료 +1 · 정상추진 −1');
  expect(result.text).toContain('1-1-1 골목안전등 확대: 정상추진 → 완료 100%');

  await manager.type('/공약', '평가 2017-h2 공개 2018-03-15');
  const publishing = await manager.seesView('답하지 않은 공약 7건');
  expect(publishing.text).toContain('안심주택 공급');
  expect(await manager.submit({ reason: ' ' })).toMatchObject({ errors: { reason: '입력해 주세요.' } });
  await manager.submit({ reason: '담당 부서 개편 중' });
  await manager.reads('2018년 3월 15일(목)에 공개');
  await manager.type('/공약', '이력');
  expect((await manager.reads('평가 이력')).text).toContain('2017년 하반기 자체평가 · 2018년 3월 15일(목) 공개');
});

test('opening twice opens one round, and nobody is asked twice, though Slack’s first answers are lost', async () => {
  const { slack, db, tick } = await officeWithPledges();
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h2');
  await manager.reads('2명에게 요청했습니다');
  await slack.redeliverLast();
  await slack.settled();
  slack.trouble({ rate: 1, kinds: ['lost'], methods: ['chat.postMessage'] });
  await tick();
  slack.trouble();
  slack.clock.move(5 * 60_000);
  await tick();
  await manager.type('/공약', '평가 2017-h2');
  await slack.settled();

  expect(await findRounds(db)).toHaveLength(1);
  expect(
    member.messages(member.appChannel).filter((it) => it.text.includes('2017년 하반기 공약 자체평가')),
  ).toHaveLength(1);
});

test('only the one who is asked or a manager may answer', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [manager, member, other] = [slack.as(MANAGER), slack.as(MEMBER), slack.as(OTHER_MEMBER)];
  await opens(manager, '2017-h2');
  await office.tick();
  const asked = await member.reads('2017년 하반기 공약 자체평가');
  await member.press('답변', { in: asked });
  const view = await member.seesView();
  await office.db.updateTable('review_answer').set({ asked: OTHER_MEMBER }).where('pledge_id', '=', 1).execute();

  expect(await member.submit({ status: '완료', progress: 100, source: '문서 1호' })).toMatchObject({
    ok: false,
    errors: { status: '맡은 공약만 답할 수 있습니다. 담당이 바뀌었으면 ‘/공약 부서’에서 책임자가 정할 수 있습니다.' },
  });
  expect(view.callbackId).toBe('pledge_update');
  await other.reads('2017년 하반기 공약 자체평가');
  expect((await answersOf(office, '2017-h2'))[0]?.answeredBy).toBeNull();
});

test('an answer that comes after the round is frozen changes nothing', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h2');
  await office.tick();
  await member.press('답변', { in: await member.reads('2017년 하반기 공약 자체평가') });
  await member.seesView();
  await manager.reads('진행 중');
  await closes(manager);
  await manager.reads('공약 자체평가 결과');

  expect(await member.submit({ status: '완료', progress: 100, source: '문서 1호' })).toMatchObject({ ok: false });
  expect((await answersOf(office, '2017-h2'))[0]?.result).toBe('정상추진');
});

test('a pledge that was updated after its answer keeps the newer state', async () => {
  const office = await officeWithPledges();
  const { slack, db } = office;
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h2');
  await office.tick();
  await member.press('답변', { in: await member.reads('2017년 하반기 공약 자체평가') });
  await member.seesView();
  await member.submit({ status: '정상추진', progress: 30, source: '문서 1호' });
  await member.reads('답했습니다');
  await manager.type('/공약', '갱신 1-1-1');
  await manager.seesView();
  await manager.submit({ status: '완료', progress: 100, source: '문서 2호' });
  await manager.reads('갱신했습니다');

  await manager.type('/공약', '평가 2017-h2');
  await manager.reads((seen) => seen.text.includes('1건 답변'));
  await closes(manager);
  await manager.reads('현재 추진상황을 유지했습니다');
  expect((await findPledges(db))[0]).toMatchObject({ status: '완료', progress: 100 });
  expect((await answersOf(office, '2017-h2'))[0]).toMatchObject({ result: '정상추진', resultProgress: 30 });
});

test('who was missing is asked once someone answers for the department', async () => {
  const { slack, db, tick } = await officeWithPledges();
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h2');
  await manager.reads('담당자가 지정되지 않은 공약 3건');
  await manager.type('/공약', '부서 총무과 @김서연');
  await manager.reads('총무과 담당자');
  await manager.type('/공약', '평가 2017-h2');
  await manager.reads('담당자가 지정되지 않은 공약 3건');
  await manager.press('review_ask');
  await manager.reads('담당자가 지정되지 않은 공약 2건');
  await tick();
  await member.reads((seen) => seen.text.includes('휴대폰 충전대') && seen.text.includes('4건'));
  expect(
    member.messages(member.appChannel).filter((it) => it.text.includes('2017년 하반기 공약 자체평가')),
  ).toHaveLength(1);
  expect(await db.selectFrom('review_request').selectAll().execute()).toHaveLength(2);
});

test('a half year that has not begun, or one without pledges, is not opened', async () => {
  const { slack } = await officeWithPledges();
  const manager = slack.as(MANAGER);
  await manager.type('/공약', '평가 2018-h2');
  await manager.reads('아직 오지 않은 반기');
  await manager.type('/공약', '평가 2010-h1');
  await manager.reads('등록된 공약이 없어');
  await manager.type('/공약', '평가 언젠가');
  await manager.reads('예:');
});

test('people who have left are not asked, and a voided pledge is no part of the result', async () => {
  const office = await officeWithPledges();
  const { slack, db } = office;
  const manager = slack.as(MANAGER);
  await db.updateTable('person').set({ removed_at: NOW.toISOString() }).where('user_id', '=', OTHER_MEMBER).execute();
  await opens(manager, '2017-h2');
  expect((await manager.reads('1명에게 요청했습니다')).text).toContain('담당자가 지정되지 않은 공약 5건');
  await manager.type('/공약', '무효 P8 두 번 등록함');
  await manager.reads('무효 처리했습니다');

  await manager.type('/공약', '평가 2017-h2');
  await manager.reads('진행 중');
  await closes(manager);
  expect((await manager.reads('공약 자체평가 결과')).text).toContain('계 7건');
});

describe.each(SETTINGS)('several at once, over $connection in $language', (setting) => {
  const dated = (day: string) => formatDate(day, setting.language);
  const { review, statuses, form } = textFor(setting.language).pledge;
  const [slash, verb] = setting.language === 'ko' ? ['/공약', '평가'] : ['/pledge', 'review'];
  const name = review.name(2017, 2);

  test('nobody is asked before the window is sent, which shows who will be asked for what until when', async () => {
    const office = await officeWithPledges(setting);
    const { slack } = office;
    const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
    await manager.type(slash, `${verb} 2017-h2`);
    const view = await manager.seesView(review.opening.title);
    expect(view.text).toContain('김서연: 3');
    expect(view.text).toContain('1-1-1');
    expect(view.text).toContain('총무과');
    expect(view.fields.until?.value).toBe('2018-04-13');
    await office.tick();
    expect(await findRounds(office.db)).toEqual([]);
    expect(member.messages(member.appChannel)).toEqual([]);

    expect(await manager.submit({ until: '2018-03-29' })).toMatchObject({ errors: { until: review.opening.past } });
    await manager.submit({ until: '2018-04-20' });
    await manager.reads(review.openLead(dated('2017-12-31'), dated('2018-04-20'), '0', '8'));
    await office.tick();
    await member.reads(review.requestLead(dated('2017-12-31'), dated('2018-04-20'), '3', '0'));
  });

  test('many are answered without change at once, each with its source of last time or a new one', async () => {
    const office = await officeWithPledges(setting);
    const { slack } = office;
    const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
    await manager.type(slash, setting.language === 'ko' ? '갱신 1-1-1' : 'update 1-1-1');
    await manager.seesView();
    await manager.submit({ status: '정상추진', progress: 70, source: '안전총괄과-12' });
    await slack.settled();
    await office.db.updateTable('pledge').set({ progress: 100 }).where('id', 'in', [2, 3]).execute();
    await opens(manager, '2017-h2', slash, verb);
    await office.tick();

    await member.press(review.same.button, { in: await member.reads(review.requestTitle(name)) });
    const view = await member.seesView(review.same.title);
    expect(view.text).toContain(`${statuses.정상추진} 70%`);
    expect(Object.values(view.fields).map(({ value }) => value)).toEqual(['안전총괄과-12', null, null]);
    expect(await member.submit({ source_0: '' })).toMatchObject({ ok: false });
    expect(await member.submit({ source_0: '안전총괄과-12', source_1: '확인' })).toMatchObject({
      errors: { source_1: form.refusals.not_evidence },
    });
    await member.submit({ source_0: '안전총괄과-12', source_1: '안전총괄과-99' });
    expect(await slack.redeliverLast()).toMatchObject({ ok: true });
    await member.reads(review.same.done('2'));
    await member.reads(review.requestLead(dated('2017-12-31'), dated('2018-04-13'), '3', '2'));
    expect(await answersOf(office, '2017-h2')).toMatchObject([
      { status: '정상추진', progress: 70, source: '안전총괄과-12', answeredBy: MEMBER },
      { status: '완료', progress: 100, source: '안전총괄과-99', answeredBy: MEMBER },
      { answeredBy: null },
      ...Array(5).fill({ answeredBy: null }),
    ]);
  });

  test('a round is called off with a reason; who was asked hears of it, and the half year can be opened anew', async () => {
    const office = await officeWithPledges(setting);
    const { slack, db } = office;
    const [manager, member, other] = [slack.as(MANAGER), slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    await opens(manager, '2017-h2', slash, verb);
    await office.tick();
    const asked = await member.reads(review.requestTitle(name));
    await manager.press('review_cancel', { in: await manager.reads(review.openTitle(name)) });
    await manager.seesView(review.cancel.title);
    expect(await manager.submit({ reason: ' ' })).toMatchObject({ ok: false });
    await manager.submit({ reason: '기준일이 바뀜' });
    await manager.reads(review.cancel.done(name));
    await office.tick();
    for (const who of [member, other]) {
      const said = who.messages(who.appChannel).filter(({ text }) => text.includes('기준일이 바뀜'));
      expect(said).toHaveLength(1);
    }
    const withdrawn = member.messages(member.appChannel).find(({ ts }) => ts === asked.ts);
    expect(withdrawn).toMatchObject({ buttons: [], text: expect.stringContaining(review.cancelledLead) });
    expect(await db.selectFrom('review_answer').select('result').where('result', 'is not', null).execute()).toEqual([]);

    await opens(manager, '2017-h2', slash, verb);
    await manager.reads(review.openTitle(name));
    expect((await findRounds(db)).map(({ state }) => state).toSorted()).toEqual(['cancelled', 'open']);
    await manager.type(slash, setting.language === 'ko' ? '이력' : 'history');
    const history = await manager.reads(textFor(setting.language).pledge.evaluation.title);
    expect(history.text).toContain(`${review.historyLine(name)} · ${review.cancelledState}`);
  });

  test('closing and publishing name what is unanswered, and need a reason for it', async () => {
    const office = await officeWithPledges(setting);
    const { slack, db } = office;
    const manager = slack.as(MANAGER);
    await opens(manager, '2017-h2', slash, verb);
    await manager.press('review_close', { in: await manager.reads(review.openTitle(name)) });
    const view = await manager.seesView(review.closing.title);
    expect(view.text).toContain(review.left('8'));
    expect(view.text).toContain('안심주택 공급');
    expect(await manager.submit({ reason: '' })).toMatchObject({ ok: false });
    await manager.submit({ reason: '담당 부서가 없어짐' });
    const result = await manager.reads(review.frozenTitle(name));
    expect(result.text).toContain(review.left('8'));
    expect(result.text).toContain('안심주택 공급');

    await manager.type(slash, `${verb} 2017-h2 ${setting.language === 'ko' ? '공개' : 'publish'} 2018-03-15`);
    expect((await manager.seesView(review.publishing.title)).text).toContain(review.left('8'));
    await manager.submit({ reason: '의회가 요구함' });
    await manager.reads(review.publishedNow(name, dated('2018-03-15')));
    const reasons = db.selectFrom('history').select(['action', 'reason']).where('noun', '=', 'review_round');
    expect(await reasons.where('action', '!=', 'opened').orderBy('id').execute()).toEqual([
      { action: 'frozen', reason: '담당 부서가 없어짐' },
      { action: 'published', reason: '의회가 요구함' },
    ]);
  });

  test('the numbers of two rounds compare progress too', async () => {
    const office = await officeWithPledges(setting);
    const { slack, db } = office;
    const manager = slack.as(MANAGER);
    await db.updateTable('pledge').set({ progress: 50 }).where('id', 'in', [1, 5]).execute();
    await opens(manager, '2017-h1', slash, verb);
    await closes(manager, await manager.reads(review.openTitle(review.name(2017, 1))));
    await manager.reads(review.frozenTitle(review.name(2017, 1)));
    await db.updateTable('pledge').set({ progress: 70 }).where('id', '=', 1).execute();
    await opens(manager, '2017-h2', slash, verb);
    await closes(manager, await manager.reads(review.openTitle(name)));
    const result = await manager.reads(review.frozenTitle(name));
    expect(result.text).toContain(review.progressMoved('50.0', '60.0'));
    expect(result.text).toContain(`${statuses.정상추진} 50% → ${statuses.정상추진} 70%`);
  });
});

test('a round that is called off before anybody was asked is told to nobody', async () => {
  const office = await officeWithPledges();
  const { slack } = office;
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await opens(manager, '2017-h2');
  await manager.press('review_cancel', { in: await manager.reads('진행 중') });
  await manager.seesView('자체평가 취소');
  await manager.submit({ reason: '잘못 엶' });
  await manager.reads('자체평가를 취소했습니다');
  await office.tick();
  expect(member.messages(member.appChannel)).toEqual([]);
});
