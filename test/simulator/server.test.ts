import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/simulator/action.ts';
import { ADMINISTRATOR, CHANNELS, PEOPLE } from '../../src/simulator/people.ts';
import type { State } from '../../src/simulator/protocol.ts';
import { ask, startQuiet, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';

type Quiet = Awaited<ReturnType<typeof startQuiet>>;

const stateOf = async (slack: Quiet, user: string) =>
  (await (await fetch(`${slack.url}/api/state?as=${user}`)).json()) as State;

async function act(slack: Quiet, user: string, action: object, headers: { [name: string]: string } = {}) {
  const response = await fetch(`${slack.url}/api/act?as=${user}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(action),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

/** fetch sets Host and Sec-Fetch-Site itself. */
const raw = (url: string, method: string, headers: { [name: string]: string }, body = '') =>
  new Promise<number>((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end(body);
  });

test('it answers only under names that can be nobody else’s', async () => {
  const slack = await startQuiet();
  const port = new URL(slack.url).port;

  expect(await raw(`${slack.url}/api/state`, 'GET', { host: `evil.example:${port}` })).toBe(421);
  expect(await raw(`${slack.url}/api/state`, 'GET', { host: `localhost:${port}` })).toBe(200);
});

test('another page can do nothing here', async () => {
  const slack = await startQuiet();
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ do: 'moveClock', ms: 1 });
  const url = `${slack.url}/api/act?as=${MEMBER}`;

  expect(await raw(url, 'POST', { ...json, origin: 'http://evil.example' }, body)).toBe(403);
  expect(await raw(url, 'POST', { ...json, 'sec-fetch-site': 'cross-site' }, body)).toBe(403);
  expect(await raw(url, 'POST', { 'content-type': 'text/plain' }, body)).toBe(403);
  expect(await raw(`${slack.url}/api/files?as=${MEMBER}&name=a`, 'POST', { origin: 'http://evil.example' }, 'x')).toBe(
    403,
  );
  expect(await raw(url, 'POST', { ...json, origin: slack.url, 'sec-fetch-site': 'same-origin' }, body)).toBe(200);
});

test.each([
  ['another site', 'cross-site', 'no-cors', 403],
  ['another port of this machine', 'same-site', 'cors', 403],
  ['its own page', 'same-origin', 'cors', 200],
  ['a link somewhere that a person follows', 'cross-site', 'navigate', 200],
])('what a browser asks for %s is answered with %3$i', async (_page, site, mode, status) => {
  const slack = await startQuiet();
  for (const path of ['/', '/api/state', '/page/main.ts', '/healthz']) {
    const answered = await raw(`${slack.url}${path}`, 'GET', { 'sec-fetch-site': site, 'sec-fetch-mode': mode });
    expect(answered === 503 ? 200 : answered, path).toBe(status); // the health of no app is 503
  }
  if (status === 403) expect(await raw(`${slack.url}/api/events`, 'GET', { 'sec-fetch-site': site })).toBe(403);
});

test('the page comes as JavaScript with a policy of its own, and nothing else of the disk does', async () => {
  const slack = await startQuiet();
  const page = await fetch(slack.url);
  const script = await fetch(`${slack.url}/page/main.ts`);

  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-/);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect((await fetch(`${slack.url}/vendor/preact.mjs`)).status).toBe(200);
  for (const path of ['/page/../server.ts', '/page/%2e%2e/server.ts', '/vendor/zod.mjs', '/page/none.ts', '/nothing']) {
    expect(await raw(`${slack.url}${path}`, 'GET', {})).toBe(404);
  }
});

test('a person sees their conversations, the app, the commands with their twins, and the traffic', async () => {
  const slack = await startRaw(() => ({ text: 'hello' }));
  await slack.as(MEMBER).type('/lab');
  const state = await stateOf(slack, MEMBER);

  expect(state.me).toMatchObject({ id: MEMBER, name: '김서연' });
  expect(state.conversations.map((it) => [it.name, it.kind])).toEqual([
    ['비서실', 'channel'],
    ['일반', 'channel'],
    ['협력기관', 'channel'],
    ['Lab', 'app'],
  ]);
  expect(state.commands).toMatchObject([
    { command: '/lab', usageHint: '[what]', twin: '/실험', language: 'en' },
    { command: '/실험', twin: '/lab', language: 'ko' },
  ]);
  expect(state.messages[CHANNELS.office]).toMatchObject([{ text: 'hello', ephemeral: true, fromApp: true }]);
  expect(state.connection).toMatchObject({ transport: 'socket', open: 1, connected: true });
  expect(state.traffic.at(-1)).toMatchObject({ kind: 'slash_commands', summary: '/lab', state: 'ok', user: MEMBER });
  expect((await stateOf(slack, 'U0LEEJUNHO')).messages[CHANNELS.office]).toEqual([]);
  expect((await fetch(`${slack.url}/api/state?as=U0NOBODY01`)).status).toBe(404);
});

test('a guest sees only where they were asked in', async () => {
  const slack = await startQuiet();

  expect((await stateOf(slack, 'U0GUESTCHA')).conversations.map((it) => it.name)).toEqual(['협력기관', 'Lab']);
});

test('what is unread counts until it is read', async () => {
  const slack = await startQuiet();
  await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'news' });
  const unread = async () =>
    (await stateOf(slack, MEMBER)).conversations.find((it) => it.id === CHANNELS.office)?.unread;

  expect(await unread()).toBe(1);
  await act(slack, MEMBER, { do: 'markRead', channel: CHANNELS.office });
  expect(await unread()).toBe(0);
});

test('nothing is unread in a channel that one has not joined', async () => {
  const slack = await startQuiet();
  await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'news' });
  const { conversations } = await stateOf(slack, 'U0NEWBIE01');

  expect(conversations.find((it) => it.id === CHANNELS.office)).toMatchObject({ unread: 0 });
});

test('the page is told of a trouble that was switched on, and when it is over', async () => {
  const slack = await startQuiet();
  await act(slack, MEMBER, { do: 'fail', status: 500, seconds: 10 });
  expect((await stateOf(slack, MEMBER)).connection.failing).toMatchObject({ status: 500 });
  const told = slack.until(() => (slack.clock.offset() > 0 ? true : undefined), 'the page hears of the end');
  slack.clock.move(10_000);
  await told;

  expect((await stateOf(slack, MEMBER)).connection.failing).toBeUndefined();
});

test('what the page asks for is done, and what is no action is refused', async () => {
  const slack = await startRaw(() => undefined);

  expect((await act(slack, MEMBER, { do: 'command', channel: CHANNELS.office, text: '/lab x' })).answer).toMatchObject({
    ok: true,
  });
  expect((await act(slack, MEMBER, { do: 'command', channel: CHANNELS.private, text: '/lab' })).answer).toMatchObject({
    error: 'no_such_channel',
  });
  expect((await act(slack, 'U0NOBODY01', { do: 'openHome' })).answer).toMatchObject({ error: 'no_such_person' });
  expect(await act(slack, MEMBER, { do: 'dance' })).toMatchObject({ status: 400, answer: { error: 'bad_request' } });
});

test('changes are told as they happen', async () => {
  const slack = await startQuiet();
  const events = await fetch(`${slack.url}/api/events?as=${MEMBER}`);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  const version = async () => JSON.parse((await reader?.read())?.value?.replace('data: ', '') ?? '{}').version;
  const before = await version();
  await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'news' });

  expect(await version()).toBeGreaterThan(before);
  await reader?.cancel();
});

test('a new person can be added, and a channel joined, and the app asked in', async () => {
  const slack = await startQuiet();
  const { answer } = await act(slack, ADMINISTRATOR, { do: 'addPerson', name: '신입', locale: 'ko-KR' });
  const added = answer.ok ? (answer.user ?? '') : '';

  expect(added).toMatch(/^[UW][A-Z0-9]{8,}$/);
  expect((await act(slack, added, { do: 'join', channel: CHANNELS.office })).answer).toMatchObject({ ok: true });
  expect((await stateOf(slack, added)).me).toMatchObject({ name: '신입', role: 'newcomer' });
  await act(slack, MEMBER, { do: 'inviteApp', channel: CHANNELS.general });
  expect(await ask(slack, 'chat.postMessage', { channel: CHANNELS.general, text: 'x' })).toMatchObject({ ok: true });
});

test('nobody gets the id of someone who was added before the playground started again', async () => {
  const added = async () => {
    const { answer } = await act(await startQuiet(), ADMINISTRATOR, { do: 'addPerson', name: '신입' });
    return answer.ok && answer.user;
  };

  expect(await added()).not.toBe(await added());
});

test('the sample people have ids as Slack gives them, and each role is there', () => {
  expect(PEOPLE.every((it) => /^[UW][A-Z0-9]{8,}$/.test(it.id))).toBe(true);
  expect(new Set(PEOPLE.map((it) => it.id)).size).toBe(PEOPLE.length);
  expect(new Set(PEOPLE.map((it) => it.role))).toEqual(
    new Set(['administrator', 'manager', 'member', 'newcomer', 'guest', 'stranger']),
  );
});

test('health is the app’s own', async () => {
  const slack = await startQuiet();
  expect((await fetch(`${slack.url}/healthz`)).status).toBe(503);
  slack.answerHealth(async () => ({ ok: true, slack: 'connected', database: 'ok', version: '1.2.3' }));

  expect(await (await fetch(`${slack.url}/healthz`)).json()).toEqual({
    ok: true,
    slack: 'connected',
    database: 'ok',
    version: '1.2.3',
  });
});

test('a manifest that is none is refused in words', async () => {
  await expect(startQuiet({ manifest: 'package.json' })).rejects.toThrow('display_information');
});
