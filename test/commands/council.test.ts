import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { putMembers } from '../../src/council/members/store.ts';
import type { Language } from '../../src/vocabulary/language.ts';
import { MANAGER, MEMBER, NOW, type Office, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';

const COMMAND = { ko: '/의회', en: '/council' };
const SAID = {
  ko: {
    saved: 'C1 시의회 소통을 기록했습니다.',
    entered: '후속조치로 등록했습니다: F1, F2',
    again: 'C1 기록은 이미 저장되어 있습니다.',
    nobody: '시의원을 고르거나',
    changed: 'C1 기록을 수정했습니다.',
    overtaken: '님이 먼저 수정했습니다.',
    notYours: '다른 사람의 기록은',
    voided: 'C1 기록을 무효 처리했습니다.',
    list: '의회 소통 목록',
    open: '남은 요청 2건',
    none: '그 기간에는 기록이 없습니다.',
    tied: 'E1 지출을 C1 기록에 연결했습니다.',
    policy: 'B1 정책을 등록했습니다.',
    left: '발표 전에 설명할 곳이 1곳 남았습니다.',
    complete: '모두 발표 전에 설명했습니다.',
    help: '의회 소통 명령',
    meant: '목록',
    imported: '새로 2명',
    notManager: '책임자나',
    exported: '1건을 파일로 보냈습니다.',
    ruled: '집계 기준을 바꿨습니다.',
  },
  en: {
    saved: 'C1 is logged.',
    entered: 'Entered as follow-ups: F1, F2',
    again: 'C1 is already logged.',
    nobody: 'Choose council members',
    changed: 'C1 is changed.',
    overtaken: 'changed this first.',
    notYours: 'Only a manager',
    voided: 'C1 is voided.',
    list: 'Council contacts',
    open: '2 open requests',
    none: 'There are no contacts in that time.',
    tied: 'E1 is linked to C1.',
    policy: 'B1 is entered.',
    left: '1 still to be told before the announcement.',
    complete: 'Everyone was told before the announcement.',
    help: 'The council command',
    meant: 'list',
    imported: '2 new',
    notManager: 'Only a manager',
    exported: '1 contact is sent as a file.',
    ruled: 'is counted by the new rule.',
  },
} satisfies Record<Language, Record<string, string>>;

async function withCouncil(office: Office): Promise<Office> {
  const member = { term: 11, constituency: null, post: null };
  const listed = [
    { ...member, name: '최서윤', district: '강남구', party: '새길당', committee: '교통위원회', post: '의장' },
    { ...member, name: '김가람', district: '강남구', party: '한빛당', committee: '교통위원회' },
    { ...member, name: '박나래', district: '중구', party: '새길당', committee: '교육위원회' },
  ];
  await putMembers(office.db, listed, { actor: 'test', at: NOW, origin: 'file' });
  return office;
}

test('a search by more words than anybody types offers nothing, without asking for each of them', async () => {
  const { slack, logged } = await withCouncil(await startOffice());
  const me = slack.as(MEMBER);
  await me.type('/의회', '간담회');
  await me.seesView();

  expect(await me.search('members', '강남 '.repeat(100))).not.toEqual([]);
  expect(await me.search('members', '강남 '.repeat(1_000))).toEqual([]);

  expect(logged.filter((line) => line.includes('A handler failed'))).toEqual([]);
});

describe.each(SETTINGS)('over $connection in $language', ({ connection, language }) => {
  const say = COMMAND[language];
  const said = SAID[language];

  test('a line fills the form, members are found by initials, and requests become follow-ups', async () => {
    const { slack, db } = await withCouncil(await startOffice({ connection, language }));
    const me = slack.as(MEMBER);

    await me.type(say, '오늘 의장단 간담회 의장 외 4명 청년수당 사전설명');
    const form = await me.seesView((view) => view.callbackId === 'council_log');
    expect(form.fields.kind?.value).toBe('leaders_meeting');
    expect(form.fields.date?.value).toBe('2018-03-30');
    expect(form.fields.others?.value).toBe('의장 외 4명');
    expect(form.fields.agenda?.value).toBe('청년수당 사전설명');

    expect((await me.search('members', 'ㅊㅅ')).map(({ value }) => value)).toEqual(['1']);
    for (const typed of ['강남', 'Gangnam', 'gangnam-gu'])
      expect((await me.search('members', typed)).map(({ value }) => value).toSorted()).toEqual(['1', '2']);
    const committee = await me.search('members', '교통');
    expect(committee[0]?.value).toBe('committee:교통위원회');
    await me.search('members', '박나래');
    await me.submit({ members: ['committee:교통위원회', '3'], requests: '- 김가람: 주차장 확충\n통학로 안전 대책' });
    const card = await me.reads(said.saved);
    expect(card.text).toContain(said.entered);
    expect(card.private).toBe(true);
    for (const name of ['최서윤', '김가람', '박나래']) expect(card.text).toContain(name);
    const owed = await db.selectFrom('followup').select(['title', 'member_id', 'source_record', 'owner']).execute();
    expect(owed).toEqual([
      { title: '주차장 확충', member_id: 2, source_record: '1', owner: MEMBER },
      { title: '통학로 안전 대책', member_id: null, source_record: '1', owner: MEMBER },
    ]);

    await me.type(say, 'members 김가람');
    expect((await me.reads(said.open)).text).toContain('주차장 확충');
    await me.type(say, 'members');
    expect((await me.reads('박나래')).text).toContain('최서윤');
    await me.type(say, 'list 이번달 청년수당');
    expect((await me.reads(said.list)).text).toContain('C1');
    await me.press('council_show');
    await me.reads(/C1 · /);
  });

  test('a wrong field says why, and a form sent twice leaves one record', async () => {
    const { slack, db } = await withCouncil(await startOffice({ connection, language }));
    const me = slack.as(MEMBER);
    await me.type(say, '');
    await me.seesView();
    await me.submit({ kind: 'mayor_meeting', agenda: '지역 현안' });
    expect(JSON.stringify(me.view())).toContain(said.nobody);
    await me.submit({ others: '주민 대표 2명' });
    await me.reads(said.saved);
    await slack.redeliverLast();
    await slack.settled();
    expect(await db.selectFrom('council_contact').select('id').execute()).toHaveLength(1);
  });

  test('two people who edit one contact: the second is told, keeps what they typed, and can save it', async () => {
    const { slack, db } = await withCouncil(await startOffice({ connection, language }));
    const [first, second] = [slack.as(MEMBER), slack.as(MANAGER)];
    await first.type(say, '시장면담 김가람 의원 주차장');
    await first.seesView();
    await first.submit();
    await first.reads(said.saved);

    await first.type(say, 'edit C1');
    await first.seesView();
    await second.type(say, 'edit C1');
    await second.seesView();
    await first.submit({ result: '검토하기로 함', agenda: '주차장 확충' });
    await first.reads(said.changed);
    await second.submit({ result: '내년 예산에 반영' });
    const again = await second.seesView((view) => view.text.includes(said.overtaken));
    expect(again.fields.result?.value).toBe('내년 예산에 반영');
    await second.submit();
    await second.reads(said.changed);
    expect(await db.selectFrom('council_contact').select(['result', 'agenda', 'version']).execute()).toEqual([
      { result: '내년 예산에 반영', agenda: '주차장 확충', version: 3 },
    ]);

    await slack.as(OTHER_MEMBER).type(say, 'edit C1');
    await slack.as(OTHER_MEMBER).reads(said.notYours);
    await first.type(say, 'void C1 잘못 적음');
    await first.reads(said.voided);
    await first.type(say, 'stats 2018');
    await first.reads(said.none);
  });

  test('who must be told before an announcement is shown until everyone was', async () => {
    const { slack } = await withCouncil(await startOffice({ connection, language }));
    const me = slack.as(MEMBER);
    await me.type(say, 'brief 청년수당 발표 4/5 10:00 교통위원회');
    const form = await me.seesView((view) => view.callbackId === 'council_brief');
    expect(form.fields.date?.value).toBe('2018-04-05');
    await me.submit();
    await me.reads(said.policy);

    await me.press('council_new');
    const log = await me.seesView((view) => view.callbackId === 'council_log');
    expect(log.fields.kind?.value).toBe('prior_briefing');
    expect(log.fields.briefing?.value).toBe('1');
    await me.search('members', '최서');
    await me.submit({ members: ['1'], agenda: '청년수당 설명' });
    await me.reads(said.saved);
    await me.type(say, 'B1');
    const missing = await me.reads(said.left);
    expect(missing.text).toContain('김가람');

    await me.type(say, '4/4 사전설명 김가람 B1 청년수당');
    await me.seesView();
    await me.submit();
    await me.reads(/C2/);
    await me.type(say, 'brief');
    await me.reads(said.complete);
  });

  test('an expense is tied to a contact, and a contact is logged from a visit', async () => {
    const { slack, db } = await withCouncil(await startOffice({ connection, language }));
    const me = slack.as(MEMBER);
    await me.type(say, 'V7 오늘 면담 김가람 지역 현안');
    expect((await me.seesView()).text).toContain('V7');
    await me.submit();
    await me.reads(said.saved);
    await me.type('/expense', '85000 미진 4명 간담회 시책 카드 4-나');
    await me.seesView();
    await me.submit();
    await me.reads('E1');
    await me.type(say, 'tie C1 E1');
    expect((await me.reads(said.tied)).text).toMatch(/E1 .*85,000/);
    expect(await db.selectFrom('council_contact').select('visit_id').execute()).toEqual([{ visit_id: 7 }]);
    await me.type(say, 'export 2018');
    await slack.settled();
    await me.reads(said.exported);
  });

  test('a manager takes the list of members in and changes what counts; a member can do neither', async () => {
    const { slack } = await startOffice({ connection, language });
    const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
    await me.type(say, 'import');
    await me.reads(said.notManager);
    await manager.type(say, 'import');
    await manager.seesView();
    const csv =
      '이름,정당,자치구,선거구,직위\n홍가람,새길당,중구,중구제1선거구,의장\n이나래,한빛당,중구,중구제2선거구,\n';
    await manager.submit({ file: { name: 'members.csv', bytes: csv } });
    await manager.reads(said.imported);
    await manager.type(say, 'members 중구');
    await manager.reads('홍가람');

    await manager.type(say, 'rules');
    await manager.reads(/2016|당정|Party/);
    await manager.press('council_count_open');
    await manager.seesView();
    await manager.submit({ kind: 'party_consultation', text: 'consultations', annex: 'others' });
    await manager.reads(said.ruled);
  });

  test('help stands behind empty wishes, and a slip is asked about', async () => {
    const { slack } = await startOffice({ connection, language });
    const me = slack.as(MEMBER);
    await me.type(say, 'help');
    await me.reads(said.help);
    await me.type(say, language === 'ko' ? '목륵' : 'lsit');
    await me.reads(said.meant);
    await slack.settled(); // it says more than this
    await me.type(say, 'lsit *주차장* 면담');
    await slack.settled();
    await me.press('command_anyway');
    expect((await me.seesView()).fields.agenda?.value).toBe('lsit *주차장*');
  });
});

test('the message shortcut, the commands and their Korean twins are in the manifest', () => {
  const manifest = readFileSync('manifest.yml', 'utf8');
  for (const name of ['/council', '/의회', '/followup', '/후속', 'followup_from_message'])
    expect(manifest).toContain(name);
});
