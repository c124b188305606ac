import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import { createHttpReceiver, type HttpReceiver } from '../../src/slack/http-receiver.ts';

const STARTING = '시작하는 중';

async function listening(patienceMs: number): Promise<{ receiver: HttpReceiver; url: string }> {
  const log = createLog('silent');
  const receiver = createHttpReceiver({ signingSecret: 's'.repeat(32), starting: STARTING, log, patienceMs });
  const server = createServer(receiver.answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return { receiver, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` };
}

const post = (url: string, body: string) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });

test('a command that comes before the app is ready is told so, and what Slack sends again is not taken', async () => {
  const { url } = await listening(10);

  const answer = await post(url, 'command=%2Fexpense&text=');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ response_type: 'ephemeral', text: STARTING });
  expect((await post(url, `payload=${encodeURIComponent('{"type":"view_submission"}')}`)).status).toBe(503);
});

test('one that comes shortly before is taken as soon as the app is ready', async () => {
  const { receiver, url } = await listening(20_000);

  const answer = post(url, 'command=%2Fexpense&text=');
  receiver.init({} as App);

  expect((await answer).status).toBe(401); // Bolt looks at it now: it is not signed
});
