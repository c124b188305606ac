import type { Day } from '../vocabulary/day.ts';
import type { Period } from './period.ts';
import { LONGEST_LINE, normalise } from './typed.ts';
import { parseDayTime } from './typed-days.ts';

/** The words of a typed line, and which of them still belong to nothing. */
export type Tokens = { words: string[]; free: boolean[] };

export function tokensOf(typed: string): Tokens {
  // A story: one word that nothing is made of.
  if (typed.length > LONGEST_LINE) return { words: [typed.trim()], free: [true] };
  const words = normalise(typed).split(' ').filter(Boolean);
  return { words, free: words.map(() => true) };
}

export const take = ({ free }: Tokens, start: number, length: number): void => {
  free.fill(false, start, start + length);
};

export const rest = ({ words, free }: Tokens): string => words.filter((_, i) => free[i]).join(' ');

/** Runs of free words from here on, longest first, at most `longest` of them. */
export function runs({ words, free }: Tokens, start: number, longest: number): { text: string; length: number }[] {
  let end = start;
  while (end < words.length && end < start + longest && free[end]) end++;
  return Array.from({ length: end - start }, (_, shorter) => ({
    text: words.slice(start, end - shorter).join(' '),
    length: end - shorter - start,
  }));
}

/** The first run that `read` makes something of; its words are taken. */
export function takeFirst<Value>(
  tokens: Tokens,
  longest: number,
  read: (text: string) => Value | null,
): { value: Value; at: number } | null {
  for (let start = 0; start < tokens.words.length; start++) {
    for (const { text, length } of runs(tokens, start, longest)) {
      const value = text.length <= LONGEST_RUN ? read(text) : null;
      if (value === null) continue;
      take(tokens, start, length);
      return { value, at: start };
    }
  }
  return null;
}

const LONGEST_RUN = 60;
const LONGEST_DAY = 4;
/** `2014년 1월 1일 ~ 2014년 12월 31일` */
const LONGEST_SPAN = 7;
/** Looking for a day is slow work; further on a line is a story. */
const MOST_WORDS = 60;
const MAY_BEGIN = /^['\d오금어그내명익모글지저이다담월화수목토일새아낮점밤정자a-z]/i;

/** The first day and the first time of a line; `11-21` and a bare number stay words. */
export function takeDayTime(
  tokens: Tokens,
  { today, towards }: { today: Day; towards?: 'past' | 'future' },
): { day: Day | null; time: string | null } {
  const found: { day: Day | null; time: string | null } = { day: null, time: null };
  const end = Math.min(tokens.words.length, MOST_WORDS);
  for (let start = 0; start < end && !(found.day && found.time); start++) {
    if (!MAY_BEGIN.test(tokens.words[start] ?? '')) continue;
    for (const { text, length } of runs(tokens, start, LONGEST_DAY)) {
      if (text.length > LONGEST_RUN || /^\d{1,2}[.-]\d{1,2}$|^\d+$/.test(text)) continue;
      const said = text.replace(/(?<=[\d시분일월화수목금토])(?:까지|에|부터)$/, '');
      const read = parseDayTime(said, { today, ...(towards ? { towards } : {}) });
      if (!read || (read.day && found.day) || (read.time && found.time)) continue;
      found.day ??= read.day;
      found.time ??= read.time;
      take(tokens, start, length);
      break;
    }
  }
  return found;
}

/** The period that a line asks for; its year may stand away from its month: `3월 우이신설 2016`. */
export function takePeriod(tokens: Tokens, read: (words: string) => Period | null): Period | null {
  const said = takeFirst(tokens, LONGEST_SPAN, (text) => (read(text) ? text : null))?.value;
  const period = said === undefined ? null : read(said);
  if (!period) return null;
  const inOne = (other: string): Period | null => {
    const kind = read(other)?.kind;
    if (kind === undefined || (kind === 'year') === (period.kind === 'year')) return null;
    const [year, part] = kind === 'year' ? [other, said] : [said, other];
    const digits = year?.replace(/(?<=\d)년도?$/, '');
    const ways = [`${digits} ${part}`, `${digits}년 ${part}`, `${digits}/${part}`, `${part} ${digits}`];
    return ways.map(read).find((whole) => whole !== null) ?? null;
  };
  return takeFirst(tokens, LONGEST_SPAN, inOne)?.value ?? period;
}
