import { expect, test } from 'vitest';
import { boltLogger, createLog } from '../../src/base/log.ts';

function logged(error: unknown): string {
  let out = '';
  const log = createLog('debug', {
    write: (line) => {
      out += line;
    },
  });
  log.error({ err: error }, 'It failed.');
  boltLogger(log).warn(error instanceof Error ? error.message : String(error), error);
  return out;
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

const TYPED = /홍길동|Kildong|010|1234|hush/;

test.each([
  ['a parser', thrownBy(() => JSON.parse('{"name": "홍길동" 010-1234-5678}'))],
  ['a parser, of one word', thrownBy(() => JSON.parse('Kildong'))],
  ['PostgreSQL, of a value', coded('invalid input syntax for type integer: "Kildong"', '22P02')],
  ['PostgreSQL, of words', coded('null value in "place" of 홍길동 과장 외 3명', '23502')],
  ['SQLite', coded('SQLITE_ERROR: fts5: syntax error near "홍길동 010"', 'SQLITE_ERROR')],
  ['a file system', coded("ENOENT: no such file, open '홍길동 영수증 010-1234-5678.pdf'", 'ENOENT')],
  ['a failure behind a failure', new Error('It failed', { cause: thrownBy(() => JSON.parse('Kildong')) })],
  ['words that are no error', '"010-1234-5678" of 홍길동'],
  ['a proxy', new Error('connect to http://biseo:hu@sh-hush@proxy.city.kr:8080 failed')],
  ['a database server', new Error('no answer of postgres://biseo:hush@db.city.kr/biseo')],
  ['Slack, of a bot token', new Error('xoxb-1-hush is not allowed')],
  ['Slack, of an app-level token', new Error('Authorization: Bearer xapp-1-A01-hush')],
  ['Slack, of an answer’s address', new Error('POST https://hooks.slack.com/commands/T0/1/hush')],
])('what %s complains about is not in the log', (_, error) => {
  const out = logged(error);
  expect(out).toContain('"level":"error"');
  expect(out).not.toMatch(TYPED);
});

test('what an operator needs of a failure is in the log: its name, its code, what of ours it is about, where it stands', () => {
  const about = `duplicate key value violates unique constraint "expense_pkey" in '/var/lib/biseo/office.db'`;
  const out = logged(Object.assign(new TypeError(about), { code: '23505' }));
  for (const part of [
    'TypeError',
    '23505',
    'duplicate key',
    'expense_pkey',
    '/var/lib/biseo/office.db',
    'log.test.ts:',
  ])
    expect(out).toContain(part);
});
