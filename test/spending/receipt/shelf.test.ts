import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/base/db/database.ts';
import { checksum, newName, putFile, readFile, receiptsFolder, sweep } from '../../../src/spending/receipt/shelf.ts';
import { temporaryFolder } from '../../support/database.ts';
import { JPEG } from './given.ts';

test('a file is there whole, readable by its user only, and known by its checksum', async () => {
  const folder = path.join(temporaryFolder(), 'receipts');
  const name = newName();
  await putFile(folder, name, JPEG);

  expect(await readFile(folder, name, checksum(JPEG))).toEqual(JPEG);
  expect(await readFile(folder, name, checksum(Buffer.from('other')))).toBeNull();
  expect(await readFile(folder, newName(), checksum(JPEG))).toBeNull();
  expect([statSync(folder).mode & 0o777, statSync(path.join(folder, name)).mode & 0o777]).toEqual([0o700, 0o600]);
});

test.each([
  '../escape',
  '/etc/passwd',
  '',
  'a'.repeat(40).replace('a', '/'),
  `${'a'.repeat(40)}.part`.replace('.part', '/x'),
])('“%s” is no name of a receipt', async (name) => {
  const folder = temporaryFolder();
  await expect(putFile(folder, name, JPEG)).rejects.toThrow('no name');
  expect(readdirSync(folder)).toEqual([]);
});

test('what a killed process left half-written is swept, what is new or whole stays', async () => {
  const folder = path.join(temporaryFolder(), 'receipts');
  mkdirSync(folder);
  const [whole, old, fresh] = [newName(), `${newName()}-0a1b2c3d.part`, `${newName()}-0a1b2c3d.part`];
  for (const name of [whole, old, fresh]) writeFileSync(path.join(folder, name), JPEG);
  utimesSync(path.join(folder, old), 1_000, 1_000);
  utimesSync(path.join(folder, whole), 1_000, 1_000);

  expect(await sweep(folder, new Date(2_000_000))).toBe(1);
  expect(readdirSync(folder).toSorted()).toEqual([whole, fresh].toSorted());
  expect(await sweep(path.join(folder, 'none'), new Date())).toBe(0);
});

test('a disk that is full leaves nothing half-written', async () => {
  const folder = temporaryFolder();
  const name = newName();
  mkdirSync(path.join(folder, name)); // a file can't take a folder's place: the last step fails
  writeFileSync(path.join(folder, name, 'x'), '');

  await expect(putFile(folder, name, JPEG)).rejects.toThrow();
  expect(existsSync(path.join(folder, `${name}.part`))).toBe(false);
  rmSync(path.join(folder, name), { recursive: true });
});

test('a register of before receipts were files wants those that it names', async () => {
  const file = path.join(temporaryFolder(), 'office.db');
  const db = await openDatabase(file);
  const columns = (await db.introspection.getTables()).find(({ name }) => name === 'receipt')?.columns ?? [];
  await db.destroy();

  expect(columns.find(({ name }) => name === 'state')?.hasDefaultValue).toBe(true);
  expect(receiptsFolder(file)).toBe(`${file}.receipts`);
});
