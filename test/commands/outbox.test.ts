import { expect, test } from 'vitest';
import { KINDS } from '../../src/app/kinds.ts';
import { countFailed, findFailed } from '../../src/outbox/failed/store.ts';
import {
  FAILED_PAGE_SIZE,
  failedMessage,
  failedNotice,
  OUTBOX_DROP,
  OUTBOX_FAILED,
  OUTBOX_PAGE,
  OUTBOX_RETRY,
  OUTBOX_RETRY_ALL,
} from '../../src/outbox/failed/views.ts';
import { checkPayload } from '../../src/simulator/block-kit/check.ts';
import { APP, CHANNELS } from '../../src/simulator/people.ts';
import { textFor } from '../../src/text/index.ts';
import { keysIn, note, put, SENDING } from '../outbox/given.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, SETTINGS, startOffice } from '../support/office.ts';

const HOUR = 60 * 60_000;

test.each(SETTINGS)(
  'an administrator hears of what was refused, sees why, and sends it again ($connection, $language)',
  async (setting) => {
    const { slack, db, tick } = await startOffice({ ...setting, timetable: SENDING });
    const words = textFor(setting.language).outbox;
    const administrator = slack.as(ADMINISTRATOR);
    await put(db, note('refused', { recipient: CHANNELS.general }), note('fine'));

    await tick();
    const told = await administrator.reads(words.notice(1));
    expect(told.buttons).toEqual([words.open]);
    expect(await countFailed(db)).toBe(1);
    expect(keysIn(slack)).toContain('fine');

    await administrator.press(OUTBOX_FAILED);
    const list = await administrator.reads(words.title(1));
    expect(list).toMatchObject({ private: true, buttons: [words.retry, words.drop] });
    expect(list.text).toContain('#일반');
    expect(list.text).toContain(words.reasons.not_in_channel);

    // Still not invited: it fails again, and comes back.
    await administrator.press(OUTBOX_RETRY);
    await administrator.reads(words.retried);
    slack.clock.move(2_000);
    await tick();
    expect(await countFailed(db)).toBe(1);
    await administrator.reads(words.notice(1), told);

    await slack.as(MEMBER).act({ do: 'inviteApp', channel: CHANNELS.general });
    await administrator.press(OUTBOX_FAILED);
    await administrator.reads((it) => it.private && it.text.includes(words.title(1)), list);
    await administrator.press(OUTBOX_RETRY);
    await administrator.reads(words.retried, list);
    slack.clock.move(2_000);
    await tick();
    expect(keysIn(slack).filter((key) => key === 'refused')).toHaveLength(1);
    expect(await countFailed(db)).toBe(0);
    const history = await db.selectFrom('history').select(['actor', 'action']).where('noun', '=', 'outbox').execute();
    expect(history.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'outbox failed',
      `${ADMINISTRATOR} retried`,
      'outbox failed',
      `${ADMINISTRATOR} retried`,
    ]);
  },
);

test('one notice covers all that fails that day; what is given up is gone and never sent', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  const administrator = slack.as(ADMINISTRATOR);
  const gone = Array.from({ length: 10 }, (_, i) => note(`gone-${i}`, { recipient: `C0GONE${i}` }));
  await put(db, ...gone);

  await tick();
  const words = textFor('ko').outbox;
  const notices = administrator.messages().filter((it) => it.buttons.includes(words.open));
  expect(notices).toMatchObject([{ text: expect.stringMatching(/보내지 못한 알림이 \d+건/) }]);

  await administrator.press(OUTBOX_FAILED);
  await administrator.reads(words.title(10));
  await administrator.press(`${OUTBOX_PAGE}_next`);
  await administrator.reads('2 / 2');
  await administrator.press(OUTBOX_DROP);
  const list = await administrator.reads(words.dropped);
  expect(list.text).toContain(words.title(9));
  expect(list.text).toContain('2 / 2');

  await administrator.press(OUTBOX_RETRY_ALL);
  await administrator.reads(words.retriedAll(9));
  expect(await countFailed(db)).toBe(0);
  slack.clock.move(25 * HOUR);
  await tick();
  expect(await countFailed(db)).toBe(9);
  expect(keysIn(slack).filter((key) => key.startsWith('gone'))).toEqual([]);
});

test('what is past its time is not offered again, and only administrators decide', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  const words = textFor('ko').outbox;
  const expiresAt = new Date(NOW.getTime() + HOUR);
  await put(db, note('soon over', { recipient: CHANNELS.general, expiresAt }));
  await tick();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.press(OUTBOX_FAILED);
  const list = await administrator.reads((it) => it.private && it.text.includes(words.title(1)));
  expect(list.buttons).toEqual([words.retry, words.drop]);

  slack.clock.move(2 * HOUR);
  await administrator.press(OUTBOX_RETRY, { in: list });
  const refused = await administrator.reads(words.refusals.expired ?? '');
  expect(refused.buttons).toEqual([words.drop]);
  await administrator.press(OUTBOX_DROP);
  await administrator.reads(words.none);
  expect(await countFailed(db)).toBe(0);

  // The button stands in a message that someone else can come by, as after a change of role.
  await put(db, note('again', { recipient: CHANNELS.general }));
  await tick();
  await db.updateTable('person').set({ role: 'manager' }).where('user_id', '=', ADMINISTRATOR).execute();
  await administrator.press(OUTBOX_FAILED);
  await administrator.reads(textFor('ko').access.notAdministrator);
  expect(
    slack
      .as(MANAGER)
      .messages()
      .filter((it) => it.buttons.includes(words.open)),
  ).toEqual([]);
});

test('a message that can not be written, or that nobody knows, is told of and stays', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  await put(db, note('broken', { subject: '!' }), note('unknown', { kind: 'from the future' }));

  for (let minutes = 0; minutes < 60; minutes += 5) {
    await tick();
    slack.clock.move(5 * 60_000);
  }
  const { failed } = await findFailed(db);
  expect(failed.map(({ key, failure }) => `${key}: ${failure}`).toSorted()).toEqual([
    'broken: broken',
    'unknown: unknown_kind',
  ]);
});

test('after a day without Slack a message counts as failed, and is looked for before it is sent again', async () => {
  const { slack, db, running, tick } = await startOffice({ timetable: SENDING });
  await put(db, note('away'));
  slack.trouble({ next: ['lost', ...Array<'500'>(400).fill('500')] });
  for (let hours = 0; hours < 25; hours++) {
    await running.tick();
    slack.clock.move(HOUR);
  }
  expect((await findFailed(db)).failed).toMatchObject([{ key: 'away', failure: 'slack_away' }]);

  slack.trouble();
  await tick(); // Saturday, when nobody is disturbed
  expect(slack.as(ADMINISTRATOR).lastAnswer()).toBeUndefined();
  slack.clock.move(48 * HOUR - 5 * HOUR);
  await tick();
  const administrator = slack.as(ADMINISTRATOR);
  await administrator.reads(textFor('ko').outbox.notice(1));
  await administrator.press(OUTBOX_FAILED);
  await administrator.reads((it) => it.private && it.text.includes(textFor('ko').outbox.title(1)));
  await administrator.press(OUTBOX_RETRY);
  await administrator.reads(textFor('ko').outbox.retried);
  await tick();
  expect(keysIn(slack).filter((key) => key === 'away')).toHaveLength(1);
  expect(await countFailed(db)).toBe(0);
});

test('every kind of message has a name in both languages', () => {
  for (const kind of Object.keys(KINDS)) {
    expect(textFor('ko').outbox.kinds[kind], kind).toBeTruthy();
    expect(textFor('en').outbox.kinds[kind], kind).toBeTruthy();
  }
});

test.each(['ko', 'en'] as const)('the longest list fits a message (%s)', (language) => {
  const text = textFor(language);
  const reasons = Object.values(text.outbox.reasons).toSorted((a, b) => b.length - a.length);
  const longest = Object.entries(text.outbox.reasons).find(([, words]) => words === reasons[0])?.[0] ?? '';
  const failed = Array.from({ length: FAILED_PAGE_SIZE }, (_, i) => ({
    key: `${i}`.padEnd(1_900, 'x'),
    kind: 'digest_personal',
    recipient: i % 2 ? APP.botUser : CHANNELS.office,
    dueAt: NOW,
    expiresAt: null,
    failure: longest,
    failedAt: NOW,
  }));
  const names = new Map([[APP.botUser, '이름'.repeat(40)]]);
  const shown = { failed, count: 5_000, offset: FAILED_PAGE_SIZE, names, now: NOW, zone: 'Asia/Seoul' };

  expect(checkPayload(failedMessage(shown, text, text.outbox.refusals.expired), 'message')).toEqual([]);
  expect(checkPayload(failedNotice(5_000, text), 'message')).toEqual([]);
});
