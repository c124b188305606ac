import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/simulator/json.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import type { TroubleKind } from '../../src/simulator/trouble.ts';
import { ask, asked, dmOf, startQuiet } from './raw-app.ts';

const KEYED = { event_type: 'biseo', event_payload: { key: 'digest:2018-W14' } };
const POST = { channel: CHANNELS.office, text: 'hello' };

test.each<[TroubleKind, heard: number | 'nothing', done: boolean]>([
  ['429', 429, false],
  ['500', 500, false],
  ['500_done', 500, true],
  ['cut', 'nothing', false],
  ['lost', 'nothing', true],
  ['slow', 'nothing', false],
  ['slow_lost', 'nothing', true],
])('%s: the app hears %s, and Slack has it: %s', async (kind, heard, done) => {
  const slack = await startQuiet();
  slack.trouble({ next: [kind, null], silenceMs: 20 });

  const answer = await asked(slack, 'chat.postMessage', POST).then(
    ({ status }) => status,
    () => 'nothing',
  );
  expect(answer).toBe(heard);
  expect(slack.slack.workspace.channels.get(CHANNELS.office)?.messages.size).toBe(done ? 1 : 0);
  expect(slack.calls('chat.postMessage')).toMatchObject([{ error: expect.any(String) }]);
  expect(await ask(slack, 'chat.postMessage', POST)).toMatchObject({ ok: true });
});

test('a seed draws the same trouble again, of the kinds and methods named, until it is called off', async () => {
  const slack = await startQuiet({ rates: false });
  const draw = async (seed: number) => {
    slack.trouble({ seed, rate: 0.5, kinds: ['429', '500'], methods: ['team.info'] });
    const statuses: number[] = [];
    for (let i = 0; i < 20; i++) statuses.push((await asked(slack, 'team.info', {})).status);
    expect((await asked(slack, 'auth.test', {})).status).toBe(200);
    return statuses;
  };

  const first = await draw(7);
  expect(new Set(first)).toEqual(new Set([200, 429, 500]));
  expect(await draw(7)).toEqual(first);
  expect(await draw(8)).not.toEqual(first);
  slack.trouble();
  expect((await asked(slack, 'team.info', {})).status).toBe(200);
});

test('metadata is kept, and shown in a history to who asks for it', async () => {
  const slack = await startQuiet();
  const channel = await dmOf(slack, 'U0KIMSEOYE');
  const { ts = '' } = await ask(slack, 'chat.postMessage', { channel, text: 'hello', metadata: KEYED });
  const history = async (more: JsonObject = {}) => {
    const { messages } = await ask(slack, 'conversations.history', { channel, ...more });
    return JSON.stringify(messages);
  };

  expect(await history()).not.toContain('metadata');
  expect(await history({ include_all_metadata: true })).toContain(JSON.stringify(KEYED));
  expect(await ask(slack, 'chat.update', { channel, ts, text: 'hello again' })).toMatchObject({ ok: true });
  expect(await history({ include_all_metadata: true })).toContain(JSON.stringify(KEYED));
  await ask(slack, 'chat.update', { channel, ts, text: 'bare', metadata: {} });
  expect(await history({ include_all_metadata: true })).not.toContain('metadata');
});

test.each<[string, JsonObject, string]>([
  ['a type that is no word', { event_type: 'biseo:digest', event_payload: {} }, 'invalid_metadata_format'],
  ['no payload', { event_type: 'biseo' }, 'invalid_metadata_format'],
  ['too deep', { event_type: 'biseo', event_payload: { a: { b: { c: 1 } } } }, 'invalid_metadata_format'],
  ['nothing under a name', { event_type: 'biseo', event_payload: { key: null } }, 'invalid_metadata_format'],
  ['too much', { event_type: 'biseo', event_payload: { key: 'x'.repeat(8_000) } }, 'metadata_too_large'],
])('metadata that Slack would not take is refused: %s', async (_what, metadata, error) => {
  const slack = await startQuiet();

  expect(await ask(slack, 'chat.postMessage', { ...POST, metadata })).toMatchObject({ ok: false, error });
  expect(slack.wrongs).toHaveLength(1);
});
