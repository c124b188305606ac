import { normalise } from '../../src/korean/typed.ts';
import { findPersonal } from '../../src/privacy/find.ts';
import type { Field } from '../../src/privacy/finding.ts';

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
