import { plainly } from '../../korean/typed.ts';
import { canonicalCode, type Pledge, parseShortName } from '../rules.ts';
import { initialsOf, lettersIn, plainOf } from '../searched.ts';

/** What a hit counts, heavier where it says more. */
export const WEIGHTS = { title: 100, field: 40, department: 35, type: 30, goal: 15 } as const;
export type Place = keyof typeof WEIGHTS;

/** How a word is looked for: in which reading of plain words, as what, and what it counts at their beginning and within them. */
export type Look = { of: Reading; as: string; begin: number; inside: number };
type Reading = 'plain' | 'initials' | 'letters';

const READINGS: Readonly<Record<Reading, (plain: string) => string>> = {
  plain: (plain) => plain,
  initials: initialsOf,
  letters: lettersIn,
};
/** First consonants say less. */
const COUNTS = { plain: { begin: 50, inside: 45 }, initials: { begin: 40, inside: 36 } } as const;
const ONLY_CONSONANTS = /^[ㄱ-ㅎ]+$/;

/** `isHalf`: its last syllable may be half typed, so that letters are compared. */
export function lookFor(word: string, isHalf: boolean): Look {
  if (isHalf && /[가-힣ㄱ-ㅣ]/.test(word) && word.length > 1)
    return { of: 'letters', as: lettersIn(word), ...COUNTS.plain };
  if (!isHalf && ONLY_CONSONANTS.test(word)) return { of: 'initials', as: word, ...COUNTS.initials };
  return { of: 'plain', as: word, ...COUNTS.plain };
}

/** What a word counts in a text; 0 where it is nowhere. */
export function hitIn(text: string, { of, as, begin, inside }: Look): number {
  const at = READINGS[of](plainOf(text)).indexOf(as);
  return at < 0 ? 0 : at === 0 ? begin : inside;
}

/** The places that are looked at; half-typed words are not looked for in the long goals. */
export const placesOf = (isHalf: boolean): Place[] =>
  (Object.keys(WEIGHTS) as Place[]).filter((place) => !isHalf || place !== 'goal');

/** Which pledges are named by what was typed, rather than searched for; `begins`: by the beginning of their codes. */
export type Named = { id: number } | { code: string; begins: string };

/** By short name, by code, or by the beginning of codes (`1-2` → 1-2-1 …); null where words are typed. */
export function namedBy(typed: string): Named | null {
  const id = parseShortName(typed);
  if (id !== null) return { id };
  const code = canonicalCode(typed);
  return code === null ? null : { code, begins: `${code}-` };
}

/** The words to look for, as texts are looked at. */
export const wordsIn = (typed: string): string[] =>
  plainly(typed)
    .split(/[\s,]+/)
    .map((word) => plainOf(word))
    .filter(Boolean);

/**
 * The pledges that every typed word is found in, best first: by code, title, field, department, type and goal, by parts of words, by
 * half-typed syllables and by first consonants (`ㄱㄷㅌㅇ`). For a few at hand; search/store.ts finds the same among all.
 */
export function searchPledges(
  pledges: readonly Pledge[],
  typed: string,
  fieldName: (pledge: Pledge) => string | null,
): Pledge[] {
  const named = namedAmong(pledges, namedBy(typed));
  if (named.length > 0) return named;
  const words = wordsIn(typed);
  if (words.length === 0) return [];
  const ranked = (isHalf: boolean) =>
    pledges
      .map((pledge) => ({ pledge, score: scoreOf({ ...pledge, field: fieldName(pledge) }, words, isHalf) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.pledge.id - b.pledge.id)
      .map(({ pledge }) => pledge);
  const found = ranked(false);
  // A half-typed word is looked for only when no whole one is found.
  return found.length > 0 ? found : ranked(true);
}

function namedAmong(pledges: readonly Pledge[], named: Named | null): Pledge[] {
  if (named === null) return [];
  if ('id' in named) return pledges.filter(({ id }) => id === named.id);
  const exact = pledges.filter(({ code }) => code === named.code);
  return exact.length > 0 ? exact : pledges.filter(({ code }) => code?.startsWith(named.begins));
}

/** The sum of every word's best place; 0 when one is nowhere, unless all of them joined are one word of the text. */
function scoreOf(texts: Record<Place, string | null>, words: readonly string[], isHalf: boolean): number {
  const best = (word: string) => {
    const look = lookFor(word, isHalf);
    return Math.max(...placesOf(isHalf).map((place) => hitIn(texts[place] ?? '', look) * WEIGHTS[place]));
  };
  const scores = words.map(best);
  if (!scores.includes(0)) return scores.reduce((a, b) => a + b, 0);
  return words.length > 1 ? best(words.join('')) : 0;
}
