import { isPeople } from '../../korean/headcount.ts';
import type { Doubt } from './line-doubts.ts';
import { isSaidOfDoing } from './line-words.ts';
import { isPlaceInEnglish } from './place-words.ts';
import { type Line, take } from './typed-line.ts';

const MOST_WORDS = 5;

/** `at Mijin Noodle House`, else the first name in capitals that is nobody and not what it was for; a guess is told. */
export const latinPlace = (line: Line): { place: string | null; doubts: Doubt[] } => {
  const { words, free } = line;
  const at = words.findIndex((word, index) => free[index] && /^at$/i.test(word) && free[index + 1]);
  const said = at < 0 ? 0 : lengthAt(line, at + 1);
  if (said > 0) {
    take(line, at, said + 1);
    return { place: joined(line, at + 1, said), doubts: [] };
  }
  const names: { start: number; length: number }[] = [];
  for (let start = 0; start < words.length; start++) {
    const length = isName(line, start) ? lengthAt(line, start) : 0;
    if (length > 0 && isPlace(line, start, length)) names.push({ start, length });
    start += Math.max(0, length - 1);
  }
  const [first, other] = names;
  if (!first) return onlyWord(line);
  take(line, first.start, first.length);
  const place = joined(line, first.start, first.length);
  const sure = isPlaceInEnglish(place.split(' ').at(-1) ?? '');
  return {
    place,
    doubts: [
      ...(sure ? [] : [{ why: 'perhaps_place' as const, words: place }]),
      ...(other ? [{ why: 'other_place' as const, words: joined(line, other.start, other.length) }] : []),
    ],
  };
};

/** `85k mijin` */
const onlyWord = (line: Line): { place: string | null; doubts: Doubt[] } => {
  const left = line.words.flatMap((word, at) => (line.free[at] && /\p{L}/u.test(word) ? [at] : []));
  const [at = 0] = left;
  const word = bare(line.words[at] ?? '');
  if (left.length !== 1 || !/^\p{L}[\p{L}'&.-]*$/u.test(word) || isSaidOfDoing(word) || isPeople(word))
    return { place: null, doubts: [] };
  take(line, at, 1);
  return { place: word, doubts: [{ why: 'perhaps_place', words: word }] };
};

const FOR_WHOM = /^(?:for|of|with|w\/|to|and|by|from|about|re|regarding|between|&|\+)$/i;
const SOMEBODY =
  /^(?:mr|mrs|ms|dr|prof|professor|councillor|councilor|mayor|deputy|vice|director|minister|chairman|chairwoman|chair|president|secretary|manager)\.?$/i;
const NO_PLACE = /^(?:KRW|MOU|VIP|PR|TF|CEO|I)$/;

const isName = ({ words, free }: Line, at: number): boolean =>
  free[at] === true &&
  /^[A-Z][\p{L}'’&.-]*,?$/u.test(words[at] ?? '') &&
  !isSaidOfDoing(bare(words[at] ?? '')) &&
  !NO_PLACE.test(bare(words[at] ?? ''));

/** Not `for Park's mother`, `Mr. Choi`, `Busan delegation` nor `Japanese consul`. */
const isPlace = ({ words, free }: Line, start: number, length: number): boolean => {
  const [before = '', first = '', last = ''] = [words[start - 1], words[start], words[start + length - 1]].map(
    (word = '') => bare(word),
  );
  const next = free[start + length] ? bare(words[start + length] ?? '') : '';
  if (
    SOMEBODY.test(first) ||
    SOMEBODY.test(before) ||
    (/['’]s$/.test(last) && /^[a-z]/.test(next) && !isSaidOfDoing(next))
  )
    return false;
  if (isPlaceInEnglish(last)) return true;
  return (
    !FOR_WHOM.test(before) &&
    !(/^[a-z]/.test(next) && !isSaidOfDoing(next)) &&
    !(/^[A-Z]{2,}$/.test(first) && length === 1 && next !== '')
  );
};

/** Names go on while they are capitalised, and over what they are: `City Hall cafeteria`; a small one goes on to the next word that is no name. */
const lengthAt = ({ words, free }: Line, start: number): number => {
  const capitals = /^[A-Z0-9]/.test(words[start] ?? '');
  let end = start;
  while (end < words.length && end < start + MOST_WORDS && free[end]) {
    const word = bare(words[end] ?? '');
    if (end > start && isPlaceInEnglish(word)) end++;
    else if (isSaidOfDoing(word) || /^\d+$/.test(word) || (capitals && end > start && !/^[A-Z0-9&'(]/.test(word)))
      break;
    else end++;
    if (words[end - 1]?.endsWith(',')) break;
  }
  return end - start;
};

const bare = (word: string): string => word.replace(/(?<=.),$/, '');
const joined = ({ words }: Line, start: number, length: number): string =>
  bare(words.slice(start, start + length).join(' '));
