import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/base/db/database.ts';
import { insertEntered } from '../../../src/spending/expense/store.ts';
import { checksum, putFile, receiptsFolder } from '../../../src/spending/receipt/shelf.ts';
import { findStored, removeReceipt } from '../../../src/spending/receipt/store.ts';
import { claimWanted, markStored } from '../../../src/spending/receipt/wanted/store.ts';
import { textFor } from '../../../src/text/index.ts';
import { newDatabase, temporaryFolder } from '../../support/database.ts';
import { NOW } from '../../support/office.ts';
import { startScript } from '../../support/process.ts';
import { SPEND } from '../../support/spending.ts';
import { JPEG, pdf, WEBP } from './given.ts';

const words = textFor('ko');
const BY = { actor: 'U0KIMSEOYE', at: NOW };
const FILES = [JPEG, pdf(), WEBP];

const run = (script: string, args: string[], folder: string, file: string) =>
  startScript('bin/biseo.js', [script, ...args], { folder, env: { DATABASE_FILE: file } }).ended;

/** A register with a spend that has three receipts, the last of them removed since. */
async function register(): Promise<{ file: string; folder: string; backup: string }> {
  const folder = temporaryFolder();
  const file = path.join(folder, 'office.db');
  const db = await newDatabase(file);
  const receipts = FILES.map((_, i) => ({ slackFileId: `F${i}`, name: `영수증${i}` }));
  await insertEntered(db, SPEND, { ...BY, formKey: 'k'.repeat(8), receipts, heldRowId: null });
  for (const bytes of FILES) {
    const wanted = await claimWanted(db, { at: NOW, by: 'test', name: checksum(bytes).slice(0, 40) });
    if (!wanted) throw new Error('Nothing is wanted.');
    await putFile(receiptsFolder(file), wanted.storedAs, bytes);
    const stored = { storedAs: wanted.storedAs, name: wanted.name, sha256: checksum(bytes), bytes: bytes.length };
    await markStored(db, wanted, { ...stored, type: 'image/jpeg' });
  }
  await removeReceipt(db, { expenseId: 1, slackFileId: 'F2' }, { ...BY, reason: '잘못 올림' });
  await db.destroy();
  return { file, folder, backup: path.join(folder, 'copy.db') };
}

async function storedIn(file: string): Promise<number> {
  const db = await openDatabase(file);
  const { length } = await findStored(db, 1);
  await db.destroy();
  return length;
}

test('a backup holds the receipts, also removed ones, and all come back', async () => {
  const { file, folder, backup } = await register();

  const made = await run('backup', [backup], folder, file);
  expect(made).toMatchObject({
    code: 0,
    err: '',
    out: `${words.terminal.backedUp(backup)}\n${words.receipt.backedUp('3', receiptsFolder(backup))}\n`,
  });
  expect(statSync(receiptsFolder(backup)).mode & 0o777).toBe(0o700);
  rmSync(receiptsFolder(file), { recursive: true });
  const restored = await run('restore', [backup], folder, file);

  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain(words.receipt.restored('3', receiptsFolder(file)));
  const kept = readdirSync(receiptsFolder(file));
  expect(kept.toSorted()).toEqual(readdirSync(receiptsFolder(backup)).toSorted());
  for (const name of kept) expect(statSync(path.join(receiptsFolder(file), name)).mode & 0o777).toBe(0o600);
  expect(await storedIn(file)).toBe(2);
});

test('the register alone comes back, and says which receipts are missing', async () => {
  const { file, folder, backup } = await register();
  await run('backup', [backup], folder, file);
  rmSync(receiptsFolder(backup), { recursive: true });
  rmSync(receiptsFolder(file), { recursive: true });

  const restored = await run('restore', [backup], folder, file);

  expect(restored.code).toBe(0);
  expect(restored.err).toContain(words.receipt.restoreLacks(3, receiptsFolder(backup)));
  expect(restored.err).toContain('E1 영수증0');
  expect(await storedIn(file)).toBe(2);
});

test('what a backup lacks is taken from the folder of before, where it is unchanged', async () => {
  const { file, folder, backup } = await register();
  await run('backup', [backup], folder, file);
  rmSync(receiptsFolder(backup), { recursive: true });

  const restored = await run('restore', [backup], folder, file);

  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(receiptsFolder(file))).toHaveLength(3);
  const back = await run('restore', [`${file}.before-restore`], folder, file);
  expect(back).toMatchObject({ code: 0, err: '' }); // those of before serve the database of before, too
});

test('an altered or missing receipt is named by backup and restore, and not passed on', async () => {
  const { file, folder, backup } = await register();
  const [altered = '', missing = ''] = [JPEG, pdf()].map((bytes) => checksum(bytes).slice(0, 40));
  writeFileSync(path.join(receiptsFolder(file), altered), 'something else');
  rmSync(path.join(receiptsFolder(file), missing));

  const made = await run('backup', [backup], folder, file);
  expect(made.code).toBe(1);
  expect(made.err).toContain(words.receipt.backupLacks(2));
  expect(made.err).toContain('E1 영수증0');
  expect(existsSync(backup)).toBe(true);
  expect(readdirSync(receiptsFolder(backup))).toEqual([checksum(WEBP).slice(0, 40)]);

  writeFileSync(path.join(receiptsFolder(backup), checksum(WEBP).slice(0, 40)), 'changed in the backup');
  rmSync(receiptsFolder(file), { recursive: true });
  const restored = await run('restore', [backup], folder, file);
  expect(restored.err).toContain(words.receipt.restoreLacks(3, receiptsFolder(backup)));
  expect(existsSync(path.join(receiptsFolder(file), checksum(WEBP).slice(0, 40)))).toBe(false);
});

test('a backup that was killed once its receipts were copied is made again', async () => {
  const { file, folder, backup } = await register();
  await run('backup', [backup], folder, file);
  rmSync(backup);

  expect(await run('backup', [backup], folder, file)).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(receiptsFolder(backup))).toHaveLength(3);
});
