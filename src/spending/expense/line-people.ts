import { inFigures, isPeople, parseHeadcount } from '../../korean/headcount.ts';
import { letterLikeness } from '../../privacy/likeness.ts';
import type { Doubt } from './line-doubts.ts';
import { type Line, LONGEST, phrases, take } from './typed-line.ts';

const COUNT =
  /^(?:(?:\S*외|등|총|약|and) ?){0,2}\d[\d,]* ?여? ?(?:[명먕인](?:과|이랑|하고|이서|이|은|의|끼리)?|people|persons?|pax|ppl|guests?|staff|reporters?|officials?|(?:council )?members?|others?)$|^\S*외 ?\d[\d,]*$/i;
/** `27,600 staff`: an amount, and whom it was for. */
const AMOUNT_BEFORE_WHOM = /^\d[\d,]{3,} (?:staff|reporters?|officials?|(?:council )?members?|others?)$/i;

type People = { headcount: number | null; words: string | null; doubts: Doubt[] };

/** The first count, with the people named before it and the counts of others right after it; a further one is told. */
export const takePeople = (line: Line): People => {
  let first = -1;
  let end = -1;
  for (let start = 0; start < line.words.length; start++) {
    const count = countAt(line, start);
    const goesOn = first < 0 || start > end || /^(?:외|등|총|and)/i.test(count?.text ?? '');
    if (count && goesOn) {
      if (first < 0) first = start;
      end = start + count.length;
      start = end - 1;
    } else if (first >= 0 && !isFreePeople(line, start)) break;
  }
  if (first < 0) return labelled(line) ?? { headcount: null, words: null, doubts: [] };
  while (first > 0 && isFreePeople(line, first - 1)) first--;
  if (first > 0 && line.free[first - 1] && isNamed(line.words[first - 1] ?? '', line.words[first] ?? '')) first--;

  const words = line.words.slice(first, end).join(' ').replace(/,$/, '');
  take(line, first, end - first);
  const headcount = parseHeadcount(words);
  return {
    headcount,
    words: /^\d[\d,]* ?\p{L}+$/u.test(inFigures(words)) ? null : words,
    doubts: further(line, first),
  };
};

/** `인원 4`: a number that says so. */
function labelled(line: Line): People | null {
  const at = line.words.findIndex(
    (word, index) => /^(?:참석)?인원:?$/.test(line.words[index - 1] ?? '') && /^\d{1,4}$/.test(word),
  );
  if (at < 0 || !line.free[at]) return null;
  take(line, at - 1, 2);
  return { headcount: Number(line.words[at]), words: null, doubts: [] };
}

function further(line: Line, from: number): Doubt[] {
  for (let start = from; start < line.words.length; start++) {
    const count = countAt(line, start);
    if (count) return [{ why: 'second_count', words: count.text }];
  }
  return [];
}

/** `김서연 주무관 외 3명`, `홍길동 외 3명`: the name before somebody's post, or before those besides. */
const isNamed = (name: string, next: string): boolean =>
  /^[가-힣]{3,4}$/.test(name) &&
  letterLikeness(name) !== 'none' &&
  /^(?:(?:주무관|사무관|과장|국장|팀장|실장|비서관|보좌관|의원|기자|대표|위원장|교수|회장|원장)$|외 ?\d*)/.test(next);

const countAt = (line: Line, start: number): { text: string; length: number } | undefined =>
  isOneOfAShare(line, start)
    ? undefined
    : phrases(line, start, 4).find(
        ({ text }) =>
          text.length <= LONGEST &&
          COUNT.test(inFigures(text)) &&
          !AMOUNT_BEFORE_WHOM.test(text) &&
          parseHeadcount(text) !== null,
      );

/** The 1인 of `1인 25,000원` counts nobody. */
const isOneOfAShare = ({ words }: Line, at: number): boolean =>
  words[at] === '1인' && /^₩?\d[\d,.]*(?:만|천|원)?/.test(words[at + 1] ?? '');

const isFreePeople = ({ words, free }: Line, at: number): boolean =>
  free[at] === true && isPeople((words[at] ?? '').replace(/,$/, ''));
