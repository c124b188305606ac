import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { shownAddress } from '../../../src/base/db/address.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import { findStatus } from '../../../src/spending/ledger/store.ts';
import { putBytes, readBytes } from '../../../src/spending/receipt/file/store.ts';
import { checksum } from '../../../src/spending/receipt/shelf.ts';
import { textFor } from '../../../src/text/index.ts';
import { newPlace, temporaryFolder } from '../../support/database.ts';
import { MEMBER, startOffice } from '../../support/office.ts';
import { type Outside, outside } from '../../support/outside.ts';
import { breakableWay, canDump, emptyPostgres, SERVER } from '../../support/postgres.ts';
import { freePort, settingOf, startScript } from '../../support/process.ts';
import { recordOne } from '../../support/spending.ts';
import { biseoHere } from '../../support/terminal.ts';

const words = textFor('ko').terminal;

const run = (args: string[], place: string, folder = temporaryFolder()) =>
  startScript('bin/biseo.js', args, { folder, env: settingOf(place) }).ended;

const newServerDatabase = () => emptyPostgres(SERVER ?? '');

async function said(place: string, ...statements: string[]): Promise<void> {
  const other: Outside = await outside(place);
  for (const statement of statements) await other.run(statement);
  await other.close();
}

describe.skipIf(!SERVER)('a database on a server', () => {
  test.each([
    [
      'a newer version made',
      "insert into kysely_migration (name, timestamp) values ('999-future', '2030-01-01')",
      'newer_than_app',
    ],
    ['the playground made', "update register set made_by = 'playground'", 'made_by_playground'],
  ] as const)('that %s is refused in words and not touched', async (_how, statement, refusal) => {
    const address = await newPlace();
    await (await openDatabase(address)).destroy();
    await said(address, statement);

    const opened = openDatabase(address, 'office');

    await expect(opened).rejects.toMatchObject({ refusal, file: shownAddress(address) });
  });

  test('of another program is refused in words and not touched', async () => {
    const address = await newServerDatabase();
    await said(address, 'create table song (title text)');

    const { code, err } = await biseoHere(['status'], { DATABASE_URL: address });

    expect({ code, err }).toEqual({ code: 1, err: `${words.database.not_a_database(shownAddress(address), '')}\n` });
    await said(address, 'select title from song');
  });

  test('that is not there, or whose server is not, is named without its password', async () => {
    const missing = Object.assign(new URL(SERVER ?? ''), { pathname: '/nowhere', password: 'hunter2' }).href;
    const { code, err } = await biseoHere(['status'], { DATABASE_URL: missing });
    expect({ code, err }).toEqual({ code: 1, err: `${words.database.not_found(shownAddress(missing), '')}\n` });
    expect(err).not.toContain('hunter2');

    const silent = `postgres://biseo:hunter2@127.0.0.1:${await freePort()}/office`;
    const refused = await biseoHere(['status'], { DATABASE_URL: silent });
    expect(refused).toMatchObject({ code: 1, err: `${words.database.not_reachable(shownAddress(silent), '')}\n` });
    expect(refused.err).not.toContain('hunter2');
  });

  test('is asked again over new connections when all were cut and nobody has noticed yet', async () => {
    const way = await breakableWay(await newPlace());
    const db = await openDatabase(way.address);
    onTestFinished(() => db.destroy());
    const asked = () => Promise.all(Array.from({ length: 20 }, () => findStatus(db, 2018)));
    await asked();
    await db.insertInto('district').values({ name: '첫째구', position: 1 }).execute();

    way.cut();

    expect(await asked()).toHaveLength(20);
    await db.insertInto('district').values({ name: '둘째구', position: 2 }).execute();
    way.cut();
    const streamed: string[] = [];
    for await (const row of db.selectFrom('district').select('name').where('name', 'like', '%째구').stream())
      streamed.push(row.name);
    expect(streamed.sort()).toEqual(['둘째구', '첫째구']);
  });

  test('is asked again over new connections when the server has cut all of them', async () => {
    const office = await startOffice();
    await recordOne(office.slack.as(MEMBER));

    await said(
      office.file,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );

    office.slack.clock.move(20_000);
    await recordOne(office.slack.as(MEMBER), { place: '다온' });
    expect((await findStatus(office.db, 2018)).status.count).toBe(2);
  });

  test('is seen to be in use, however quiet its app has been', async () => {
    const address = await newPlace();
    const db = await openDatabase(address);
    onTestFinished(() => db.destroy());
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await Promise.all([findStatus(db, 2018), findStatus(db, 2017), findStatus(db, 2016)]);

    vi.advanceTimersByTime(3_600_000);
    vi.useRealTimers();

    // Where it is not, a division by nought fails.
    const connections = "from pg_stat_activity where datname = current_database() and application_name = 'biseo'";
    await said(address, `select 1 / count(*) ${connections}`);
  });

  test.skipIf(!canDump())('is copied with its receipts while people work, and comes back', async () => {
    const office = await startOffice();
    const folder = temporaryFolder();
    const copy = path.join(folder, 'copy.dump');
    const bytes = Buffer.from([0, 1, 2, 255]);
    await recordOne(office.slack.as(MEMBER));
    await putBytes(office.db, 'a', bytes);

    expect(await run(['backup', copy], office.file, folder)).toMatchObject({
      code: 0,
      out: `${words.backedUp(copy)}\n`,
      err: '',
    });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(await run(['backup', copy], office.file, folder)).toMatchObject({ code: 1 }); // none is overwritten
    const busy = await run(['restore', copy], office.file, folder);
    expect(busy).toMatchObject({ code: 1, err: `${words.inUse(shownAddress(office.file))}\n` });

    const other = await newServerDatabase();
    await said(other, 'create table song (title text)');
    const restored = await run(['restore', copy], other, folder);
    expect(restored).toMatchObject({ code: 0, err: '', out: expect.stringContaining(shownAddress(other)) });
    const [, kept = ''] = /\((before_restore_\d+)\)/.exec(restored.out) ?? [];
    await said(other, `select title from ${kept}.song`);
    const db = await openDatabase(other);
    onTestFinished(() => db.destroy());
    expect((await findStatus(db, 2018)).status.count).toBe(1);
    expect(await readBytes(db, 'a', checksum(bytes))).toEqual(bytes);
  });

  test.skipIf(!canDump())('stays as it is when what is to be restored is no copy of ours', async () => {
    const address = await newPlace();
    const folder = temporaryFolder();
    const page = path.join(folder, 'page.dump');
    writeFileSync(page, '<html>');
    const theirs = await newServerDatabase();
    await said(theirs, 'create table song (title text)');
    const foreign = path.join(folder, 'foreign.dump');
    const dumped = await run(['backup', foreign], theirs, folder);
    expect(dumped.code).toBe(0);

    for (const file of [page, foreign]) {
      expect(await run(['restore', file], address, folder)).toMatchObject({
        code: 1,
        err: `${words.database.not_a_database(file, '')}\n`,
      });
    }
    const db = await openDatabase(address);
    onTestFinished(() => db.destroy());
    expect(await db.selectFrom('program').selectAll().execute()).toHaveLength(15);
  });
});
