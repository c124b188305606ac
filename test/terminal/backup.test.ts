import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isShared } from '../../src/base/db/checks.ts';
import { newDatabase, registerIn, temporaryFolder } from '../support/database.ts';
import { canDump } from '../support/postgres.ts';
import { runTerminal } from '../support/terminal.ts';

test.skipIf(!canDump())(
  'of the copies in a folder so many are kept, the newest; what else lies there stays',
  async () => {
    const folder = temporaryFolder();
    await (await newDatabase(await registerIn(folder))).destroy();
    const copies = path.join(folder, 'copies');
    mkdirSync(copies);
    const old = ['biseo-20200101-0230.db', 'biseo-20200102-0230.db', 'biseo-20200103-0230.db'];
    for (const name of [...old, 'report.hwpx']) writeFileSync(path.join(copies, name), '');
    mkdirSync(path.join(copies, `${old[0]}.receipts`));

    expect(await runTerminal('backup', ['copies', '--keep', '2'], { folder })).toMatchObject({ code: 0, err: '' });

    const kept = readdirSync(copies);
    expect(kept).toHaveLength(3);
    expect(kept).toEqual(expect.arrayContaining(['report.hwpx', 'biseo-20200103-0230.db']));
    expect(kept.some((name) => /^biseo-2\d{7}-\d{4}\.db$/.test(name) && !old.includes(name))).toBe(true);
  },
);

test('that a copy was made is noted beside the file', async () => {
  const folder = temporaryFolder();
  await (await newDatabase(await registerIn(folder))).destroy();

  await runTerminal('backup', ['copy.db'], { folder });

  expect(existsSync(path.join(folder, 'office.db.backed-up'))).toBe(true);
});

test.each(['0', 'x', '-1', '1.5'])('--keep=%s keeps nothing sensible, and is not tried', async (keep) => {
  const folder = temporaryFolder();
  expect((await runTerminal('backup', ['copies', `--keep=${keep}`], { folder })).code).toBe(2);
  expect(existsSync(path.join(folder, 'copies'))).toBe(false);
});

test.each([
  ['NFS', 0x6969, true],
  ['CIFS', 0xff534d42, true],
  ['CIFS as a signed number', 0xff534d42 | 0, true],
  ['SMB2', 0xfe534d42, true],
  ['ext4', 0xef53, false],
  ['XFS', 0x58465342, false],
  ['Btrfs', 0x9123683e, false],
  ['tmpfs', 0x01021994, false],
  ['overlayfs', 0x794c7630, false],
])('a disk of other machines is told from one’s own: %s', (_name, type, shared) => {
  expect(isShared(type)).toBe(shared);
});
