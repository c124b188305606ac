import { expect, test } from 'vitest';
import { putUpdate, updateSent } from '../../src/outbox/update.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { note, put, SENDING, startSender } from './given.ts';

const MINUTE = 60_000;
const APPROVED = { text: '승인되었습니다.' };

async function startWithOne() {
  const office = await startOffice({ timetable: SENDING });
  await put(office.db, note('asked'));
  await office.tick();
  const sender = await startSender(office.file, office.slack);
  const shown = () =>
    office.slack
      .as(MEMBER)
      .messages()
      .filter((it) => it.fromApp)
      .map((it) => it.text);
  const left = () => office.db.selectFrom('outbox_update').selectAll().execute();
  return { ...office, sender, shown, left };
}

test('a message that was sent says something else, in its place', async () => {
  const { db, sender, shown, left } = await startWithOne();
  const blocks = [{ type: 'section' as const, text: { type: 'plain_text' as const, text: '승인 대기' } }];

  await updateSent(sender.deps, sender.client, 'asked', { text: '승인 대기', blocks });
  expect(shown()).toEqual(['승인 대기']);
  await updateSent(sender.deps, sender.client, 'asked', APPROVED);
  expect(shown()).toEqual([APPROVED.text]);
  expect(await left()).toEqual([]);
  await updateSent({ ...sender.deps, db }, sender.client, 'nothing of that name', APPROVED);
  await sender.close();
});

test('what Slack could not be told, or a process died before telling, a later tick tells it', async () => {
  const { slack, db, sender, tick, shown, left } = await startWithOne();
  await sender.close();
  // The decision and what the message should say are one transaction; nothing more happens before the kill.
  await db.transaction().execute((db) => putUpdate(db, 'asked', { text: '보완 요청' }, slack.now()));
  slack.trouble({ next: ['500', '429'], methods: ['chat.update'], retryAfter: 1 });

  await tick();
  expect(shown()).toEqual(['asked']);
  for (let minute = 0; minute < 3; minute++) {
    slack.clock.move(MINUTE);
    await tick();
  }
  expect(shown()).toEqual(['보완 요청']);
  expect(await left()).toEqual([]);
});

test('a message that is not sent yet is brought up to date when it is', async () => {
  const { slack, db, sender, tick, shown } = await startWithOne();
  await sender.close();
  const dueAt = new Date(slack.now().getTime() + 10 * MINUTE);
  await put(db, note('later', { dueAt, subject: '승인해 주세요.' }));
  await db.transaction().execute((db) => putUpdate(db, 'later', APPROVED, slack.now()));

  await tick();
  expect(shown()).toEqual(['asked']);
  slack.clock.move(10 * MINUTE);
  await tick();
  expect(shown()).toEqual(['asked', APPROVED.text]);
});

test('the newest words win, also over an update that is under way', async () => {
  const { slack, sender, tick, shown, left } = await startWithOne();
  slack.trouble({ next: ['slow_lost'], methods: ['chat.update'] });

  const first = updateSent(sender.deps, sender.client, 'asked', { text: 'first' });
  await slack.until(() => (shown()[0] === 'first' ? true : undefined), 'the first update stands in Slack');
  await updateSent(sender.deps, sender.client, 'asked', { text: 'second' });
  await first;
  await sender.close();
  for (let minute = 0; minute < 3; minute++) {
    slack.clock.move(MINUTE);
    await tick();
  }
  expect(shown()).toEqual(['second']);
  expect(await left()).toEqual([]);
});

test('a message that someone deleted is left alone', async () => {
  const { slack, sender, left, shown } = await startWithOne();
  const { channel, ts } = slack.as(MEMBER).lastAnswer() ?? { channel: '', ts: '' };
  await sender.client.chat.delete({ channel, ts });

  await updateSent(sender.deps, sender.client, 'asked', APPROVED);
  expect(shown()).toEqual([]);
  expect(await left()).toEqual([]);
  await sender.close();
});
