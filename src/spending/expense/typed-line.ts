import { normalise } from '../../korean/typed.ts';

/** A typed line word by word; `free` are the words that no field has taken yet. */
export type Line = { words: string[]; free: boolean[] };

/** `@"two words"` is one word. */
export const splitLine = (typed: string): Line => {
  const words = normalise(typed).match(/@"[^"]+"|@'[^']+'|\S+/g) ?? [];
  return { words, free: words.map(() => true) };
};

export const take = ({ free }: Line, start: number, length: number): void => {
  free.fill(false, start, start + length);
};

/** Characters of one phrase; longer words are only words. */
export const LONGEST = 60;

/** The free words from here on, longest run first, without the commas that part them. */
export const phrases = ({ words, free }: Line, start: number, longest: number): { text: string; length: number }[] => {
  let end = start;
  while (end < words.length && end < start + longest && free[end] && !words[end]?.startsWith('@')) end++;
  return Array.from({ length: end - start }, (_, shorter) => ({
    text: words
      .slice(start, end - shorter)
      .map((word) => word.replace(/,$/, ''))
      .join(' '),
    length: end - shorter - start,
  }));
};
