import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/base/config.ts';

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1-abc' };
const configOf = (env: Record<string, string | undefined>) => {
  const read = readConfig(env);
  if ('problems' in read) throw new Error(read.problems.join('; '));
  return read.config;
};

test('without any setting the playground starts, on this machine only', () => {
  expect(configOf({})).toEqual({
    slack: { mode: 'playground' },
    slackApiUrl: null,
    publicUrl: null,
    host: '127.0.0.1',
    port: 3000,
    databaseFile: 'data/playground.db',
    databaseUrl: null,
    timezone: 'Asia/Seoul',
    language: 'ko',
    officeChannel: null,
    adminUserIds: [],
    logLevel: 'info',
    network: { httpsProxy: null, httpProxy: null, noProxy: null, extraCertificates: null },
  });
});

test('with tokens the app listens for everyone and keeps its own database', () => {
  expect(configOf({ ...BOT, SLACK_APP_TOKEN: 'xapp-1-abc' })).toMatchObject({
    slack: { mode: 'socket', botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' },
    host: '0.0.0.0',
    databaseFile: 'data/biseo.db',
    databaseUrl: null,
  });
});

test('a signing secret instead of an app token means signed requests', () => {
  const slack = { mode: 'http', botToken: 'xoxb-1-abc', signingSecret: '0123456789abcdef' };
  expect(configOf({ ...BOT, SLACK_SIGNING_SECRET: '0123456789abcdef' }).slack).toEqual(slack);
});

test.each([
  [{ ...BOT }, ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']],
  [{ SLACK_APP_TOKEN: 'xapp-1-abc' }, ['SLACK_BOT_TOKEN']],
  [{ SLACK_SIGNING_SECRET: '0123456789abcdef' }, ['SLACK_BOT_TOKEN']],
])('a part of the tokens (%o) is refused, and what is missing is named', (env, missing) => {
  const read = readConfig(env);

  for (const name of missing) expect(JSON.stringify(read)).toContain(name);
  expect(read).toHaveProperty('problems');
});

test('a file and a server together are refused, and both are named; the address’s password is not', () => {
  const read = readConfig({ DATABASE_FILE: 'office.db', DATABASE_URL: 'postgres://biseo:hunter2@db/office' });

  expect(read).toEqual({ problems: [expect.stringMatching(/DATABASE_FILE.*DATABASE_URL/)] });
  expect(configOf({ DATABASE_URL: 'postgres://biseo@db/office' }).databaseUrl).toBe('postgres://biseo@db/office');
});

const WRONG: [string, string][] = [
  ['SLACK_BOT_TOKEN', 'xoxp-secret'],
  ['SLACK_APP_TOKEN', 'xoxb-secret'],
  ['SLACK_SIGNING_SECRET', 'short'],
  ['SLACK_API_URL', 'slack.test/secret'],
  ['SLACK_API_URL', 'ftp://slack.test/secret'],
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['DATABASE_URL', 'mysql://secret'],
  ['OFFICE_TIMEZONE', 'Asia/Pusan'],
  ['OFFICE_LOCALE', 'fr'],
  ['OFFICE_CHANNEL', '#general'],
  ['ADMIN_USER_IDS', 'U0HANADMIN,@kim'],
  ['LOG_LEVEL', 'loud'],
];

test.each(WRONG)('%s=%s is refused by name, without repeating the value', (name, value) => {
  const tokens = { ...BOT, SLACK_APP_TOKEN: 'xapp-1-abc' };
  const read = readConfig({ ...tokens, [name]: value });

  expect(read).toEqual({ problems: [expect.stringMatching(new RegExp(`^${name} \\S`))] });
  expect(JSON.stringify(read)).not.toMatch(/xox[bp]-s|slack\.test|Pusan|@kim/);
});

test('every wrong setting is named, not just the first', () => {
  const wrong = Object.fromEntries(WRONG);
  const read = readConfig(wrong);

  expect('problems' in read && read.problems.map((it) => it.split(' ')[0])).toEqual(Object.keys(wrong));
});

test('what is missing is named beside what is wrong', () => {
  const read = readConfig({ ...BOT, PORT: 'eighty' });

  expect(read).toEqual({ problems: [expect.stringMatching(/^PORT/), expect.stringMatching(/^SLACK_APP_TOKEN/)] });
});

test.each(['', ' ', '\t'])('a blank line (%j) of a copied example means not set', (blank) => {
  const names = [...new Set(WRONG.map(([name]) => name)), 'HOST', 'DATABASE_FILE'];

  expect(readConfig(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(readConfig({}));
});

test('.env.example as it stands starts the playground and names every setting', () => {
  const example = readFileSync('.env.example', 'utf8');

  expect(configOf(parseEnv(example)).slack).toEqual({ mode: 'playground' });
  const names = [...WRONG.map(([it]) => it), 'HOST', 'DATABASE_FILE'].filter((it) => it !== 'SLACK_API_URL');
  for (const name of names) expect(example).toContain(name);
});

test.each([
  ['ko', 'ko'],
  ['ko_KR', 'ko'],
  ['ko-KR', 'ko'],
  ['en', 'en'],
  ['en_US.UTF-8', 'en'],
  ['EN', 'en'],
])('the locale %s speaks %s', (locale, language) => {
  expect(configOf({ OFFICE_LOCALE: locale }).language).toBe(language);
});

test('administrators are listed with commas and as many spaces as you like', () => {
  expect(configOf({ ADMIN_USER_IDS: ' U0HANADMIN , W0OHMANAGE,' }).adminUserIds).toEqual(['U0HANADMIN', 'W0OHMANAGE']);
});

test('values with spaces around them are read without', () => {
  const env = {
    SLACK_BOT_TOKEN: ' xoxb-1-abc ',
    SLACK_APP_TOKEN: 'xapp-1-abc\r',
    PORT: ' 80 ',
    OFFICE_TIMEZONE: 'UTC ',
  };

  expect(configOf(env)).toMatchObject({
    slack: { botToken: 'xoxb-1-abc', appToken: 'xapp-1-abc' },
    port: 80,
    timezone: 'UTC',
  });
});

test('whatever stands in the environment, the answer is settings or problems', () => {
  const names = fc.constantFrom(...WRONG.map(([name]) => name), 'HOST', 'DATABASE_FILE');
  fc.assert(
    fc.property(fc.dictionary(names, fc.string({ unit: 'binary' })), (env) => {
      const read = readConfig(env);
      expect('config' in read || read.problems.length > 0).toBe(true);
    }),
  );
});

test('a proxy without http:// before it is named, and its password is not', () => {
  const read = readConfig({ HTTPS_PROXY: 'biseo:hunter2@proxy:8080' });
  expect(read).toEqual({ problems: [expect.stringContaining('HTTPS_PROXY')] });
  expect(JSON.stringify(read)).not.toContain('hunter2');
});
