import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/database.ts';
import { biseoHere, onlyObject } from '../support/terminal.ts';

test('the sample records fill a new database, which the other commands then read', async () => {
  const DATABASE_FILE = path.join(temporaryFolder(), 'samples', 'new.db');
  expect(await biseoHere(['samples', DATABASE_FILE])).toMatchObject({ code: 0, err: '' });

  const status = await biseoHere(['status', '--year', '2016', '--json'], { DATABASE_FILE });
  expect(onlyObject(status)).toMatchObject({ budget: 380_200_000, spent: 203_672_000, count: 521 });
});

test('a file that exists is left as it is', async () => {
  const file = path.join(temporaryFolder(), 'mine.txt');
  writeFileSync(file, 'mine');
  expect(await biseoHere(['samples', file])).toMatchObject({ code: 1, out: '' });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await biseoHere(['samples'])).code).toBe(2);
});
