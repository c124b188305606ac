import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { expect, test } from 'vitest';
import { LAST_TO_READ_OLD_NUMBERS } from '../../../src/base/db/checks.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import { all, close } from '../../../src/base/db/sqlite-dialect.ts';
import { textFor } from '../../../src/text/index.ts';
import { auditRegister } from '../../endurance/audit.ts';
import { temporaryFolder } from '../../support/database.ts';
import { startScript } from '../../support/process.ts';

const words = textFor('ko').terminal.database;

/** `npm start` in the playground, with this as its database. */
async function startWith(file: string) {
  const folder = temporaryFolder();
  const app = startScript('src/main.ts', [], { folder, env: { DATABASE_FILE: file, PORT: '0' } });
  const { code, err } = await app.ended;
  return { code, err };
}

async function anyDatabase(file: string, ...statements: string[]): Promise<string> {
  const sqlite = new sqlite3.Database(file);
  for (const statement of statements) await all(sqlite, statement, []);
  await close(sqlite);
  return file;
}

async function ourDatabase(folder: string): Promise<string> {
  const file = path.join(folder, 'office.db');
  await (await openDatabase(file)).destroy();
  return file;
}

test('a database that a newer version made is refused in words and not touched', async () => {
  const file = await ourDatabase(temporaryFolder());
  await anyDatabase(file, "insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')");

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.newer_than_app(file, '')}\n` });
});

test('a database of the numbering before is refused with the commit that still reads it, and not touched', async () => {
  const file = await ourDatabase(temporaryFolder());
  const older = "update kysely_migration set name = '001-people' where name = '001-office'";
  await anyDatabase(file, older, "insert into kysely_migration (name, timestamp) values ('072-x', '2026-11-01')");

  const { code, err } = await startWith(file);
  expect({ code, err }).toEqual({ code: 1, err: `${words.old_numbering(file, LAST_TO_READ_OLD_NUMBERS)}\n` });
  expect(err).toMatch(/\b[0-9a-f]{7}\b/);
});

test('the database of another program is refused in words', async () => {
  const file = await anyDatabase(path.join(temporaryFolder(), 'theirs.db'), 'create table song (title text)');

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.not_a_database(file, '')}\n` });
});

test('a page saved under that name is refused in words and kept as it is', async () => {
  const file = path.join(temporaryFolder(), 'office.db');
  const page = `<!doctype html><title>로그인</title>${' '.repeat(5_000)}`;
  writeFileSync(file, page);

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.not_a_database(file, '')}\n` });
  expect(statSync(file).size).toBe(Buffer.byteLength(page));
});

test('a damaged database is refused in words', async () => {
  const file = await ourDatabase(temporaryFolder());
  const sqlite = new sqlite3.Database(file);
  await all(sqlite, 'pragma wal_checkpoint(truncate)', []);
  await close(sqlite);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(3_900, 0xa5), 0, 3_900, 100);
  closeSync(handle);

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.damaged(file, '')}\n` });
});

test('a folder that can not be made is named', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'data'), '');
  const file = path.join(folder, 'data', 'office.db');

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.not_writable(file, '')}\n` });
});

test.skipIf(process.getuid?.() === 0)('a folder that can not be written is named', async () => {
  const folder = path.join(temporaryFolder(), 'data');
  mkdirSync(folder, { mode: 0o500 });
  const file = path.join(folder, 'office.db');

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.not_writable(file, '')}\n` });
  chmodSync(folder, 0o700);
});

test.skipIf(!existsSync('/proc/self'))('a folder that nobody can create is named', async () => {
  const file = '/proc/biseo/data/office.db';

  expect(await startWith(file)).toEqual({ code: 1, err: `${words.not_writable(file, '')}\n` });
});

test('what the app creates is readable by its own user only', async () => {
  const folder = path.join(temporaryFolder(), 'data');
  const file = path.join(folder, 'office.db');
  const db = await openDatabase(file);
  await db.insertInto('access_request').values({ user_id: 'U0000000001', asked_at: '2018-01-01' }).execute();

  const modes = [folder, file, `${file}-wal`, `${file}-shm`].map((it) => statSync(it).mode & 0o777);
  await db.destroy();

  expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
});

test('a first start that was killed while it made its tables is taken up again', async () => {
  const file = path.join(temporaryFolder(), 'office.db');
  await anyDatabase(file, 'create table kysely_migration (name text primary key, timestamp text not null)');

  await (await openDatabase(file)).destroy();

  expect(await auditRegister(file)).toEqual([]);
});

test('several processes may open a new database at the same moment', async () => {
  const file = path.join(temporaryFolder(), 'office.db');
  const env = { DATABASE_FILE: file };
  const folder = temporaryFolder();
  const started = [1, 2, 3].map(() => startScript('bin/biseo.js', ['status', '--json'], { folder, env }));
  const ended = await Promise.all(started.map((script) => script.ended));

  expect(ended.map(({ code, err }) => ({ code, err }))).toEqual(Array(3).fill({ code: 0, err: '' }));
  expect(existsSync(file)).toBe(true);
});
