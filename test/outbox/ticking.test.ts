import { expect, test } from 'vitest';
import { start } from '../../src/app/start.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
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

test('of two apps on one register one sends, at Slack’s pace; when it ends, the other goes on', async () => {
  const { slack, db, running, file } = await startOffice({ timetable: SENDING });
  const other = await openDatabase(file);
  const { botToken, signingSecret } = slack;
  const second = await start({
    config: {
      slack: { mode: 'playground' },
      slackApiUrl: slack.apiUrl,
      publicUrl: null,
      host: '127.0.0.1',
      port: 0,
      databaseFile: file,
      databaseUrl: null,
      timezone: 'Asia/Seoul',
      language: 'ko',
      officeChannel: null,
      adminUserIds: [],
      logLevel: 'error',
      network: { httpsProxy: null, httpProxy: null, noProxy: null, extraCertificates: null },
    },
    slack: { mode: 'http', botToken, signingSecret },
    db: other,
    now: slack.now,
    log: createLog('error', { write: () => undefined }),
    version: 'test',
    serve: false,
    timetable: SENDING,
  });
  const names = Array.from({ length: 12 }, (_, n) => `message ${n}`);
  for (const name of names) await put(db, note(name)); // all to one person: one a second

  for (let seconds = 0; seconds < 20; seconds++) {
    await Promise.all([running.tick(), second.tick()]);
    slack.clock.move(1_000);
  }
  expect(keysIn(slack).toSorted()).toEqual(names.toSorted());

  await running.stop();
  await put(db, note('after the first has ended'));
  await second.tick();
  expect(keysIn(slack)).toContain('after the first has ended');
  await second.stop();
  await other.destroy();
});
