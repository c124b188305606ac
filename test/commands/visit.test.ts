import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/vocabulary/language.ts';
import { seat } from '../support/council.ts';
import { MANAGER, MEMBER, type Office, OTHER_MEMBER, SETTINGS, startOffice } from '../support/office.ts';

const LINE = {
  ko: '4/9 14:00 우이신설 공사현장 점검 강북구 민생현장',
  en: '4/9 14:00 Ui-Sinseol works check Gangbuk-gu Livelihood site',
};
const COMMAND = { ko: '/현장', en: '/visit' };
const SAID = {
  ko: {
    planned: 'V1 일정을 등록했습니다.',
    moved: 'V1 일정을 옮겼습니다.',
    clash: '시간이 겹칩니다',
    cancelled: 'V2 일정을 취소했습니다.',
    first: '먼저 알려야 할 지역 시의원',
    untold: '⚠ 의회 사전공유 전',
    told: '알린 것으로 기록',
    again: '다시 알려 주세요',
    result: 'V1 결과를 기록했습니다.',
    followups: '2건을 후속조치로',
  },
  en: {
    planned: 'V1 is planned.',
    moved: 'V1 is moved',
    clash: 'At the same time',
    cancelled: 'V2 is cancelled.',
    first: 'Council members of the district to tell first',
    untold: '⚠ Council not told',
    told: 'recorded as told',
    again: 'please tell again',
    result: 'The result of V1 is saved.',
    followups: '2 items became follow-ups',
  },
} satisfies Record<Language, Record<string, string>>;

async function withCouncil(office: Office): Promise<Office> {
  await seat(office, ['강하나', '강두리']);
  await seat(office, ['남세별'], { district: '강남구' });
  return office;
}

describe.each(SETTINGS)('over $connection in $language', ({ connection, language }) => {
  const say = COMMAND[language];
  const said = SAID[language];

  test('a line becomes a visit that is shared, moved, and has a result', async () => {
    const { slack, db } = await withCouncil(await startOffice({ connection, language }));
    const person = slack.as(MEMBER);

    await person.type(say, LINE[language]);
    const form = await person.seesView((view) => view.callbackId === 'visit_schedule');
    expect(form.fields.date?.value).toBe('2018-04-09');
    expect(form.fields.start_time?.value).toBe('14:00');
    expect(form.fields.district?.value).toBe('강북구');
    expect(form.fields.owner?.value).toBe(MEMBER);
    expect(await person.submit()).toMatchObject({ ok: true });
    const saved = await person.reads(said.planned);
    expect(saved.text).toContain(said.first);
    expect(saved.text).toContain('강두리, 강하나');
    expect(saved.private).toBe(true);

    await person.type(say, 'list untold');
    expect((await person.reads(said.untold)).buttons).toHaveLength(1);

    await person.type(say, 'share V1');
    const share = await person.seesView((view) => view.callbackId === 'visit_share');
    expect(share.text).toContain('의원님 지역구(강북구)');
    expect(share.fields.told_members?.value).toEqual(['2', '1']);
    await person.submit({ how: 'phone', others: '교통위원장' });
    await person.reads(said.told);

    await person.type(say, 'move V1 4/10 15:30');
    const moved = await person.reads(said.moved);
    expect(moved.text).toContain('15:30');
    expect(moved.text).toContain(said.again);

    slack.clock.move(12 * 24 * 60 * 60 * 1000);
    await person.type(say, 'result V1');
    await person.seesView((view) => view.callbackId === 'visit_result');
    const outcome = {
      participants: 35,
      summary: '배수로를 넓히기로 함',
      agenda: '- 진입로 포장\n- 소음 대책\n안내판 교체 (완료)',
    };
    await person.submit(outcome);
    const result = await person.reads(said.result);
    expect(result.text).toContain(said.followups);

    await person.type(say, 'V1');
    const card = await person.reads('F2');
    expect(card.text).toContain('진입로 포장');
    expect(card.text).toContain('교통위원장');
    expect(await db.selectFrom('followup').select(['owner', 'source_record']).execute()).toEqual([
      { owner: MEMBER, source_record: '1' },
      { owner: MEMBER, source_record: '1' },
    ]);
    const history = await db.selectFrom('history').select('action').where('noun', '=', 'visit').execute();
    expect(history.map(({ action }) => action)).toEqual(['planned', 'told', 'moved', 'result']);
  });

  test('a clash is shown before anything is saved, and can be kept; a visit is called off with a reason', async () => {
    const { slack, db } = await startOffice({ connection, language });
    const person = slack.as(MEMBER);
    await person.type(say, LINE[language]);
    await person.seesView();
    await person.submit({ end_time: '15:00' });
    await person.reads(said.planned);

    const other = slack.as(OTHER_MEMBER);
    await other.type(say, LINE[language].replace('14:00', '14:30'));
    await other.seesView();
    await other.submit();
    const clash = await other.seesView(said.clash);
    expect(clash.text).toContain('V1');
    expect(await db.selectFrom('visit').select('id').execute()).toHaveLength(1);
    expect(await other.submit({ anyway: 'anyway' })).toMatchObject({ ok: true });
    expect((await other.reads('V2')).text).toContain('V1');

    await other.type(say, 'cancel V2 비가 옴');
    await other.reads(said.cancelled);
    const rows = await db
      .selectFrom('visit')
      .select(['id', 'sequence'])
      .where('cancelled_at', 'is not', null)
      .execute();
    expect(rows).toEqual([{ id: 2, sequence: 1 }]);
  });

  test('a calendar and a sheet go to the person who asked', async () => {
    const { slack } = await startOffice({ connection, language });
    const person = slack.as(MEMBER);
    await person.type(say, LINE[language]);
    await person.seesView();
    await person.submit();
    await person.reads(said.planned);

    await person.type(say, 'export calendar');
    await person.reads((message) => message.files.some(({ name }) => name.endsWith('.ics')));
    await person.type(say, 'export 2018 xlsx');
    await person.reads((message) => message.files.some(({ name }) => name.endsWith('.xlsx')));
  });

  test('a message becomes the form’s text', async () => {
    const { slack } = await startOffice({ connection, language });
    const person = slack.as(MEMBER);
    const words = '4/12 오전 10시 신월 빗물저류시설 점검 양천구\n<https://a.b|붙임> 참고 & 주민 설명 <!channel>';
    await slack.as(MANAGER).say(words, { channel: 'C0OFFICE01' });
    const message = person.messages('C0OFFICE01').at(-1);

    await person.messageShortcut('visit_from_message', { channel: 'C0OFFICE01', ts: message?.ts ?? '' });
    const form = await person.seesView((view) => view.callbackId === 'visit_schedule');
    expect(form.fields.title?.value).toBe('신월 빗물저류시설 점검');
    expect(form.fields.date?.value).toBe('2018-04-12');
    expect(form.fields.district?.value).toBe('양천구');
    expect(form.fields.purpose?.value).toContain('주민 설명');
  });
});

test('a start that is past and somebody whom nobody is called are asked about above the form', async () => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);
  await me.type('/현장', '오늘 9:30 @Lee 남대문시장 상인 간담회');
  const form = await me.seesView();

  expect(form.fields).toMatchObject({ owner: { value: null }, place: { value: '남대문시장' } });
  expect(form.text).toContain('“@Lee”');
  expect(form.text).toContain('이미 지난 때입니다');
  await me.fill({ start_time: '16:00' });
  await me.seesView(({ text }) => !text.includes('이미 지난 때입니다'));
  await me.close();
  await me.type('/현장', '오늘 4시 남대문시장 방문');

  expect((await me.seesView()).text).not.toContain('이미 지난 때입니다');
});
