import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const MADE_BY = path.join(import.meta.dirname, 'derive.ts');
const JUDGED = path.join(import.meta.dirname, 'words-first.txt');
const LISTS = ['nouns.br', 'people.br'].map((file) => path.join(import.meta.dirname, file));

/** Beside the lists: the seal that they had when they were made. */
export const SEAL_FILE = path.join(import.meta.dirname, 'seal.txt');

/**
 * One hash over the lists and all that they are made from but the package: derive.ts with what it imports, and the words judged by hand.
 * What differs from the seal beside the lists was changed after them, and they are to be made anew.
 */
export function seal(): string {
  const hash = createHash('sha256');
  for (const file of sealed()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

export const sealed = (): string[] => [...importedBy(MADE_BY), JUDGED, ...LISTS];

/** A module and all of ours that it imports, in an order that depends on nothing else. */
function importedBy(file: string, seen: Set<string> = new Set()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}) .*from '(\.[^']+)';$/gm);
  return [file, ...[...imports].flatMap(([, to = '']) => importedBy(path.resolve(path.dirname(file), to), seen))];
}
