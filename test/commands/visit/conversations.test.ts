import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { putMembers } from '../../../src/council/members/store.ts';
import { readTable } from '../../../src/tables/table.ts';
import { insertProgram } from '../../../src/visit/programs/store.ts';
import { seat } from '../../support/council.ts';
import { MANAGER, MEMBER, NOW, type Office, OTHER_MEMBER, STRANGER, startOffice } from '../../support/office.ts';

const LINE = '4/9 14:00 우이신설 공사현장 점검 강북구 민생현장';

async function planned(office: Office, userId = MEMBER, line = LINE): Promise<void> {
  const person = office.slack.as(userId);
  await person.type('/현장', line);
  await person.seesView();
  expect(await person.submit()).toMatchObject({ ok: true });
  await office.slack.settled();
}

const DAY = 24 * 60 * 60 * 1000;

test('the same form sent again, or a click delivered twice, leaves one visit', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', LINE);
  const form = await person.seesView();
  await person.submit();
  await office.slack.redeliverLast();
  await person.reads('이미 등록되어 있습니다');
  expect(form.callbackId).toBe('visit_schedule');
  expect(await office.db.selectFrom('visit').select('id').execute()).toHaveLength(1);
});

test('wrong dates in a line are named in the form, and wrong fields at the field; nothing typed is lost', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '2/31 25:00 신월 배수시설 점검');
  const form = await person.seesView('2/31');
  expect(form.text).toContain('25:00');
  expect(form.fields.title?.value).toBe('신월 배수시설 점검');

  const wrong = {
    program: '민생현장',
    district: '양천구',
    date: '2018-04-09',
    start_time: '14:00',
    end_time: '13:00',
    purpose: '가'.repeat(1500),
    more_dates: '4/9',
  };
  const answer = await person.submit(wrong);
  expect(answer).toMatchObject({ ok: false });
  expect(Object.keys((answer as { errors?: object }).errors ?? {}).toSorted()).toEqual([
    'end_time',
    'more_dates',
    'purpose',
  ]);
  expect(person.view()?.fields.title?.value).toBe('신월 배수시설 점검');
  expect(await office.db.selectFrom('visit').select('id').execute()).toEqual([]);
});

test('weekends and holidays are named before and after saving', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '5/5 10:00 어린이대공원 방문 광진구 민생현장');
  await person.seesView('5월 5일(토)은 토요일, 어린이날입니다.');
  await person.fill({ date: '2018-05-07' });
  await person.seesView('대체공휴일(어린이날)');
  await person.submit();
  await person.reads('대체공휴일(어린이날)');
});

test('what an election bars is said when a visit is planned near it', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '5/5 10:00 어린이대공원 방문 광진구 민생현장');
  await person.seesView('전국동시지방선거 39일 전입니다. 시장과 공무원은');
  await person.seesView('제86조 제6항');
  await person.submit();
  await person.reads('전국동시지방선거 39일 전입니다.');
});

test('choosing an agreement asks for its partner, and the level is counted', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '4/9 14:00 안동시 우호교류협약 체결 서울 밖');
  await person.seesView();
  await person.fill({ program: '우호교류협약', district: '서울 밖' });
  await person.seesView((view) => 'partner' in view.fields);
  expect(await person.submit({ title: '안동시 협약' })).toMatchObject({ ok: false });
  await person.submit({ partner: '안동시', partner_level: '기초' });
  await person.reads('V1 일정을 등록했습니다.');
  office.slack.clock.move(11 * DAY);
  await person.type('/현장', '통계 2018');
  await person.reads('우호교류협약 1회 · 광역 0, 기초 1 · 누적 1개소');
});

test('several dates are several visits that know of each other', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', `${LINE} 4/20 5/14`);
  await person.seesView();
  await person.submit();
  await person.reads('V1, V2, V3 일정 3건을 등록했습니다.');
  await person.type('/현장', 'v2');
  expect((await person.reads('V2 ·')).text).toContain('V1 4월 9일(월), V3 5월 14일(월)');
});

test('two people edit at once: the second is told and loses nothing', async () => {
  const office = await startOffice();
  await planned(office);
  const [first, second] = [office.slack.as(MEMBER), office.slack.as(MANAGER)];
  await first.type('/현장', '수정 V1');
  await first.seesView();
  await second.type('/현장', '수정 V1');
  await second.seesView();
  await first.submit({ title: '첫째가 고친 제목' });
  await first.reads('V1 일정을 수정했습니다.');
  await second.submit({ purpose: '둘째가 고친 목적' });
  const again = await second.seesView('그사이 김서연 님이 먼저 수정했습니다.');
  expect(again.text).toContain('제목 우이신설 공사현장 점검 → 첫째가 고친 제목');
  expect(again.fields.purpose?.value).toBe('둘째가 고친 목적');
  await second.submit();
  await second.reads('V1 일정을 수정했습니다.');
  const kept = await office.db.selectFrom('visit').select(['title', 'purpose']).executeTakeFirstOrThrow();
  expect(kept).toEqual({ title: '첫째가 고친 제목', purpose: '둘째가 고친 목적' });
});

test('only those of a visit and managers change it, whatever buttons stand there', async () => {
  const office = await startOffice();
  await planned(office);
  const other = office.slack.as(OTHER_MEMBER);
  for (const typed of ['수정 V1', '옮기기 V1 4/10', '취소 V1 이유', '결과 V1']) {
    await other.type('/현장', typed);
    await other.reads('담당자, 등록한 사람');
    await office.slack.settled();
    expect(other.view()).toBeUndefined();
  }
  await other.type('/현장', '설정');
  await other.reads('책임자나 관리자만');
  await other.type('/현장', '사업');
  expect((await other.reads('일정 구분')).buttons).toEqual([]);
  const row = await office.db.selectFrom('visit').select(['version', 'cancelled_at']).executeTakeFirstOrThrow();
  expect(row).toEqual({ version: 1, cancelled_at: null });

  const manager = office.slack.as(MANAGER);
  await manager.type('/현장', '취소 V1 비가 많이 옴');
  await manager.reads('V1 일정을 취소했습니다.');
  await manager.type('/현장', '옮기기 V1 4/10');
  await manager.reads('이미 취소된 일정');
  await manager.type('/현장', 'V1');
  expect((await manager.reads('비가 많이 옴')).text).toContain('취소된 일정입니다.');
});

test('a stranger gets no form', async () => {
  const office = await startOffice();
  const stranger = office.slack.as(STRANGER);
  await stranger.type('/현장', LINE);
  await office.slack.settled();
  expect(stranger.view()).toBeUndefined();
});

test('moving into another visit opens the form with the clash in it', async () => {
  const office = await startOffice();
  await planned(office);
  await planned(office, MEMBER, '4/9 18:00 신월 배수시설 점검 양천구 민생현장');
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '옮기기 V2 15:20');
  const form = await person.seesView('이동 시간이 모자랍니다 (사이 20분, 이동 40분)');
  expect(form.fields.start_time?.value).toBe('15:20');
  await person.submit({ start_time: '15:40' });
  await person.reads('V2 일정을 옮겼습니다.');

  const manager = office.slack.as(MANAGER);
  await manager.type('/현장', '설정');
  await manager.seesView();
  expect(await manager.submit({ between: 481 })).toMatchObject({ ok: false });
  await manager.submit({ between: 10, districts: '강북구\n양천구\n중구' });
  await manager.reads('일정 설정을 저장했습니다.');
  await person.type('/현장', '옮기기 V2 15:10');
  await person.reads('15:10');
});

test('today, the week and the list say what is on, page by page', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '오늘');
  await person.reads('3월 30일(금)에는 일정이 없습니다.');
  await planned(office, MEMBER, '오늘 15:00 수유시장 물가 점검 강북구 민생현장');
  for (let day = 2; day <= 11; day++) await planned(office, MEMBER, `4/${day} 10:00 현장 ${day} 점검 중구 민생현장`);

  await person.type('/현장', '오늘');
  expect((await person.reads('오늘 일정')).text).toContain('15:00 수유시장 물가 점검');
  await person.type('/현장', '주간 다음주');
  const week = await person.reads('주간 일정');
  expect(week.text).toContain('4월 2일(월)');
  expect(week.text).toContain('4월 7일(토) · 토요일');
  expect(week.text).toContain('의회에 아직 알리지 않은 일정 7건');
  await person.type('/현장', '목록 4월 중구');
  const list = await person.reads('1 / 2쪽');
  expect(list.text).toContain('10건');
  await person.press('다음', { in: list });
  await person.reads('2 / 2쪽');
  await person.type('/현장', '목록 없는낱말');
  await person.reads('조건에 맞는 일정이 없습니다.');
  await person.type('/현장', '주간 오징어');
  await person.reads('기간으로 읽지 못했습니다');
});

test('help and slips of the finger are answered; words that begin a plan are not taken for commands', async () => {
  const office = await startOffice();
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '도움말');
  await person.reads('현장방문·일정 명령');
  await person.type('/현장', 'shwo V1');
  await person.reads('/현장 show');
  await person.type('/현장', 'V99');
  await person.reads('V99 일정을 찾지 못했습니다.');
  await person.type('/현장', '결과 보고회 4/9 14:00 중구');
  const form = await person.seesView('일정 등록');
  expect(form.fields.title?.value).toBe('결과 보고회');
});

test('an announcement is briefed before it; afterwards is said to be too late', async () => {
  const office = await startOffice();
  const leader = {
    name: '한의장',
    term: 11,
    constituency: null,
    party: null,
    district: '중구',
    committee: null,
    post: '의장',
  };
  await putMembers(office.db, [leader], { actor: 'test', at: NOW, origin: 'file' });
  await planned(office, MEMBER, '오늘 13:00 청년수당 발표 @브리핑룸 중구 정책발표');
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '목록 미공유');
  await person.reads('⚠ 의회 사전공유 전');

  office.slack.clock.move(2 * 60 * 60 * 1000);
  await person.type('/현장', '공유 V1');
  const form = await person.seesView('발표에 앞서');
  expect(form.fields.told_members?.value).toEqual(['1']);
  expect(await person.submit({ told_time: '14:30' })).toMatchObject({ ok: false });
  await person.submit({ told_time: '13:30', how: '전화' });
  await person.reads('⚠ 발표 시각이 지난 뒤에');
  await person.type('/현장', 'V1');
  expect((await person.reads('한의장 ·')).text).toContain('⚠ 발표 뒤에 알림');

  await person.type('/현장', '공유 V1');
  await person.seesView((view) => view.callbackId === 'visit_share');
  await person.submit({ told_time: '12:10', told_members: null, others: '교통위원장' });
  await person.reads('V1 일정을 1명에게');
  await person.type('/현장', 'V1');
  expect((await person.reads('교통위원장 ·')).text).toContain('의회 사전공유함');
});

test('members to tell are found by name, and nobody at all is refused', async () => {
  const office = await startOffice();
  await seat(office, ['강하나']);
  await seat(office, ['남세별'], { district: '강남구' });
  await planned(office);
  const person = office.slack.as(OTHER_MEMBER);
  await person.type('/현장', '공유 V1');
  await person.seesView();
  expect(await person.submit({ told_members: null })).toMatchObject({ ok: false });
  const offered = await person.search('told_members', '남세');
  expect(offered.map((it) => it.text.text)).toEqual(['남세별 (교통, 강남구)']);
});

test('spending is tied to a visit and stands there', async () => {
  const office = await startOffice();
  await planned(office);
  const person = office.slack.as(MEMBER);
  const spend = {
    year: 2018,
    month: 3,
    spent_on: '2018-03-29',
    spent_time: '12:00',
    place: '미진',
    purpose: '간담회',
    flags: '',
    origin: 'form',
    nth: 1,
    created_by: MEMBER,
    created_at: NOW.toISOString(),
    version: 1,
  };
  for (const amount of [85_000, 15_000])
    await office.db
      .insertInto('expense')
      .values({ ...spend, amount, fingerprint: String(amount) })
      .execute();

  await person.type('/현장', '연결 V1 E1, E2');
  await person.reads('V1 일정에 E1, E2 지출을 연결했습니다.');
  await person.type('/현장', '연결 V1 E9');
  await person.reads('없는 지출입니다: E9');
  await person.type('/현장', 'V1');
  const card = await person.reads('2건 · 100,000원');
  await person.press('지출 연결', { in: card });
  await person.seesView();
  expect(await person.submit({ expenses: '오징어' })).toMatchObject({ ok: false });
  await person.submit({ expenses: 'E1' });
  await person.reads('이미 연결되어 있습니다');
  await person.type('/현장', '해제 V1 E2');
  await person.reads('E2 지출 연결을 해제했습니다.');
  expect(await office.db.selectFrom('visit_expense').select('expense_id').execute()).toEqual([{ expense_id: 1 }]);
});

test('a result waits for the day, is entered once, and takes more items later', async () => {
  const office = await startOffice();
  await planned(office, MEMBER, '4/9 14:00 강북 현장시장실 강북구 현장시장실');
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '결과 V1');
  await person.reads('아직 시작하지 않았습니다');
  office.slack.clock.move(11 * DAY);
  await person.type('/현장', '결과 V1');
  await person.seesView();
  expect(await person.submit({ participants: 12, summary: '들음', agenda: '가'.repeat(301) })).toMatchObject({
    ok: false,
  });
  await person.submit({ participants: 12, summary: '들음', agenda: '1. 주차장\n2. 가로등 (완료)' });
  await office.slack.redeliverLast();
  await person.reads('이미 기록되어 있습니다');
  await person.type('/현장', '결과 V1');
  await person.seesView('주차장, 가로등');
  await person.submit({ participants: 13, agenda: '주차장\n놀이터' });
  await person.reads('참여 13명');

  const owed = await office.db.selectFrom('followup').select(['title', 'kind']).execute();
  expect(owed).toEqual([
    { title: '주차장', kind: 'field_office' },
    { title: '놀이터', kind: 'field_office' },
  ]);
  await person.type('/현장', '통계 2018');
  await person.reads('현장시장실 1회 · 1개소 · 안건 3건 (완료 1건)');
  await office.db.updateTable('followup').set({ status: 'done' }).where('title', '=', '놀이터').execute();
  await person.type('/현장', '통계 2018');
  await person.reads('안건 3건 (완료 2건)');
  await person.type('/현장', '취소 V1 잘못');
  await person.reads('결과가 기록된');
});

test('a manager adds a program that plans can be made under, and retires another', async () => {
  const office = await startOffice();
  const manager = office.slack.as(MANAGER);
  await manager.type('/현장', '사업');
  const list = await manager.reads('일정 구분');
  await manager.press('일정 구분 추가', { in: list });
  await manager.seesView();
  expect(await manager.submit({ name: '민생 현장', kind: '현장방문' })).toMatchObject({ ok: false });
  await manager.submit({ name: '골목투어', kind: '현장방문', counts: ['places', 'participants'] });
  await manager.reads('“골목투어” 일정 구분을 저장했습니다.');
  const before = manager.lastAnswer()?.ts ?? '';
  await office.slack.redeliverLast();
  await manager.reads((it) => it.ts > before && it.text.includes('“골목투어” 일정 구분을 저장했습니다.'));
  await planned(office, MEMBER, '4/9 14:00 망원시장 방문 마포구 골목투어');

  await manager.type('/현장', '사업');
  const again = await manager.reads('골목투어 ·');
  await manager.press('16', { in: again });
  await manager.seesView();
  await manager.submit({ retired: ['retired'] });
  await office.slack.settled();
  expect(await office.db.selectFrom('history').select('action').where('noun', '=', 'program').execute()).toEqual([
    { action: 'added' },
    { action: 'changed' },
  ]);
  await manager.type('/현장', '4/9 14:00 망원시장 방문 마포구 골목투어');
  expect((await manager.seesView()).fields.program?.value).toBeNull();
});

test('the files hold what was planned, also for other programs', async () => {
  const office = await startOffice();
  await planned(office, MEMBER, '4/9 14:00 =HYPERLINK("x") 점검 강북구 민생현장');
  const person = office.slack.as(MEMBER);
  await person.type('/현장', '옮기기 V1 4/10');
  await person.reads('V1 일정을 옮겼습니다.');
  await person.type('/현장', '내보내기 달력');
  const sent = await person.reads((message) => message.files.length > 0);
  const ics = await fileIn(office, sent.files[0]?.name ?? '');
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(ics.toString())).getAllSubcomponents('vevent')[0]);
  expect([event.uid, event.sequence, event.startDate.toJSDate().toISOString()]).toEqual([
    'visit-1@biseo',
    1,
    '2018-04-10T05:00:00.000Z',
  ]);

  await person.type('/현장', '내보내기 2018 엑셀');
  const sheet = await person.reads((message) => message.files.some(({ name }) => name.endsWith('.xlsx')));
  const table = await readTable(await fileIn(office, sheet.files[0]?.name ?? ''));
  if ('refusal' in table) throw new Error(table.refusal);
  const rows: string[][] = [];
  for await (const { cells } of table.rows) rows.push(cells);
  expect(rows[0]?.slice(0, 4)).toEqual(['번호', '일정 구분', '유형', '제목']);
  expect(rows[1]?.slice(0, 4)).toEqual(['V1', '민생현장', '현장방문', '\'=HYPERLINK("x") 점검']);
});

test('who asks for a calendar gets an address of their own, and a new one that ends the old', async () => {
  const office = await startOffice({ publicUrl: 'https://biseo.example' });
  await planned(office, MEMBER, '4/9 14:00 망원시장 방문 마포구 민생현장');
  const person = office.slack.as(MEMBER);
  const pathIn = (text: string) => new URL(/https:\/\/biseo\.example\/\S+/.exec(text)?.[0] ?? '').pathname;
  const answered = async (path: string) => (await fetch(`http://127.0.0.1:${office.running.port}${path}`)).status;

  await person.type('/현장', '내보내기 달력');
  const first = pathIn((await person.reads('달력 앱에서 구독하려면')).text);
  expect(await answered(first)).toBe(200);

  await person.press('새 주소로 바꾸기');
  const second = pathIn((await person.reads('전에 쓰던 주소는 이제 열리지 않습니다')).text);
  expect([await answered(first), await answered(second)]).toEqual([404, 200]);
});

async function fileIn({ slack }: Office, name: string): Promise<Buffer> {
  const file = [...slack.slack.workspace.files.values()].find((it) => it.name === name);
  if (!file) throw new Error(`There is no file ${name}.`);
  return Buffer.from(file.bytes);
}

test('two people plan the same hour at the same moment: one is saved, the other is asked', async () => {
  const office = await startOffice();
  const people = [office.slack.as(MEMBER), office.slack.as(OTHER_MEMBER)];
  for (const person of people) {
    await person.type('/현장', LINE);
    await person.seesView();
  }
  await Promise.all(people.map((person) => person.submit()));
  await office.slack.settled();
  expect(people.filter((person) => person.view()?.text.includes('시간이 겹칩니다'))).toHaveLength(1);
  expect(await office.db.selectFrom('visit').select('id').execute()).toHaveLength(1);
});

test('a clash that appears after another was accepted is asked about again', async () => {
  const office = await startOffice();
  await planned(office);
  const [first, second] = [office.slack.as(OTHER_MEMBER), office.slack.as(MANAGER)];
  await first.type('/현장', LINE);
  await first.seesView();
  await first.submit();
  await first.seesView('V1');
  await second.type('/현장', LINE);
  await second.seesView();
  await second.submit();
  await second.seesView('V1');
  await second.submit({ anyway: ['anyway'] });
  await second.reads('V2 일정을 등록했습니다.');
  await first.submit({ anyway: ['anyway'] });
  await first.seesView('V2');
  await first.submit({ anyway: ['anyway'] });
  await first.reads('V3 일정을 등록했습니다.');
});

test('a clash stands in the form as soon as day and hour are known', async () => {
  const office = await startOffice();
  await planned(office);
  const person = office.slack.as(OTHER_MEMBER);
  await person.type('/현장', LINE);
  await person.seesView('시간이 겹칩니다: V1');
  await person.fill({ start_time: '16:00' });
  await person.seesView((view) => !view.text.includes('겹칩니다'));
  await person.fill({ start_time: '14:30' });
  await person.seesView('시간이 겹칩니다: V1');
  await person.submit({ anyway: ['anyway'] });
  await person.reads('겹치는 일정: V1');
});

test('a guest’s title and an award are noted from the card of their visit, and stand on it', async () => {
  const office = await startOffice();
  await planned(office);
  const person = office.slack.as(MEMBER);
  await person.type('/현장', 'V1');
  const card = await person.reads((it) => it.buttons.includes('외빈·시상'));
  await person.press('외빈·시상', { in: card });
  await person.seesView('V1 우이신설');
  expect(await person.submit({ guest_title: ' <b>대통령</b> ', award: '이달의 우수간부상' })).toMatchObject({
    ok: true,
  });
  const noted = await person.reads((it) => it.text.includes('V1 일정에 적었습니다.'));
  for (const line of ['외빈 직함: <b>대통령</b>', '시상: 이달의 우수간부상']) expect(noted.text).toContain(line);
  expect(JSON.stringify(noted.blocks)).not.toContain('guestTitle');

  await person.press('외빈·시상', { in: noted });
  expect((await person.seesView('V1 우이신설')).fields).toMatchObject({
    guest_title: { value: '<b>대통령</b>' },
    award: { value: '이달의 우수간부상' },
  });
  await person.submit({ guest_title: '', award: '' });
  await office.slack.settled();
  const told = person.lastAnswer()?.text.split('이력')[0];
  expect(told).toContain('V1 일정에 적었습니다.');
  expect(told).not.toContain('시상:');

  const stranger = office.slack.as(OTHER_MEMBER);
  await stranger.type('/현장', 'V1');
  expect((await stranger.reads((it) => it.private && it.text.includes('우이신설'))).buttons).not.toContain('외빈·시상');
});

test('programs are counted, and turned to their last page and back', async () => {
  const { slack, db } = await startOffice();
  const me = slack.as(MANAGER);
  for (let i = 1; i <= 60; i++)
    await insertProgram(db, { name: `구분 ${i}`, kind: 'site', counts: [], retired: false }, BY);
  await me.type('/현장', '사업');
  await me.reads(/일정 구분\n\d\d개/);
  expect(me.lastAnswer()?.text).not.toContain('구분 60');
  await me.press('program_page_last');
  await me.reads('구분 60');
  await me.press('program_page_first');
  await me.reads('구분 1 ');
});

const BY = { actor: MANAGER, at: NOW };
