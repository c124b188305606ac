import { slipsApart } from './suggest.ts';
import { plainly } from './typed.ts';

/** What a word must be long enough for: of two short words everything is near. */
const SHORTEST = { hangul: 2, other: 4 } as const;
const MOST_CHARACTERS = 40;

/** So many of the newest texts a word is compared with that is found nowhere: letter by letter, while somebody waits. */
export const MOST_LOOKED_AT = 3_000;

/**
 * What was meant by words of which some occur in none of these texts: those become the word there that is one letter away (a jamo in
 * Hangul), wrong, missing, too much or swapped; also at the beginning of a longer word. Null where nothing changes, or one is near nothing.
 */
export function nearWords(words: readonly string[], texts: readonly string[]): Map<string, string> | null {
  const plain = texts.map((text) => plainly(text));
  const all = plain.join('\n');
  const strange = words.filter((word) => !all.includes(plainly(word)));
  if (strange.length === 0 || strange.some((word) => !isLongEnough(plainly(word)))) return null;

  const tokens = [...new Set(plain.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)))].filter(Boolean);
  const near = strange.map((word) => [word, nearest(plainly(word), tokens)] as const);
  const found = near.flatMap(([word, meant]) => (meant === null ? [] : [[word, meant] as const]));
  return found.length === strange.length ? new Map(found) : null;
}

function isLongEnough(word: string): boolean {
  const length = [...word].length;
  return length <= MOST_CHARACTERS && length >= (/[가-힣]/.test(word) ? SHORTEST.hangul : SHORTEST.other);
}

function nearest(word: string, tokens: readonly string[]): string | null {
  const length = [...word].length;
  const letters = new Set(word);
  const beginnings = new Set<string>();
  for (const token of tokens) {
    const characters = [...token];
    for (const size of [length - 1, length, length + 1])
      if (size > 0 && size <= characters.length) beginnings.add(characters.slice(0, size).join(''));
  }
  let best: string | null = null;
  for (const candidate of beginnings) {
    // One letter away, they still share a character; comparing is what costs.
    if (![...candidate].some((it) => letters.has(it)) || slipsApart(word, candidate) !== 1) continue;
    if (best === null || Math.abs([...candidate].length - length) < Math.abs([...best].length - length))
      best = candidate;
  }
  return best;
}

/** The same line with the words that were meant. */
export const withNear = (typed: string, near: ReadonlyMap<string, string>): string =>
  typed
    .split(' ')
    .map((word) => near.get(word) ?? near.get(plainly(word)) ?? word)
    .join(' ');
