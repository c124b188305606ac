import { formatWon } from '../../korean/won.ts';
import type { Text } from '../../text/index.ts';
import { expenseName } from '../expense/rules.ts';
import { wonWords } from '../expense/words.ts';
import type { Imported, Undone } from './store.ts';

/** What is said when a file has been taken back: what went, what stays, and which files to take in anew. */
export function undoneLines(
  file: Imported,
  { gone, won, kept }: Undone,
  overlapping: readonly string[],
  text: Text,
): string[] {
  const words = text.imported.undo;
  return [
    words.done(file.name, formatWon(gone), wonWords(won, text)),
    ...(kept.length > 0 ? [words.kept(kept.map(expenseName).join(', '))] : []),
    ...(overlapping.length > 0 ? [words.nowAgain(overlapping.join(', '))] : []),
  ];
}
