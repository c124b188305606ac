import { expect, test } from 'vitest';
import { EXPENSE_EDIT } from '../../../src/spending/expense/views.ts';
import { MANAGER, MEMBER, type Office, SETTINGS, startOffice } from '../../support/office.ts';
import { FIELDS, LINE, recordOne } from '../../support/spending.ts';

const saved = ({ db }: Office) => db.selectFrom('expense').select(['id', 'amount', 'version']).execute();
const spent = async ({ db }: Office) =>
  (await db.selectFrom('expense_total').select(['spent', 'count']).execute()).filter((it) => it.count !== 0);

test.each(SETTINGS)('a command that Slack delivers again opens one form ($connection, $language)', async (setting) => {
  const { slack } = await startOffice(setting);
  const me = slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();

  await slack.redeliverLast();
  await slack.settled();

  expect(slack.calls('views.open')).toHaveLength(1);
  expect(me.view()?.depth).toBe(1);
});

test.each(SETTINGS)('a form that Slack delivers again leaves one record ($connection, $language)', async (setting) => {
  const office = await startOffice(setting);
  const me = office.slack.as(MEMBER);
  await recordOne(me);

  expect(await office.slack.redeliverLast()).toMatchObject({ ok: true });
  expect(await office.slack.redeliverLast()).toMatchObject({ ok: true });
  await office.slack.settled();

  expect(await saved(office)).toMatchObject([{ amount: 85_000 }]);
  expect(await spent(office)).toEqual([{ spent: 85_000, count: 1 }]);
});

test('a form that arrives three times at once leaves one record', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await me.type('/expense', LINE);
  await me.seesView();

  const first = me.submit({ activity: '4-나' });
  while (!office.slack.traffic().some((it) => it.kind === 'view_submission')) await Promise.resolve();
  await Promise.all([first, office.slack.redeliverLast(), office.slack.redeliverLast()]);
  await office.slack.settled();

  expect(await saved(office)).toHaveLength(1);
});

test('a button that Slack delivers again acts once', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await recordOne(me);
  await me.press(EXPENSE_EDIT);
  await me.seesView('업무추진비 수정');

  await office.slack.redeliverLast();
  await office.slack.settled();

  expect(office.slack.calls('views.open')).toHaveLength(2);
});

test('an edit and a void that Slack delivers again change nothing more', async () => {
  const office = await startOffice();
  const { slack, db } = office;
  const me = slack.as(MEMBER);
  await recordOne(me);
  await me.type('/지출', '수정 E1');
  await me.seesView();
  await me.submit({ amount: '90,000' });
  await slack.redeliverLast();
  expect(await saved(office)).toMatchObject([{ amount: 90_000, version: 2 }]);

  await me.type('/지출', '무효 E1');
  await me.seesView();
  await me.submit({ reason: '중복' });
  expect(await slack.redeliverLast()).toMatchObject({ ok: true });
  await slack.settled();

  expect(await spent(office)).toEqual([]);
  const history = await db.selectFrom('history').select('action').where('noun', '=', 'expense').execute();
  expect(history.map((it) => it.action)).toEqual(['recorded', 'changed', 'voided']);
});

test.each(['socket', 'http'] as const)('two hundred forms at once are two hundred records (%s)', async (connection) => {
  const office = await startOffice({ connection });
  const { slack } = office;
  const people = Array.from({ length: 200 }, (_, i) => `U0CROWD${String(i).padStart(4, '0')}`);
  for (const userId of people) {
    const { workspace } = slack.slack;
    const model = workspace.people.get(MEMBER);
    if (model) workspace.people.set(userId, { ...model, id: userId, name: userId });
  }
  const added_at = slack.now().toISOString();
  const rows = people.map((user_id) => ({ user_id, name: user_id, role: 'member', added_at }));
  await office.db.insertInto('person').values(rows).execute();

  for (let first = 0; first < people.length; first += 25) {
    slack.clock.move(15_000); // Slack opens no more than a hundred forms a minute
    const some = people.slice(first, first + 25);
    await Promise.all(some.map((userId) => slack.as(userId).type('/expense')));
    await Promise.all(some.map((userId) => slack.as(userId).seesView()));
  }

  const answers = await Promise.all(
    people.map((userId, i) => slack.as(userId).submit({ ...FIELDS, amount: String(1_000 + i) })),
  );
  // On a slow disk some are told that it takes longer, and are saved a moment later.
  await slack.settled();

  expect(answers.filter((it) => !it.ok)).toEqual([]);
  const amounts = (await saved(office)).map((it) => it.amount).toSorted((a, b) => a - b);
  expect(amounts).toEqual(people.map((_, i) => 1_000 + i));
  expect(await spent(office)).toEqual([{ spent: amounts.reduce((a, b) => a + b, 0), count: 200 }]);
});

test.each(SETTINGS)(
  'of two people who edit one record the second is told, keeps the form, and decides ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack } = office;
    const me = slack.as(MEMBER);
    const manager = slack.as(MANAGER);
    await recordOne(me);
    for (const person of [me, manager]) {
      await person.type('/expense', 'edit E1');
      await person.seesView();
    }
    await manager.submit({ amount: '90,000', place: '다온' });

    await me.submit({ amount: '70,000' });
    const again = await me.seesView((view) => /오세라.*90,000.*미진 → 다온/s.test(view.text));
    expect(again.fields.amount?.value).toBe('70,000');
    expect(await saved(office)).toMatchObject([{ amount: 90_000, version: 2 }]);
    await slack.redeliverLast();
    expect(await saved(office)).toMatchObject([{ amount: 90_000, version: 2 }]);

    expect(await me.submit()).toMatchObject({ ok: true });
    expect(await saved(office)).toMatchObject([{ amount: 70_000, version: 3 }]);
    expect((await me.reads('70,000')).text).toContain('다온'); // what the other one changed and this one left alone
    expect(await spent(office)).toEqual([{ spent: 70_000, count: 1 }]);
  },
);
