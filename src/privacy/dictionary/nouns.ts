import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * Korean nouns and adverbs of two to six letters, from mecab-ko-dic (README.md beside this says how, and under which licence). They are
 * read when the first text is looked through for names, in about 0.2 s, and kept: some 40 MB.
 */
export const isNoun = (word: string): boolean => words().all.has(word);

/** One that hardly anybody writes: of these letters a name is as likely. */
export const isRareNoun = (word: string): boolean => words().rare.has(word);

export const RARE_MARK = '!';

type Words = { all: ReadonlySet<string>; rare: ReadonlySet<string> };
let known: Words | null = null;

function words(): Words {
  known ??= read();
  return known;
}

const DIGITS_END = '9'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** Each word says how many letters it shares with the one before it: `0가가2례` is 가가 and 가가례. */
function read(): Words {
  const packed = brotliDecompressSync(readFileSync(new URL('nouns.br', import.meta.url))).toString();
  const [all, rare] = [new Set<string>(), new Set<string>()];
  let word = '';
  for (let at = 0; at < packed.length; ) {
    const shared = packed.charCodeAt(at) - ZERO;
    let end = at + 1;
    while (end < packed.length && packed.charCodeAt(end) > DIGITS_END) end++;
    word = word.slice(0, shared) + packed.slice(at + 1, end);
    all.add(word);
    if (packed[end] === RARE_MARK) {
      rare.add(word);
      end++;
    }
    at = end;
  }
  return { all, rare };
}
