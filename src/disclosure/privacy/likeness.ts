import { isAlsoAName, isCommonWord } from './common-words.ts';
import { CLEAR_SURNAMES, DOUBLE_SURNAMES, RARE_SURNAMES, SURNAMES } from './surnames.ts';
import { endsLikeAName, givenLikeness, LONG_GIVEN, mayEndAName } from './syllables.ts';

/**
 * How much a word is a whole Korean name, by its letters alone: `strong` as 김서연 is, `weak` as a name of two or four letters or
 * with rare ones, `both` as a word that people are called, too.
 */
export type NameLikeness = 'strong' | 'weak' | 'both' | 'none';

export function nameLikeness(word: string): NameLikeness {
  const likeness = byLetters(word);
  return likeness !== 'none' && isAlsoAName(word) ? 'both' : likeness;
}

function byLetters(word: string): NameLikeness {
  if (isCommonWord(word)) return isAlsoAName(word) ? 'both' : 'none';
  const [first = '', second = ''] = [...word];
  if (DOUBLE_SURNAMES.has(first + second)) {
    const given = word.slice(2);
    if (given.length === 2) return givenLikeness(given) === 'none' ? 'none' : 'strong';
    if (given.length === 1) return endsLikeAName(given) ? 'strong' : 'weak';
  }
  const rare = RARE_SURNAMES.has(first);
  if (!rare && !SURNAMES.has(first)) return 'none';
  const given = word.slice(1);
  if (given.length === 1) return endsLikeAName(given) && !rare ? 'weak' : 'none';
  if (given.length === 2) {
    const likeness = givenLikeness(given);
    if (rare) return likeness === 'strong' ? 'weak' : 'none';
    return likeness === 'none' && CLEAR_SURNAMES.has(first) && mayEndAName(given) ? 'weak' : likeness;
  }
  return LONG_GIVEN.has(given) ? 'strong' : 'none';
}
