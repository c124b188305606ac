import { expect, test } from 'vitest';
import { EXPENSE_NEW } from '../../src/expense/views.ts';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, SETTINGS, STRANGER, startOffice } from '../support/office.ts';
import { FIELDS } from '../support/spending.ts';

test.each(SETTINGS)(
  'Home leads to the form, and the answer comes as a message ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const words = textFor(setting.language);
    const me = slack.as(MEMBER);
    await me.openHome();
    expect((await me.seesHome()).text).toContain(words.office.menuLead);

    await me.press(EXPENSE_NEW);
    await me.seesView(words.expense.form.record);
    await me.submit(FIELDS);

    const said = await me.reads(words.expense.saved('E1', words.spending.won('85,000')));
    expect(said.channel).toBe(me.appChannel);
  },
);

test('a stranger sees whom it is for and how to ask', async () => {
  const { slack } = await startOffice();
  await slack.as(STRANGER).openHome();

  const page = await slack.as(STRANGER).seesHome();

  expect(page.text).toContain('비서실 직원이 쓰는 앱입니다');
  expect(page.buttons).toEqual([]);
});
