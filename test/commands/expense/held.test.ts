import { expect, test } from 'vitest';
import { openExpenses } from '../../../src/spending/expense/files.ts';
import { HELD_DISCARD, HELD_MEND } from '../../../src/spending/held/views.ts';
import { takeIn } from '../../../src/spending/imported/intake.ts';
import { textFor } from '../../../src/text/index.ts';
import { MANAGER, MEMBER, NOW, type Office, SETTINGS, startOffice } from '../../support/office.ts';
import { FIELDS } from '../../support/spending.ts';

const HEAD = '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액';
const GOOD = '2018-03-05 12:00,미진,조례 개정 간담회,4명,카드,"50,000"';
const BAD = (i: number) => `2018-03-0${i} 12:00,다온,<!channel> *자문*${i},3명,카드,약 ${i}만원쯤`;

const importRows = (office: Office, ...rows: string[]) => importFile(office, '2018년 3월.csv', HEAD, ...rows);

async function importFile({ db }: Office, fileName: string, ...lines: string[]): Promise<void> {
  const file = await openExpenses(new TextEncoder().encode(lines.join('\n')), fileName, { today: '2018-03-30' });
  if ('refusal' in file) throw new Error(file.refusal);
  await takeIn(db, file, { fileName, actor: MANAGER, at: NOW });
}

const held = ({ db }: Office) => db.selectFrom('held_row').select(['state', 'expense_id']).orderBy('id').execute();

test.each(SETTINGS)(
  'a held row is listed, mended in the form and counted then ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const words = textFor(setting.language);
    await importRows(office, GOOD, BAD(6));
    const me = office.slack.as(MEMBER);

    await me.type('/expense', setting.language === 'ko' ? '확인필요' : 'problems');
    const list = await me.reads(words.expense.held.title);
    expect(list.text).toContain('<!channel> *자문*6');
    expect(list.text).toContain(words.expense.sourceLine('2018년 3월.csv', '3'));
    expect(list.text).toContain(words.files.problems.amount_unreadable);

    await me.press(HELD_MEND, { in: list });
    const form = await me.seesView(words.expense.form.mend);
    expect(form.text).toContain('약 6만원쯤');
    await me.submit({ ...FIELDS, spent_on: '2018-03-06', amount: '6만원' });

    await me.reads(words.expense.saved('E2', words.spending.won('60,000')));
    expect(await held(office)).toEqual([{ state: 'mended', expense_id: 2 }]);
    expect(me.messages().find((it) => it.ts === list.ts)?.text).toContain(words.expense.held.none);
    await importRows(office, GOOD, BAD(6));
    expect(await held(office)).toHaveLength(1);
  },
);

test('mending begins with what was understood, and the row keeps what the form does not ask for', async () => {
  const office = await startOffice();
  await importFile(
    office,
    '3월.csv',
    '집행일시,집행장소,집행목적,집행금액,결제방법,분야,사용자,부서명',
    '2018-03-06 12:00,다온 (서울특별시 중구 세종대로 110),자문 간담회,약 6만원쯤,카드,직원 격려,시장,총무과',
  );
  const me = office.slack.as(MEMBER);
  await me.type('/지출', '확인필요');
  await me.press(HELD_MEND, { in: await me.reads('확인 필요 건') });
  await me.seesView('확인 필요 건 수정');

  // The list has no account, no activity and no headcount: nobody has to invent them.
  expect(await me.submit({ amount: '6만원' })).toMatchObject({ ok: true });

  await me.reads('E1 기록을 저장했습니다.');
  expect(await office.db.selectFrom('expense').selectAll().execute()).toMatchObject([
    {
      year: 2018,
      month: 3,
      spent_on: '2018-03-06',
      spent_time: '12:00',
      amount: 60_000,
      account: null,
      category: '직원 격려',
      place: '다온',
      address: '서울특별시 중구 세종대로 110',
      purpose: '자문 간담회',
      payment: 'card',
      spender: '시장',
      department: '총무과',
    },
  ]);
});

test('a row of no year is mended only with its day', async () => {
  const office = await startOffice();
  await importFile(office, 'list.csv', HEAD, '3.6,다온,자문,3명,카드,50000');
  const me = office.slack.as(MEMBER);
  await me.type('/지출', '확인필요');
  await me.press(HELD_MEND, { in: await me.reads('확인 필요 건') });
  await me.seesView('확인 필요 건 수정');

  expect(await me.submit()).toMatchObject({ ok: false, problems: [{ blockId: 'spent_on', problem: 'required' }] });
  expect(await me.submit({ spent_on: '2018-03-06' })).toMatchObject({ ok: true });
});

test('held rows are named beside every total', async () => {
  const office = await startOffice();
  await importRows(office, GOOD, BAD(6), BAD(7));
  const me = office.slack.as(MEMBER);

  for (const typed of ['현황', '목록', '목록 3월', '목록 작년 없음']) {
    await me.type('/지출', typed);
    await office.slack.settled();
    const said = me.lastAnswer()?.text ?? '';
    if (typed.includes('작년')) expect(said).not.toContain('확인 필요 건');
    else expect(said, typed).toMatch(/확인 필요 건.* 2건/);
  }
});

test('a row that someone else mends or discards meanwhile is not mended twice, and the form stays', async () => {
  const office = await startOffice();
  await importRows(office, BAD(6));
  const [me, manager] = [office.slack.as(MEMBER), office.slack.as(MANAGER)];
  for (const person of [me, manager]) {
    await person.type('/지출', '확인필요');
    await person.reads('확인 필요 건');
    await person.press(HELD_MEND);
    await person.seesView('확인 필요 건 수정');
  }
  await manager.submit(FIELDS);

  expect(await me.submit(FIELDS)).toMatchObject({
    errors: { spent_on: '이미 처리된 건입니다. ‘/지출 확인필요’에서 남은 건을 확인해 주세요.' },
  });
  await me.close();
  await me.press(HELD_MEND);

  await me.reads('이미 처리되었거나 없는 건입니다. ‘/지출 확인필요’에서 남은 건을 확인해 주세요.');
  expect(await office.db.selectFrom('expense').select('id').execute()).toHaveLength(1);
});

test('a manager discards a row with a reason, once', async () => {
  const office = await startOffice();
  await importRows(office, BAD(6), BAD(7));
  const manager = office.slack.as(MANAGER);
  await manager.type('/지출', '확인필요');
  const list = await manager.reads('확인 필요 건');
  await manager.press(HELD_DISCARD, { in: list });
  await manager.seesView('확인 필요 건 제외');

  expect(await manager.submit({ reason: ' ' })).toMatchObject({ errors: { reason: '입력해 주세요.' } });
  await manager.submit({ reason: '합계 행' });
  const left = await manager.reads('2018년 3월.csv 2행을 제외했습니다.');
  expect(left.ts).toBe(list.ts);
  expect(left.text).not.toContain('자문*6');
  expect(left.text).toContain('자문*7');
  await office.slack.redeliverLast();

  expect(await held(office)).toMatchObject([{ state: 'discarded' }, { state: 'open' }]);
  const history = await office.db.selectFrom('history').selectAll().where('noun', '=', 'held_row').execute();
  expect(history).toMatchObject([{ action: 'discarded', reason: '합계 행', actor: MANAGER }]);
});

test('a member can’t discard a row, not even from a form opened as a manager', async () => {
  const office = await startOffice();
  await importRows(office, BAD(6));
  const me = office.slack.as(MEMBER);
  await me.type('/지출', '확인필요');
  expect((await me.reads('확인 필요 건')).buttons).toEqual(['수정']);

  const manager = office.slack.as(MANAGER);
  await manager.type('/지출', '확인필요');
  const list = await manager.reads('확인 필요 건');
  expect(list.buttons).toEqual(['수정', '제외']);
  await manager.press(HELD_DISCARD);
  await manager.seesView('확인 필요 건 제외');
  await office.db.updateTable('person').set({ role: 'member' }).where('user_id', '=', MANAGER).execute();

  expect(await manager.submit({ reason: '몰래' })).toMatchObject({
    errors: { reason: '책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.' },
  });
  await manager.close();
  await manager.press(HELD_DISCARD, { in: list });
  await manager.reads('책임자나 관리자만 할 수 있는 일입니다. 책임자에게 부탁해 주세요.');
  expect(await held(office)).toMatchObject([{ state: 'open' }]);
});

test('many held rows page', async () => {
  const office = await startOffice();
  await importRows(office, ...[1, 2, 3, 4, 5, 6, 7].map(BAD));
  const me = office.slack.as(MEMBER);
  await me.type('/지출', '확인필요');
  const first = await me.reads('7건');
  expect(first.text).not.toContain('자문*6');

  await me.press('다음', { in: first });

  expect((await me.reads('자문*7')).ts).toBe(first.ts);
});
