import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { sql } from 'kysely';
import sqlite3 from 'sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { insertMany } from '../../src/base/db/bulk.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { guardOf } from '../../src/base/db/file-guard.ts';
import { all, close } from '../../src/base/db/sqlite-dialect.ts';
import { putEntries } from '../../src/outbox/store.ts';
import { findExpenses } from '../../src/spending/expense/list/store.ts';
import { textFor } from '../../src/text/index.ts';
import { ADMINISTRATOR, MEMBER, type Office, startOffice } from '../support/office.ts';
import { HOLD, outside } from '../support/outside.ts';
import { SERVER } from '../support/postgres.ts';
import { FIELDS } from '../support/spending.ts';

const words = textFor('ko').trouble;
const PAGE = { offset: 0, limit: 10 };
const SPEND = {
  ...{ year: 2018, month: 3, amount: 10_000, flags: '', origin: 'form', nth: 1, created_by: 'U1', version: 1 },
  ...{ purpose: '골목안전 간담회', fingerprint: 'one', created_at: '2018-03-30T03:00:00.000Z' },
};

const health = async ({ running }: Office) => {
  const response = await fetch(`http://127.0.0.1:${running.port}/healthz`);
  return { status: response.status, says: await response.json() };
};

const told = ({ slack }: Office) =>
  slack.calls('chat.postMessage').flatMap(({ args }) => {
    const { channel, text } = args as { channel: string; text: string };
    return channel === ADMINISTRATOR ? [text] : [];
  });

/** What someone is told at the form's field who enters a spend now. */
async function entering({ slack }: Office): Promise<string> {
  const person = slack.as(MEMBER);
  await person.type('/expense');
  await person.seesView();
  const answer = await person.submit(FIELDS);
  return answer.ok ? 'saved' : JSON.stringify(answer);
}

test.each([
  ['was deleted', (file: string) => rmSync(file)],
  ['was moved away', (file: string) => renameSync(file, `${file}.moved`)],
  [
    'was replaced by an older copy',
    (file: string) => {
      copyFileSync(file, `${file}.older`);
      renameSync(`${file}.older`, file);
    },
  ],
  [
    'was written over by an older copy',
    (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -4096)), // it had a page less then
  ],
  ['lost its journal', (file: string) => rmSync(`${file}-wal`)],
])(
  'a database that %s takes no entries, and says so to who enters, to /healthz and to administrators',
  async (_how, harm) => {
    const office = await startOffice();
    await office.tick();
    expect((await health(office)).status).toBe(200);

    harm(office.file);

    expect(await entering(office)).toContain(words.notSaved.lost);
    expect(await health(office)).toMatchObject({ status: 503, says: { database: 'unavailable', reason: 'lost' } });
    await office.tick();
    await office.tick();
    expect(told(office)).toEqual([words.told.lost(office.file)]);
    await expect(office.db.deleteFrom('access_request').execute()).rejects.toThrow('lost');
  },
);

test('what can not be saved for want of room is told so at the form', async () => {
  const office = await startOffice();
  const row = ['2018-01-01', MEMBER, 'person', '1', 'changed'];
  const columns = ['at', 'actor', 'noun', 'record', 'action'];
  await sql`pragma max_page_count = 1`.execute(office.db); // SQLite takes it as: no page more than there are
  const fill = async (): Promise<void> => insertMany(office.db, 'history', columns, [row]).then(fill);
  await expect(fill()).rejects.toThrow('full');

  expect(await entering(office)).toContain(words.notSaved.no_room);
});

test('a database that another program holds is told, and once it is free again, that, too', async () => {
  const office = await startOffice();
  if (!SERVER) await sql`pragma busy_timeout = 20`.execute(office.db);
  const other = await outside(office.file);
  onTestFinished(() => other.close());
  await other.run(HOLD);

  await office.tick();
  expect(await health(office)).toMatchObject({ status: 503, says: { database: 'unavailable', reason: 'busy' } });
  expect(await entering(office)).toContain(words.notSaved.busy);
  await other.run('commit');
  await office.tick();

  expect(await health(office)).toMatchObject({ status: 200 });
  expect(told(office)).toEqual([words.told.busy(office.file), words.over]);
});

test('a page that is damaged while the app runs is found in the night, and nothing is taken from then on', async () => {
  const office = await startOffice();
  const rows = Array.from({ length: 3_000 }, (_, i) => [`U${i}`, '2018-01-01'.repeat(10)]);
  await insertMany(office.db, 'access_request', ['user_id', 'asked_at'], rows);
  await office.tick();
  const { size } = statSync(office.file);
  const file = openSync(office.file, 'r+');
  writeSync(file, Buffer.alloc(1_000, 0xa5), 0, 1_000, size - 40_000);
  closeSync(file);

  await office.tick();
  expect((await health(office)).status).toBe(200);
  office.slack.clock.move(24 * 60 * 60_000);
  await office.tick();

  expect(await health(office)).toMatchObject({ status: 503, says: { reason: 'damaged' } });
  expect(await entering(office)).toContain(words.notSaved.damaged);
  expect(told(office)).toEqual([words.told.damaged(office.file)]);
});

test.each(['while the app runs', 'before it starts'])(
  'an index of words that is damaged %s is built anew, is logged, and holds up no entry',
  async (when) => {
    const office = await startOffice();
    const { id } = await office.db.insertInto('expense').values(SPEND).returning('id').executeTakeFirstOrThrow();
    await office.tick();
    const other = new sqlite3.Database(office.file);
    onTestFinished(() => close(other));
    await all(other, "update search_expense_data set block = x'00ff' where id > 10", []);
    const found = async (db: Database) => (await findExpenses(db, { words: ['골목안전'] }, PAGE)).expenses;

    if (when === 'before it starts') {
      const db = await openDatabase(office.file, 'office');
      onTestFinished(() => db.destroy());
      expect((await found(db)).map((it) => it.id)).toEqual([id]);
      expect(guardOf(db)?.wasSearchRebuilt()).toBe(true);
      return;
    }
    office.slack.clock.move(24 * 60 * 60_000);
    await office.tick();
    expect((await found(office.db)).map((it) => it.id)).toEqual([id]);
    expect(office.logged.join()).toContain('An index of words was damaged');
    expect(await health(office)).toMatchObject({ status: 200 });
    expect(await entering(office)).toBe('saved');
  },
);

test.each([
  ['its pages', 'id > 10'],
  ['how it is made up', 'id = 10'],
  ['all of it', 'true'],
])(
  'an index of words that is found damaged by day, in %s, is built anew at once: entries and searches go on, and administrators are told',
  async (_what, where) => {
    const office = await startOffice();
    const { id } = await office.db.insertInto('expense').values(SPEND).returning('id').executeTakeFirstOrThrow();
    await office.tick();
    const other = new sqlite3.Database(office.file);
    onTestFinished(() => close(other));
    const harm = () => all(other, `update search_expense_data set block = x'${'ff'.repeat(16)}' where ${where}`, []);
    const found = async () =>
      (await findExpenses(office.db, { words: ['골목안전'] }, PAGE)).expenses.map((it) => it.id);

    await harm();
    expect(await Promise.all([found(), found(), found()])).toEqual([[id], [id], [id]]);
    await harm();
    expect(await entering(office)).toBe('saved');
    expect(await found()).toEqual([id]);

    await office.tick();
    await office.tick();
    expect(told(office)).toEqual([words.searchRebuilt(office.file)]);
    expect(office.logged.join()).not.toContain('A handler failed');
    expect(await health(office)).toMatchObject({ status: 200 });
    expect((await sql`pragma integrity_check`.execute(office.db)).rows).toEqual([{ integrity_check: 'ok' }]);
  },
);

test('a page of entries that is found damaged by day takes no more entries from then on', async () => {
  const office = await startOffice();
  const rows = Array.from({ length: 3_000 }, (_, i) => [`U${i}`, '2018-01-01'.repeat(10)]);
  await insertMany(office.db, 'access_request', ['user_id', 'asked_at'], rows);
  await office.tick();
  await sql`pragma wal_checkpoint(truncate)`.execute(office.db);
  const { size } = statSync(office.file);
  const file = openSync(office.file, 'r+');
  writeSync(file, Buffer.alloc(200_000, 0xa5), 0, 200_000, size - 200_000);
  closeSync(file);

  await expect(office.db.selectFrom('access_request').selectAll().execute()).rejects.toThrow('malformed');

  expect(await entering(office)).toContain(words.notSaved.damaged);
  await office.tick();
  expect(told(office)).toEqual([words.told.damaged(office.file)]);
});

test('an index of words that others write to, while its pages are read again and again, is never taken for damaged', async () => {
  const { db, file } = await startOffice();
  const other = await openDatabase(file, 'terminal');
  onTestFinished(() => other.destroy());
  for (let i = 0; i < 300; i++) {
    await other
      .insertInto('expense')
      .values({ ...SPEND, fingerprint: String(i) })
      .execute();
    if (i % 10 > 0) continue;
    await findExpenses(db, { words: ['골목안전'] }, PAGE);
    expect(await guardOf(db)?.check()).toBeNull();
  }
  expect(guardOf(db)?.wasSearchRebuilt()).toBe(false);
});

test('messages that have waited for more than an hour make the app unwell', async () => {
  const office = await startOffice({ timetable: [] });
  const dueAt = office.slack.now();
  const entry = { key: 'k', kind: 'digest', recipient: 'C0OFFICE01', subject: {}, dueAt, expiresAt: null };
  await putEntries(office.db, [entry], dueAt);
  office.slack.clock.move(60 * 60_000);
  expect((await health(office)).status).toBe(200);
  office.slack.clock.move(1_000);

  expect(await health(office)).toMatchObject({ status: 503, says: { database: 'ok', reason: 'messages_waiting' } });
});
