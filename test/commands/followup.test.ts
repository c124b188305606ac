import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/documents/model.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import type { Language } from '../../src/vocabulary/language.ts';
import { documentText } from '../support/document.ts';
import { MANAGER, MEMBER, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';

const COMMAND = { ko: '/후속', en: '/followup' };
const SAID = {
  ko: {
    saved: 'F1 후속조치를 등록했습니다.',
    mine: '내 후속조치',
    given: '님이 후속조치를 맡겼습니다.',
    began: 'F1 후속조치를 추진중으로 바꿨습니다.',
    done: 'F1 후속조치의 답변을 적고 추진완료로 바꿨습니다.',
    postponed: 'F1 후속조치의 기한을',
    handed: 'F1 후속조치의 담당자를 이준호 님으로',
    overtaken: '님이 먼저 수정했습니다.',
    notYours: '담당자와 등록한 사람',
    already: '이미 그렇게',
    declined: 'F1 후속조치를 미반영으로 마쳤습니다.',
    reopened: 'F1 후속조치를 다시 추진중으로 열었습니다.',
    undated: '기한이 없는 것 1건',
    list: '후속조치 목록',
    none: '조건에 맞는 후속조치가 없습니다.',
    stats: '후속조치 현황',
    audit: '2015년도 행정사무감사 처리결과 보고서',
    total: '○ 수감결과 처리요구사항 등 총 3건',
    imported: '새로 3건, 이미 있던 것 0건',
    again: '새로 0건, 이미 있던 것 3건',
    exported: '3건을 파일로 보냈습니다.',
    voided: 'F1 후속조치를 무효 처리했습니다.',
    help: '후속조치 명령',
    year: '입력해 주세요.',
  },
  en: {
    saved: 'F1 is entered.',
    mine: 'My follow-ups',
    given: 'gave you a follow-up.',
    began: 'F1 is in progress.',
    done: 'F1 is answered and done.',
    postponed: 'F1 is now due on',
    handed: 'F1 now belongs to 이준호.',
    overtaken: 'changed this first.',
    notYours: 'Only its owner',
    already: 'already stands',
    declined: 'F1 is closed as declined.',
    reopened: 'F1 is reopened.',
    undated: '1 without a due day',
    list: 'Follow-ups',
    none: 'No follow-up matches.',
    stats: 'Follow-ups in numbers',
    audit: 'audit of 2015',
    total: '○ 3 demands in all',
    imported: '3 new, 0 known before',
    again: '0 new, 3 known before',
    exported: '3 follow-ups are sent as a file.',
    voided: 'F1 is voided.',
    help: 'The follow-up command',
    year: 'Please fill this in.',
  },
} satisfies Record<Language, Record<string, string>>;

const AUDIT = `구분,요구사항,담당부서,추진상황,추진내용,향후계획
시정·처리요구사항,집행률을 높이기 바람,총무과,추진완료,"○ 집행률을 높임
○ 계획을 세움",○ 적극 활용하겠음
건의사항,화환 지원을 검토하기 바람,총무과,검토중,,
기타(자료제출 등),행사참여 현황 자료,인사과,추진완료,,
`;

/** What stands in the report's file: how many there are, each demand and how far it is. */
const PRINTED = [
  '2015년도 행정사무감사 처리결과 보고서',
  '수감결과 처리요구사항 등 총 3건',
  '집행률을 높이기 바람 (총무과)',
  '추진상황 : 추진완료',
  '집행률을 높임',
  '적극 활용하겠음',
  '화환 지원을 검토하기 바람',
  '행사참여 현황 자료',
];

describe.each(SETTINGS)('over $connection in $language', ({ connection, language }) => {
  const say = COMMAND[language];
  const said = SAID[language];

  test('a line is entered, begun, put off with a reason, handed over, and ended with an answer', async () => {
    const { slack, db, tick } = await startOffice({ connection, language });
    const [me, other] = [slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    await me.type(say, 'add 강남 주차장 답변 4/10 요청:김가람 의원');
    const form = await me.seesView((view) => view.callbackId === 'followup_add');
    expect(form.fields.title?.value).toBe('강남 주차장 답변');
    expect(form.fields.due?.value).toBe('2018-04-10');
    expect(form.fields.requester?.value).toBe('김가람 의원');
    expect(form.fields.owner?.value).toBe(MEMBER);
    await me.submit({ source: 'member_request' });
    expect((await me.reads(said.saved)).private).toBe(true);

    await me.type(say, '');
    expect((await me.reads(said.mine)).text).toContain('F1');
    await me.press('followup_show');
    await me.reads(/F1 · /);
    await me.press('followup_begin');
    const begun = await me.reads(said.began);
    expect(begun.buttons).not.toContain(language === 'ko' ? '진행' : 'Start');
    await me.press('followup_postpone_open');
    await me.seesView();
    await me.submit({ due: '2018-04-20', reason: '예산 협의' });
    await me.reads(said.postponed);
    await me.type(say, 'hand F1 @이준호');
    await me.reads(said.handed);
    await tick();
    await other.reads(said.given);
    await other.press('followup_finish_open');
    await other.seesView();
    await other.submit({ answer: '내년에 짓기로 함', answered_to: '김가람 의원' });
    await other.reads(said.done);
    const row = await db
      .selectFrom('followup')
      .select(['status', 'owner', 'due', 'answer', 'answered_to', 'answered_on', 'open'])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      status: 'done',
      owner: OTHER_MEMBER,
      due: '2018-04-20',
      answer: '내년에 짓기로 함',
      answered_to: '김가람 의원',
      answered_on: '2018-03-30',
      open: 0,
    });
    const history = await db.selectFrom('history').select('action').where('noun', '=', 'followup').execute();
    expect(history.map(({ action }) => action)).toEqual(['recorded', 'began', 'postponed', 'handed', 'finished']);
  });

  test('typed steps do the same without a form', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const me = slack.as(MEMBER);
    await me.type(say, '도서관 건립 계획 정리하기');
    await me.seesView();
    await me.submit();
    await me.reads(said.saved);
    await me.type(say, 'start F1');
    await me.reads(said.began);
    await me.type(say, 'start F1');
    await me.reads(said.already);
    await me.type(say, 'due F1 4/12 자료가 늦음');
    await me.reads(said.postponed);
    await me.type(say, 'done F1 계획을 보냄');
    await me.reads(said.done);
    expect(await db.selectFrom('followup').select(['status', 'answer', 'due']).execute()).toEqual([
      { status: 'done', answer: '계획을 보냄', due: '2018-04-12' },
    ]);
    await me.type(say, 'list');
    await me.reads(said.none);
    await me.type(say, 'list 전체');
    await me.reads(said.list);
    await me.type(say, 'stats');
    await me.reads(said.stats);
    await me.type(say, 'void F1 중복');
    await me.reads(said.voided);
    await me.type(say, 'help');
    await me.reads(said.help);
  });

  test('a message becomes a follow-up with the shortcut, as it was typed', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const [me, other] = [slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    await other.say('*급함* <!channel> 주민센터 답변 & 자료', { channel: CHANNELS.office });
    const message = me.messages(CHANNELS.office).at(-1);
    if (!message) throw new Error('no message');
    await me.messageShortcut('followup_from_message', message);
    const form = await me.seesView((view) => view.callbackId === 'followup_add');
    expect(String(form.fields.title?.value)).toContain('주민센터 답변 & 자료');
    expect(form.fields.requester?.value).toBe('이준호');
    await me.submit({ source: 'own_task' });
    await me.reads(said.saved);
    expect((await db.selectFrom('followup').select('requester').executeTakeFirstOrThrow()).requester).toBe('이준호');
  });

  test('what ended is opened again, and what comes to nothing says why', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const me = slack.as(MEMBER);
    await me.type(say, 'add 통학로 안전 대책 다음 주까지');
    const form = await me.seesView();
    expect(form.fields.title?.value).toBe('통학로 안전 대책');
    expect(form.fields.due?.value).toBe('2018-04-06');
    await me.submit();
    await me.reads(said.saved);
    await me.type(say, language === 'ko' ? '미반영 F1' : 'decline F1');
    await me.seesView((view) => view.callbackId === 'followup_decline');
    await me.submit({ reason: '예산이 없음' });
    await me.reads(said.declined);
    expect(await db.selectFrom('followup').select(['status', 'open']).executeTakeFirstOrThrow()).toEqual({
      status: 'declined',
      open: 0,
    });
    await me.type(say, language === 'ko' ? '재개 F1 추가 요청' : 'reopen F1 asked again');
    await me.reads(said.reopened);
    await me.type(say, language === 'ko' ? '재개 F1 추가 요청' : 'reopen F1 asked again');
    await me.reads(said.already);
    await me.type(say, language === 'ko' ? '미반영 F1 다른 곳에서 함' : 'decline F1 다른 곳에서 함');
    const card = await me.reads('다른 곳에서 함');
    expect(card.text).toContain('예산이 없음');
  });

  test('what has no due day is offered one, and is listed until it has one', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const me = slack.as(MEMBER);
    await me.type(say, 'add 통학로 안전 대책');
    const form = await me.seesView();
    expect(form.fields.due?.value).toBe('2018-04-13'); // two weeks from today
    await me.submit({ due: null });
    expect(
      (await me.reads(said.saved)).buttons.some((label) => label.includes(language === 'ko' ? '4월 13일' : 'Apr')),
    ).toBe(true);
    await me.type(say, language === 'ko' ? '목록 기한 없음' : 'list no due');
    expect((await me.reads(said.list)).text).toContain('통학로 안전 대책');
    await me.type(say, language === 'ko' ? '현황' : 'stats');
    expect((await me.reads(said.stats)).text).toContain(said.undated);
    await me.type(say, 'F1');
    await me.reads(/F1 · /);
    await me.press('followup_date');
    await me.reads(said.postponed);
    expect((await db.selectFrom('followup').select('due').executeTakeFirstOrThrow()).due).toBe('2018-04-13');
    await me.type(say, language === 'ko' ? '목록 기한없음' : 'list undated');
    await me.reads(said.none);
  });

  test('the office chooses how many days are offered, or none', async () => {
    const { slack } = await startOffice({ connection, language });
    const [me, manager] = [slack.as(MEMBER), slack.as(MANAGER)];
    await manager.type('/biseo', 'reminders office');
    await manager.seesView((view) => view.callbackId === 'reminder_office_settings');
    await manager.submit({ due_days: '30' });
    await me.type(say, 'add 통학로 안전 대책');
    expect((await me.seesView()).fields.due?.value).toBe('2018-04-29');
    await me.close();
    await manager.type('/biseo', 'reminders office');
    await manager.seesView((view) => view.callbackId === 'reminder_office_settings');
    await manager.submit({ due_days: 'none' });
    await me.type(say, 'add 통학로 안전 대책');
    expect((await me.seesView()).fields.due?.value ?? null).toBe(null);
  });

  test('tomorrow in a message is the day after it was written', async () => {
    const { slack } = await startOffice({ connection, language });
    const [me, other] = [slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    await other.say('축사 초안 내일까지 부탁드려요', { channel: CHANNELS.office });
    const message = me.messages(CHANNELS.office).at(-1);
    if (!message) throw new Error('no message');
    slack.clock.move(3 * 24 * 3_600_000);
    await me.messageShortcut('followup_from_message', message);
    const form = await me.seesView((view) => view.callbackId === 'followup_add');
    expect(form.fields.due?.value).toBe('2018-03-31');
    expect(form.fields.title?.value).toBe('축사 초안 내일까지 부탁드려요');
  });

  test('two people who change one at once: the second is told and loses nothing typed', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const [first, second] = [slack.as(MEMBER), slack.as(MANAGER)];
    await first.type(say, 'add 통학로 안전 대책');
    await first.seesView();
    await first.submit();
    await first.reads(said.saved);
    await first.type(say, 'done F1');
    await first.seesView();
    await second.type(say, 'edit F1');
    await second.seesView();
    await second.submit({ department: '교통정책과', progress: '현장 조사를 마침' });
    await second.reads('교통정책과');

    await first.submit({ answer: '신호등을 세움', answered_to: '학부모회' });
    const again = await first.seesView((view) => view.text.includes(said.overtaken));
    expect(again.text).toContain('오세라');
    expect(again.text).toContain('교통정책과');
    expect(again.fields.answer?.value).toBe('신호등을 세움');
    expect(again.fields.answered_to?.value).toBe('학부모회');
    await first.submit();
    await first.reads(said.done);
    expect(await db.selectFrom('followup').select(['status', 'department', 'answer', 'version']).execute()).toEqual([
      { status: 'done', department: '교통정책과', answer: '신호등을 세움', version: 3 },
    ]);
  });

  test('two edits at once keep what each of them changed', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const [first, second] = [slack.as(MEMBER), slack.as(MANAGER)];
    await first.type(say, 'add 통학로 안전 대책');
    await first.seesView();
    await first.submit();
    await first.reads(said.saved);
    for (const person of [first, second]) {
      await person.type(say, 'edit F1');
      await person.seesView();
    }
    await second.submit({ due: '2018-04-20', department: '교통정책과' });
    await second.reads('교통정책과');
    await first.submit({ title: '통학로 안전 종합대책' });
    await first.seesView((view) => view.text.includes(said.overtaken));
    await first.submit();
    await first.reads('통학로 안전 종합대책');
    expect(await db.selectFrom('followup').select(['title', 'due', 'department']).execute()).toEqual([
      { title: '통학로 안전 종합대책', due: '2018-04-20', department: '교통정책과' },
    ]);
  });

  test('only those it concerns work on it', async () => {
    const { slack } = await startOffice({ connection, language });
    const [me, other] = [slack.as(MEMBER), slack.as(OTHER_MEMBER)];
    await me.type(say, 'add 자료 정리');
    await me.seesView();
    await me.submit();
    await me.reads(said.saved);
    await other.type(say, 'F1');
    expect((await other.reads('자료 정리')).buttons).toEqual([]);
    await other.type(say, 'start F1');
    await other.reads(said.notYours);
  });

  test('an audit’s demands come in once, are reported, and go out again', async () => {
    const { slack } = await startOffice({ connection, language });
    const manager = slack.as(MANAGER);
    for (const expected of [said.imported, said.again]) {
      await manager.type(say, 'import 2015');
      await manager.seesView();
      await manager.submit({ file: { name: 'audit.csv', bytes: AUDIT } });
      await manager.reads(expected);
    }
    await manager.type(say, 'audit 2015');
    const report = await manager.reads(said.audit);
    expect(report.text).toContain(said.total);
    expect(report.text).toMatch(/ 3 \| 1 \| 2 \| 0/);
    expect(report.text).toContain('○ 집행률을 높이기 바람 (총무과)');
    await manager.type(say, 'export audit 2015 csv');
    await slack.settled();
    await manager.reads(said.exported);

    const { files, followup } = textFor(language);
    const { file, title } = followup.auditReport;
    for (const format of FORMATS) {
      await manager.press(`followup_audit_file_${format}`, { in: report });
      const sent = await manager.reads((it) => it.files[0]?.name === `2015년도 행정사무감사 처리결과 보고서.${format}`);
      expect(sent).toMatchObject({ channel: manager.appChannel, text: file.sent(title(2015), '3') });
      expect(await manager.reads(files.where)).toMatchObject({ private: true });
      const printed = await documentText(slack.slack.workspace.files.get(sent.files[0]?.id ?? '')?.bytes);
      for (const words of PRINTED) expect(printed, format).toContain(words.replace(/\s/g, ''));
    }

    await manager.type(say, 'add');
    await manager.seesView();
    await manager.submit({ source: 'audit_other', title: '자료' });
    expect(JSON.stringify(manager.view())).toContain(said.year);
  });
});

test('whoever is called and is nobody is asked about, and never silently the one who types', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  for (const called of ['@Lee', '@새사람']) {
    await me.type('/후속', `주차장 답변 ${called} 4/30`);
    const form = await me.seesView();

    expect(form.fields.owner?.value).toBeNull();
    expect(form.fields.title?.value).toBe('주차장 답변');
    expect(form.text).toContain(`“${called}”`);
    await me.close();
  }
});

test('whoever writes @me or @나 in a line is meant, in a follow-up and in a visit, and is no word of its title', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  for (const [command, line] of [
    ['/followup', 'add parking answer @me 4/30'],
    ['/후속', '추가 parking answer @나 4/30'],
    ['/visit', '4/30 14:00 parking answer @me'],
    ['/현장', '4/30 14:00 parking answer @나'],
  ] as const) {
    await me.type(command, line);
    const form = await me.seesView();

    expect(form.fields.owner?.value, line).toBe(MEMBER);
    expect(form.fields.title?.value, line).toBe('parking answer');
    expect(form.text, line).not.toMatch(/@(me|나)/);
    await me.close();
  }
});
