import { expect, test } from 'vitest';
import { textFor } from '../../../src/text/index.ts';
import {
  ADMINISTRATOR,
  MANAGER,
  MEMBER,
  type Office,
  OTHER_MEMBER,
  SETTINGS,
  startOffice,
} from '../../support/office.ts';
import { recordOne } from '../../support/spending.ts';

async function withRecords(office: Office): Promise<void> {
  const me = office.slack.as(MEMBER);
  const other = office.slack.as(OTHER_MEMBER);
  await recordOne(me, { spent_on: '2018-02-28', amount: '10,000', place: '다온', purpose: '직원 격려' });
  await recordOne(me, { spent_on: '2018-03-05', amount: '20,000', account: '203-01', purpose: '간담회 100%' });
  await recordOne(other, { spent_on: '2018-03-29', amount: '30,000', place: '소나무집' });
  await recordOne(other, { spent_on: '2017-12-31', amount: '40,000', payment: 'cash' });
}

test.each([
  ['목록', 4, '100,000'],
  ['목록 2018', 3, '60,000'],
  ['목록 지난달', 1, '10,000'],
  ['목록 이번달', 2, '50,000'],
  ['목록 2018-02', 1, '10,000'],
  ['목록 1분기 시책', 2, '40,000'],
  ['목록 시책 추진', 3, '80,000'],
  ['목록 2017-12-01..2018-02-28', 2, '50,000'],
  ['목록 2018-03-01..2018-03-10', 1, '20,000'],
  ['목록 @나', 2, '30,000'],
  ['목록 @me', 2, '30,000'],
  ['목록 @이준호', 2, '70,000'],
  ['목록 간담회', 4, '100,000'], // the category of all four
  ['목록 조례', 2, '70,000'],
  ['목록 100%', 1, '20,000'],
  ['목록 다온 격려', 1, '10,000'],
  ['목록 기관운영 이번달 @나', 1, '20,000'],
  ['list last month', 1, '10,000'],
  ['list @나 100% 2018', 1, '20,000'],
])('%s finds %i records of %s won', async (typed, count, won) => {
  const office = await startOffice();
  await withRecords(office);
  const me = office.slack.as(MEMBER);

  await me.type('/지출', typed);

  expect((await me.reads('지출 목록')).text).toContain(`${count}건 · ${won}원`);
});

test('the list says how it understood what was typed', async () => {
  const office = await startOffice();
  await withRecords(office);
  const me = office.slack.as(MEMBER);

  await me.type('/지출', '목록 지난달 시책 @나 격려');

  expect((await me.reads('지출 목록')).text).toContain('2018년 2월 · 시책추진 · 김서연 · “격려” · 1건 · 10,000원');
});

test('a search that finds nothing says what was looked for, as it was typed', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);

  await me.type('/지출', '목록 작년 <!channel> *없음*');

  expect((await me.reads('조건에 맞는 기록이 없습니다')).text).toContain('2017년 · “<!channel>” · “*없음*”');
});

test('what mail programs do to a search is no matter: NFD, full width, other spaces', async () => {
  const office = await startOffice();
  await withRecords(office);
  const me = office.slack.as(MEMBER);

  await me.type('/지출', `목록　${'격려'.normalize('NFD')} ２０１８`);

  expect((await me.reads('지출 목록')).text).toContain('1건 · 10,000원');
});

test.each(SETTINGS)('a long list pages, forth and back ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const words = textFor(setting.language).expense.list;
  const me = slack.as(MEMBER);
  for (let day = 1; day <= 9; day++) await recordOne(me, { spent_on: `2018-03-0${day}`, amount: '1,000' });
  await me.type('/expense', setting.language === 'ko' ? '목록 3월' : 'list March');

  const first = await me.reads(words.title);
  expect(first.text).toContain(words.page(1, 2));
  expect(first.text).toContain('E9');
  expect(first.text).not.toContain('E1 ·');
  expect(first.buttons).not.toContain(words.previous);

  await me.press(words.next, { in: first });
  const second = await me.reads(words.page(2, 2));
  expect(second.ts).toBe(first.ts);
  expect(second.text).toContain('E1 ·');
  expect(second.buttons).not.toContain(words.next);

  await me.press(words.previous, { in: second });
  expect((await me.reads(words.page(1, 2))).text).toContain('E9');
});

test('everyone in the office sees the whole ledger', async () => {
  const office = await startOffice();
  await withRecords(office);

  for (const id of [MEMBER, MANAGER, ADMINISTRATOR]) {
    await office.slack.as(id).type('/지출', '목록');
    expect((await office.slack.as(id).reads('지출 목록')).text).toContain('4건 · 100,000원');
  }
});

test('lists and records are seen by who asked only, also in the office’s channel', async () => {
  const office = await startOffice();
  await withRecords(office);
  await office.slack.as(MEMBER).type('/지출', '목록');
  await office.slack.as(MEMBER).type('/지출', '현황');
  await office.slack.settled();

  const open = office.slack
    .as(MANAGER)
    .messages()
    .filter((it) => it.fromApp);

  expect(open).toEqual([]);
});
