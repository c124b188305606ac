import fc from 'fast-check';
import { expect } from 'vitest';
import { normalise } from '../../src/korean/typed.ts';
import { findPersonal } from '../../src/privacy/find.ts';
import type { Field } from '../../src/privacy/finding.ts';
import { put } from '../disclosure/names.ts';

const NOBODY = { staff: new Set<string>(), members: new Set<string>(), elected: new Set<string>() };

export const split = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('_', ' '));

/** What of a text is personal, as it is written there. */
export const found = (text: string, field: Field = 'purpose') =>
  findPersonal(normalise(text), field, NOBODY).map(({ start, end, sure }) => ({
    words: normalise(text).slice(start, end),
    sure,
  }));

/** The letters of a name that nothing hides where it stands in a text. */
export function leftOpen(name: string, text: string, field: Field = 'purpose'): string {
  const read = normalise(text);
  const start = read.indexOf(normalise(name));
  const findings = findPersonal(read, field, NOBODY);
  return [...normalise(name)]
    .filter(
      (letter, i) =>
        /[\p{L}\p{N}]/u.test(letter) && !findings.some((it) => it.start <= start + i && start + i < it.end),
    )
    .join('');
}

/** Whichever name stands in whichever of these places, no letter of it is left open. */
export const hidesEach = (
  name: fc.Arbitrary<string>,
  around: fc.Arbitrary<string>,
  { field = 'purpose', numRuns = 100 }: { field?: Field; numRuns?: number } = {},
): void =>
  fc.assert(
    fc.property(name, around, (who, where) => {
      expect(leftOpen(who, put(who, where), field), put(who, where)).toBe('');
    }),
    { numRuns },
  );
