import { lettersOf } from '../korean/hangul.ts';
import { remembering } from '../tables/remembering.ts';

/** What a search looks at in a pledge's own words, as it is kept beside them; since 035-found-and-counted.ts. */
export function searchedOf({ title, goal }: { title: string; goal: string | null }) {
  const [plainTitle, plainGoal] = [plainOf(title), plainOf(goal ?? '')];
  return {
    ...{ plain_title: plainTitle, plain_goal: plainGoal },
    title_initials: initialsOf(plainTitle),
    goal_initials: initialsOf(plainGoal),
    title_letters: lettersIn(plainTitle),
  };
}

/** Small letters without spaces, quotes and dots: `통합·운영` is found by `통합운영`. Pledges say the same for months. */
export const plainOf = remembering((words) => {
  // NFKC would take a consonant that stands alone for the beginning of a syllable.
  const plain = /[ㄱ-ㅣ]/.test(words) ? words : words.normalize('NFKC');
  return plain.toLowerCase().replace(/[\s\p{P}]+/gu, '');
});

/** The letters of plain words, as they are typed. */
export const lettersIn = remembering(lettersOf);

/** The first consonants of plain words. Like initialsOf in korean/hangul.ts, without making them plain once more. */
export const initialsOf = remembering((words) => [...words].map(initialOf).join(''));

const FIRST_CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const SYLLABLES_EACH = 588;

function initialOf(letter: string): string {
  const place = letter.charCodeAt(0) - 0xac00;
  return place >= 0 && place < SYLLABLES_EACH * FIRST_CONSONANTS.length
    ? (FIRST_CONSONANTS[Math.floor(place / SYLLABLES_EACH)] ?? '')
    : '';
}
