import { readPacked, type Words } from './packed.ts';

/**
 * Korean nouns and adverbs of two to six letters, from mecab-ko-dic (README.md beside this says how, and under which licence). They are
 * read when the first text is looked through for names, in about 0.2 s, and kept: some 40 MB.
 */
export const isNoun = (word: string): boolean => words().all.has(word);

/** One that hardly anybody writes: of these letters a name is as likely. */
export const isRareNoun = (word: string): boolean => words().rare.has(word);

let known: Words | null = null;

function words(): Words {
  known ??= readPacked('nouns.br');
  return known;
}
