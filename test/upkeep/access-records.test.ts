import { expect, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, SETTINGS, startOffice } from '../support/office.ts';
import { recordOne } from '../support/spending.ts';

test.each(SETTINGS)(
  'an administrator looks the access records through, notes it, and takes them along ($connection, $language)',
  async (setting) => {
    const { slack, db } = await startOffice(setting);
    const words = textFor(setting.language).upkeep.access;
    const [ko, administrator] = [setting.language === 'ko', slack.as(ADMINISTRATOR)];
    const name = await recordOne(slack.as(MEMBER));
    await slack.as(MANAGER).type('/지출', `보기 ${name}`);
    await slack.settled();

    await administrator.type(ko ? '/비서 접속기록' : '/biseo access');
    const list = await administrator.reads(words.notReviewed);
    expect(list.text).toContain(
      `오세라 · ${words.what(words.kinds.attendees, words.how.opened, 1)} (${name}) · /지출 보기 ${name}`,
    );

    await administrator.press('access_review', { in: list });
    await administrator.seesView();
    await administrator.submit({ reason: '이상 없음' });
    const reviewed = await administrator.reads(words.reviewSaved(textFor(setting.language).disclosure.month(2018, 3)));
    expect(reviewed.text).toContain('이상 없음');
    expect(await db.selectFrom('access_review').select(['month', 'reviewed_by', 'note']).execute()).toEqual([
      { month: '2018-03', reviewed_by: ADMINISTRATOR, note: '이상 없음' },
    ]);

    await administrator.press('access_records_file', { in: reviewed });
    await administrator.reads((it) => it.files.some(({ name: file }) => file.endsWith('.csv')));
    await slack.settled();
    const kinds = await db
      .selectFrom('access_record')
      .select(['kind', 'how'])
      .where('actor', '=', ADMINISTRATOR)
      .execute();
    expect(kinds).toContainEqual({ kind: 'access_records', how: 'opened' });
    expect(kinds).toContainEqual({ kind: 'access_records', how: 'exported' });
  },
);

test.each([
  ['@오세라', 1],
  ['오세라 이번달', 1],
  ['@김서연', 0],
  ['2017', 0],
  ['오늘', 1],
])('by person and period: %s', async (typed, count) => {
  const { slack } = await startOffice();
  const name = await recordOne(slack.as(MEMBER));
  await slack.as(MANAGER).type('/지출', `보기 ${name}`);
  await slack.settled();

  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', `접속기록 ${typed}`);
  const said = await administrator.reads(textFor('ko').upkeep.access.title);
  expect(said.text.includes('보기')).toBe(count > 0);
});

test('words that mean nobody and no period are asked about', async () => {
  const { slack } = await startOffice();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.type('/비서', '접속기록 아무개씨');
  await administrator.reads(textFor('ko').upkeep.access.notUnderstood('아무개씨'));
});
