import { disassemble, getChoseong } from 'es-hangul';
import { plainly } from './typed.ts';

/** The letters of a word in the order they are typed: `김서` and the beginning of `김성` are then alike. Spaces don't count. */
export const lettersOf = (word: string): string => disassemble(plainly(word).replaceAll(' ', ''));

/** The first consonants of its syllables: `ㄱㅅㅇ` of 김서연; '' where there is no Hangul. */
export const initialsOf = (word: string): string => getChoseong(plainly(word)).replaceAll(' ', '');

/** What a word can be found by: every ending of it in letters and in initials. */
export function searchKeys(word: string): string[] {
  const syllables = [...plainly(word).replaceAll(' ', '')];
  const endings = syllables.map((_, from) => syllables.slice(from).join(''));
  return [...new Set(endings.flatMap((ending) => [lettersOf(ending), initialsOf(ending)]))].filter(Boolean);
}
