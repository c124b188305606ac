import { expect, test } from 'vitest';
import { CLAIM_MS } from '../../src/outbox/rules.ts';
import { findSent } from '../../src/outbox/store.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { MEMBER, NOW, OTHER_MEMBER, startOffice } from '../support/office.ts';
import { keysIn, LOUD, NOTES, note, put, SENDING, startSender } from './given.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const stateOf = async (db: Parameters<typeof put>[0], key: string) =>
  db.selectFrom('outbox').selectAll().where('key', '=', key).executeTakeFirstOrThrow();

test('what is due arrives once, with its key, and what is not due stays', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  const later = new Date(NOW.getTime() + HOUR);
  await put(db, note('now'), note('later', { dueAt: later }), note('channel', { recipient: CHANNELS.office }));
  await put(db, note('now', { subject: 'the same key again' }));

  await tick();
  await tick();
  expect(keysIn(slack).toSorted()).toEqual(['channel', 'now']);
  const arrived = slack.as(MEMBER).lastAnswer();
  expect(await findSent(db, 'now')).toEqual({ channel: slack.as(MEMBER).appChannel, ts: expect.any(String) });
  expect(arrived).toBeDefined();

  slack.clock.move(HOUR);
  await tick();
  expect(keysIn(slack)).toContain('later');
  expect(await findSent(db, 'nothing')).toBeNull();
});

test('what has become pointless, or is past its time, is not sent', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  await put(db, note('done', { subject: null }), note('past', { expiresAt: NOW }));

  await tick();
  expect(keysIn(slack)).toEqual([]);
  expect(slack.calls('chat.postMessage')).toEqual([]);
  expect(await stateOf(db, 'done')).toMatchObject({ state: 'pointless' });
  expect(await stateOf(db, 'past')).toMatchObject({ state: 'pointless' });
});

test('what comes at a quiet time is sent when that is over', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  await put(db, note('hush', { kind: 'quiet' }));

  await tick();
  expect(keysIn(slack)).toEqual([]);
  slack.clock.move(LOUD.getTime() - NOW.getTime());
  await tick();
  expect(keysIn(slack)).toEqual(['hush']);
});

test('words come without their picture when Slack does not have it', async () => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING }, { refusalsMeant: true });
  await put(db, note('seen', { kind: 'picture' }));

  await tick();
  expect(keysIn(slack)).toEqual(['seen']);
  expect(
    slack
      .as(MEMBER)
      .lastAnswer()
      ?.blocks?.map(({ type }) => type),
  ).toEqual(['divider']);
  expect(await stateOf(db, 'seen')).toMatchObject({ state: 'sent' });
});

test('one person gets a message a second, while others get theirs', async () => {
  const { slack, db, running } = await startOffice({ timetable: SENDING });
  await put(db, ...Array.from({ length: 8 }, (_, i) => note(`many-${i}`)), note('other', { recipient: OTHER_MEMBER }));

  expect(await running.tick()).toBe('again');
  expect(keysIn(slack).toSorted()).toEqual(['many-0', 'other']);
  expect(await running.tick()).toBe('again');
  expect(keysIn(slack)).toHaveLength(2);
  for (let second = 1; second < 8; second++) {
    slack.clock.move(1_000);
    expect(await running.tick()).toBe(second < 7 ? 'again' : undefined);
  }
  expect(keysIn(slack)).toHaveLength(9);
  expect(slack.calls('chat.postMessage').filter((it) => it.error)).toEqual([]);
});

test('who takes over from another process keeps the second that a person was left in', async () => {
  const { slack, db, file, running } = await startOffice({ timetable: SENDING });
  await put(db, note('first'), note('second'));
  await running.tick();
  const [first] = keysIn(slack);
  await running.stop();

  const other = await startSender(file, slack);
  slack.clock.move(500);
  await other.tick();
  expect(keysIn(slack)).toEqual([first]);
  slack.clock.move(500);
  await other.tick();
  expect(keysIn(slack).toSorted()).toEqual(['first', 'second']);
  await other.close();
});

test('the workspace gets twenty at once and then three a second', async () => {
  const { slack, db, running } = await startOffice({ timetable: SENDING }, { refusalsMeant: true });
  await put(db, ...Array.from({ length: 50 }, (_, i) => note(`${i}`, { recipient: `C0NOWHERE${i}` })));
  const tried = () => slack.calls('chat.postMessage').filter(({ args }) => JSON.stringify(args).includes('C0NOWHERE'));

  for (let round = 0; round < 3; round++) expect(await running.tick()).toBe('again');
  expect(tried()).toHaveLength(20);
  slack.clock.move(1_000);
  await running.tick();
  expect(slack.calls('chat.postMessage')).toHaveLength(23);
  for (let second = 0; second < 10; second++) {
    slack.clock.move(1_000);
    await running.tick();
  }
  expect(tried()).toHaveLength(50);
});

test('a channel of which Slack wants a pause gets it, others go on', async () => {
  const { slack, db, running } = await startOffice({ timetable: SENDING });
  await put(db, note('held'), note('free', { recipient: OTHER_MEMBER }));
  slack.trouble({ next: ['429'], methods: ['chat.postMessage'], retryAfter: 1 });

  await running.tick();
  const [arrived] = keysIn(slack);
  expect(keysIn(slack)).toHaveLength(1);
  slack.clock.move(999);
  await running.tick();
  expect(keysIn(slack)).toEqual([arrived]);
  slack.clock.move(1);
  await running.tick();
  expect(keysIn(slack).toSorted()).toEqual(['free', 'held']);
  expect(slack.calls('conversations.history')).toEqual([]); // Slack said that it has it not
});

test.each([99_999_999, 999_999_999_999])(
  'an absurd pause (%s seconds) that Slack wants ends after an hour',
  async (retryAfter) => {
    const { slack, db, running } = await startOffice({ timetable: SENDING });
    await put(db, note('held'));
    slack.trouble({ next: ['429'], methods: ['chat.postMessage'], retryAfter });

    await running.tick();
    slack.clock.move(59 * 60_000);
    await running.tick();
    expect(keysIn(slack)).toEqual([]);
    slack.clock.move(60_000);
    await running.tick();
    expect(keysIn(slack)).toEqual(['held']);
  },
);

test.each(['lost', 'slow_lost', '500_done'] as const)(
  'a message whose answer got lost (%s) is found instead of sent again',
  async (kind) => {
    const { slack, db, tick } = await startOffice({ timetable: SENDING });
    await put(db, note('to a person'), note('to a channel', { recipient: CHANNELS.office }));
    slack.trouble({ next: [kind, kind], methods: ['chat.postMessage'] });

    await tick();
    expect(keysIn(slack)).toHaveLength(2);
    expect(await findSent(db, 'to a person')).toBeNull();
    for (let minute = 0; minute < 3; minute++) {
      slack.clock.move(MINUTE);
      await tick();
    }
    expect(keysIn(slack).toSorted()).toEqual(['to a channel', 'to a person']);
    expect(await findSent(db, 'to a person')).not.toBeNull();
    expect(await findSent(db, 'to a channel')).not.toBeNull();
  },
);

test.each(['cut', 'slow', '500'] as const)('a message that never reached Slack (%s) is sent', async (kind) => {
  const { slack, db, tick } = await startOffice({ timetable: SENDING });
  await put(db, note('only one'));
  slack.trouble({ next: [kind], methods: ['chat.postMessage'] });

  await tick();
  expect(keysIn(slack)).toEqual([]);
  slack.clock.move(MINUTE);
  await tick();
  expect(keysIn(slack)).toEqual(['only one']);
});

test('a process that dies between posting and noting it leaves one message', async () => {
  const { slack, db, file, running } = await startOffice({ timetable: SENDING });
  await put(db, note('killed'));
  const dying = await startSender(file, slack);
  slack.trouble({ next: ['slow_lost'], methods: ['chat.postMessage'] });

  const lastTick = dying.tick();
  await slack.until(() => keysIn(slack)[0], 'the message stands in Slack');
  await dying.db.destroy(); // as after a kill: whatever it would note now reaches no database
  await lastTick;
  expect(await findSent(db, 'killed')).toBeNull();

  await running.tick();
  expect(slack.calls('chat.postMessage')).toHaveLength(1); // it may still be at it
  slack.clock.move(CLAIM_MS);
  await running.tick();
  expect(keysIn(slack)).toEqual(['killed']);
  expect(slack.calls('chat.postMessage')).toHaveLength(1);
  expect(await findSent(db, 'killed')).not.toBeNull();
});

test('two senders on one database send once', async () => {
  const { slack, db, file, running } = await startOffice({ timetable: SENDING });
  const other = await startSender(file, slack);
  const recipients = [MEMBER, OTHER_MEMBER, 'U0PARKHAEU', 'U0CHOIMINJ', 'U0JUNGDAEU', CHANNELS.office];
  const entries = Array.from({ length: 24 }, (_, i) => note(`n${i}`, { recipient: recipients[i % 6] ?? MEMBER }));
  await put(db, ...entries);

  for (let second = 0; second < 8; second++) {
    await Promise.all([running.tick(), other.tick(), running.tick(), other.tick()]);
    slack.clock.move(1_500);
  }
  await other.close();
  expect(keysIn(slack).toSorted()).toEqual(entries.map(({ key }) => key).toSorted());
});

test('a clock that is a minute ahead does not take what another one is at', async () => {
  const { slack, db, file, running } = await startOffice({ timetable: SENDING });
  let ahead: Awaited<ReturnType<typeof startSender>> | undefined;
  const waiting = Promise.withResolvers<void>();
  const slow = await startSender(file, slack, {
    kinds: {
      ...NOTES,
      note: async () => {
        await ahead?.tick();
        waiting.resolve();
        return { text: 'one' };
      },
    },
  });
  ahead = await startSender(file, slack, { now: () => new Date(slack.now().getTime() + MINUTE) });
  await put(db, note('skewed'));

  await slow.tick();
  await waiting.promise;
  await running.tick();
  await Promise.all([slow.close(), ahead.close()]);
  expect(keysIn(slack)).toEqual(['skewed']);
});

test('Slack is away for hours: everything that still makes sense arrives when it is back, once', async () => {
  const { slack, db, running } = await startOffice({ timetable: SENDING });
  const soon = new Date(NOW.getTime() + HOUR);
  await put(db, note('a'), note('b', { recipient: OTHER_MEMBER }), note('c', { recipient: CHANNELS.office }));
  await put(db, note('until one', { recipient: 'U0PARKHAEU', expiresAt: soon }));
  slack.trouble({ rate: 1, kinds: ['500', 'cut'] });

  for (let minutes = 0; minutes < 6 * 60; minutes += 10) {
    await running.tick();
    slack.clock.move(10 * MINUTE);
  }
  const calls = slack.traffic().length;
  expect(keysIn(slack)).toEqual([]);
  expect(calls).toBeLessThan(200); // it is not hammered
  slack.trouble();
  for (let minutes = 0; minutes < 30; minutes += 1) {
    await running.tick();
    slack.clock.move(MINUTE);
  }
  expect(keysIn(slack).toSorted()).toEqual(['a', 'b', 'c']);
  expect(await stateOf(db, 'until one')).toMatchObject({ state: 'pointless' });
});

test('a job that fails does not stop the next, and ticks never overlap', async () => {
  const order: string[] = [];
  const { running, logged } = await startOffice({
    timetable: [
      { name: 'broken', run: async () => Promise.reject(new Error('boom')) },
      {
        name: 'slow',
        run: async () => {
          order.push('begins');
          await new Promise((resolve) => setImmediate(resolve));
          order.push('ends');
        },
      },
    ],
  });

  await Promise.all([running.tick(), running.tick()]);
  expect(order).toEqual(['begins', 'ends', 'begins', 'ends']);
  expect(logged.filter((line) => line.includes('"job":"broken"'))).toHaveLength(2);
});
