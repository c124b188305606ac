import { readPacked, type Words } from './packed.ts';

/** What people abroad are called, of two to four letters, from the same dictionary: 굴나라, 우에노, 엘리스. Nobody calls anything else so but places. */
export const isCalledAbroad = (word: string): boolean => names().all.has(word);

let known: Words | null = null;

function names(): Words {
  known ??= readPacked('people.br');
  return known;
}
