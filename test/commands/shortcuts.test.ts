import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { textFor } from '../../src/text/index.ts';
import { MEMBER, SETTINGS, STRANGER, startOffice } from '../support/office.ts';
import { FIELDS } from '../support/spending.ts';

test.each(SETTINGS)(
  'the shortcut opens the form, and the answer comes as a message ($connection, $language)',
  async (setting) => {
    const { slack } = await startOffice(setting);
    const words = textFor(setting.language);
    const me = slack.as(MEMBER);

    await me.shortcut('record_expense');
    const form = await me.seesView(words.expense.form.record);
    expect(form.fields).toMatchObject({ spent_on: { value: '2018-03-30' } });
    await me.submit(FIELDS);

    const said = await me.reads(words.expense.saved('E1', words.spending.won('85,000')));
    expect(said.channel).toBe(me.appChannel);
  },
);

test.each([
  ['plan_visit', 'visit_schedule'],
  ['log_council_contact', 'council_log'],
  ['add_followup', 'followup_add'],
])('%s opens %s', async (shortcut, form) => {
  const { slack } = await startOffice();
  const me = slack.as(MEMBER);

  await me.shortcut(shortcut);
  await me.seesView();

  const opened = slack.calls('views.open').at(-1)?.args;
  expect(opened).toMatchObject({ view: { callback_id: form } });
});

test('a stranger who uses a shortcut is told that the office was asked', async () => {
  const { slack } = await startOffice();
  await slack.as(STRANGER).shortcut('record_expense');

  await slack.as(STRANGER).reads('관리자에게 등록을 요청해 두었습니다');
  expect(slack.calls('views.open')).toEqual([]);
});

test('Slack lists the shortcuts by names that fit', () => {
  const { features } = parse(readFileSync('manifest.yml', 'utf8')) as {
    features: { shortcuts: { name: string; type: string; callback_id: string; description: string }[] };
  };
  const global = features.shortcuts.filter(({ type }) => type === 'global');

  expect(global.map((it) => it.callback_id)).toEqual([
    'record_expense',
    'plan_visit',
    'log_council_contact',
    'add_followup',
  ]);
  expect(features.shortcuts.length).toBeLessThanOrEqual(10);
  for (const { name, description } of features.shortcuts) {
    expect([...name].length, name).toBeLessThanOrEqual(24);
    expect([...description].length, name).toBeLessThanOrEqual(150);
  }
});
