import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { textFor } from '../../src/text/index.ts';
import { temporaryFolder } from '../support/database.ts';
import { startOtherSlack } from '../support/other-slack.ts';
import { ROOT, startScript } from '../support/process.ts';

const TLS = path.join(ROOT, 'test/support/tls');
const CERTIFICATE = path.join(TLS, 'slack.test.pem');
const USER = 'U00000001';
const CSV = '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액\n2018-03-05 12:00,미진,간담회,4명,카드,"50,000"';

/** The only way to slack.test, a name that nobody else knows. `credentials`: what it lets through, or anyone. */
async function startProxy(to: number, credentials: string | null) {
  const asked: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(400).end());
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => undefined);
    const said = request.headers['proxy-authorization'];
    if (credentials && said !== `Basic ${Buffer.from(credentials).toString('base64')}`)
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const there = connect(to, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
    socket.on('close', () => there.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { host: `127.0.0.1:${(proxy.address() as AddressInfo).port}`, asked };
}

/** Slack under a name that only the proxy can reach, with a certificate that nobody trusts by itself. */
async function startSlackBehind(credentials: string | null) {
  const [key, cert] = [readFileSync(path.join(TLS, 'slack.test.key')), readFileSync(CERTIFICATE)];
  const slack = await startOtherSlack({ host: 'slack.test', key, cert });
  onTestFinished(() => slack.stop());
  return { slack, proxy: await startProxy(slack.port, credentials) };
}

const IN_VAIN = 'Slack can not be reached';

type How = { inFile: boolean; readyWhen?: string };

function startApp(apiUrl: string, way: Record<string, string>, { inFile, readyWhen }: How) {
  const folder = temporaryFolder();
  const settings = {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    ADMIN_USER_IDS: USER,
    HOST: '127.0.0.1',
    PORT: '0',
    ...way,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  if (inFile) writeFileSync(path.join(folder, '.env'), lines.join('\n'));
  const app = startScript('src/main.ts', [], {
    folder,
    env: inFile ? {} : settings,
    readyWhen: readyWhen ?? textFor('ko').terminal.listening,
  });
  onTestFinished(() => void app.kill());
  return app;
}

test.each([
  { named: 'without a password, in .env', credentials: null, inFile: true, name: 'HTTPS_PROXY' },
  { named: 'with a password, in .env', credentials: 'biseo:p@ss', inFile: true, name: 'HTTPS_PROXY' },
  {
    named: 'with a password, in the environment, in small letters',
    credentials: 'a:b',
    inFile: false,
    name: 'https_proxy',
  },
])('all of Slack is reached through a proxy $named', async ({ credentials, inFile, name }) => {
  const { slack, proxy } = await startSlackBehind(credentials);
  const [user, password] = credentials?.split(':').map(encodeURIComponent) ?? [];
  const address = `http://${credentials ? `${user}:${password}@` : ''}${proxy.host}`;
  const app = startApp(slack.apiUrl, { [name]: address, NODE_EXTRA_CA_CERTS: CERTIFICATE }, { inFile });
  await app.ready;
  const who = { user: { id: USER, team_id: 'T00000001' }, trigger_id: '1.2.3' };
  const typed = { user_id: USER, team_id: 'T00000001', trigger_id: '1.2.3', response_url: slack.responseUrl() };

  // The socket, and a download: somebody hands a file in.
  slack.files.set('/files/1.csv', CSV);
  const file = { id: 'F00000002', name: '집행.csv', url_private: 'https://slack.test/files/1.csv' };
  const chosen = { selected_option: { value: 'expenses' } };
  const view = {
    id: 'V00000001',
    callback_id: 'expense_import',
    private_metadata: '',
    title: { type: 'plain_text', text: '가져오기' },
    blocks: ['file', 'kind'].map((block_id) => ({ type: 'input', block_id })),
    state: { values: { file: { value: { files: [file] } }, kind: { value: chosen } } },
  };
  await slack.send('interactive', { type: 'view_submission', view, ...who });
  await expect
    .poll(() => JSON.stringify(slack.calls.filter(({ method }) => method === 'chat.update')))
    .toContain('1행');

  // The Web API and an upload: what comes of a command is a file.
  expect(await slack.send('slash_commands', { command: '/지출', text: '내보내기 2018 csv', ...typed })).toEqual({});
  await expect.poll(() => slack.calls.map(({ method }) => method)).toContain('files.completeUploadExternal');
  expect(slack.calls.some(({ method }) => method === '/upload')).toBe(true);

  expect(new Set(proxy.asked)).toEqual(new Set(['slack.test:443']));
});

test('a proxy that wants a password is not got past without one', async () => {
  const { slack, proxy } = await startSlackBehind('biseo:secret');
  const way = { HTTPS_PROXY: `http://${proxy.host}`, NODE_EXTRA_CA_CERTS: CERTIFICATE };
  await startApp(slack.apiUrl, way, { inFile: true, readyWhen: IN_VAIN }).ready;

  expect(proxy.asked).toContain('slack.test:443');
  expect(slack.calls).toEqual([]);
});

test.each([
  ['lets the app through', 'biseo:hush@', 'fine', null, /정상/],
  ['does not take the password', 'biseo:wrong@', 'wrong', 'proxy_refused', /HTTP 407.*아이디와 비밀번호/],
  ['is not there', null, 'wrong', 'proxy_unreachable', /127\.0\.0\.1:9, ECONNREFUSED.*HTTPS_PROXY/],
])('the check-up says of a proxy that it %s', async (_, credentials, state, code, said) => {
  const { slack, proxy } = await startSlackBehind('biseo:hush');
  const env = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    OFFICE_LOCALE: 'ko',
    HTTPS_PROXY: credentials ? `http://${credentials}${proxy.host}` : 'http://biseo:hush@127.0.0.1:9',
    NODE_EXTRA_CA_CERTS: CERTIFICATE,
  };
  const { out, err } = await startScript('bin/biseo.js', ['doctor', '--json'], { folder: temporaryFolder(), env })
    .ended;

  const { lines } = JSON.parse(out) as { lines: { check: string }[] };
  expect(lines.find(({ check }) => check === 'token')).toMatchObject({
    state,
    code,
    said: expect.stringMatching(said),
  });
  expect(`${out}${err}`).not.toMatch(/hush|wrong@/);
});

test('certificates that can’t be read are named, and nothing starts', async () => {
  const app = startApp('https://slack.test/api', { NODE_EXTRA_CA_CERTS: '/nowhere/city.pem' }, { inFile: true });
  app.ready.catch(() => undefined);
  expect(await app.ended).toMatchObject({ code: 1, err: expect.stringContaining('/nowhere/city.pem') });
});

test.each([
  ['NO_PROXY', '.test'],
  ['no_proxy', 'slack.test'],
])('what %s=%s names is reached without the proxy', async (name, hosts) => {
  const { slack, proxy } = await startSlackBehind(null);
  const way = { HTTPS_PROXY: `http://${proxy.host}`, [name]: hosts, NODE_EXTRA_CA_CERTS: CERTIFICATE };
  await startApp(slack.apiUrl, way, { inFile: true, readyWhen: IN_VAIN }).ready; // nobody else knows slack.test
  expect(proxy.asked).toEqual([]);
});
