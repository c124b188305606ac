import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SQLITES_OWN } from './support/sqlites-own.ts';

test('what is listed as SQLite’s own is there', () => {
  const missing = SQLITES_OWN.flatMap(({ file, tests = [] }) => {
    const code = readFileSync(file, 'utf8');
    return tests.filter((name) => !code.includes(name)).map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});
