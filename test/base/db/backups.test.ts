import { promises as fs, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/base/db/database.ts';
import { all, close, sqliteDialect } from '../../../src/base/db/sqlite-dialect.ts';
import { connect } from '../../../src/base/db/sqlite-file.ts';
import { putPerson } from '../../../src/people/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { auditRegister } from '../../endurance/audit.ts';
import { temporaryFolder } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import { ROOT, startScript } from '../../support/process.ts';

const words = textFor('ko').terminal;

/** A register as an older version of the app left it, with one person in it. */
async function olderRegister(file: string): Promise<void> {
  await fs.writeFile(file, '');
  const writer = await connect(file);
  const db: Database = new Kysely({ dialect: sqliteDialect({ writer, readers: [writer] }) });
  const provider = new FileMigrationProvider({
    fs,
    path,
    migrationFolder: path.join(ROOT, 'migrations'),
    import: (migration) => import(pathToFileURL(migration).href),
  });
  await new Migrator({ db, provider }).migrateTo('002-outbox');
  await putPerson(db, PERSON, BY);
  await close(writer);
}

const PERSON = { userId: 'U0KIMSEOYE', name: '김서연', role: 'member' as const, language: null };
const BY = { actor: 'test', at: NOW };

const run = (script: string, args: string[], folder: string, file: string) =>
  startScript('bin/biseo.js', [script, ...args], { folder, env: { DATABASE_FILE: file } }).ended;

async function register(): Promise<{ db: Database; file: string; folder: string }> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'office.db');
  return { db: await openDatabase(file), file, folder };
}

test('before tables change, a copy of what was there stands beside the file', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'office.db');
  await olderRegister(file);

  await (await openDatabase(file)).destroy();

  const [copy = '', ...more] = globSync(`${file}.before-*`);
  expect(path.basename(copy)).toBe('office.db.before-003-spending');
  expect(more).toEqual([]);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const sqlite = await connect(copy);
  expect(await all(sqlite, 'select name from person', [])).toEqual([{ name: '김서연' }]);
  await close(sqlite);
});

test('a new register needs no copy, nor does one that is up to date', async () => {
  const { db, file } = await register();
  await db.destroy();
  await (await openDatabase(file)).destroy();

  expect(globSync(`${file}.before-*`)).toEqual([]);
});

test('a backup made while people write is whole, and comes back', async () => {
  const { db, file, folder } = await register();
  await putPerson(db, PERSON, BY);
  let over = false;
  const writing = (async () => {
    for (let n = 0; !over; n++) await putPerson(db, { ...PERSON, name: `김서연 ${n}` }, BY);
  })();

  const copy = path.join(folder, 'copy.db');
  const backup = await run('backup', [copy], folder, file);
  over = true;
  await writing;
  await db.destroy();

  expect(backup).toMatchObject({ code: 0, out: `${words.backedUp(copy)}\n` });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const restored = await run('restore', [copy], folder, file);
  expect(restored).toMatchObject({ code: 0, out: `${words.restored(file, `${file}.before-restore`)}\n` });
  expect(await auditRegister(file)).toEqual([]);
  expect(await auditRegister(`${file}.before-restore`)).toEqual([]);
});

test('nothing is restored while the app has the register open', async () => {
  const { db, file, folder } = await register();
  onTestFinished(() => db.destroy());
  const copy = path.join(folder, 'copy.db');
  await run('backup', [copy], folder, file);
  await putPerson(db, PERSON, BY);

  expect(await run('restore', [copy], folder, file)).toMatchObject({ code: 1, err: `${words.inUse(file)}\n` });
  expect(await db.selectFrom('person').select('name').execute()).toEqual([{ name: '김서연' }]);
  expect(globSync(`${file}.before-restore*`)).toEqual([]);
});

test('only a whole register of ours is restored, and the one in place stays', async () => {
  const { db, file, folder } = await register();
  await putPerson(db, PERSON, BY);
  await db.destroy();
  const page = path.join(folder, 'page.db');
  await fs.writeFile(page, '<!doctype html>');

  expect(await run('restore', [page], folder, file)).toMatchObject({
    code: 1,
    err: `${words.database.not_a_database(page, '')}\n`,
  });
  expect(await auditRegister(file)).toEqual([]);
});

test('a file that is not there is neither restored nor backed up, and is named', async () => {
  const { db, file, folder } = await register();
  await db.destroy();
  const missing = path.join(folder, 'missing.db');

  const said = { code: 1, err: `${words.database.not_found(missing, '')}\n` };
  expect(await run('restore', [missing], folder, file)).toMatchObject(said);
  expect(await run('backup', [path.join(folder, 'copy.db')], folder, missing)).toMatchObject(said);
});

test('a backup never overwrites a file', async () => {
  const { db, file, folder } = await register();
  await db.destroy();
  const taken = path.join(folder, 'taken.db');
  await fs.writeFile(taken, 'something else');

  expect(await run('backup', [taken], folder, file)).toMatchObject({ code: 1 });
  expect(await fs.readFile(taken, 'utf8')).toBe('something else');
});
