import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { startQuiet } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';

type Request = { headers: IncomingMessage['headers']; body: string };

/** A playground that posts to a small server of the test's. */
async function startPosted(answer: (request: Request, response: ServerResponse) => void) {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const received = { headers: request.headers, body: Buffer.concat(chunks).toString() };
    requests.push(received);
    answer(received, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const http = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`;
  const slack = await startQuiet({ deliverTo: { http, signingSecret: 'secret' } });
  return { slack, requests, http, person: slack.as(MEMBER) };
}

const signed = ({ headers, body }: Request) =>
  isValidSlackRequest({
    signingSecret: 'secret',
    body,
    headers: {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
  });

test('a command is a form, signed; plain words in the answer are shown to the person', async () => {
  const { person, requests } = await startPosted((_, response) => response.end('알겠습니다'));
  expect(await person.type('/실험', '85000 미진')).toMatchObject({ ok: true });

  const [request] = requests;
  expect(request && signed(request)).toBe(true);
  expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
    command: '/실험',
    text: '85000 미진',
  });
  expect(person.lastAnswer()).toMatchObject({ text: '알겠습니다', private: true });
});

test('interactions come as JSON in a form’s payload, events as JSON', async () => {
  const { person, requests } = await startPosted((_, response) => response.end());
  await person.shortcut('lab_note');
  await person.dm('hello');

  const [shortcut, event] = requests;
  expect(JSON.parse(new URLSearchParams(shortcut?.body).get('payload') ?? '')).toMatchObject({ type: 'shortcut' });
  expect(event?.headers['content-type']).toBe('application/json');
  expect(JSON.parse(event?.body ?? '')).toMatchObject({ type: 'event_callback', event: { text: 'hello' } });
});

test('the time in the signature can be wrong, to see it refused', async () => {
  const { slack, person, requests, http } = await startPosted((_, response) => response.end());
  slack.deliverTo({ http, skewSeconds: -301 });
  await person.type('/lab');

  expect(requests.map(signed)).toEqual([false]);
});

test('an answer other than 200 shows dispatch_failed', async () => {
  const { person } = await startPosted((_, response) => response.writeHead(500).end());

  expect(await person.type('/lab')).toMatchObject({ ok: false, error: 'dispatch_failed' });
});

test('an event is posted again with its number and reason, unless the app declines', async () => {
  let noRetry = false;
  const { slack, person, requests } = await startPosted((_, response) => {
    if (noRetry) response.setHeader('x-slack-no-retry', '1');
    response.writeHead(503).end();
  });
  await person.dm('first');
  await slack.settled();
  expect(requests.map((it) => it.headers['x-slack-retry-num'])).toEqual([undefined, '1']);
  expect(requests[1]?.headers['x-slack-retry-reason']).toBe('http_error');
  expect(requests[1]?.body).toBe(requests[0]?.body);

  noRetry = true;
  await person.dm('second');
  await slack.settled();
  expect(requests).toHaveLength(3);
});

test('an app that hangs shows operation_timeout', async () => {
  const received = Promise.withResolvers<void>();
  const { slack, person } = await startPosted(() => received.resolve());
  const typed = person.type('/lab');
  await received.promise;
  slack.clock.move(3_001);

  expect(await typed).toMatchObject({ ok: false, error: 'operation_timeout' });
});

test('an app that is away shows dispatch_failed', async () => {
  const { slack, person } = await startPosted((_, response) => response.end());
  slack.deliverTo({ http: 'http://127.0.0.1:1/slack/events' });

  expect(await person.type('/lab')).toMatchObject({ ok: false, error: 'dispatch_failed' });
});
