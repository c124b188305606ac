import { expect, test } from 'vitest';
import { MEMBER, startOffice } from '../support/office.ts';
import { keysIn, note, put, SENDING } from './given.ts';

test('the app sends by itself: at its start, and right after somebody did something', async () => {
  const { slack, db } = await startOffice({ timetable: SENDING, ticking: true });
  await put(db, note('put by a command'));

  await slack.as(MEMBER).type('/비서');
  await slack.until(() => keysIn(slack)[0], 'the message stands in Slack');
  await slack.settled();
  expect(keysIn(slack)).toEqual(['put by a command']);
});

test('stopping waits for the tick that runs, and starts no other job', async () => {
  const order: string[] = [];
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const { running } = await startOffice({
    timetable: [
      {
        name: 'slow',
        run: async (_deps, _client, isOver) => {
          begun.resolve();
          await go.promise;
          order.push(isOver() ? 'was told to end' : 'went on');
        },
      },
      { name: 'next', run: async () => void order.push('next') },
    ],
  });

  const ticking = running.tick();
  await begun.promise;
  const stopping = running.stop().then(() => order.push('stopped'));
  go.resolve();
  await Promise.all([ticking, stopping]);
  expect(order).toEqual(['was told to end', 'stopped']);
});
