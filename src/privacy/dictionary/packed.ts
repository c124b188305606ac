import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

export const RARE_MARK = '!';

export type Words = { all: ReadonlySet<string>; rare: ReadonlySet<string> };

const DIGITS_END = '9'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);

/** Reads a list that derive.ts packed. Each word says how many letters it shares with the one before it: `0가가2례` is 가가 and 가가례. */
export function readPacked(file: string): Words {
  const packed = brotliDecompressSync(readFileSync(new URL(file, import.meta.url))).toString();
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
