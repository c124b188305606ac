import { describe, expect, test } from 'vitest';
import { findAnswers, findRound, findRounds } from '../../../src/pledge/reviews/store.ts';
import { findPledges } from '../../../src/pledge/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, MEMBER, NOW, type Office, OTHER_MEMBER, SETTINGS, startOffice } from '../../support/office.ts';
import { nameAnswerers, takeIn } from '../given.ts';

async function officeWithPledges(setting = SETTINGS[0]): Promise<Office> {
  const office = await startOffice(setting);
  await takeIn(office.db);
  await nameAnswerers(office.db);
  return office;
}

const answersOf = async ({ db }: Office, name: string) => {
  const round = await findRound(db, name);
  return round ? findAnswers(db, round.id) : [];
};

describe.each(SETTINGS)('over $connection in $language', (setting) => {
  const words = textFor(setting.language).pledge;
  const slash = setting.language === 'ko' ? '/공약' : '/pledge';
  const review = setting.language === 'ko' ? '평가' : 'review';

  test('a round runs from its opening to its frozen result', async () => {
    const office = await officeWithPledges(setting);
    const { slack, db } = office;
    const [manager, member, other] = [slack.as(MANAGER), slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    const name = words.review.name(2017, 2);

    await manager.type(slash, `${review} 2017-h2`);
    const opened = await manager.reads(words.review.openTitle(name));
    expect(opened.text).toContain(words.review.asked('2'));
    expect(opened.text).toContain('총무과');

    await office.tick();
    const asked = await member.reads(words.review.requestTitle(name));
    expect(asked.buttons).toEqual([words.review.answer, words.review.answer, words.review.answer]);
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
    const running = await manager.reads((seen) => seen.text.includes(words.review.openLead('2017-12-31', '2', '8')));
    await manager.press('review_close', { in: running });
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
  await manager.type('/공약', '평가 2017-h1');
  await manager.reads('2017년 상반기 공약 자체평가 진행 중');
  await manager.press('review_close');
  await manager.reads('2017년 상반기 공약 자체평가 결과');

  await manager.type('/공약', '평가 2017 하반기');
  await manager.reads('2017년 하반기 공약 자체평가 진행 중');
  await office.tick();
  const asked = await member.reads('2017년 하반기 공약 자체평가');
  await member.press('답변', { in: asked });
  await member.seesView();
  await member.submit({ status: '완료', progress: 100, source: '준공검사 12호' });
  await member.reads('답했습니다');
  await manager.type('/공약', '평가 2017-h2');
  await manager.reads('8건 가운데 1건 답변');
  await manager.press('review_close');
  const result = await manager.reads('2017년 하반기 공약 자체평가 결과');
  expect(result.text).toContain('2017년 상반기 자체평가와 비교: 사업완료 +1 · 정상추진 −1');
  expect(result.text).toContain('1-1-1 골목안전등 확대: 정상추진 → 완료');

  await manager.type('/공약', '평가 2017-h2 공개 2018-03-15');
  await manager.reads('2018-03-15에 공개');
  await manager.type('/공약', '이력');
  expect((await manager.reads('평가 이력')).text).toContain('2017년 하반기 자체평가 · 2018-03-15 공개');
});

test('opening twice opens one round, and nobody is asked twice, though Slack’s first answers are lost', async () => {
  const { slack, db, tick } = await officeWithPledges();
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await manager.type('/공약', '평가 2017-h2');
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
  await manager.type('/공약', '평가 2017-h2');
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
  await manager.type('/공약', '평가 2017-h2');
  await office.tick();
  await member.press('답변', { in: await member.reads('2017년 하반기 공약 자체평가') });
  await member.seesView();
  await manager.reads('진행 중');
  await manager.press('review_close');
  await manager.reads('공약 자체평가 결과');

  expect(await member.submit({ status: '완료', progress: 100, source: '문서 1호' })).toMatchObject({ ok: false });
  expect((await answersOf(office, '2017-h2'))[0]?.result).toBe('정상추진');
});

test('a pledge that was updated after its answer keeps the newer state', async () => {
  const office = await officeWithPledges();
  const { slack, db } = office;
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await manager.type('/공약', '평가 2017-h2');
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
  await manager.press('review_close');
  await manager.reads('현재 추진상황을 유지했습니다');
  expect((await findPledges(db))[0]).toMatchObject({ status: '완료', progress: 100 });
  expect((await answersOf(office, '2017-h2'))[0]).toMatchObject({ result: '정상추진', resultProgress: 30 });
});

test('who was missing is asked once someone answers for the department', async () => {
  const { slack, db, tick } = await officeWithPledges();
  const [manager, member] = [slack.as(MANAGER), slack.as(MEMBER)];
  await manager.type('/공약', '평가 2017-h2');
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
  await manager.type('/공약', '평가 2017-h2');
  expect((await manager.reads('1명에게 요청했습니다')).text).toContain('담당자가 지정되지 않은 공약 5건');
  await manager.type('/공약', '무효 P8 두 번 등록함');
  await manager.reads('무효 처리했습니다');

  await manager.type('/공약', '평가 2017-h2');
  await manager.reads('진행 중');
  await manager.press('review_close');
  expect((await manager.reads('공약 자체평가 결과')).text).toContain('계 7건');
});
