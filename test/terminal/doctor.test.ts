import { promises as fs, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parse } from 'yaml';
import { openDatabase } from '../../src/base/db/database.ts';
import { all, close } from '../../src/base/db/sqlite-dialect.ts';
import { connect } from '../../src/base/db/sqlite-file.ts';
import { putPerson } from '../../src/people/store.ts';
import { textFor } from '../../src/text/index.ts';
import type { Fault } from '../../src/vocabulary/upkeep.ts';
import { newDatabase, temporaryFolder } from '../support/database.ts';
import { startOffice } from '../support/office.ts';
import { startOtherSlack } from '../support/other-slack.ts';
import { freePort } from '../support/process.ts';
import { postSigned } from '../support/signed.ts';
import { biseoHere } from '../support/terminal.ts';

const SCOPES = (parse(readFileSync('manifest.yml', 'utf8')) as { oauth_config: { scopes: { bot: string[] } } })
  .oauth_config.scopes.bot;
const SECRETS = { SLACK_BOT_TOKEN: 'xoxb-1-hush', SLACK_APP_TOKEN: 'xapp-1-A01HUSH0000-hush' };

/** An office that lacks nothing: its register, copied just now, and a Slack that grants all. */
async function healthy() {
  const slack = await startOtherSlack();
  onTestFinished(() => slack.stop());
  slack.how.scopes = SCOPES.join(',');
  const folder = temporaryFolder();
  const file = path.join(folder, 'office.db');
  const db = await newDatabase(file);
  const person = { userId: 'U00000001', name: '홍길동', role: 'administrator', language: 'ko' } as const;
  await putPerson(db, person, { actor: 'test', at: new Date() });
  await db.destroy();
  const env: Record<string, string> = {
    ...SECRETS,
    SLACK_API_URL: slack.apiUrl,
    OFFICE_CHANNEL: 'C00000001',
    DATABASE_FILE: file,
    PORT: String(await freePort()),
  };
  await biseoHere(['backup', path.join(folder, 'copy.db')], env);
  return { slack, folder, file, env };
}
type Office = Awaited<ReturnType<typeof healthy>>;
type Said = { ok: boolean; lines: { check: string; state: string; code: string | null; said: string }[] };

async function examined(env: Record<string, string>): Promise<Said & { code: number }> {
  const { code, out, err } = await biseoHere(['doctor', '--json'], env);
  expect(err).toBe('');
  expect(`${out}${err}`).not.toContain('hush');
  return { ...(JSON.parse(out) as Said), code };
}
const faultsOf = ({ lines }: Said) => lines.filter(({ state }) => state === 'wrong').map(({ code }) => code);

test('an office that lacks nothing is fine in every line', async () => {
  const { env } = await healthy();
  const said = await examined(env);

  expect(faultsOf(said)).toEqual([]);
  expect(said).toMatchObject({ ok: true, code: 0 });
  expect(said.lines.filter(({ state }) => state === 'unseen').map(({ check }) => check)).toEqual(['app']);
  const words = await biseoHere(['doctor'], { ...env, OFFICE_LOCALE: 'en' });
  expect(words).toMatchObject({ code: 0, err: '', out: expect.stringContaining('Everything is fine.') });
});

const refusing =
  (method: string, error: string) =>
  ({ slack }: Office) =>
    void slack.says.set(method, { ok: false, error });
const without =
  (scope: string) =>
  ({ slack }: Office) => {
    slack.how.scopes = SCOPES.filter((it) => it !== scope).join(',');
  };
const setting =
  (more: Record<string, string>) =>
  ({ env }: Office) =>
    void Object.assign(env, more);
const HTTP = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'hushhush' };

/** Answers everything with this, as another program does that has taken our place. */
async function other(status: number, body: string): Promise<number> {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

const FAULTS: [how: string, make: (office: Office) => unknown, fault: Fault, advice: RegExp][] = [
  ['a setting that makes no sense', setting({ OFFICE_TIMEZONE: 'Seoul' }), 'settings_wrong', /OFFICE_TIMEZONE.*\.env/],
  [
    'a user’s token where the bot’s belongs',
    setting({ SLACK_BOT_TOKEN: 'xoxp-1-hush' }),
    'settings_wrong',
    /SLACK_BOT_TOKEN.*Bot User OAuth Token/,
  ],
  [
    'the tokens exchanged',
    setting({ SLACK_BOT_TOKEN: SECRETS.SLACK_APP_TOKEN, SLACK_APP_TOKEN: SECRETS.SLACK_BOT_TOKEN }),
    'settings_wrong',
    /SLACK_BOT_TOKEN.*SLACK_APP_TOKEN/,
  ],
  ['no tokens', setting({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' }), 'no_tokens', /\.env\.example/],
  [
    'certificates that are not there',
    setting({ NODE_EXTRA_CA_CERTS: '/nowhere/city.pem' }),
    'settings_wrong',
    /city\.pem/,
  ],
  [
    'a bot token that was revoked',
    refusing('auth.test', 'token_revoked'),
    'token_refused',
    /token_revoked.*OAuth & Permissions/,
  ],
  [
    'a bot token of another workspace',
    ({ slack }) => {
      slack.says.set('auth.test', { team: '남의 시청' });
      slack.says.set('users.info', { ok: false, error: 'user_not_found' });
    },
    'token_elsewhere',
    /남의 시청.*비서실 워크스페이스/,
  ],
  ['a network without Slack', setting({ SLACK_API_URL: 'http://127.0.0.1:9/api' }), 'slack_unreachable', /HTTPS_PROXY/],
  [
    'a scope that was not granted',
    without('files:read'),
    'scopes_missing',
    /files:read.*npx biseo manifest.*다시 설치/,
  ],
  [
    'an app-level token that was revoked',
    refusing('apps.connections.open', 'invalid_auth'),
    'app_token_refused',
    /App-Level Tokens/,
  ],
  [
    'an app-level token without its right',
    refusing('apps.connections.open', 'missing_scope'),
    'app_token_scope',
    /connections:write/,
  ],
  [
    'an app-level token of another app',
    ({ slack }) => slack.says.set('bots.info', { bot: { app_id: 'A01OTHER000' } }),
    'app_token_other',
    /같은 앱/,
  ],
  ['Socket Mode off', refusing('apps.connections.open', 'forbidden_team'), 'socket_mode_off', /Socket Mode를 켜/],
  [
    'a firewall before the sockets',
    ({ slack }) => slack.says.set('apps.connections.open', { url: 'ws://127.0.0.1:9/link' }),
    'socket_unreachable',
    /443/,
  ],
  ['HTTP without an address', setting(HTTP), 'no_public_url', /PUBLIC_URL/],
  [
    'an address where nobody answers',
    setting({ ...HTTP, PUBLIC_URL: 'http://127.0.0.1:9' }),
    'address_silent',
    /리버스 프록시/,
  ],
  [
    'an address where another program answers',
    async ({ env }) => Object.assign(env, HTTP, { PUBLIC_URL: `http://127.0.0.1:${await other(200, '<html>')}` }),
    'address_other',
    /다른 프로그램.*healthz/,
  ],
  [
    'a port that another program has',
    async ({ env }) => Object.assign(env, { PORT: String(await other(404, 'no')) }),
    'port_taken',
    /PORT를 바꿔/,
  ],
  [
    'an app that is not well',
    async ({ env }) =>
      Object.assign(env, { PORT: String(await other(503, '{"ok":false,"version":"1.0.0","reason":"starting"}')) }),
    'app_unwell',
    /starting/,
  ],
  [
    'a signing secret that is not this app’s',
    async ({ env }) => {
      const { running } = await startOffice({ connection: 'http' });
      const at = `http://127.0.0.1:${running.port}`;
      for (const text of ['현황', '목록'])
        await postSigned(`${at}/slack/events`, `command=%2Fexpense&text=${text}`, 'another app’s');
      Object.assign(env, HTTP, { PORT: String(running.port), PUBLIC_URL: at });
    },
    'requests_refused',
    /2건.*SLACK_SIGNING_SECRET/,
  ],
  [
    'a clock that is ahead',
    ({ slack }) => {
      slack.how.date = new Date(Date.now() - 400_000);
    },
    'clock_wrong',
    /빠릅니다.*NTP/,
  ],
  [
    'a clock that is behind',
    ({ slack }) => {
      slack.how.date = new Date(Date.now() + 400_000);
    },
    'clock_wrong',
    /늦습니다/,
  ],
  ['no channel', setting({ OFFICE_CHANNEL: '' }), 'no_channel', /\/비서 채널/],
  [
    'a channel it was not invited to',
    refusing('conversations.history', 'not_in_channel'),
    'channel_not_joined',
    /\/invite/,
  ],
  ['a form that Slack refuses', refusing('blocks.validate', 'invalid_view'), 'shapes_refused', /expense_record/],
  [
    'a disk that is nearly full',
    () => {
      const full = vi.spyOn(fs, 'statfs').mockResolvedValue({ bavail: 3, bsize: 1024 * 1024 } as never);
      onTestFinished(() => full.mockRestore());
    },
    'disk_full',
    /3MB.*500MB/,
  ],
  [
    'a register that is damaged',
    ({ file }) => writeFileSync(file, 'not a database'),
    'database_refused',
    /이 앱의 데이터베이스가 아닙니다/,
  ],
  [
    'a register that a newer version made',
    async ({ file }) => {
      const sqlite = await connect(file);
      await all(sqlite, "insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')", []);
      await close(sqlite);
    },
    'database_refused',
    /더 새로운 버전.*업데이트/,
  ],
  [
    'a register on a disk that takes no writing',
    () => {
      const { access } = fs;
      const readOnly = vi.spyOn(fs, 'access').mockImplementation(async (file, mode) => {
        if (mode === fs.constants.W_OK) throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
        return access(file, mode);
      });
      onTestFinished(() => readOnly.mockRestore());
    },
    'database_refused',
    /쓸 수 없습니다.*읽기 전용/,
  ],
  ['a register that was emptied', ({ file }) => writeFileSync(file, ''), 'database_refused', /백업에서 복원하거나/],
  ['no copy ever made', ({ file }) => fs.rm(`${file}.backed-up`), 'backup_none', /npx biseo backup/],
  [
    'a copy that is old',
    ({ file }) => writeFileSync(`${file}.backed-up`, new Date(Date.now() - 9 * 86_400_000).toISOString()),
    'backup_old',
    /9일.*타이머/,
  ],
  [
    'a file that is no receipt’s',
    async ({ file }) => {
      await fs.mkdir(`${file}.receipts`);
      await fs.writeFile(path.join(`${file}.receipts`, 'a'.repeat(40)), '');
    },
    'receipts_stray',
    /1개/,
  ],
];

test.each(FAULTS)('%s is named, with what to do', async (_how, make, fault, advice) => {
  const office = await healthy();
  await make(office);
  const said = await examined(office.env);

  expect(faultsOf(said)).toContain(fault);
  expect(said).toMatchObject({ ok: false, code: 1 });
  expect(said.lines.find(({ code }) => code === fault)?.said).toMatch(advice);
  // What has nothing to do with it is looked at all the same.
  expect(said.lines).toHaveLength(14);
  expect(said.lines.filter(({ state }) => state === 'fine').length).toBeGreaterThan(4);
});

test('what lies in the register is looked at: administrators, receipts, messages', async () => {
  const { env, file } = await healthy();
  const db = await openDatabase(file);
  const at = new Date().toISOString();
  await db.updateTable('person').set({ role: 'member' }).execute();
  const message = {
    key: 'k',
    kind: 'digest',
    recipient: 'C00000001',
    subject: '{}',
    due_at: at,
    next_at: at,
    put_at: at,
  };
  await db
    .insertInto('outbox')
    .values({ ...message, state: 'failed', settled_at: at, failure: 'not_in_channel' })
    .execute();
  const folder = path.dirname(file);
  writeFileSync(
    path.join(folder, 'a.csv'),
    '집행일시,집행장소,집행목적,대상인원,결제방법,집행금액\n2018-03-05,미진,간담회,4명,카드,"50,000"',
  );
  await biseoHere(['import', 'expenses', path.join(folder, 'a.csv')], env);
  const kept = { stored_as: 'b'.repeat(40), sha256: 'c'.repeat(64), bytes: 1, type: 'image/png', state: 'stored' };
  const receipt = { slack_file_id: 'F1', expense_id: 1, name: '영수증.png', added_by: 'U00000001', added_at: at };
  await db
    .insertInto('receipt')
    .values({ ...receipt, ...kept })
    .execute();
  await db.destroy();

  const said = await examined(env);
  expect(faultsOf(said)).toEqual(['no_administrator', 'receipts_lost', 'messages_failed']);
  expect(said.lines.find(({ code }) => code === 'messages_failed')?.said).toContain('not_in_channel ×1');
});

test('before the first start nothing is made, and nothing of it is wrong', async () => {
  const { env, folder } = await healthy();
  const file = path.join(folder, 'new', 'office.db');
  const said = await examined({ ...env, DATABASE_FILE: file });

  expect(faultsOf(said)).toEqual([]);
  expect(said.lines.find(({ check }) => check === 'database')?.said).toBe(
    textFor('ko').upkeep.doctor.unseens.not_made_yet,
  );
  await expect(fs.access(path.dirname(file))).rejects.toThrow();
});
