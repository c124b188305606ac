import { expect, test } from 'vitest';
import { LIMITS } from '../../../src/simulator/limits.ts';
import { PATIENCE_MS } from '../../../src/slack/in-time.ts';
import { EXPENSE_NEW } from '../../../src/spending/expense/views.ts';
import { textFor } from '../../../src/text/index.ts';
import { holdWriter } from '../../support/held.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, type Office, SETTINGS, startOffice } from '../../support/office.ts';
import { BREAK, MEND, outside } from '../../support/outside.ts';
import { FIELDS, LINE, recordOne } from '../../support/spending.ts';

const saved = ({ db }: Office) => db.selectFrom('expense').select('amount').execute();

/** Says something to the register from outside the app. */
async function sql({ file }: Office, words: string): Promise<void> {
  const other = await outside(file);
  await other.run(words).finally(() => other.close());
}

test.each(SETTINGS)(
  'when the database fails, the form stays open with what was typed ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const { slack, logged } = office;
    const me = slack.as(MEMBER);
    await sql(office, BREAK);
    await me.type('/expense', `${LINE} 홍길동 비밀회의`);
    await me.seesView();
    await slack.settled(); // what is proposed is drawn

    const answer = await me.submit({ activity: '4-나' });
    await slack.settled();

    expect(answer).toMatchObject({ ok: false, error: 'form_refused' });
    const [reference = ''] = /[0-9a-f]{6}/.exec(JSON.stringify(answer.ok ? '' : answer.errors)) ?? [];
    expect(me.view()?.errors.spent_on).toBe(textFor(setting.language).access.brokeInForm(reference));
    expect(me.view()?.fields.purpose?.value).toContain('비밀회의');
    const line = logged.find((it) => it.includes(reference) && it.includes('"level":"error"'));
    expect(line).toContain('the disk is broken');
    for (const secret of [
      '비밀회의',
      '홍길동',
      '미진',
      '85000',
      slack.botToken,
      slack.appToken,
      slack.signingSecret,
      'hooks',
    ]) {
      expect(logged.join('\n')).not.toContain(secret);
    }
    expect(await saved(office)).toEqual([]);

    await sql(office, MEND);
    expect(await me.submit()).toMatchObject({ ok: true });
    expect(await saved(office)).toEqual([{ amount: 85_000 }]);
  },
);

test('a command that fails is answered with a number that the log has', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await sql(office, 'alter table expense rename to gone');

  await me.type('/지출', '목록 비밀회의');
  const answer = await me.reads('문제가 생겨 끝까지 처리하지 못했습니다');

  const [reference = ''] = /[0-9a-f]{6}/.exec(answer.text) ?? [];
  expect(answer.private).toBe(true);
  expect(office.logged.filter((it) => it.includes(reference))).toHaveLength(1);
  expect(office.logged.join('\n')).not.toContain('비밀회의');
});

test('a Slack that takes no confirmation undoes nothing, and nobody is told that it failed', async () => {
  const office = await startOffice({}, { refusalsMeant: true });
  const { slack, logged } = office;
  const me = slack.as(MEMBER);
  await me.openHome();
  await me.seesHome();
  await me.press(EXPENSE_NEW); // from Home there is no response_url: the confirmation is a message
  await me.seesView();
  slack.fail({ status: 500, next: 2, method: 'chat.postMessage' });

  expect(await me.submit(FIELDS)).toMatchObject({ ok: true });
  await slack.settled();

  expect(await saved(office)).toEqual([{ amount: 85_000 }]);
  expect(me.lastAnswer()).toBeUndefined();
  await expect.poll(() => logged.join('\n')).toContain('could not be told');
});

test('an answer whose way back is used up comes as a direct message', async () => {
  const { slack } = await startOffice({}, { refusalsMeant: true });
  const me = slack.as(MEMBER);
  await me.type('/지출', LINE);
  await me.seesView();
  slack.clock.move(31 * 60_000);

  await me.submit({ activity: '4-나' });

  expect(await me.reads('기록을 저장했습니다')).toMatchObject({ channel: me.appChannel });
});

test('who waits is told so in time for the answer to travel', () => {
  expect(PATIENCE_MS).toBeLessThan(LIMITS.ackMs - 1_000);
});

test.each(SETTINGS)(
  'while an import holds the database, saving takes longer and is told at the end ($connection, $language)',
  async (setting) => {
    const office = await startOffice(setting);
    const words = textFor(setting.language);
    const me = office.slack.as(MEMBER);
    await me.type('/expense', LINE);
    await me.seesView();
    const writer = holdWriter(office.db);

    const answer = await me.submit({ activity: '4-나' });
    expect(answer).toMatchObject({ ok: true });
    expect(me.view()?.text).toContain(words.access.saving);
    expect(me.view()?.text).toContain('85000'); // all that is left of it should the app end before it is saved
    expect(await saved(office)).toEqual([]);

    await writer.release();
    await me.reads(words.expense.saved('E1', words.spending.won('85,000')));
    expect((await me.seesView(words.expense.saved('E1', ''))).submit).toBeUndefined();
    expect(await saved(office)).toEqual([{ amount: 85_000 }]);
  },
);

test('a save that fails after a long wait brings the form back with everything in it', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await me.type('/지출', LINE);
  await me.seesView();
  const writer = holdWriter(office.db);
  await me.submit({ activity: '4-나', attendees: '시장 외 3명', receipt: { name: '영수증.png', bytes: 'x' } });

  await writer.release({ run: BREAK });

  const form = await me.seesView('저장하지 못했습니다');
  expect(form.fields).toMatchObject({
    amount: { value: '85000' },
    place: { value: '미진' },
    attendees: { value: '시장 외 3명' },
    activity: { value: '4-나' },
  });
  expect(form.text).toContain('이미 올린 파일은 그대로 있습니다: 영수증.png');
  await sql(office, MEND);
  expect(await me.submit()).toMatchObject({ ok: true });
  await me.reads('기록을 저장했습니다');
  expect(await office.db.selectFrom('receipt').select('name').execute()).toEqual([{ name: '영수증.png' }]);
});

test('a save that fails after its form was closed leaves a message that opens it again', async () => {
  const office = await startOffice({}, { refusalsMeant: true });
  const me = office.slack.as(MEMBER);
  await me.type('/지출', LINE);
  await me.seesView();
  const writer = holdWriter(office.db);
  await me.submit({ activity: '4-나' });
  await me.close();

  await writer.release({ run: BREAK });
  const kept = await me.reads('저장하지 못했습니다');
  expect(kept.text).toContain('장소: 미진');
  expect(kept.private).toBe(true);
  await sql(office, MEND);
  await me.press('form_again', { in: kept });
  expect((await me.seesView()).fields).toMatchObject({ amount: { value: '85000' }, activity: { value: '4-나' } });
  await me.submit();

  await me.reads('기록을 저장했습니다');
});

test('voiding waits for the database as patiently', async () => {
  const office = await startOffice();
  const me = office.slack.as(MEMBER);
  await recordOne(me);
  await me.type('/지출', '무효 E1');
  await me.seesView();
  const writer = holdWriter(office.db);
  await me.submit({ reason: '중복' });
  expect(me.view()?.text).toContain('저장하고 있습니다');

  await writer.release();

  await me.seesView('E1 기록을 무효 처리했습니다');
  expect((await me.reads('무효 처리된 기록입니다')).text).toContain('중복');
});

test.each([
  ['a budget', MANAGER, '예산 등록', { account: '203-03', won: '1억' }, '1억', '100,000,000원'],
  ['a role', ADMINISTRATOR, '직원 등록', { person: MEMBER, role: 'manager' }, MEMBER, '김서연 님의 권한: 책임자'],
])('setting %s waits for the database as patiently', async (_what, id, button, fields, _typed, told) => {
  const office = await startOffice();
  const person = office.slack.as(id);
  await person.type('/비서');
  await person.reads('비서');
  await person.press(button);
  await person.seesView();
  const writer = holdWriter(office.db);
  await person.submit(fields);
  expect(person.view()?.text).toContain('저장하고 있습니다');

  await writer.release();

  await person.reads(told);
  await person.seesView(told);
});
