import { describe, expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { nameAnswerers, takeIn } from '../pledge/given.ts';
import { MANAGER, MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { FIELDS } from '../support/spending.ts';

const PHONE = '010-2345-6789';
const BIRTH = '1958. 3. 2.생';
const HOME = '별빛아파트 101동 1203호';

/** What opens a form, what is filled in beside it, and a field with something personal in it; `opens`: the form that its press opens. */
type Case = {
  lines: string[];
  fill?: Record<string, string | number>;
  field: string;
  typed: string;
  kind: 'phone' | 'birth' | 'home' | 'resident_number';
  opens: string | null;
};

const CASES: Record<string, Case> = {
  'a spend’s attendees': {
    lines: ['/expense '],
    fill: FIELDS,
    field: 'attendees',
    typed: `홍길동 ${PHONE}`,
    kind: 'phone',
    opens: 'expense_record',
  },
  'a spend’s purpose': {
    lines: ['/expense '],
    fill: FIELDS,
    field: 'purpose',
    typed: `${HOME} 어르신 방문`,
    kind: 'home',
    opens: 'expense_record',
  },
  'a spend’s typed line': {
    lines: [`/expense 85000 미진 4명 ${PHONE} 간담회 시책 카드`],
    fill: { ...FIELDS, purpose: `${PHONE} 간담회` },
    field: 'purpose',
    typed: `${PHONE} 간담회`,
    kind: 'phone',
    opens: 'expense_record',
  },
  'a follow-up’s title': {
    lines: ['/followup add 주차장 답변'],
    field: 'title',
    typed: `${BIRTH} 민원인에게 답변`,
    kind: 'birth',
    opens: 'followup_change',
  },
  'a follow-up’s answer, which stands for good': {
    lines: ['/followup add 주차장 답변', '/followup done F1'],
    field: 'answer',
    typed: `${PHONE}로 알림`,
    kind: 'phone',
    opens: null,
  },
  'a visit’s title': {
    lines: ['/visit 4/9 14:00 우이신설 공사현장 점검 강북구 민생현장'],
    field: 'title',
    typed: `${HOME} 독거 어르신`,
    kind: 'home',
    opens: 'visit_schedule',
  },
  'a visit’s result': {
    lines: ['/visit 3/30 09:00 우이신설 공사현장 점검 강북구 민생현장', '/visit result V1'],
    fill: { participants: 30 },
    field: 'summary',
    typed: `건의한 분 ${PHONE}`,
    kind: 'phone',
    opens: 'visit_result',
  },
  'a council contact’s agenda': {
    lines: ['/council 오늘 의장단 간담회 의장 외 4명 청년수당 사전설명'],
    field: 'agenda',
    typed: `민원인 주민번호 580302-1234567`,
    kind: 'resident_number',
    opens: 'council_log',
  },
  'a policy that the council hears of first': {
    lines: ['/council brief 청년수당 발표 4/5 10:00'],
    field: 'policy',
    typed: `청년수당 문의 ${PHONE}`,
    kind: 'phone',
    opens: 'council_brief',
  },
  'a pledge’s update, which stands for good': {
    lines: ['/pledge update 1-1-1'],
    fill: { status: '정상추진', progress: 70, source: '안전총괄과-1234 (2018.3.29.)' },
    field: 'note',
    typed: `담당 ${PHONE}`,
    kind: 'phone',
    opens: null,
  },
  'a pledge’s goal': {
    lines: ['/pledge edit 1-1-1'],
    fill: { source: '안전총괄과-1234 (2018.3.29.)' },
    field: 'goal',
    typed: `자택: 세종대로 110`,
    kind: 'home',
    opens: 'pledge_details',
  },
  'a reason, which nobody can change': {
    lines: ['/followup add 주차장 답변', '/followup void F1'],
    field: 'reason',
    typed: `${PHONE} 잘못 적음`,
    kind: 'phone',
    opens: null,
  },
};

describe.each(Object.entries(CASES))('%s', (_name, { lines, fill = {}, field, typed, kind, opens }) => {
  test.each(SETTINGS)(
    'is saved as typed, and what looks personal is pointed out, over $connection',
    async (setting) => {
      const { slack, db, logged } = await startOffice(setting);
      await takeIn(db);
      await nameAnswerers(db);
      const text = textFor(setting.language);
      const me = slack.as(MANAGER);
      for (const [i, line] of lines.entries()) {
        const [command = '', ...rest] = line.split(' ');
        await me.type(command, rest.join(' '));
        await me.seesView();
        if (i < lines.length - 1) expect(await me.submit()).toMatchObject({ ok: true });
        await slack.settled();
      }
      const label = me.view()?.fields[field]?.label ?? '';

      expect(await me.submit({ ...fill, [field]: typed })).toMatchObject({ ok: true });

      expect(me.view()).toBeUndefined();
      const { at, looks } = text.conversation.personal;
      const hint = looks(at(label, text.disclosure.kinds[kind]), opens !== null);
      const told = await me.reads(hint);
      expect(told.private).toBe(true);
      expect(hint).not.toContain(typed);
      const history = await db.selectFrom('history').select(['after', 'reason']).execute();
      expect(JSON.stringify(history)).toContain(typed);
      expect(logged.join('\n')).not.toContain(typed);
      const block = told.blocks?.at(-1);
      const edit = (block && 'accessory' in block ? block.accessory : undefined) as { action_id: string } | undefined;
      if (opens === null) return expect(edit).toBeUndefined();
      await me.press(edit?.action_id ?? '', { in: told });
      const again = await me.seesView((view) => view.callbackId === opens);
      expect(again.fields[field]?.value).toBe(typed);
    },
  );
});

describe.each(SETTINGS)('over $connection in $language', (setting) => {
  test('a line that is saved as it was typed says so, too, and one that only asks does not', async () => {
    const { slack } = await startOffice(setting);
    const { personal } = textFor(setting.language).conversation;
    const { kinds } = textFor(setting.language).disclosure;
    const me = slack.as(MEMBER);
    const hint = personal.looks(personal.at(personal.line, kinds.phone), false);
    await me.type('/followup', 'add 주차장 답변');
    await me.seesView();
    await me.submit();
    await me.reads('F1');
    await me.type('/followup', `done F1 ${PHONE}로 알림`);
    const told = await me.reads(hint);
    await me.type('/followup', `list ${PHONE}`);
    const listed = await me.reads(() => true, told);
    expect(listed.text).not.toContain(hint);
  });

  test('a sum is no telephone, however many digits it has', async () => {
    const { slack, db } = await startOffice(setting);
    await takeIn(db);
    const me = slack.as(MANAGER);
    await me.type('/pledge', 'edit 1-1-1');
    await me.seesView();
    const sums = { budget: '2045000000', secured: '1881000000', spent: '1100000000' };
    expect(await me.submit({ ...sums, source: '안전총괄과-1234 (2018.3.29.)' })).toMatchObject({ ok: true });
    const told = await me.reads('1-1-1');
    const { kinds } = textFor(setting.language).disclosure;
    expect(told.text).not.toContain(kinds.phone);
  });

  test('what is no person’s is not pointed out: days, amounts, documents, a merchant’s address', async () => {
    const { slack } = await startOffice(setting);
    const me = slack.as(MEMBER);
    await me.type('/expense');
    await me.seesView();
    await me.submit({
      ...FIELDS,
      place: '미진 (세종대로 110)',
      purpose: '2018. 3. 29. 총무과-12345호 조례 개정 간담회, 1,250,000원',
    });
    const told = await me.reads('E1');
    expect(told.text).not.toContain(setting.language === 'ko' ? '보이는 것이' : 'looks like personal');
  });
});
