import { isPeople } from '../../korean/headcount.ts';
import { isSaidOfDoing } from './line-words.ts';
import { type Line, take } from './typed-line.ts';

/** Whether these words were a place before, in this office. */
export type IsPlace = (words: string) => boolean;

/**
 * Where it was: `@미진`, `미진에서`, `at Mijin`, a place that the office knows, else the first words that say nothing of what was done.
 * Its words are taken.
 */
export const takePlace = (line: Line, isKnown: IsPlace): string | null =>
  markedPlace(line) ?? saidPlace(line) ?? knownPlace(line, isKnown) ?? firstPlace(line);

const markedPlace = (line: Line): string | null => {
  const at = line.words.findIndex((word, index) => line.free[index] && /^@[^"'\s]|^@["'].+["']$/.test(word));
  if (at < 0) return null;
  take(line, at, 1);
  return line.words[at]?.replace(/^@(["']?)(.*)\1$/, '$2').trim() || null;
};

/** `미진에서`, `at Mijin Noodle House`. */
const saidPlace = (line: Line): string | null => {
  const { words, free } = line;
  const from = words.findIndex((word, at) => free[at] && /^[\p{L}\d&()]{2,}에서$/u.test(word));
  if (from >= 0) {
    take(line, from, 1);
    return words[from]?.slice(0, -2) ?? null;
  }
  const at = words.findIndex((word, index) => free[index] && /^at$/i.test(word) && free[index + 1]);
  if (at < 0) return null;
  const length = latinLength(line, at + 1);
  if (length === 0) return null;
  take(line, at, length + 1);
  return joined(line, at + 1, length);
};

const MOST_WORDS = 4;
const FURTHER_ON = 100; // a line is a story

const knownPlace = (line: Line, isKnown: IsPlace): string | null => {
  const end = Math.min(line.words.length, FURTHER_ON);
  for (let start = 0; start < end; start++) {
    for (let length = MOST_WORDS; length > 0; length--) {
      if (!isFree(line, start, length) || !isKnown(joined(line, start, length))) continue;
      take(line, start, length);
      return joined(line, start, length);
    }
  }
  return null;
};

const firstPlace = (line: Line): string | null => {
  const { words, free } = line;
  const isLatin = words.every((word, at) => !free[at] || /^[\p{Script=Latin}\d\p{P}]+$/u.test(word));
  const mayBe = (word: string, at: number) =>
    free[at] === true && !isSaidOfDoing(bare(word)) && !isPeople(bare(word)) && !isQuantity(bare(word));
  const isWord = (word: string, at: number) =>
    free[at] === true &&
    !/^[\d.,/:-]+(?:[월일시분차회층년호조명만천원]|[a-z]{2})?$/i.test(word) &&
    !isQuantity(bare(word));
  const named = isLatin ? words.findIndex((word, at) => mayBe(word, at) && /^[A-Z][^A-Z]/.test(word)) : -1;
  const start = named >= 0 ? named : words.findIndex(isWord);
  const first = words[start] ?? '';
  if (start < 0 || !mayBe(first, start)) return isLatin ? null : laterPlace(line, start, mayBe);
  const length = named >= 0 ? latinLength(line, start) : placeLength(line, start);
  take(line, start, length);
  return joined(line, start, length);
};

/** `4잔`, `20개`: how many of what was bought. */
const isQuantity = (word: string): boolean =>
  /^\d+(?:개|잔|병|장|권|판|줄|봉지?|인분|상자|박스|세트|그릇|송이|다발|묶음|켤레|kg|g|ea|pcs)$/i.test(word);

/** `간담회 미진`: what was done came first. */
const laterPlace = (line: Line, start: number, mayBe: (word: string, at: number) => boolean): string | null => {
  const next = line.words.findIndex((word, at) => at > start && line.free[at] === true && bare(word) !== '');
  const only = line.free.filter(Boolean).length === 2;
  if (start < 0 || next < 0 || !only || !mayBe(line.words[next] ?? '', next)) return null;
  take(line, next, 1);
  return joined(line, next, 1);
};

/** `미진 본점`, `강남구 미진` and `스타벅스 시청점` are one place. */
const placeLength = (line: Line, start: number): number => {
  const [first = '', next = ''] = [line.words[start], line.words[start + 1]].map((word = '') => bare(word));
  const goesOn = line.free[start + 1] === true && next !== '' && line.words[start] === first;
  const branch =
    /^(?:본관|별관|신관|.{1,6}호점|[가-힣A-Z]{1,8}(?<![쟁관장단시초중거제요정지문]|문제)점|본점|지점|직영점)$/.test(
      next,
    );
  const district = /^(?:서울|[가-힣]{1,4}[시군구])$/.test(first) && !isSaidOfDoing(next) && !isPeople(next);
  return goesOn && (branch || district) ? 2 : 1;
};

/** Names in Latin letters go on while they are capitalised; a small one goes on to the next word that is no name. */
const latinLength = (line: Line, start: number): number => {
  const { words, free } = line;
  const capitals = /^[A-Z0-9]/.test(words[start] ?? '');
  let end = start;
  while (end < words.length && end < start + MOST_WORDS && free[end] && !isSaidOfDoing(bare(words[end] ?? ''))) {
    if (capitals && end > start && !/^[A-Z0-9&']/.test(words[end] ?? '')) break;
    end++;
    if (words[end - 1]?.endsWith(',')) break;
  }
  return end - start;
};

const isFree = ({ free }: Line, start: number, length: number): boolean =>
  free.slice(start, start + length).filter(Boolean).length === length;

const bare = (word: string): string => word.replace(/(?<=.),$/, '');

const joined = ({ words }: Line, start: number, length: number): string =>
  bare(words.slice(start, start + length).join(' '));
