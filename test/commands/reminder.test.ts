import { describe, expect, test } from 'vitest';
import { TIMETABLE as ALL } from '../../src/app/timetable.ts';
import type { Database } from '../../src/base/db/database.ts';
import { insertContact } from '../../src/council/store.ts';
import { insertFollowups } from '../../src/followup/store.ts';
import { FOLLOWUP_BEGIN } from '../../src/followup/views.ts';
import { putOfficeSetting } from '../../src/people/settings/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { putBudgets } from '../../src/spending/budget/store.ts';
import { textFor } from '../../src/text/index.ts';
import { MANAGER, MEMBER, type Office, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';
import { putVisit } from '../support/visits.ts';

/** Thursday noon in Seoul: what is due on Friday is told of at nine on that day. */
const THURSDAY = new Date('2018-03-29T03:00:00Z');
/** Without the digest, which tells people of the same things in its own way. */
const TIMETABLE = ALL.filter(({ name }) => !name.startsWith('digest'));
const COMMAND = { ko: ['/비서', '알림'], en: ['/biseo', 'reminders'] } as const;

async function owe(db: Database, titles: readonly string[], owner = MEMBER, due = '2018-03-30'): Promise<void> {
  const items = titles.map((title) => ({ source: { noun: 'message' as const, record: '1' }, title, owner, due }));
  await insertFollowups(db, items, { actor: MANAGER, at: THURSDAY });
}

/** Lets the app look, then goes on to that moment and lets it look again. */
async function goTo({ slack, tick }: Office, moment: string): Promise<void> {
  await tick();
  slack.clock.move(Date.parse(moment) - slack.now().getTime());
  await tick();
}

const said = (office: Office, userId: string) =>
  office.slack
    .as(userId)
    .messages()
    .filter((it) => it.fromApp);

describe.each(SETTINGS)('over $connection in $language', ({ connection, language }) => {
  const text = textFor(language);
  const words = text.reminder;
  const lead = (kind: 'followup_today', count: number) => words.leads[kind]({ count, day: words.day(0, ''), time: '' });

  test('a follow-up is told of on its day, finished by its button, and the message says who did it', async () => {
    const office = await startOffice({ connection, language, now: THURSDAY, timetable: TIMETABLE });
    const { slack, db, tick } = office;
    await tick();
    await owe(db, ['주차장 답변']);
    await goTo(office, '2018-03-29T23:59:00Z');
    expect(said(office, MEMBER)).toEqual([]);

    await goTo(office, '2018-03-30T00:00:10Z');
    const me = slack.as(MEMBER);
    const told = await me.reads(lead('followup_today', 1));
    expect(told.text).toContain('주차장 답변');
    expect(told.buttons).toEqual(expect.arrayContaining([text.followup.finish, words.show, words.decline, words.off]));

    await me.press('reminder_show', { in: told });
    await me.reads((it) => it.buttons.includes(text.followup.begin));
    await me.press(FOLLOWUP_BEGIN);
    await me.reads(text.followup.began('F1'));
    await tick();
    expect(me.messages().find(({ ts }) => ts === told.ts)?.buttons).toContain(text.followup.finish); // begun is not done

    await me.press('reminder_done', { in: told });
    await me.seesView();
    await me.submit({ answer: '구청과 협의함' });
    await me.reads(text.followup.finished('F1'));
    await tick();

    const ended = await me.reads(words.answers.ended(text.followup.actions.finished ?? '', '김서연').slice(0, 8));
    expect(ended).toMatchObject({ ts: told.ts, buttons: [] });
    expect(ended.text).toContain('09:00');
    slack.clock.move(60 * 60_000);
    await tick();
    expect(said(office, MEMBER).filter((it) => it.text.includes(lead('followup_today', 1)))).toHaveLength(1);
  });

  test('it is put off, comes again, and is put off once though the menu is used twice', async () => {
    const office = await startOffice({ connection, language, now: THURSDAY, timetable: TIMETABLE });
    const { slack, db, tick } = office;
    await tick();
    await owe(db, ['주차장 답변']);
    await goTo(office, '2018-03-30T00:00:10Z');
    const me = slack.as(MEMBER);
    const first = await me.reads(lead('followup_today', 1));

    await me.choose('reminder_snooze', words.snoozes['20m'], { in: first });
    await slack.settled();
    const put = await me.reads(words.answers.snoozed('', '').trim().slice(0, 4));
    expect(put).toMatchObject({ ts: first.ts, buttons: [] });
    await slack.redeliverLast();
    await goTo(office, '2018-03-30T00:20:30Z');

    const again = said(office, MEMBER).filter((it) => it.text.includes(lead('followup_today', 1)) && it.ts > first.ts);
    expect(again).toHaveLength(1);
    expect(await db.selectFrom('outbox').select('key').where('kind', '=', 'reminder_again').execute()).toHaveLength(1);
  });

  test('who says that it is not theirs is left alone, and who entered it hears of it', async () => {
    const office = await startOffice({ connection, language, now: THURSDAY, timetable: TIMETABLE });
    const { slack, db, tick } = office;
    await tick();
    await owe(db, ['주차장 답변']);
    await goTo(office, '2018-03-30T00:00:10Z');
    const me = slack.as(MEMBER);
    const first = await me.reads(lead('followup_today', 1));

    await me.press('reminder_decline', { in: first });
    await me.reads(words.declinedTold);
    await tick();

    expect((await me.reads(words.answers.not_mine(''))).ts).toBe(first.ts);
    const manager = await slack.as(MANAGER).reads(words.declined('김서연'));
    expect(manager.text).toContain('주차장 답변');
    await slack.as(MANAGER).press('reminder_show', { in: manager });
    await slack.as(MANAGER).reads('F1');
    await goTo(office, '2018-04-06T00:10:00Z');
    expect(said(office, MEMBER).some((it) => it.text.includes(words.kinds.followup_overdue.name))).toBe(false);
    expect(said(office, MEMBER).filter((it) => it.text.includes('주차장 답변'))).toHaveLength(1);
  });

  test('a kind is turned off beside its reminder, and on again at another time in the form', async () => {
    const office = await startOffice({ connection, language, now: THURSDAY, timetable: TIMETABLE });
    const { slack, db, tick } = office;
    await tick();
    await owe(db, ['주차장 답변']);
    await owe(db, ['공원 답변'], MEMBER, '2018-04-02');
    await goTo(office, '2018-03-30T00:00:10Z');
    const me = slack.as(MEMBER);
    const { name } = words.kinds.followup_today;
    const [first] = said(office, MEMBER).filter((it) => it.text.includes(lead('followup_today', 1)));

    await me.press('followup_today', first ? { in: first } : {});
    await me.reads(words.turnedOff(name).split('`')[0] ?? '');
    const [command, sub] = COMMAND[language];
    await me.type(command, sub);
    const form = await me.seesView((view) => view.callbackId === 'reminder_settings');
    expect(form.fields.followup_today?.value).toBe('off');
    expect(form.fields.quiet_from?.value).toBe('19:00');
    expect(form.fields.birthday).toBeUndefined(); // managers only
    await me.submit({ followup_today: '10:00', quiet_from: '18:00' });
    await me.reads(words.settings.saved);

    const before = said(office, MEMBER).length; // that morning's message told of both
    await goTo(office, '2018-04-02T00:30:00Z');
    expect(
      said(office, MEMBER)
        .slice(before)
        .some((it) => it.text.includes('공원 답변') && it.text.includes(lead('followup_today', 1))),
    ).toBe(false);
    await goTo(office, '2018-04-02T01:00:10Z');
    expect(
      said(office, MEMBER)
        .slice(before)
        .some((it) => it.text.includes('공원 답변') && it.text.includes(lead('followup_today', 1))),
    ).toBe(true);
    const history = await db
      .selectFrom('history')
      .select(['actor', 'noun'])
      .where('noun', '=', 'person_setting')
      .execute();
    expect(history).toHaveLength(2);
  });

  test('managers choose for the office, others may not', async () => {
    const office = await startOffice({ connection, language, now: THURSDAY, timetable: TIMETABLE });
    const { slack, db, tick } = office;
    await tick();
    await owe(db, ['주차장 답변']);
    const [command, sub] = COMMAND[language];
    await slack.as(MEMBER).type(command, `${sub} office`);
    await slack.as(MEMBER).reads(text.access.notManager);

    await slack.as(MANAGER).type(command, `${sub} office`);
    await slack.as(MANAGER).seesView((view) => view.callbackId === 'reminder_office_settings');
    await slack.as(MANAGER).submit({ followup_today: 'off' });
    await slack.as(MANAGER).reads(words.settings.officeSaved);
    await goTo(office, '2018-03-30T00:10:00Z');

    expect(said(office, MEMBER).filter((it) => it.text.includes('주차장 답변'))).toEqual([]);
  });
});

test('several of one kind are one message with a menu each, whose pages can be turned', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, db, tick } = office;
  await tick();
  await owe(
    db,
    Array.from({ length: 12 }, (_, i) => `답변 ${i + 1}`),
  );
  await goTo(office, '2018-03-30T00:00:10Z');
  const me = slack.as(MEMBER);
  const told = said(office, MEMBER).filter((it) => it.text.includes('기한이 된 후속조치가 12건'));
  expect(told).toHaveLength(1);

  const [first] = told;
  await me.press('reminder_page_next', first ? { in: first } : {});
  const second = await me.reads('답변 12');
  expect(second.ts).toBe(first?.ts);
  await me.choose('reminder_more', '내일', { in: second });
  await slack.settled();
  expect((await me.reads('에 다시 알림')).text).toContain('답변 11');
  await me.choose('reminder_snooze_all', '1시간 뒤', { in: second });
  await slack.settled();

  await goTo(office, '2018-03-30T01:01:00Z');
  const again = said(office, MEMBER).filter((it) => it.text.includes('기한이 된 후속조치가 11건'));
  expect(again).toHaveLength(1);
});

test('a result and a notice to the council are given from their reminders', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, tick } = office;
  await tick();
  const site = { title: '현장 점검', startsOn: '2018-04-05', place: '공사현장', staff: [OTHER_MEMBER] };
  await putVisit(office, { kind: 'site', ...site }, MANAGER);
  const me = slack.as(MEMBER);

  await goTo(office, '2018-04-02T00:00:10Z');
  const notice = await me.reads('아직 시의회에 알리지 않았습니다');
  await me.press('reminder_done', { in: notice });
  await me.seesView((view) => view.callbackId === 'visit_share');
  await me.submit({ others: '김가람' });
  await slack.settled();
  await tick();
  expect(await me.reads('의회 사전공유 · 김서연')).toMatchObject({ ts: notice.ts, buttons: [] });

  await goTo(office, '2018-04-04T09:00:10Z');
  await me.reads('내일 14:00에 일정이 있습니다.');
  expect(said(office, OTHER_MEMBER).filter((it) => it.text.includes('내일 14:00에 일정'))).toHaveLength(1);
  await goTo(office, '2018-04-05T04:00:10Z');
  const hour = await me.reads('14:00에 시작하는 일정이 있습니다.');
  await me.choose('reminder_snooze', '1시간 뒤', { in: hour });
  await me.reads('14:00에는 이미 늦습니다.');
  await me.press('reminder_done', { in: hour });
  expect(await me.reads('확인함 · 김서연')).toMatchObject({ ts: hour.ts, buttons: [] });

  await goTo(office, '2018-04-06T00:00:10Z');
  const result = await me.reads('어제 일정의 결과가 아직 없습니다.');
  await me.press('reminder_done', { in: result });
  await me.seesView((view) => view.callbackId === 'visit_result');
  await me.submit({ participants: '30', summary: '점검을 마침' });
  await slack.settled();
  await tick();
  expect(await me.reads('결과 · 김서연')).toMatchObject({ ts: result.ts, buttons: [] });
});

test('a council contact without a result opens its form', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, db, tick } = office;
  await tick();
  const talk = {
    kind: 'committee_meeting' as const,
    heldOn: '2018-03-29',
    heldTime: null,
    agenda: '추경 사전 협의',
    result: null,
    others: '환경위 위원',
    memberIds: [],
    visitId: null,
    briefingId: null,
  };
  const by = { actor: MEMBER, at: THURSDAY, formKey: 'a-contact', origin: 'form' as const };
  await insertContact(db, talk, { ...by, requests: [] });
  await goTo(office, '2018-04-05T00:00:10Z');
  const me = slack.as(MEMBER);
  const told = await me.reads('시의회 소통의 결과가 아직 없습니다.');

  await me.press('reminder_done', { in: told });
  await me.seesView((view) => view.callbackId === 'council_log');
  await me.submit({ result: '원안대로 처리하기로 함' });
  await slack.settled();
  await tick();

  expect(await me.reads('수정 · 김서연')).toMatchObject({ ts: told.ts, buttons: [] });
});

test('an account that crosses a line is told to managers once, and a card spend without a receipt to who entered it', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, db, tick } = office;
  await putBudgets(db, [{ year: 2018, account: '203-03', won: 100_000 }], {
    actor: MANAGER,
    at: THURSDAY,
    origin: 'person',
  });
  await tick();
  slack.clock.move(60_000);
  await recordOne(slack.as(MEMBER));
  await tick();

  const told = await slack.as(MANAGER).reads('예산의 80% 이상을 쓴 과목이 있습니다.');
  expect(told.text).toContain('85,000원 / 예산 100,000원');
  expect(said(office, MEMBER).some((it) => it.text.includes('예산의 80%'))).toBe(false);
  await slack.as(MANAGER).press('reminder_show', { in: told });
  await slack.as(MANAGER).reads('2018년');

  await goTo(office, '2018-04-02T00:30:00Z');
  const evidence = await slack.as(MEMBER).reads('증빙이 빠진 지출이 있습니다.');
  expect(evidence.text).toContain('E1');
  expect(said(office, MANAGER).filter((it) => it.text.includes('예산의 80%'))).toHaveLength(1);
});

test('the channel hears of the day and of the free days after it, without names and money', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, db, tick } = office;
  await putOfficeSetting(db, 'channel', CHANNELS.office, { actor: MANAGER, at: THURSDAY });
  await tick();
  const when = { startsOn: '2018-03-31', startTime: '10:00', endTime: '12:00' };
  const where = { place: '서울광장', district: '중구', purpose: '비공개 목적' };
  await putVisit(office, { title: '도시농업 박람회', ...when, ...where }, MANAGER);
  await goTo(office, '2018-03-29T23:30:10Z');

  const day = slack.as(OTHER_MEMBER).messages(CHANNELS.office).at(-1);
  expect(day?.text).toContain('10:00–12:00  도시농업 박람회');
  expect(day?.text).toContain('토요일');
  expect(day?.text).not.toContain('김서연');
  expect(day?.text).not.toContain('비공개 목적');
  await goTo(office, '2018-03-31T23:30:10Z');
  expect(
    slack
      .as(OTHER_MEMBER)
      .messages(CHANNELS.office)
      .filter((it) => it.text.includes('박람회')),
  ).toHaveLength(1);
});

test('a press on somebody else’s reminder does nothing', async () => {
  const office = await startOffice({ now: THURSDAY, timetable: TIMETABLE });
  const { slack, db, tick } = office;
  await tick();
  await owe(db, ['주차장 답변']);
  await goTo(office, '2018-03-30T00:00:10Z');
  expect(said(office, OTHER_MEMBER)).toEqual([]);
  await db.updateTable('reminder_item').set({ user_id: OTHER_MEMBER }).execute();

  await slack.as(MEMBER).press('reminder_decline');
  await slack.as(MEMBER).reads(textFor('ko').reminder.notYours);

  expect(await db.selectFrom('reminder_item').select('answer').execute()).toEqual([{ answer: null }]);
});
