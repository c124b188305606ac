import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { start } from '../../src/app/start.ts';
import { readConfig } from '../../src/base/config.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { createLog } from '../../src/base/log.ts';
import { SETUP_GREETING } from '../../src/desk/setup/compose.ts';
import { findAdministrators, putPerson } from '../../src/people/store.ts';
import { startPlayground } from '../../src/simulator/driver.ts';
import { textFor } from '../../src/text/index.ts';
import { newDatabase, registerIn, temporaryFolder } from '../support/database.ts';
import { ADMINISTRATOR, MANAGER, MEMBER, NOW, type Office, startOffice } from '../support/office.ts';
import { HOLD, outside } from '../support/outside.ts';
import { freePort, startApp, startScript } from '../support/process.ts';
import { LINE } from '../support/spending.ts';

const health = async ({ running }: Office) => {
  const response = await fetch(`http://127.0.0.1:${running.port}/healthz`);
  return { status: response.status, says: await response.json() };
};

test.each(['socket', 'http'] as const)('health says that all is well (%s)', async (connection) => {
  const office = await startOffice({ connection });
  await office.slack.settled();

  const says = { ok: true, slack: 'connected', database: 'ok', version: 'test' };
  expect(await health(office)).toEqual({ status: 200, says });
});

test('health says when Slack is away, and when it is back', async () => {
  const office = await startOffice();
  office.slack.fail({ status: 500, seconds: 60 });
  office.slack.cut({ all: true });

  await expect.poll(() => health(office)).toMatchObject({ status: 503, says: { ok: false, slack: 'disconnected' } });
  office.slack.fail();

  await expect.poll(() => health(office)).toMatchObject({ status: 200 });
});

test('health over HTTP says whether Slack takes the token, and asks twice a minute at most', async () => {
  const office = await startOffice({ connection: 'http' });
  const asked = () => office.slack.calls('auth.test').length;
  const before = asked();
  for (let i = 0; i < 20; i++) await health(office);
  expect(asked()).toBe(before + 1);

  const other = await startOffice({ connection: 'http' });
  other.slack.fail({ status: 500, next: 5, method: 'auth.test' });
  expect(await health(other)).toMatchObject({ status: 503, says: { slack: 'disconnected', database: 'ok' } });
});

test('health says when the database is away', async () => {
  const office = await startOffice({ connection: 'http' });
  await office.db.schema.alterTable('person').renameTo('gone').execute();

  expect(await health(office)).toMatchObject({ status: 503, says: { ok: false, database: 'unavailable' } });
});

async function post({ running, slack }: Office, { age = 0, secret = slack.signingSecret, signed = true } = {}) {
  const body = new URLSearchParams({
    command: '/expense',
    text: 'help',
    user_id: MEMBER,
    team_id: 'T0BISEO001',
    trigger_id: '1',
  });
  const time = String(Math.floor(Date.now() / 1000) - age);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
  if (signed) Object.assign(headers, { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` });
  const address = `http://127.0.0.1:${running.port}/slack/events`;
  return (await fetch(address, { method: 'POST', headers, body: String(body) })).status;
}

test.each([
  ['signed now', {}, 200],
  ['four minutes old', { age: 240 }, 200],
  ['four minutes early', { age: -240 }, 200],
  ['more than five minutes old', { age: 302 }, 401],
  ['more than five minutes early', { age: -302 }, 401],
  ['signed with another secret', { secret: 'another secret' }, 401],
  ['not signed', { signed: false }, 401],
])('a request that is %s is answered with %3$i', async (_how, how, status) => {
  const office = await startOffice({ connection: 'http' });

  expect(await post(office, how)).toBe(status);
  await office.slack.settled();
  expect(office.slack.calls('chat.postMessage').length > 0).toBe(status === 200);
});

test('a page opened at the address of requests is refused, and the app goes on', async () => {
  const office = await startOffice({ connection: 'http' });
  const address = `http://127.0.0.1:${office.running.port}/slack/events`;

  for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS']) {
    expect((await fetch(address, { method })).status, method).toBe(405);
  }
  expect(await post(office)).toBe(200);
  await office.slack.settled();
});

test('nothing else is served', async () => {
  const { running } = await startOffice({ connection: 'http' });
  for (const at of ['/', '/slack', '/slack/events/x', '/.env']) {
    expect((await fetch(`http://127.0.0.1:${running.port}${at}`)).status).toBe(404);
  }
});

test('commands typed while connections are cut and renewed are all answered once', async () => {
  const { slack } = await startOffice();
  await slack.connected(2);
  const me = slack.as(MEMBER);

  const answers = [];
  for (let i = 0; i < 24; i++) {
    if (i % 6 === 2 || i % 6 === 5) {
      await slack.connected(2); // one at a time: a network that is gone altogether is another matter
      if (i % 6 === 2) slack.refresh();
      else slack.cut();
    }
    answers.push(await me.type('/expense', `show E${100 + i}`));
  }
  await slack.settled();

  expect(answers.filter((it) => !it.ok)).toEqual([]);
  const told = me.messages().map((it) => /E1\d\d/.exec(it.text)?.[0]);
  expect(told.toSorted()).toEqual(Array.from({ length: 24 }, (_, i) => `E${100 + i}`));
});

test('what was typed just before its connection went is answered over another one', async () => {
  const { slack } = await startOffice();
  await slack.connected(2);
  const me = slack.as(MEMBER);

  const typed = me.type('/expense', LINE);
  slack.refresh();

  expect(await typed).toMatchObject({ ok: true });
  await me.seesView();
});

async function startWithAdministrators(
  ids: string[],
  prepare?: (db: Office['db']) => Promise<void>,
): Promise<Office['db']> {
  const slack = await startPlayground({ at: NOW });
  const db = await newDatabase();
  await prepare?.(db);
  const { botToken, appToken } = slack;
  const running = await start({
    config: {
      slack: { mode: 'playground' },
      slackApiUrl: slack.apiUrl,
      publicUrl: null,
      host: '127.0.0.1',
      port: 0,
      databaseFile: '',
      databaseUrl: null,
      timezone: 'Asia/Seoul',
      language: 'ko',
      officeChannel: null,
      adminUserIds: ids,
      logLevel: 'error',
      network: { httpsProxy: null, httpProxy: null, noProxy: null, extraCertificates: null },
    },
    slack: { mode: 'socket', botToken, appToken },
    db,
    now: slack.now,
    log: createLog('silent'),
    version: 'test',
  });
  onTestFinished(async () => {
    await running.stop();
    await db.destroy();
    await slack.stop();
  });
  return db;
}

const by = { actor: 'test', at: NOW };

test('the administrators of the settings are there from the first start, with their names', async () => {
  const db = await startWithAdministrators([ADMINISTRATOR, 'U0NOBODY99']);

  expect(await findAdministrators(db)).toMatchObject([
    { userId: 'U0NOBODY99', name: 'U0NOBODY99' },
    { name: '한지우' },
  ]);
  const greeted = await db.selectFrom('outbox').select('recipient').where('kind', '=', SETUP_GREETING).execute();
  expect(greeted.map((it) => it.recipient).toSorted()).toEqual([ADMINISTRATOR, 'U0NOBODY99']);
});

test('a later start brings nobody back who was taken off the list or given another role', async () => {
  const db = await startWithAdministrators([ADMINISTRATOR, MANAGER], async (db) => {
    await putPerson(db, { userId: MEMBER, name: '김서연', role: 'administrator', language: 'ko' }, by);
    await putPerson(db, { userId: MANAGER, name: '오세라', role: 'manager', language: 'ko' }, by);
    await putPerson(db, { userId: ADMINISTRATOR, name: '한지우', role: 'administrator', language: 'ko' }, by);
    await db
      .updateTable('person')
      .set({ removed_at: NOW.toISOString() })
      .where('user_id', '=', ADMINISTRATOR)
      .execute();
  });

  expect((await findAdministrators(db)).map((it) => it.userId)).toEqual([MEMBER]);
  expect(await db.selectFrom('outbox').selectAll().where('kind', '=', SETUP_GREETING).execute()).toEqual([]);
});

test('an office without any administrator gets those of the settings back', async () => {
  const db = await startWithAdministrators([ADMINISTRATOR], async (db) => {
    await putPerson(db, { userId: ADMINISTRATOR, name: '한지우', role: 'member', language: 'ko' }, by);
  });

  expect((await findAdministrators(db)).map((it) => it.userId)).toEqual([ADMINISTRATOR]);
});

test('told to stop while a form is being saved, the app saves it, answers and ends well', async () => {
  const folder = temporaryFolder();
  const slack = await startPlayground({ at: NOW });
  const place = await registerIn(folder);
  const app = startApp(folder, slack, { ADMIN_USER_IDS: ADMINISTRATOR, DATABASE_FILE: place });
  onTestFinished(async () => {
    await app.kill('SIGKILL');
    await slack.stop();
  });
  await app.ready;
  await slack.connected(2);
  const me = slack.as(ADMINISTRATOR);
  await me.type('/expense', LINE);
  await me.seesView();

  // Another process holds the database for a moment, as an import in a terminal does.
  const other = await outside(place);
  await other.run(HOLD);
  const submitted = me.submit({ activity: '4-나' });
  while (!slack.traffic().some((it) => it.kind === 'view_submission'))
    await new Promise((resolve) => setImmediate(resolve));
  const ended = app.kill('SIGTERM');
  await other.run('commit');

  expect(await submitted).toMatchObject({ ok: true });
  expect(await ended).toMatchObject({ code: 0, signal: null });
  await me.reads('E1 기록을 저장했습니다');
  const db = await openDatabase(place);
  const rows = await db.selectFrom('expense').select('amount').execute();
  await Promise.all([db.destroy(), other.close()]);
  expect(rows).toEqual([{ amount: 85_000 }]);
});

test('an app starts while another process holds the database', async () => {
  const folder = temporaryFolder();
  const slack = await startPlayground({ at: NOW });
  const place = await registerIn(folder);
  await (await openDatabase(place, 'office')).destroy();
  const other = await outside(place);
  await other.run(HOLD);
  const app = startApp(folder, slack, { DATABASE_FILE: place });
  onTestFinished(async () => {
    await app.kill('SIGKILL');
    await slack.stop();
  });

  await app.ready;

  await other.run('commit');
  await other.close();
});

test.each(['socket', 'http'] as const)(
  'told to stop while people go on typing, the app takes no more, answers what it took and fails nobody (%s)',
  async (connection) => {
    const folder = temporaryFolder();
    const slack = await startPlayground({ at: NOW, rates: false });
    const port = String(await freePort());
    const app = startApp(folder, slack, {
      ADMIN_USER_IDS: [ADMINISTRATOR, MANAGER, MEMBER].join(),
      DATABASE_FILE: await registerIn(folder),
      ...(connection === 'http' && {
        SLACK_APP_TOKEN: undefined,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        PORT: port,
      }),
    });
    onTestFinished(async () => {
      await app.kill('SIGKILL');
      await slack.stop();
    });
    await app.ready;
    if (connection === 'http') slack.deliverTo({ http: `http://127.0.0.1:${port}/slack/events` });
    else await slack.connected(2);
    const people = [ADMINISTRATOR, MANAGER, MEMBER].map((id) => slack.as(id));
    const answersTo = (who: (typeof people)[number]) => who.messages().filter((it) => it.text.includes('E99')).length;
    const typing = people.map(async (me) => {
      for (let taken = 0; ; taken++) {
        const { ok } = await me.type('/expense', 'show E99');
        if (!ok) return { taken, answers: answersTo(me) };
        await slack.until(() => answersTo(me) > taken || undefined, `answer ${taken + 1} to ${me.id}`);
      }
    });
    await slack.until(() => people.every((me) => answersTo(me) > 1) || undefined, 'people are answered');

    const ended = await app.kill('SIGTERM');
    const typed = await Promise.all(typing);

    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(`${ended.out}${ended.err}`).not.toMatch(/destroyed|"level":"error"|before everything was done/);
    for (const { taken, answers } of typed) expect(answers).toBe(taken);
  },
);

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxp-1', PORT: 'x' }, ['SLACK_BOT_TOKEN', 'PORT', 'SLACK_APP_TOKEN']],
  [{ SLACK_APP_TOKEN: 'xapp-1-a' }, ['SLACK_BOT_TOKEN']],
])('wrong settings %o end the start with their names and no stack', async (env, names) => {
  const folder = temporaryFolder();
  const { code, err, out } = await startScript('src/main.ts', [], { folder, env }).ended;

  expect(code).toBe(1);
  for (const name of names) expect(err).toContain(name);
  expect(err).toContain(textFor('ko').terminal.settingsWrong);
  expect(err + out).not.toMatch(/\n\s+at /);
});

test('a token that Slack does not take ends the start in words', async () => {
  const slack = await startPlayground({ at: NOW });
  onTestFinished(() => slack.stop());
  const app = startApp(temporaryFolder(), { apiUrl: slack.apiUrl, botToken: 'xoxb-wrong', appToken: slack.appToken });
  app.ready.catch(() => undefined);

  const { code, err } = await app.ended;

  expect(code).toBe(1);
  expect(err).toContain('슬랙이 토큰을 받아들이지 않습니다 (invalid_auth)');
});

test('while Slack is away at the start, the app says so and comes up when Slack is back', async () => {
  const slack = await startPlayground({ at: NOW });
  const db = await newDatabase();
  const said: string[] = [];
  slack.fail({ status: 500, next: 1, method: 'auth.test' });
  const { botToken, appToken } = slack;
  const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl, PORT: '0' };
  const read = readConfig({ ...env, HOST: '127.0.0.1' });
  if ('problems' in read || read.config.slack.mode === 'playground') throw new Error('These settings are right.');

  const running = await start({
    config: read.config,
    slack: read.config.slack,
    db,
    now: slack.now,
    log: createLog('warn', { write: (line) => said.push(line) }),
    version: 'test',
  });
  onTestFinished(async () => {
    await running.stop();
    await db.destroy();
    await slack.stop();
  });

  expect(said.join('\n')).toContain('Slack can not be reached; trying again.');
  await expect.poll(running.health).toMatchObject({ ok: true, slack: 'connected' });
});
