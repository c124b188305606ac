import { convertHangulToQwerty } from 'es-hangul';
import { plainly } from './typed.ts';

/**
 * The known word someone meant: the same but for case, typed with the keyboard in the other language (`ㅗ디ㅔ` is help, `gusghkd` is 현황),
 * or a slip away: a letter (a jamo in Hangul) missed, added, swapped or wrong, one for each three letters. Null when none is near.
 */
export const suggest = (word: string, known: readonly string[]): string | null => {
  const typed = plainly(word);
  if (typed === '' || typed.length > LONGEST) return null;

  const keys = keysOf(typed);
  const near = known
    .map((candidate) => ({ candidate, target: keysOf(plainly(candidate)) }))
    .map(({ candidate, target }) => ({ candidate, target, most: allowed(keys, target) }))
    .filter(({ target, most }) => Math.abs(target.length - keys.length) <= most)
    .map(({ candidate, target, most }) => ({ candidate, slips: slipsBetween(keys, target), most }))
    .filter(({ slips, most }) => slips <= most)
    .sort((a, b) => a.slips - b.slips);
  return near[0]?.candidate ?? null;
};

/** How many letters (jamo in Hangul) one word is away from the other; two neighbours that changed places are one. */
export const slipsApart = (word: string, other: string): number =>
  slipsBetween(keysOf(plainly(word)), keysOf(plainly(other)));

/** The keys pressed, on whichever keyboard: `현황`, `gusghkd` and `ㅎㅕㄴㅎㅗㅏㅇ` are the same. */
const keysOf = (word: string): string[] => {
  const known = KEYS.get(word);
  if (known) return known;
  if (KEYS.size >= MOST_KEPT) KEYS.clear();
  const keys = [...convertHangulToQwerty(word).toLowerCase()];
  KEYS.set(word, keys);
  return keys;
};

/** The same words are compared again and again, and taking Hangul apart is the slow part. */
const KEYS = new Map<string, string[]>();
const MOST_KEPT = 10_000;

const LONGEST = 40;

/** Of two short words everything is near: two letters must agree. */
const allowed = (typed: string[], target: string[]): number =>
  Math.max(
    0,
    Math.min(Math.floor(Math.max(typed.length, target.length) / 3), Math.min(typed.length, target.length) - 2),
  );

/** Edit distance where swapping two neighbours is one slip (optimal string alignment). */
const slipsBetween = (from: string[], to: string[]): number => {
  let twoBack: number[] = [];
  let back = to.map((_, index) => index + 1);
  back.unshift(0);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const swapped = letter === to[column - 1] && from[row - 1] === other;
      current.push(
        Math.min(
          (back[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (back[column] ?? 0) + (letter === other ? 0 : 1),
          swapped ? (twoBack[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [twoBack, back] = [back, current];
  }
  return back.at(-1) ?? 0;
};
