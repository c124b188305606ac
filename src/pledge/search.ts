import { lettersOf } from '../korean/hangul.ts';
import { plainly } from '../korean/typed.ts';
import { remembering } from '../tables/remembering.ts';
import { canonicalCode, type Pledge, parseShortName } from './rules.ts';

/** What a search looks at: the words in small letters without spaces, heavier where a hit says more. */
type Place = { words: string; weight: number };
type Looked = { pledge: Pledge; places: Place[] };

const WEIGHTS = { title: 100, field: 40, department: 35, type: 30, goal: 15 } as const;

/**
 * The pledges that every typed word is found in, best first: by code, title, field, department, type and goal, by parts of
 * words, by half-typed syllables and by first consonants (`ㄱㄷㅌㅇ`).
 */
export function searchPledges(
  pledges: readonly Pledge[],
  typed: string,
  fieldName: (pledge: Pledge) => string | null,
): Pledge[] {
  const named = namedPledges(pledges, typed);
  if (named.length > 0) return named;
  const words = plainly(typed)
    .split(/[\s,]+/)
    .map((word) => joined(word))
    .filter(Boolean);
  if (words.length === 0) return [];
  const whole = words.join('');

  const all = pledges.map((pledge) => looked(pledge, fieldName(pledge)));
  const found = ranked(all, (it) => scoreOf(it, words, whole, hit));
  // Taking syllables apart costs: a half-typed word is looked for only when no whole one is found.
  return found.length > 0 ? found : ranked(all.map(withoutGoal), (it) => scoreOf(it, words, whole, halfHit));
}

function ranked(all: readonly Looked[], score: (it: Looked) => number): Pledge[] {
  return all
    .map((it) => ({ pledge: it.pledge, score: score(it) }))
    .filter((it) => it.score > 0)
    .sort((a, b) => b.score - a.score || a.pledge.id - b.pledge.id)
    .map(({ pledge }) => pledge);
}

/** Those that the typed word names: by short name, by code, or by the beginning of codes (`1-2` → 1-2-1 …). */
function namedPledges(pledges: readonly Pledge[], typed: string): Pledge[] {
  const id = parseShortName(typed);
  if (id !== null) return pledges.filter((pledge) => pledge.id === id);
  const code = canonicalCode(typed);
  if (code === null) return [];
  const exact = pledges.filter((pledge) => pledge.code === code);
  return exact.length > 0 ? exact : pledges.filter((pledge) => pledge.code?.startsWith(`${code}-`));
}

function looked(pledge: Pledge, field: string | null): Looked {
  const place = (words: string | null, weight: number) => (words ? [{ words: joined(words), weight }] : []);
  return {
    pledge,
    places: [
      ...place(pledge.title, WEIGHTS.title),
      ...place(field, WEIGHTS.field),
      ...place(pledge.department, WEIGHTS.department),
      ...place(pledge.type, WEIGHTS.type),
      ...place(pledge.goal, WEIGHTS.goal),
    ],
  };
}

const withoutGoal = ({ pledge, places }: Looked): Looked => ({
  pledge,
  places: places.filter((place) => place.weight > WEIGHTS.goal),
});

type Hit = (words: string, word: string) => number;

/** The sum of every word's best place; 0 when one is nowhere, unless all of them joined are one word of the text. */
function scoreOf({ places }: Looked, words: readonly string[], whole: string, hits: Hit): number {
  const best = (word: string) => Math.max(0, ...places.map((place) => hits(place.words, word) * place.weight));
  const scores = words.map(best);
  if (!scores.includes(0)) return scores.reduce((a, b) => a + b, 0);
  return words.length > 1 ? best(whole) : 0;
}

const ONLY_CONSONANTS = /^[ㄱ-ㅎ]+$/;

/** 1 at the beginning, a little less inside; less again for first consonants. */
const hit: Hit = (words, word) => (ONLY_CONSONANTS.test(word) ? at(initials(words), word) * 0.8 : at(words, word));

const halfHit: Hit = (words, word) =>
  /[가-힣ㄱ-ㅣ]/.test(word) && word.length > 1 ? at(letters(words), letters(word)) : at(words, word);

function at(text: string, part: string): number {
  const index = text.indexOf(part);
  return index < 0 ? 0 : index === 0 ? 1 : 0.9;
}

/** Small letters without spaces, quotes and dots: `통합·운영` is found by `통합운영`. Pledges say the same for months. */
const joined = remembering((words) => {
  // NFKC would take a consonant that stands alone for the beginning of a syllable.
  const plain = /[ㄱ-ㅣ]/.test(words) ? words : words.normalize('NFKC');
  return plain.toLowerCase().replace(/[\s\p{P}]+/gu, '');
});
const letters = remembering(lettersOf);
const initials = remembering((words) =>
  // Like initialsOf, of words that are plain already: a hundred goals must not cost a person's patience.
  [...words].map(initialOf).join(''),
);

const FIRST_CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const SYLLABLES_EACH = 588;

function initialOf(letter: string): string {
  const place = letter.charCodeAt(0) - 0xac00;
  return place >= 0 && place < SYLLABLES_EACH * FIRST_CONSONANTS.length
    ? (FIRST_CONSONANTS[Math.floor(place / SYLLABLES_EACH)] ?? '')
    : '';
}
