import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/base/log.ts';
import { createHttpReceiver, type HttpReceiver } from '../../src/slack/http-receiver.ts';
import { MEMBER, startOffice } from '../support/office.ts';
import { postSigned } from '../support/signed.ts';

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

test('what is signed but makes no sense is answered at once, logged once, and the app goes on', async () => {
  const { running, slack, logged } = await startOffice({ connection: 'http' });
  const send = async (body: string, contentType: string) => {
    const url = `http://127.0.0.1:${running.port}/slack/events`;
    const response = await postSigned(url, body, slack.signingSecret, contentType);
    return { status: response.status, says: await response.text() };
  };
  const json = (body: unknown) => send(JSON.stringify(body), 'application/json');
  const form = (payload: unknown) =>
    send(`payload=${encodeURIComponent(JSON.stringify(payload))}`, 'application/x-www-form-urlencoded');
  const loud = () => logged.filter((line) => /"level":"(?:warn|error)"/.test(line)).length;
  const user = { id: MEMBER };

  const senseless: (() => Promise<{ status: number }>)[] = [
    ...[null, [], 7, 'a', {}, { event: null }, { event: 7 }, { type: 'no_such_thing' }].flatMap((body) => [
      () => json(body),
      () => form(body),
    ]),
    () => send('{', 'application/json'),
    () => send('a=b', 'application/x-www-form-urlencoded'),
    () => form({ type: 'view_submission', view: null }),
    () => form({ type: 'view_submission', user: 7, view: { callback_id: 'x', blocks: [] } }),
    () => form({ type: 'view_submission', user, view: { callback_id: 'no_such_form', blocks: [] } }),
    ...[7, null, ['x'], {}].flatMap((odd) => [
      () => form({ type: 'view_submission', user, view: { callback_id: odd, blocks: [], state: { values: {} } } }),
      () => form({ type: 'block_suggestion', user, block_id: odd, action_id: 'value', value: '' }),
    ]),
    () => form({ type: 'block_suggestion', user: null }),
    () => form({ type: 'block_actions', user: 'me', actions: [{ action_id: 'x' }] }),
    () => json({ type: 'event_callback', event: { type: 7 } }),
    () => send('command=%2Fexpense&text=list', 'application/x-www-form-urlencoded'),
    () => form({ type: 'shortcut', callback_id: 'record_expense' }),
    () => form({ type: 'block_actions', user, trigger_id: 7, actions: [{ action_id: 'expense_new', type: 'button' }] }),
    () => form({ type: 'message_action', user, callback_id: 'followup_from_message', channel: { id: 'C1' } }),
    // What would be given back to Slack, or kept in a form, as it came.
    ...['\ud800', 'a b', 'a'.repeat(3_000)].flatMap((odd) => [
      () => form({ type: 'shortcut', user, callback_id: 'record_expense', trigger_id: odd }),
      () => form({ type: 'block_actions', user, response_url: odd, actions: [{ action_id: 'expense_new' }] }),
      () => form({ type: 'block_actions', user, channel: { id: odd }, actions: [{ action_id: 'expense_new' }] }),
    ]),
    () => form({ type: 'shortcut', user: { id: 'nobody' }, callback_id: 'record_expense' }),
  ];
  for (const [at, ask] of senseless.entries()) {
    slack.clock.move(1_000); // a person is told no more often
    const before = loud();
    const { status } = await ask();
    expect([200, 400], `request ${at}`).toContain(status);
    await expect.poll(() => loud(), { message: `request ${at}` }).toBe(before + 1);
  }

  const nobodys = { type: 'message', channel_type: 'im', subtype: 'file_share', channel: 'D1', ts: '1.1' };
  const before = loud();
  for (const event of [
    nobodys,
    { ...nobodys, user: 7 },
    { ...nobodys, user: 'E1' },
    { ...nobodys, subtype: 'message_changed' },
    { type: 'app_home_opened', user: 'x', tab: 'home' },
  ])
    expect(await json({ type: 'event_callback', event })).toMatchObject({ status: 200 });
  await slack.settled();
  expect(loud()).toBe(before);

  // A text block need not have a name of its own.
  const blocks = [{ type: 'section', text: { type: 'plain_text', text: '-' } }];
  const view = { type: 'modal', callback_id: 'no_such_form', blocks, state: { values: {} } };
  expect(await form({ type: 'view_submission', user, view })).toMatchObject({ status: 400 });
  expect(await slack.as(MEMBER).type('/expense', 'help')).toMatchObject({ ok: true });
});

test('requests that another secret signed are counted until one is right, and what is not signed is not', async () => {
  const { running, slack } = await startOffice({ connection: 'http' });
  const at = `http://127.0.0.1:${running.port}`;
  const body = 'command=%2Fexpense&text=help';
  const health = async () => (await fetch(`${at}/healthz`)).json();

  await postSigned(`${at}/slack/events`, body, 'another secret');
  expect((await post(`${at}/slack/events`, body)).status).toBe(401);
  expect((await postSigned(`${at}/slack/events`, body, 'another secret')).status).toBe(401);
  expect(await health()).toMatchObject({ ok: true, refused: 2 });

  expect(await slack.as(MEMBER).type('/expense', 'help')).toMatchObject({ ok: true });
  expect(await health()).not.toHaveProperty('refused');
});
