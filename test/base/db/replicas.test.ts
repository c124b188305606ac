import path from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdLease } from '../../../src/app/lease/store.ts';
import { shownAddress } from '../../../src/base/db/address.ts';
import { insertMany } from '../../../src/base/db/bulk.ts';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import { CHANGING_TABLES } from '../../../src/base/db/postgres.ts';
import { endHolder, isGone, newHolder } from '../../../src/base/holder.ts';
import type { Spend } from '../../../src/spending/expense/rules.ts';
import { findStatus } from '../../../src/spending/ledger/store.ts';
import { dropBytes, putBytes, readBytes } from '../../../src/spending/receipt/file/store.ts';
import { checksum } from '../../../src/spending/receipt/shelf.ts';
import { changeRecord, recordSpend, voidRecord } from '../../../src/spending/saving/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { temporaryFolder } from '../../support/database.ts';
import { MEMBER, NOW } from '../../support/office.ts';
import { outside } from '../../support/outside.ts';
import { emptyPostgres, SERVER } from '../../support/postgres.ts';
import { startScript } from '../../support/process.ts';
import '../../support/seed.ts';
import { SPEND } from '../../support/spending.ts';

const BY = { actor: MEMBER, at: NOW, today: '2018-03-30', evidence: {}, receipts: [] };
const record = (db: Database, formKey: string, spend: Spend = SPEND) =>
  recordSpend(db, spend, { ...BY, formKey, heldRowId: null });

/** A database with tables; on a server one whose own order of letters is not that of their codes. */
const newRegister = async () => (SERVER ? emptyPostgres(SERVER) : path.join(temporaryFolder(), 'office.db'));

/** Two apps on one register, as two processes have it. */
async function twoApps(): Promise<[Database, Database]> {
  const where = await newRegister();
  const apps: [Database, Database] = [await openDatabase(where), await openDatabase(where)];
  onTestFinished(async () => void (await Promise.all(apps.map((db) => db.destroy()))));
  return apps;
}

const times = (count: number) => Array.from({ length: count }, (_, i) => i);
const idOf = async (entered: ReturnType<typeof record>): Promise<number> => {
  const said = await entered;
  if ('refusal' in said) throw new Error(String(said.refusal));
  return said.expense.id;
};

describe('two apps on one register', () => {
  test('make one record of a form that both were sent, and no sender sees an error', async () => {
    const apps = await twoApps();

    const said = await Promise.all(times(60).flatMap((n) => apps.map((db) => record(db, `form-${n}`))));

    const ids = said.map((it) => ('refusal' in it ? 0 : it.expense.id));
    expect(new Set(ids).size).toBe(60);
    expect(ids).not.toContain(0);
    expect((await findStatus(apps[0], 2018)).status).toMatchObject({ spent: 60 * 85_000, count: 60 });
  });

  test('never lose an edit, and never void twice', async () => {
    const [one, other] = await twoApps();
    const ids = await Promise.all(times(30).map((n) => idOf(record(one, `form-${n}`))));

    const edits = await Promise.all(
      ids.map(async (id) => {
        const both = await Promise.all([
          changeRecord(one, { id, version: 1 }, { ...SPEND, amount: 10_000 }, BY),
          changeRecord(other, { id, version: 1 }, { ...SPEND, amount: 20_000 }, BY),
        ]);
        return both.map((it) => (it && 'refusal' in it ? it.refusal : 'changed')).sort();
      }),
    );
    expect(edits).toEqual(ids.map(() => ['changed', 'changed_meanwhile']));
    const rows = await one
      .selectFrom('expense')
      .select((eb) => eb.fn.sum<number>('amount').as('won'))
      .executeTakeFirst();
    expect((await findStatus(other, 2018)).status.spent).toBe(rows?.won);

    const voids = await Promise.all(
      ids.flatMap((id) => [one, other].map((db) => voidRecord(db, id, { ...BY, reason: '중복' }))),
    );
    expect(voids.filter((it) => it && 'again' in it && !it.again)).toHaveLength(30);
    expect((await findStatus(one, 2018)).status).toMatchObject({ spent: 0, count: 0 });
  });

  test('act on time one at a time; when the one that does is gone, the other does', async () => {
    const [one, other] = await twoApps();
    const [first, second] = [newHolder(), newHolder()];
    const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
    const asks = (db: Database, holder: string, now: Date) => holdLease(db, { holder, now, isGone });

    const both = await Promise.all([asks(one, first, NOW), asks(other, second, NOW)]);
    expect(both.toSorted()).toEqual([false, true]);
    const [acting, waiting] = both[0] ? [first, second] : [second, first];

    expect(await asks(one, acting, later(40))).toBe(true);
    expect(await asks(other, waiting, later(80))).toBe(false);
    expect(await asks(other, waiting, later(100))).toBe(true); // it said nothing for a minute
    endHolder(waiting); // as if its process had been killed
    expect(await asks(one, acting, later(101))).toBe(true);
    endHolder(acting);
  });

  test('keep billions of won exact, null before everything, and letters by their codes', async () => {
    const [db] = await twoApps();
    await record(db, 'big', { ...SPEND, amount: 35_200_000_000 });
    await record(db, 'bigger', { ...SPEND, amount: 35_200_000_001, place: null });
    await record(db, 'small', { ...SPEND, place: 'apple' });
    await record(db, 'capital', { ...SPEND, place: 'Banana' });

    expect((await findStatus(db, 2018)).status.spent).toBe(70_400_170_001);
    const ordered = await db.selectFrom('expense').select('place').orderBy('place').execute();
    expect(ordered.map(({ place }) => place)).toEqual([null, 'Banana', 'apple', '미진']);
    const last = await db.selectFrom('expense').select('place').orderBy('place', 'desc').execute();
    expect(last.at(-1)?.place).toBeNull();
    const found = await db.selectFrom('expense').select('id').where('place', 'like', 'bANANA').execute();
    expect(found).toHaveLength(1);
    expect(await db.selectFrom('expense').select('id').where('id', 'in', []).execute()).toEqual([]);
  });

  test('add up any won exactly, as far as a number of 53 bits goes', async () => {
    const [db] = await twoApps();
    const won = fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }).map(Number);
    await fc.assert(
      fc.asyncProperty(fc.array(won, { minLength: 1, maxLength: 9 }), async (typed) => {
        const amounts = typed.map((it) => Math.floor(it / typed.length));
        await db.deleteFrom('expense').execute();
        const rows = amounts.map((amount, i) => [amount, String(i)]);
        const same = { year: 2018, month: 3, purpose: '간담회', flags: '', origin: 'import', nth: 1, version: 1 };
        const made = { created_by: MEMBER, created_at: NOW.toISOString() };
        await insertMany(db, 'expense', ['amount', 'fingerprint'], rows, { ...same, ...made });
        const sum = db.selectFrom('expense').select((eb) => eb.fn.sum<number>('amount').as('won'));
        expect((await sum.executeTakeFirstOrThrow()).won).toBe(amounts.reduce((total, amount) => total + amount, 0));
        const read = await db.selectFrom('expense').select('amount').orderBy('id').execute();
        expect(read.map(({ amount }) => amount)).toEqual(amounts);
      }),
      { numRuns: 30 },
    );
  });

  test('have the same receipt, byte by byte', async () => {
    const [one, other] = await twoApps();
    const bytes = Buffer.from(times(256));
    await putBytes(one, 'name', bytes);

    expect(await readBytes(other, 'name', checksum(bytes))).toEqual(bytes);
    expect(await readBytes(other, 'name', 'another')).toBeNull();
    await dropBytes(other, 'name');
    expect(await readBytes(one, 'name', checksum(bytes))).toBeNull();
  });
});

describe.skipIf(!SERVER)('on a server', () => {
  test('three apps that start at once make its tables once', async () => {
    const address = await newRegister();
    const apps = await Promise.all(times(3).map(() => openDatabase(address)));

    expect(await apps[0]?.selectFrom('program').selectAll().execute()).toHaveLength(15);
    await Promise.all(apps.map((db) => db.destroy()));
  });

  test('an app that starts while another makes the tables waits for it, and for as long as that takes', async () => {
    const address = await newRegister();
    const other = await outside(address);
    await other.run(`select pg_advisory_lock(${CHANGING_TABLES})`);

    const opened = openDatabase(address);
    const waits = `select 1 from pg_locks join pg_stat_activity using (pid)
      where objid = ${CHANGING_TABLES} and not granted and query not like '%lock_timeout%'`;
    await expect.poll(() => other.run(waits)).toHaveLength(1);

    await other.run(`select pg_advisory_unlock(${CHANGING_TABLES})`);
    const db = await opened;
    expect(await db.selectFrom('program').selectAll().execute()).toHaveLength(15);
    await Promise.all([db.destroy(), other.close()]);
  });

  test('what waits when the database is closed ends in an error', async () => {
    const db = await openDatabase(await newRegister());
    const waiting = times(20).map(() => sql`select pg_sleep(0.2)`.execute(db));
    const closed = db.destroy();

    const ended = await Promise.allSettled(waiting);
    await closed;
    expect(ended.some(({ status }) => status === 'rejected')).toBe(true);
  });

  test('a whole office moves there from its file, twice over, and everything is equal', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'office.db');
    const address = await newRegister();
    const run = (args: string[], env: Record<string, string>) =>
      startScript('bin/biseo.js', args, { folder, env }).ended;
    await run(['samples', file], {});

    for (let again = 0; again < 2; again++) {
      const moved = await run(['move', '--to', address], { DATABASE_FILE: file });
      expect(moved).toMatchObject({ code: 0, err: '' });
    }
    for (const place of [file, address]) {
      const open = await openDatabase(place);
      expect(await run(['move', '--to', address], { DATABASE_FILE: file })).toMatchObject({
        code: 1,
        err: `${textFor('ko').terminal.inUse(place === file ? file : shownAddress(address))}\n`,
      });
      await open.destroy();
    }
    const args = ['status', '--year', '2016', '--json'];
    const [here, there] = [await run(args, { DATABASE_FILE: file }), await run(args, { DATABASE_URL: address })];
    expect(there).toEqual(here);
    expect(JSON.parse(there.out).count).toBeGreaterThan(100);

    const db = await openDatabase(address);
    const next = await idOf(record(db, 'next'));
    await db.destroy();
    const old = await openDatabase(file);
    expect(await idOf(record(old, 'next'))).toBe(next);
    await record(old, 'only here');
    await old.destroy();
    expect((await run(['move', '--to', address], { DATABASE_FILE: file })).code).toBe(1); // that database has records of its own by now
  });
});
