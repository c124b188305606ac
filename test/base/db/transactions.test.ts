import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { insertMany } from '../../../src/base/db/bulk.ts';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import { streamExpenses } from '../../../src/spending/expense/list/store.ts';
import { insertEntered } from '../../../src/spending/expense/store.ts';
import { findStatus } from '../../../src/spending/ledger/store.ts';
import { auditRegister } from '../../endurance/audit.ts';
import { writeCity } from '../../support/city.ts';
import { registerIn, temporaryFolder } from '../../support/database.ts';
import { MEMBER, NOW } from '../../support/office.ts';
import { startScript } from '../../support/process.ts';
import { SPEND } from '../../support/spending.ts';

const enter = (db: Database, n: number) =>
  insertEntered(db, SPEND, { actor: MEMBER, at: NOW, formKey: `form-${n}`, receipts: [], heldRowId: null });

async function register(): Promise<{ db: Database; file: string; folder: string }> {
  const folder = temporaryFolder();
  const file = await registerIn(folder);
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  return { db, file, folder };
}

/** Spends, each with so many letters in a column that is not searched: an index of them would take most of the time. */
async function fill(db: Database, rows: number, letters: number): Promise<void> {
  const same = { year: 2018, month: 3, spent_on: '2018-03-30', amount: 1000, flags: '', origin: 'import', nth: 1 };
  const made = { purpose: '간담회', created_by: 'test', created_at: '2018-03-30T00:00:00.000Z', version: 1 };
  for (let from = 0; from < rows; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, rows - from) }, (_, i) => [
      `print${from + i}`,
      'x'.repeat(letters),
    ]);
    await insertMany(db, 'expense', ['fingerprint', 'spender'], some, { ...same, ...made });
  }
}

const AT_ONCE = 100;

const countOf = async (db: Database): Promise<number> =>
  (
    await db
      .selectFrom('expense')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n;

test('two hundred forms at once, while two lists are imported by other processes, lose nothing', async () => {
  const { db, file, folder } = await register();
  const [first, second] = [path.join(folder, 'one.csv'), path.join(folder, 'two.csv')];
  await writeCity(first, 1_500);
  await writeCity(second, 3_000); // the first half of it is the first list
  const imports = [first, second].map((list) =>
    startScript('bin/biseo.js', ['import', 'expenses', list, '--json'], { folder, env: { DATABASE_FILE: file } }),
  );
  const entries: Promise<unknown>[] = [];
  for (let n = 0; n < 200; n++) {
    entries.push(enter(db, n));
    if (n % 10 === 0) await sql`select 1`.execute(db);
  }
  await Promise.all(entries);
  const ended = await Promise.all(imports.map((script) => script.ended));

  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(await countOf(db)).toBe(3_200);
  expect(await auditRegister(file)).toEqual([]);
});

test('a form that is sent twice at once makes one record', async () => {
  const { db, file } = await register();

  const saved = await Promise.all([enter(db, 1), enter(db, 1), enter(db, 1)]);

  expect(saved.map((it) => 'again' in it && it.again).sort()).toEqual([false, true, true]);
  expect(await countOf(db)).toBe(1);
  expect(await auditRegister(file)).toEqual([]);
});

test('long reports, as many as you like, hold up neither an entry nor a question', async () => {
  const { db } = await register();
  await fill(db, 500, 50);
  const reports = Array.from({ length: 5 }, () => streamExpenses(db, {}));
  const firsts = reports.map((report) => report.next());
  await Promise.race(firsts);

  await enter(db, 1);
  const { status } = await findStatus(db, 2018);

  expect(status.count).toBe(1);
  // A report sees the register as it was when it began.
  let rows = 0;
  for await (const _ of reports[0] ?? []) rows++;
  expect(rows).toBe(499);
  for (const report of reports.slice(1)) for await (const _ of report) break;
  await Promise.all(firsts);
});

test('an export of any size keeps its memory', async () => {
  const { db, file, folder } = await register();
  await fill(db, 5_000, 30_000); // 150 MB of words

  const out = path.join(folder, 'all.csv');
  const args = ['expenses', '--from', '2018-01-01', '--to', '2018-12-31', '--out', out];
  const env = { DATABASE_FILE: file, NODE_OPTIONS: '--max-old-space-size=100' };
  const { code, err } = await startScript('bin/biseo.js', ['export', ...args], { folder, env }).ended;

  expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('5,000') });
});

test('a transaction that fails leaves nothing, and the next one is its own', async () => {
  const { db } = await register();
  await fill(db, 1, 10);

  const failed = db.transaction().execute(async (db) => {
    await fill(db, 1, 10); // the same fingerprint again
  });
  await expect(failed).rejects.toThrow(/unique/i);
  const changed = db.transaction().execute(async (db) => {
    await db.deleteFrom('expense').execute();
    throw new Error('changed my mind');
  });
  await expect(changed).rejects.toThrow('changed my mind');

  expect(await countOf(db)).toBe(1);
  await enter(db, 1);
  expect(await countOf(db)).toBe(2);
});

test('a register closes at any moment, whoever asks, writes or reads a long list just then', async () => {
  const { db, file } = await register();
  await fill(db, 300, 1);
  await fc.assert(
    fc.asyncProperty(fc.nat(40), fc.nat(400), async (turns, asked) => {
      const db = await openDatabase(file);
      const streaming = async () => {
        for await (const _ of db.selectFrom('expense').selectAll().stream()) await setImmediate();
      };
      const under = [
        findStatus(db, 2018),
        db.selectFrom('expense').select(sql.lit(asked).as('n')).execute(),
        db.transaction().execute((db) => enter(db, asked)),
        streaming(),
      ].map((it) => it.catch(() => undefined));
      for (let turn = 0; turn < turns; turn++) await setImmediate();
      await db.destroy();
      await Promise.all(under);
    }),
    { numRuns: 60 },
  );
});

test('what comes after the end of its transaction is refused, not written on its own', async () => {
  const { db } = await register();
  let late: Database | undefined;
  await db.transaction().execute(async (db) => {
    late = db;
  });

  await expect(late?.deleteFrom('expense').execute()).rejects.toThrow();
});

test('a full disk costs the entry that did not fit, and nothing else', async () => {
  const { db, file } = await register();
  await enter(db, 1);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(db);

  const purpose = '긴 목적 '.repeat(2_000);
  const by = { actor: MEMBER, at: NOW, formKey: 'form-2', receipts: [], heldRowId: null };
  await expect(insertEntered(db, { ...SPEND, purpose }, by)).rejects.toThrow('full');
  await sql`pragma max_page_count = 1000000`.execute(db);
  await enter(db, 3);

  expect(await countOf(db)).toBe(2);
  expect(await auditRegister(file)).toEqual([]);
});
