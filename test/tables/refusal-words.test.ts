import { expect, test } from 'vitest';
import { tableRefusal } from '../../src/tables/refusal-words.ts';
import { megabytes } from '../../src/tables/size.ts';
import { LIMITS } from '../../src/tables/table.ts';
import { textFor } from '../../src/text/index.ts';

test.each(['ko', 'en'] as const)(
  'a file that is too large is told how large it is and how large it may be (%s)',
  (language) => {
    const said = tableRefusal('too_large', LIMITS.workbook + 1, textFor(language));
    expect(said).toMatch(/64\.1 ?MB/);
    expect(said).toMatch(/\b64 ?MB/);
    expect(said).toMatch(/\b512 ?MB/);
    expect(tableRefusal('too_large', LIMITS.file + 1, textFor(language))).toMatch(/100\.1 ?MB.*\b100 ?MB/);
    expect(tableRefusal('nobody knows', 1, textFor(language))).toBe(textFor(language).files.otherRefusal);
  },
);

test.each([
  [1, '0.1'],
  [20 * 2 ** 20, '20'],
  [20 * 2 ** 20 + 1, '20.1'],
  [100.04 * 2 ** 20, '100.1'],
])('%i bytes are %s megabytes: never less than they are', (bytes, said) => {
  expect(megabytes(bytes)).toBe(said);
});
