import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import { tellPrivately } from '../../src/slack/privately.ts';

/** A host that notes what it is asked for and says yes, or sends who answers a command elsewhere. */
async function host(elsewhere?: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume();
    const isSentOn = elsewhere && request.url?.startsWith('/commands/');
    if (isSentOn) response.writeHead(307, { location: elsewhere }).end();
    else response.setHeader('content-type', 'application/json').end('{"ok":true}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const log = createLog('fatal', { write: () => {} });

test.each([
  ['another port', (foreign: string, _slack: string) => `${foreign}/commands/1`],
  ['Slack’s name before the host', (foreign: string, _slack: string) => foreign.replace('//', '//hooks.slack.com@')],
  ['Slack’s host as a path', (foreign: string, slack: string) => `${foreign}/${new URL(slack).host}/`],
  ['no address', (_foreign: string, _slack: string) => 'hooks.slack.com'],
])('an answer never goes to a foreign response_url: %s', async (_what, urlOf) => {
  const [slack, foreign] = [await host(), await host()];
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: `${slack.url}/api/` });

  await tellPrivately({ client, log }, { userId: 'U1', responseUrl: urlOf(foreign.url, slack.url) }, { text: '비밀' });

  expect(foreign.asked).toEqual([]);
  expect(slack.asked).toEqual(['/api/chat.postMessage']);
});

test('an answer goes to the response_url of the host that stands for Slack', async () => {
  const slack = await host();
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: `${slack.url}/api/` });

  await tellPrivately({ client, log }, { userId: 'U1', responseUrl: `${slack.url}/commands/1` }, { text: '답' });

  expect(slack.asked).toEqual(['/commands/1']);
});

test('an answer does not follow the response_url to where it is sent on', async () => {
  const foreign = await host();
  const slack = await host(`${foreign.url}/commands/1`);
  const client = new webApi.WebClient('xoxb-1', { slackApiUrl: `${slack.url}/api/` });

  await tellPrivately({ client, log }, { userId: 'U1', responseUrl: `${slack.url}/commands/1` }, { text: '비밀' });

  expect(foreign.asked).toEqual([]);
  expect(slack.asked).toEqual(['/commands/1', '/api/chat.postMessage']);
});
