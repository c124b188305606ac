import { expect, test } from 'vitest';
import { MEMBER, SETTINGS, STRANGER, startOffice } from '../support/office.ts';

test.each(SETTINGS)(
  'a line written to the app can be recorded with one press ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const member = slack.as(MEMBER);

    await member.dm('85000 미진 4명 조례 개정 간담회 시책 카드');
    await slack.settled();
    await member.press('expense_new');
    await slack.settled();

    expect(member.view()?.fields).toMatchObject({ amount: { value: '85000' }, place: { value: '미진' } });
  },
);

test('what a stranger writes to the app is not answered with forms', async () => {
  const { slack } = await startOffice();

  await slack.as(STRANGER).dm('85000 미진');
  await slack.settled();

  expect(
    slack
      .as(STRANGER)
      .messages()
      .flatMap((message) => message.buttons),
  ).toEqual([]);
});
