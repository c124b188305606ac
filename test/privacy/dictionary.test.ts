import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SEAL_FILE, seal, sealed } from '../../src/privacy/dictionary/seal.ts';

test('the lists of words and names are those that their script makes of what it is given today', () => {
  const made = readFileSync(SEAL_FILE, 'utf8').trim();

  expect(seal(), 'Make them anew: src/privacy/dictionary/README.md says how').toBe(made);
});

test('all that decides which words are kept is under the seal', () => {
  const files = sealed().map((file) => path.basename(file));

  for (const file of ['derive.ts', 'likeness.ts', 'syllables.ts', 'surnames.ts', 'common-words.ts', 'words-first.txt'])
    expect(files).toContain(file);
});
