import { slipsApart, suggest } from '../korean/suggest.ts';
import { plainly } from '../korean/typed.ts';
import type { Meaning } from '../vocabulary/ask.ts';
import type { Segment } from './query.ts';
import { isUnknown, knownWords, meaningsOf, type Names, stemsOf } from './segments.ts';

/** `우이령 터널 점검`: what names a noun may be part of a title instead, beside words that nothing else explains. */
export function inTitle(segments: readonly Segment[]): Segment[] | null {
  const isPart = (at: number) =>
    [segments[at - 1], segments[at + 1]].some((it) => it && isUnknown(it)) && segments[at]?.meanings.every(isName);
  const parts = segments.map((it, at) => !isUnknown(it) && isPart(at));
  return parts.includes(true) ? segments.map((it, at) => (parts[at] ? { text: it.text, meanings: [] } : it)) : null;
}

/** It says what is asked for, and nothing of it. */
const isName = ({ noun, weak, loose, filters, ...more }: Meaning): boolean =>
  noun !== undefined &&
  Object.keys(more).length === 0 &&
  Object.keys(filters ?? {}).every((name) => name === 'program');

/** Takes unknown words for known ones that are one slip away; a word two slips away may well be another word. */
export function mend(
  typed: string,
  segments: readonly Segment[],
  names: Names,
): { mended: string; corrected: [string, string][] } {
  const words = knownWords(names);
  const corrected: [string, string][] = [];
  let mended = plainly(typed);
  for (const segment of segments) {
    if (!isUnknown(segment) || segment.text.length < shortest(segment.text)) continue;
    for (const stem of stemsOf(segment.text)) {
      const meant = stem.length < shortest(stem) ? null : suggest(stem, words.filter(mayBe(stem)));
      const isSlip = meant && slipsApart(stem, meant) <= 1 && digitsOf(stem) === digitsOf(meant);
      const meanings = isSlip ? meaningsOf(meant, names) : null;
      if (!meant || !meanings) continue;
      corrected.push([stem, meant]);
      mended = mended.replace(stem, meant);
      break;
    }
  }
  return { mended, corrected };
}

/**
 * Of three syllables a slip leaves one as it was, so that few words need comparing letter by letter; what was typed with the keyboard in
 * the other language shares none.
 */
function mayBe(stem: string): (word: string) => boolean {
  if (!/^[가-힣]+$/.test(stem)) return () => true;
  const letters = new Set(stem);
  return (word) => !/^[가-힣]/.test(word) || [...word].some((letter) => letters.has(letter));
}

/** A figure is no slip: 강남3구 are three. */
const digitsOf = (word: string): string => word.replace(/\D/g, '');

/** Of shorter words everything is near: 기분 is not 기준, five not give. */
const shortest = (word: string): number => (/[a-z]/.test(word) ? 5 : 3);

/** `썻어`, `갓지`, `됬나`: a past that was written as it sounds. */
export function spelledPast(typed: string): { mended: string; corrected: [string, string][] } {
  const mended = typed
    .normalize('NFC')
    .replace(/됬/g, '됐')
    .replace(OF_PAST, (it) =>
      (it.charCodeAt(0) - FIRST_SYLLABLE) % FINALS === S ? String.fromCharCode(it.charCodeAt(0) + 1) : it,
    );
  const meant = mended.split(/\s+/);
  const corrected = typed
    .normalize('NFC')
    .split(/\s+/)
    .flatMap((word, at): [string, string][] => (word === meant[at] ? [] : [[word, meant[at] ?? '']]));
  return { mended, corrected };
}
const OF_PAST = /[가-힣](?<![것곳못첫옷맛뜻셋넷])(?=[어었지나냐니는던습음네다을더고])/g;
/** How Unicode orders Hangul: ㅆ follows ㅅ. */
const [FIRST_SYLLABLE, FINALS, S] = [0xac00, 28, 19];
