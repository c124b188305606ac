import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { insertMany } from '../../../src/base/db/bulk.ts';
import type { Opener } from '../../../src/base/db/checks.ts';
import { openDatabase } from '../../../src/base/db/database.ts';
import { DatabaseRefused } from '../../../src/base/db/refused.ts';
import { writeWhole } from '../../../src/base/db/whole-file.ts';
import { putPerson } from '../../../src/people/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { auditRegister } from '../../endurance/audit.ts';
import { temporaryFolder } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import { ROOT, startScript } from '../../support/process.ts';
import { runTerminal } from '../../support/terminal.ts';

const words = textFor('ko').terminal;
const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/' };

/** A register with a person of this name in it. */
async function registerOf(name: string, file = path.join(temporaryFolder(), 'office.db')) {
  const db = await openDatabase(file);
  await putPerson(db, { userId: 'U0KIMSEOYE', name, role: 'member', language: null }, { actor: 'test', at: NOW });
  await db.destroy();
  return { file, folder: path.dirname(file) };
}

async function nameIn(file: string): Promise<string | undefined> {
  const db = await openDatabase(file);
  const row = await db.selectFrom('person').select('name').executeTakeFirst();
  await db.destroy();
  return row?.name;
}

/** `npm start` with this database, in the playground or with tokens; what it refuses ends it. */
const startWith = (file: string, tokens = {}) =>
  startScript('src/main.ts', [], { folder: path.dirname(file), env: { DATABASE_FILE: file, PORT: '0', ...tokens } })
    .ended;

/** What an app that opens it says instead. */
const refusal = (file: string, by: Opener) =>
  openDatabase(file, by).then(
    () => null,
    (error) => (error instanceof DatabaseRefused ? words.database[error.refusal](error.file, error.detail) : error),
  );

/** On a disk that takes files up to this size and no more: what a limit of the process looks like from inside. */
function onFullDisk(kilobytes: number, args: string[], file: string) {
  const limited = `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`;
  const { PATH, HOME } = process.env;
  return spawnSync('sh', ['-c', limited, process.execPath, path.join(ROOT, 'bin/biseo.js'), ...args], {
    cwd: path.dirname(file),
    env: { PATH, HOME, DATABASE_FILE: file },
    encoding: 'utf8',
  });
}

test.skipIf(process.platform === 'win32')(
  'on a full disk a backup and a restore say so in one sentence and leave all as it was',
  async () => {
    const { file, folder } = await registerOf('김서연');
    const backup = path.join(folder, 'backup.db');
    expect((await runTerminal('backup', [backup], { folder })).code).toBe(0);
    const size = statSync(file).size / 1024;
    const before = readdirSync(folder).toSorted();

    const another = path.join(folder, 'another.db');
    for (const [args, named] of [
      [['backup', another], another],
      [['restore', backup], file],
    ] as const) {
      for (const part of [0.1, 0.9]) {
        const { status, stdout, stderr } = onFullDisk(Math.ceil(size * part), [...args], file);
        expect({ status, stdout, stderr }).toEqual({
          status: 1,
          stdout: '',
          stderr: `${words.database.no_room(named, '')}\n`,
        });
        expect(
          readdirSync(folder)
            .filter((name) => !/-(wal|shm)$/.test(name))
            .toSorted(),
        ).toEqual(before);
      }
    }
    expect(await nameIn(file)).toBe('김서연');
  },
);

test('a backup is not restored onto itself, under whatever name', async () => {
  const { file, folder } = await registerOf('김서연');
  linkSync(file, path.join(folder, 'linked.db'));
  symlinkSync(file, path.join(folder, 'pointing.db'));
  for (const name of ['office.db', './office.db', 'linked.db', 'pointing.db']) {
    const said = await runTerminal('restore', [name], { folder });
    expect(said).toMatchObject({ code: 1, out: '', err: `${words.sameFile(file)}\n` });
  }
  expect(await nameIn(file)).toBe('김서연');
});

test('a database of no bytes is refused by all, with where the records are, and a restore mends it', async () => {
  const { file, folder } = await registerOf('김서연');
  renameSync(file, `${file}.before-restore`);
  writeFileSync(file, '');

  const said = words.database.empty(file, `${file}.before-restore`);
  for (const by of ['office', 'playground'] as const) expect(await refusal(file, by)).toBe(said);
  expect(await runTerminal('status', [], { folder })).toMatchObject({ code: 1, err: `${said}\n` });
  expect(statSync(file).size).toBe(0);
  expect((await runTerminal('restore', [`${file}.before-restore`], { folder })).code).toBe(0);
  expect(await nameIn(file)).toBe('김서연');
});

test('a database that is missing beside one of before is refused, and none is made', async () => {
  const { file, folder } = await registerOf('김서연');
  renameSync(file, `${file}.before-restore`);

  const said = words.database.missing(file, `${file}.before-restore`);
  for (const by of ['office', 'playground'] as const) expect(await refusal(file, by)).toBe(said);
  expect(await runTerminal('status', [], { folder })).toMatchObject({ code: 1, err: `${said}\n` });
  expect(existsSync(file)).toBe(false);
});

test('a journal that a lost database left is not played into the restored one', async () => {
  const { file, folder } = await registerOf('김서연');
  await runTerminal('backup', ['backup.db'], { folder });
  const db = await openDatabase(file);
  await putPerson(
    db,
    { userId: 'U0LEEJUNHO', name: '이준호', role: 'member', language: null },
    { actor: 'test', at: NOW },
  );
  const journal = readFileSync(`${file}-wal`);
  await db.destroy();
  rmSync(file);
  writeFileSync(`${file}-wal`, journal);
  expect((await runTerminal('status', [], { folder })).err).toContain(`${file}-wal`);

  expect((await runTerminal('restore', ['backup.db'], { folder })).code).toBe(0);

  expect(await auditRegister(file)).toEqual([]);
  expect(await nameIn(file)).toBe('김서연');
  expect(readFileSync(`${file}.before-restore-wal`)).toEqual(journal);
});

test('the playground and an office leave each other’s databases closed; a terminal opens both', async () => {
  const { file: office, folder } = await registerOf('김서연');
  const bytes = readFileSync(office);
  expect(await startWith(office)).toMatchObject({
    code: 1,
    err: `${words.database.not_made_by_playground(office, '')}\n`,
  });
  expect(readFileSync(office)).toEqual(bytes);

  const playground = path.join(folder, 'playground.db');
  await (await openDatabase(playground, 'playground')).destroy();
  const refused = await startWith(playground, TOKENS);
  expect(refused).toMatchObject({ code: 1, err: `${words.database.made_by_playground(playground, '')}\n` });
  for (const database of ['office.db', 'playground.db'])
    expect((await runTerminal('status', [], { folder, database })).code).toBe(0);

  // Whose it is comes along with a copy.
  await runTerminal('backup', ['copy.db'], { folder, database: 'playground.db' });
  expect(await refusal(path.join(folder, 'copy.db'), 'office')).toContain('copy.db');
});

test('a damaged page somewhere in the file is noticed at the start', async () => {
  const { file } = await registerOf('김서연');
  const db = await openDatabase(file);
  const rows = Array.from({ length: 5_000 }, (_, i) => [`U${i}`, '2018-01-01'.repeat(10)]);
  await db.transaction().execute((db) => insertMany(db, 'access_request', ['user_id', 'asked_at'], rows));
  await db.destroy();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, bytes.length - 40_000, bytes.length - 39_000);
  writeFileSync(file, bytes);

  expect(await refusal(file, 'office')).toBe(words.database.damaged(file, ''));
});

test('a file whose journal found no room in it does not get its name', async () => {
  const to = path.join(temporaryFolder(), 'office.db');
  const written = writeWhole(to, async (part) => {
    writeFileSync(part, 'half of it');
    writeFileSync(`${part}-wal`, 'the other half');
  });

  await expect(written).rejects.toMatchObject({ refusal: 'no_room', file: to });
  expect(readdirSync(path.dirname(to))).toEqual([]);
});
