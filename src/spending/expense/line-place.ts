import { isPeople } from '../../korean/headcount.ts';
import type { Doubt } from './line-doubts.ts';
import { latinPlace } from './line-latin-place.ts';
import { isSaidOfDoing, isSomebody } from './line-words.ts';
import { isBranch, isDistrict, isKindOfPlace, isNamedPlace, isQuarter } from './place-words.ts';
import { type Line, take } from './typed-line.ts';

/** Whether these words were a place before, in this office. */
export type IsPlace = (words: string) => boolean;
export type Place = { place: string | null; doubts: Doubt[] };

/**
 * Where it was: `@미진`, `미진에서`, `at Mijin`, a place that the office knows, one whose name says what it is; else the first words that say
 * nothing of what was done, and those are told. Its words are taken.
 */
export const takePlace = (line: Line, isKnown: IsPlace): Place => {
  const place = markedPlace(line) ?? saidPlace(line) ?? knownPlace(line, isKnown);
  if (place !== null) return { place, doubts: [] };
  const isLatin = line.words.every((word, at) => !line.free[at] || /^[\p{Script=Latin}\d\p{P}+~]+$/u.test(word));
  return isLatin ? latinPlace(line) : (namedPlace(line) ?? guessedPlace(line));
};

const markedPlace = (line: Line): string | null => {
  const at = line.words.findIndex((word, index) => line.free[index] && /^@[^"'\s]|^@["'].+["']$/.test(word));
  if (at >= 0) {
    take(line, at, 1);
    return line.words[at]?.replace(/^@(["']?)(.*)\1$/, '$2').trim() || null;
  }
  const label = line.words.findIndex((word, index) => line.free[index] && /^장소[:：]?$/.test(word));
  if (label < 0 || !line.free[label + 1]) return null;
  const length = Math.max(1, runAt(line, label + 1));
  take(line, label, length + 1);
  return joined(line, label + 1, length);
};

/** `미진에서`, `시청 다목적홀에서`, `at Mijin Noodle House`. */
const saidPlace = (line: Line): string | null => {
  const { words, free } = line;
  const last = words.findIndex((word, at) => free[at] && /^[\p{L}\d&()]{2,}에서$/u.test(word));
  if (last < 0) return null;
  let first = last;
  while (first > 0 && free[first - 1] && isPartOfPlace(words[first - 1] ?? '')) first--;
  take(line, first, last - first + 1);
  return joined(line, first, last - first + 1).slice(0, -2);
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

const isPartOfPlace = (word: string): boolean => isNamedPlace(word) || isKindOfPlace(word) || isDistrict(word);

type Run = { start: number; length: number };

/** How many words from here are one place: `강남구 삼성동 한식당`, `서울성모병원 장례식장`, `스타벅스 시청점`. */
const runAt = ({ words, free }: Line, start: number): number => {
  let end = start;
  for (; end < words.length && end < start + MOST_WORDS && free[end]; end++) {
    const word = bare(words[end] ?? '');
    if (end > start && isDistrict(word)) break;
    const goesOn =
      isPartOfPlace(word) || (end > start && (isBranch(word) || (isQuarter(word) && isDistrict(words[end - 1] ?? ''))));
    const begins = end === start && isBranch(bare(words[end + 1] ?? '')) && mayBe(word);
    if (!(goesOn || begins) || isPeople(word)) break;
    if (words[end] !== word) return end - start + 1;
  }
  return end - start;
};

/** The first place whose name says that it is one; others are told. */
const namedPlace = (line: Line): Place | null => {
  const runs: Run[] = [];
  for (let start = 0; start < Math.min(line.words.length, FURTHER_ON); start++) {
    const length = line.free[start] ? runAt(line, start) : 0;
    if (length > 0) runs.push({ start, length });
    start += Math.max(0, length - 1);
  }
  const named = runs.filter((run) => isNamedRun(line, run));
  const [first, other] = named;
  if (!first) return null;
  const numbered = line.free[first.start - 1] && /^\d{2,3}$/.test(line.words[first.start - 1] ?? '') ? 1 : 0; // 119 안전센터
  const start = first.start - numbered;
  const length = first.length + numbered + (isOnlyDistrict(line, first) ? 1 : 0);
  take(line, start, length);
  const place = joined(line, start, length);
  const others: Doubt[] = other ? [{ why: 'other_place', words: joined(line, other.start, other.length) }] : [];
  const guests = isOfPeople(line.words[start + length] ?? '') || isOnlyDistrict(line, first);
  return { place, doubts: [...(guests ? [{ why: 'perhaps_place' as const, words: place }] : []), ...others] };
};

const isOnlyDistrict = (line: Line, { start, length }: Run): boolean =>
  length === 1 && isDistrict(bare(line.words[start] ?? '')) && !isNamedPlace(bare(line.words[start] ?? ''));

/** `강남구 주민`: who came. `강남구 미진`: where. */
const isNamedRun = (line: Line, run: Run): boolean => {
  const words = line.words.slice(run.start, run.start + run.length).map(bare);
  const next = line.free[run.start + run.length] ? bare(line.words[run.start + run.length] ?? '') : '';
  if (isOnlyDistrict(line, run)) return next !== '' && mayBe(next) && line.words[run.start] === words[0];
  return words.some((word) => isNamedPlace(word) || isBranch(word)) || (words.length > 1 && words.some(isDistrict));
};

/** The first word, or that after the amount, where it says nothing of what was done. */
const guessedPlace = (line: Line): Place => {
  const { words, free } = line;
  const isWord = (word: string, at: number) => free[at] === true && !FIGURES.test(word) && !isQuantity(bare(word));
  const first = words.findIndex(isWord);
  const paid = words.findIndex((word, at) => free[at] === false && /\d{3}|[만천]원?$/.test(word));
  const after = words.findIndex((word, at) => paid >= 0 && at > paid && isWord(word, at));
  const second = words.findIndex((word, at) => at > first && isWord(word, at));
  const few = words.filter(isWord).length === 2;
  const start = [first, after, few ? second : -1].find(
    (at) => at >= 0 && mayBe(bare(words[at] ?? '')) && !isBefore(line, at),
  );
  const kind = words.findIndex((word, at) => free[at] && isKindOfPlace(bare(word)));
  const at = start ?? kind;
  if (at < 0) return { place: null, doubts: [] };
  const run = Math.max(1, runAt(line, at));
  const goesOn = isKindOfPlace(words[at] ?? '') && free[at + run] && mayBe(bare(words[at + run] ?? '')); // 카페 마마스
  const length = run + (goesOn ? 1 : 0);
  take(line, at, length);
  const place = joined(line, at, length);
  return { place, doubts: [{ why: 'perhaps_place', words: place }] };
};

const FIGURES = /^[\d.,/:~+-]+(?:[월일시분차회층년호조명만천원]|[a-z]{2})?$/i;

/** `4잔`, `20개`: how many of what was bought. */
const isQuantity = (word: string): boolean =>
  /^\d+(?:개|잔|병|장|권|판|줄|봉지?|인분|상자|박스|세트|그릇|송이|다발|묶음|켤레|마리|조각|캔|통|팩|매|kg|g|ea|pcs)$/i.test(
    word,
  );

const mayBe = (word: string): boolean =>
  word !== '' &&
  !isSaidOfDoing(word) &&
  !isPeople(word) &&
  !isSomebody(word) &&
  !isQuantity(word) &&
  !/\d/.test(word.replace(/(?<=\p{L})\(.*\)$/u, ''));

/** `구청 직원`: whose, `치킨 4마리`: what. */
const isBefore = ({ words, free }: Line, at: number): boolean => {
  const next = free[at + 1] ? bare(words[at + 1] ?? '') : '';
  return isQuantity(next) || (isKindOfPlace(bare(words[at] ?? '')) && isOfPeople(next));
};
/** `수능 수험생`: whoever it was for. */
const isOfPeople = (word: string): boolean => isPeople(word) || isSomebody(word);

const isFree = ({ free }: Line, start: number, length: number): boolean =>
  free.slice(start, start + length).filter(Boolean).length === length;

export const bare = (word: string): string => word.replace(/(?<=.),$/, '');

export const joined = ({ words }: Line, start: number, length: number): string =>
  bare(words.slice(start, start + length).join(' '));
