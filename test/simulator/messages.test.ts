import { expect, test } from 'vitest';
import { isObject, type JsonObject, stringOf } from '../../src/simulator/json.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { MANIFEST, plain } from './bolt.ts';
import { ask, asked, dmOf, type Envelope, startQuiet, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';
const OTHER = 'U0LEEJUNHO';
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const withButton = {
  text: 'x',
  blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }] }],
};

const manifestWith = (...bot: string[]) => ({ ...MANIFEST, oauth_config: { scopes: { bot } } });

test.each<[string, JsonObject, string]>([
  ['a channel that is not there', { channel: 'C0NOWHERE1', text: 'x' }, 'channel_not_found'],
  ['a private channel without the app', { channel: CHANNELS.private, text: 'x' }, 'channel_not_found'],
  ['a public channel without the app', { channel: CHANNELS.general, text: 'x' }, 'not_in_channel'],
  ['a person who is not there', { channel: 'U0NOBODY01', text: 'x' }, 'channel_not_found'],
  ['nothing to say', { channel: CHANNELS.office }, 'no_text'],
  ['too long a text', { channel: CHANNELS.office, text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ['too long a block', { channel: CHANNELS.office, text: 'x', blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
  [
    'a block for forms',
    { channel: CHANNELS.office, text: 'x', blocks: [{ type: 'alert', text: plain('x') }] },
    'invalid_blocks',
  ],
  [
    'too much text in all its blocks',
    { channel: CHANNELS.office, text: 'x', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) },
    'msg_blocks_too_long',
  ],
  ['blocks that are none', { channel: CHANNELS.office, text: 'x', blocks: 'hello' }, 'invalid_arguments'],
  ['a thread that is not there', { channel: CHANNELS.office, text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
  ['no channel', { text: 'x' }, 'invalid_arguments'],
])('chat.postMessage refuses %s', async (_, args, error) => {
  const slack = await startQuiet();

  expect(await ask(slack, 'chat.postMessage', args)).toMatchObject({ ok: false, error });
});

test('what is wrong with a block is said with its place, and noted', async () => {
  const slack = await startQuiet();
  const answer = await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'x', blocks: [section('')] });

  expect(answer).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: { messages: [expect.stringMatching(/^\[ERROR\] .*\[json-pointer:\/blocks\/0\/text/)] },
  });
  expect(slack.wrongs).toEqual([expect.stringMatching(/^chat\.postMessage was refused: invalid_blocks: \[ERROR\]/)]);
});

test('a person’s id is a direct message for chat.postMessage, and nothing for chat.update', async () => {
  const slack = await startQuiet();
  const { channel, ts } = await ask(slack, 'chat.postMessage', { channel: MEMBER, text: '안녕하세요' });

  expect(channel).toBe(await dmOf(slack, MEMBER));
  expect(slack.as(MEMBER).lastAnswer()).toMatchObject({ text: '안녕하세요', private: false });
  expect(await ask(slack, 'chat.update', { channel: MEMBER, ts: stringOf(ts), text: 'x' })).toMatchObject({
    error: 'channel_not_found',
  });
  expect(slack.wrongs).toEqual(['chat.update was refused: channel_not_found']);
  expect(await ask(slack, 'chat.update', { channel: stringOf(channel), ts: stringOf(ts), text: 'y' })).toMatchObject({
    ok: true,
  });
  expect(slack.as(MEMBER).lastAnswer()).toMatchObject({ text: 'y', edited: true });
});

test.each([
  ['a channel it is not in', CHANNELS.general, 'not_in_channel'],
  ['a private channel it can’t see', CHANNELS.private, 'channel_not_found'],
  ['no channel', 'C0NOWHERE1', 'channel_not_found'],
])('the app can’t write to %s', async (_where, channel, error) => {
  const slack = await startQuiet();

  expect(await ask(slack, 'chat.postMessage', { channel, text: 'x' })).toEqual({ ok: false, error });
  expect(await ask(slack, 'chat.postEphemeral', { channel, user: MEMBER, text: 'x' })).toEqual({ ok: false, error });
  expect(slack.wrongs).toEqual([]); // it happens to any app, when it is taken out of a channel
});

test('the app changes and deletes its own messages only, and no private ones', async () => {
  const slack = await startRaw(() => undefined);
  const channel = CHANNELS.office;
  const said = await slack.as(MEMBER).say('mine', { channel });
  const ts = said.ok ? stringOf(said.ts) : '';
  const { message_ts } = await ask(slack, 'chat.postEphemeral', { channel, user: MEMBER, text: 'only you' });

  expect(await ask(slack, 'chat.update', { channel, ts, text: 'x' })).toMatchObject({ error: 'cant_update_message' });
  expect(await ask(slack, 'chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' });
  expect(await ask(slack, 'chat.update', { channel, ts: stringOf(message_ts), text: 'x' })).toMatchObject({
    error: 'message_not_found',
  });
});

test('a private message is seen by one person, who has to be in the channel', async () => {
  const slack = await startQuiet();
  await ask(slack, 'chat.postEphemeral', { channel: CHANNELS.office, user: MEMBER, text: 'only you' });

  expect(slack.as(MEMBER).messages()).toMatchObject([{ text: 'only you', private: true }]);
  expect(slack.as(OTHER).messages()).toEqual([]);
  expect(
    await ask(slack, 'chat.postEphemeral', { channel: CHANNELS.office, user: 'U0GUESTCHA', text: 'x' }),
  ).toMatchObject({ error: 'user_not_in_channel' });
});

test('a channel takes about one message a second after a short burst, then 429 with Retry-After', async () => {
  const slack = await startQuiet();
  const post = () => asked(slack, 'chat.postMessage', { channel: CHANNELS.office, text: 'x' });
  const statuses: number[] = [];
  for (let i = 0; i < 5; i++) statuses.push((await post()).status);
  const refused = await post();

  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.answer).toEqual({ ok: false, error: 'ratelimited' });
  slack.clock.move(1_000);
  expect((await post()).status).toBe(200);
  expect(await ask(slack, 'chat.postMessage', { channel: MEMBER, text: 'elsewhere' })).toMatchObject({ ok: true });
});

test('other methods have their calls in a minute', async () => {
  const slack = await startQuiet();
  const statuses = new Set<number>();
  for (let i = 0; i < 20; i++) statuses.add((await asked(slack, 'users.list', {})).status);
  const refused = await asked(slack, 'users.list', {});

  expect([...statuses]).toEqual([200]);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  slack.clock.move(60_000);
  expect((await asked(slack, 'users.list', {})).status).toBe(200);
});

test.each([
  ['chat.postMessage', 'chat:write', { channel: MEMBER, text: 'x' }],
  ['users.info', 'users:read', { user: MEMBER }],
  ['conversations.open', 'im:write,mpim:write', { users: MEMBER }],
  ['files.getUploadURLExternal', 'files:write', { filename: 'a.csv', length: 1 }],
  ['files.info', 'files:read', { file: 'F1' }],
  ['reactions.add', 'reactions:write', { channel: 'C1', timestamp: '1.1', name: 'ok' }],
  ['team.info', 'team:read', {}],
])('%s without its scope in the manifest is missing_scope', async (method, needed, args) => {
  const slack = await startQuiet({ manifest: manifestWith('commands') });

  expect(await ask(slack, method, args)).toEqual({ ok: false, error: 'missing_scope', needed, provided: 'commands' });
  expect(slack.wrongs).toEqual([`${method} was refused: missing_scope: needs ${needed}`]);
});

test('each kind of conversation has its own scope', async () => {
  const slack = await startQuiet({ manifest: manifestWith('im:read', 'im:write', 'im:history') });

  expect(await ask(slack, 'conversations.info', { channel: await dmOf(slack, MEMBER) })).toMatchObject({ ok: true });
  expect(await ask(slack, 'conversations.info', { channel: CHANNELS.office })).toMatchObject({
    error: 'missing_scope',
  });
  expect(await ask(slack, 'conversations.history', { channel: CHANNELS.office })).toMatchObject({
    error: 'missing_scope',
  });
});

test('a call without a token, with a wrong one, or of no method is refused', async () => {
  const slack = await startQuiet();

  expect(await ask(slack, 'auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
  expect(await ask(slack, 'auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
  expect(await ask(slack, 'chat.shout', {})).toMatchObject({ error: 'unknown_method' });
  expect(slack.wrongs).toEqual(['chat.shout was refused: unknown_method']);
});

test('429 and 500 can be switched on for the next calls, for one method, or for a while', async () => {
  const slack = await startQuiet();
  const status = async (method = 'auth.test') => (await asked(slack, method, {})).status;

  slack.fail({ status: 500, next: 2 });
  expect([await status(), await status(), await status()]).toEqual([500, 500, 200]);
  slack.fail({ status: 429, next: 1, method: 'team.info' });
  expect([await status(), await status('team.info')]).toEqual([200, 429]);
  slack.fail({ status: 429, seconds: 30 });
  expect(await status()).toBe(429);
  slack.clock.move(30_000);
  expect(await status()).toBe(200);
});

test('a command arrives as Slack sends it; names become references only with should_escape', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.type('/lab', '@오세라 #비서실 5 < 6 & @아무개');
  await person.type('/실험', '@오세라 5 < 6', { channel: person.appChannel });

  expect(seen.map((it) => it.payload)).toMatchObject([
    {
      token: expect.any(String),
      team_id: 'T0BISEO001',
      team_domain: expect.any(String),
      channel_id: CHANNELS.office,
      channel_name: '비서실',
      user_id: MEMBER,
      user_name: 'kimseoye',
      command: '/lab',
      text: `<@U0OHMANAGE|ohmanage> <#${CHANNELS.office}|비서실> 5 &lt; 6 &amp; @아무개`,
      api_app_id: expect.stringMatching(/^A/),
      is_enterprise_install: 'false',
      response_url: expect.stringContaining(slack.url),
      trigger_id: expect.any(String),
    },
    { command: '/실험', text: '@오세라 5 < 6', channel_name: 'directmessage' },
  ]);
});

test('a command that the manifest does not have is unknown to Slack', async () => {
  const slack = await startRaw(() => undefined);

  expect(await slack.as(MEMBER).type('/nothing')).toMatchObject({ ok: false, error: 'unknown_command' });
});

test('a direct message arrives with references and escapes, and the app hears of its own as a bot’s', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  await slack.as(MEMBER).dm('@오세라 <b>');
  await ask(slack, 'chat.postMessage', { channel: MEMBER, text: 'own' });
  await slack.settled();

  expect(seen.map((it) => it.payload.event)).toMatchObject([
    {
      type: 'message',
      channel_type: 'im',
      user: MEMBER,
      text: '<@U0OHMANAGE> &lt;b&gt;',
      ts: expect.stringMatching(/^\d+\.\d{6}$/),
    },
    { type: 'message', bot_id: expect.stringMatching(/^B/), text: 'own' },
  ]);
});

test('a file in a direct message arrives as file_share', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.dm('영수증', { files: [person.upload({ name: 'a.png', bytes: 'png' })] });

  expect(seen[0]?.payload.event).toMatchObject({ subtype: 'file_share', files: [{ name: 'a.png', size: 3 }] });
});

test('without the Messages tab nobody writes to the app; without the event it hears nothing', async () => {
  const silent = { ...MANIFEST, features: { ...MANIFEST.features, app_home: { messages_tab_enabled: false } } };
  const closed = await startRaw(() => undefined, { manifest: silent });
  expect(await closed.as(MEMBER).dm('hello')).toMatchObject({ ok: false, error: 'not_allowed' });

  const deaf = await startRaw(() => undefined, { manifest: manifestWith('commands', 'chat:write') });
  expect(await deaf.as(MEMBER).dm('hello')).toMatchObject({ ok: true });
  expect(deaf.traffic().filter((it) => it.direction === 'in')).toEqual([]);
});

async function respond(url: unknown, body: JsonObject) {
  const response = await fetch(stringOf(typeof url === 'string' ? url : ''), {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return [response.status, ((await response.json()) as { error?: string }).error ?? 'ok'];
}

test('a response_url takes five answers within thirty minutes', async () => {
  const urls: string[] = [];
  const slack = await startRaw(({ payload }) => {
    urls.push(stringOf(payload.response_url));
    return undefined;
  });
  await slack.as(MEMBER).type('/lab');
  await slack.as(MEMBER).type('/lab');

  for (let i = 0; i < 5; i++) expect(await respond(urls[0], { text: String(i) })).toEqual([200, 'ok']);
  expect(await respond(urls[0], { text: '6' })).toEqual([404, 'used_url']);
  slack.clock.move(30 * 60_000 + 1);
  expect(await respond(urls[1], { text: 'late' })).toEqual([404, 'expired_url']);
  expect(slack.wrongs).toEqual(['response_url: used_url', 'response_url: expired_url']);
});

test('an answer through response_url is private unless it says in_channel, and is checked as any message', async () => {
  let url = '';
  const slack = await startRaw(({ payload }) => {
    url = stringOf(payload.response_url);
    return undefined;
  });
  await slack.as(MEMBER).type('/lab');
  await respond(url, { text: 'quiet' });
  await respond(url, { text: 'loud', response_type: 'in_channel' });

  expect(
    slack
      .as(MEMBER)
      .messages()
      .map((it) => [it.text, it.private]),
  ).toEqual([
    ['quiet', true],
    ['loud', false],
  ]);
  expect(slack.as(OTHER).messages()).toMatchObject([{ text: 'loud' }]);
  expect(await respond(url, { text: 'x', blocks: [section('')] })).toEqual([400, 'invalid_blocks']);
});

test('a button’s response_url replaces and deletes its message; a command’s has no original', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  const person = slack.as(MEMBER);
  await ask(slack, 'chat.postEphemeral', { channel: CHANNELS.office, user: MEMBER, ...withButton });
  await person.press('Go');
  const pressed = seen[0]?.payload ?? {};

  expect(pressed).toMatchObject({
    type: 'block_actions',
    user: { id: MEMBER, username: 'kimseoye', team_id: 'T0BISEO001' },
    container: { type: 'message', channel_id: CHANNELS.office, is_ephemeral: true },
    channel: { id: CHANNELS.office, name: '비서실' },
    state: { values: {} },
    actions: [{ type: 'button', action_id: 'go', text: { text: 'Go' }, action_ts: expect.any(String) }],
  });
  expect(pressed).not.toHaveProperty('message');
  await respond(pressed.response_url, { text: 'decided', replace_original: true });
  expect(person.messages()).toMatchObject([{ text: 'decided', buttons: [] }]);
  await respond(pressed.response_url, { delete_original: true });
  expect(person.messages()).toEqual([]);

  await person.type('/lab');
  await respond(seen[1]?.payload.response_url, { text: 'x', replace_original: true });
  expect(slack.wrongs).toEqual(["A command's response_url cannot replace or delete an original: there is none."]);
});

test('a button in a message that all see arrives with the message', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  const { ts } = await ask(slack, 'chat.postMessage', { channel: CHANNELS.office, ...withButton });
  await slack.as(OTHER).press('go');

  expect(seen[0]?.payload).toMatchObject({
    message: { ts, text: 'x', bot_id: expect.any(String) },
    user: { id: OTHER },
  });
});

test('a command acknowledged with a message shows it; one that Slack would refuse is a wrong', async () => {
  const slack = await startRaw(({ payload }) =>
    payload.text === 'bad' ? { blocks: [section('')] } : { response_type: 'in_channel', text: 'done' },
  );
  expect(await slack.as(MEMBER).type('/lab')).toMatchObject({ ok: true });
  expect(slack.as(OTHER).lastAnswer()).toMatchObject({ text: 'done' });

  expect(await slack.as(MEMBER).type('/lab', 'bad')).toMatchObject({ ok: false, error: 'app_error' });
  expect(slack.wrongs).toHaveLength(1);
});

test('shortcuts arrive as the manifest names them', async () => {
  const seen: Envelope[] = [];
  const slack = await startRaw((envelope) => {
    seen.push(envelope);
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.say('keep this', { channel: CHANNELS.office });
  const [message] = person.messages(CHANNELS.office);
  await person.shortcut('lab_note');
  if (message) await person.messageShortcut('lab_keep', message);

  expect(seen.map((it) => it.payload)).toMatchObject([
    { type: 'shortcut', callback_id: 'lab_note', trigger_id: expect.any(String), action_ts: expect.any(String) },
    {
      type: 'message_action',
      callback_id: 'lab_keep',
      message_ts: message?.ts,
      message: { type: 'message', text: 'keep this', user: MEMBER },
      channel: { id: CHANNELS.office },
      response_url: expect.any(String),
    },
  ]);
  expect(await person.shortcut('unknown')).toMatchObject({ ok: false });
});

test('people are told apart: locale, guests and people of other workspaces', async () => {
  const slack = await startQuiet();
  const info = async (user: string) => {
    const { user: found } = await ask(slack, 'users.info', { user, include_locale: true });
    return isObject(found) ? found : {};
  };

  expect(await info(MEMBER)).toMatchObject({
    locale: 'ko-KR',
    is_restricted: false,
    team_id: 'T0BISEO001',
    tz: 'Asia/Seoul',
  });
  expect(await info('U0EMMACART')).toMatchObject({ locale: 'en-US' });
  expect(await info('U0GUESTCHA')).toMatchObject({ is_restricted: true });
  expect(await info('U0STRANGER')).toMatchObject({ team_id: 'T0OTHER001', is_stranger: true });
  expect(await ask(slack, 'users.info', { user: 'U0NOBODY01' })).toMatchObject({ error: 'user_not_found' });
});

test('a scheduled message comes when the clock says so, not in the past, not beyond 120 days', async () => {
  const slack = await startQuiet();
  const now = slack.now().getTime() / 1000;
  const schedule = (seconds: number) =>
    ask(slack, 'chat.scheduleMessage', { channel: CHANNELS.office, text: 'later', post_at: now + seconds });

  expect(await schedule(-1)).toMatchObject({ error: 'time_in_past' });
  expect(await schedule(121 * 86_400)).toMatchObject({ error: 'time_too_far' });
  expect(await schedule(60)).toMatchObject({ ok: true });
  expect(slack.as(MEMBER).messages()).toEqual([]);
  slack.clock.move(60_000);
  expect(slack.as(MEMBER).lastAnswer()).toMatchObject({ text: 'later' });
});
