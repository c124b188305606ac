import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { stringOf } from '../../src/simulator/json.ts';
import { CHANNELS } from '../../src/simulator/people.ts';
import { form, input, MANIFEST } from './bolt.ts';
import { ask, dmOf, startQuiet, startRaw } from './raw-app.ts';

const MEMBER = 'U0KIMSEOYE';

test('an upload takes three steps and arrives as a message with a file', async () => {
  const slack = await startQuiet();
  const bytes = Buffer.from('날짜,금액\n');
  const { upload_url, file_id } = await ask(slack, 'files.getUploadURLExternal', {
    filename: '집행내역.csv',
    length: bytes.length,
  });
  const id = stringOf(file_id);
  const files = [{ id, title: '집행내역' }];

  expect(await ask(slack, 'files.completeUploadExternal', { files })).toMatchObject({ error: 'file_not_found' });
  expect(slack.as(MEMBER).messages()).toEqual([]);
  await fetch(stringOf(upload_url), { method: 'POST', body: bytes });
  const channel_id = await dmOf(slack, MEMBER);
  expect(
    await ask(slack, 'files.completeUploadExternal', { files, channel_id, initial_comment: '여기 있습니다' }),
  ).toMatchObject({
    ok: true,
    files: [{ id, title: '집행내역', mimetype: 'text/csv' }],
  });
  expect(slack.as(MEMBER).lastAnswer()).toMatchObject({
    text: '여기 있습니다',
    files: [{ name: '집행내역.csv', size: bytes.length }],
  });
});

test('the SDK’s filesUploadV2 gets through', async () => {
  const slack = await startQuiet();
  const client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  await client.filesUploadV2({ channel_id: CHANNELS.office, file: Buffer.from('hello'), filename: 'a.txt' });

  expect(slack.as(MEMBER).lastAnswer()?.files).toMatchObject([{ name: 'a.txt', size: 5 }]);
});

test('an upload of another size than announced is refused', async () => {
  const slack = await startQuiet();
  const { upload_url, file_id } = await ask(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 3 });

  expect((await fetch(stringOf(upload_url), { method: 'POST', body: 'four' })).status).toBe(400);
  expect(
    (await fetch(`${slack.url}/upload/v1/${stringOf(file_id)}-guess`, { method: 'POST', body: 'abc' })).status,
  ).toBe(404);
});

test('a file goes to a channel the app is in, and never to a person’s id', async () => {
  const slack = await startQuiet();
  const { upload_url, file_id } = await ask(slack, 'files.getUploadURLExternal', { filename: 'a.csv', length: 1 });
  await fetch(stringOf(upload_url), { method: 'POST', body: 'a' });
  const complete = (channel_id: string) =>
    ask(slack, 'files.completeUploadExternal', { files: [{ id: stringOf(file_id) }], channel_id });

  expect(await complete(MEMBER)).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: [expect.stringContaining('json-pointer:/channel_id')] },
  });
  expect(await complete(CHANNELS.general)).toMatchObject({ error: 'not_in_channel' });
  expect(await complete(CHANNELS.private)).toMatchObject({ error: 'channel_not_found' });
  expect(await complete(CHANNELS.office)).toMatchObject({ ok: true });
});

async function pickedUrl(slack: Awaited<ReturnType<typeof startQuiet>>) {
  const person = slack.as(MEMBER);
  const { file } = await ask(slack, 'files.info', { file: person.upload({ name: 'a.csv', bytes: 'a,b' }) });
  return stringOf(typeof file === 'object' && file !== null && 'url_private' in file ? file.url_private : '');
}

test('a person’s file is read with the bot’s token; without it Slack shows its login page', async () => {
  const slack = await startQuiet();
  const url = await pickedUrl(slack);
  const read = (token: string) => fetch(url, { headers: { authorization: `Bearer ${token}` } });

  expect(url.startsWith(slack.url)).toBe(true);
  expect(await (await read(slack.botToken)).text()).toBe('a,b');
  const stranger = await read('xoxb-wrong');
  expect([stranger.status, stranger.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
});

test('the token needs files:read for it', async () => {
  const slack = await startQuiet({ manifest: { ...MANIFEST, oauth_config: { scopes: { bot: ['commands'] } } } });
  const id = slack.as(MEMBER).upload({ name: 'a.csv', bytes: 'a,b' });
  const response = await fetch(`${slack.url}/files-pri/T0BISEO001-${id}/a.csv`, {
    headers: { authorization: `Bearer ${slack.botToken}` },
  });

  expect(response.headers.get('content-type')).toContain('text/html');
});

test('a file_input takes only the kinds and the number it asks for', async () => {
  const element = { type: 'file_input', filetypes: ['csv', 'xlsx'], max_files: 1 };
  const slack = await startRaw(async ({ payload }) => {
    const view = JSON.parse(JSON.stringify(form([input('file', element)])));
    await ask(slack, 'views.open', { trigger_id: stringOf(payload.trigger_id), view });
    return undefined;
  });
  const person = slack.as(MEMBER);
  await person.type('/lab');
  const csv = { name: 'A.CSV', bytes: 'a' };

  expect(await person.submit({ file: { name: 'a.png', bytes: 'x' } })).toMatchObject({
    problems: [{ problem: 'wrong_file_type' }],
  });
  expect(await person.submit({ file: [csv, csv] })).toMatchObject({ problems: [{ problem: 'too_many', limit: 1 }] });
  expect(await person.submit({ file: csv })).toMatchObject({ ok: true });
});

test('a message shows a picture of the app’s once Slack has looked at it, and no other file', async () => {
  const slack = await startQuiet();
  const upload = async (filename: string) => {
    const { upload_url, file_id } = await ask(slack, 'files.getUploadURLExternal', { filename, length: 1 });
    await fetch(stringOf(upload_url), { method: 'POST', body: 'a' });
    await ask(slack, 'files.completeUploadExternal', { files: [{ id: stringOf(file_id) }] });
    return stringOf(file_id);
  };
  const show = (id: string) => {
    const blocks = [{ type: 'image', slack_file: { id }, alt_text: '그림' }];
    return ask(slack, 'chat.postMessage', { channel: CHANNELS.office, text: '그림', blocks });
  };
  const picture = await upload('a.png');
  const table = await upload('a.csv');

  expect(await show(picture)).toMatchObject({
    error: 'invalid_blocks',
    response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
  });
  expect(await ask(slack, 'files.info', { file: picture })).toMatchObject({ file: { mimetype: '' } });
  expect(await ask(slack, 'files.info', { file: picture })).toMatchObject({ file: { mimetype: 'image/png' } });
  expect(await show(picture)).toMatchObject({ ok: true });
  expect(await show(table)).toMatchObject({ error: 'invalid_blocks' });
  expect(await show('F0NOSUCHFILE')).toMatchObject({ error: 'invalid_blocks' });
});
