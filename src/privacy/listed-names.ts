import { isAlsoAShortName, isCommonWord } from './common-words.ts';
import { isExplained, isPlainlyExplained, isWord } from './explained.ts';
import { isCollective, isGivenAlone, letterLikeness, mayBeAName } from './likeness.ts';
import { isSurname } from './surnames.ts';
import { mayEndAName } from './syllables.ts';
import { isListMark, type Word } from './words.ts';

/** Whether the next word but a space, or the one before, is nothing but a name. */
export const isNameBesides = (other: Word | undefined, between = ''): boolean =>
  other !== undefined &&
  between === ' ' &&
  withoutAnd(other.text).length === 3 &&
  letterLikeness(withoutAnd(other.text)) === 'strong' &&
  !isExplained(withoutAnd(other.text));

/** 홍아, 김철수: nothing but a name, for no word explains it. */
export const isPlainName = (other: Word | undefined): boolean => {
  if (!other || !mayBeAName(other.text) || isWord(other.text)) return false;
  if (other.text.length === 2) return true;
  return !isExplained(other.text) || (letterLikeness(other.text) === 'strong' && !isPlainlyExplained(other.text));
};

const withoutAnd = (run: string): string => run.replace(/(?:과|와|이랑|랑|하고)$/, '');

/** Whether it stands in a list of nothing but names: 이서, 문수, 한결. Beside a plain one any word may be a name: 진실, 홍아. */
export function isListed(words: readonly Word[], at: number): boolean {
  let [first, last] = [at, at];
  while (first > 0 && at - first < LOOKED_AT && isListMark(words[first]?.before ?? '')) first--;
  while (last < words.length - 1 && last - at < LOOKED_AT && isListMark(words[last]?.after ?? '')) last++;
  const listed = words.slice(first, last + 1);
  return first < last && (listed.every(({ text }) => mayBeListed(text)) || isListOfNames(listed));
}

/** Whether a plain name stands right beside it in such a list. */
export const isAmongNames = (words: readonly Word[], at: number): boolean =>
  isListed(words, at) && [words[at - 1], words[at + 1]].some(isPlainName);

const isListOfNames = (listed: readonly Word[]): boolean =>
  listed.every(
    ({ text }) => /^[가-힣]{2,4}$/.test(text) && !isCollective(text) && isSurname(text[0] ?? '') && mayEndAName(text),
  ) && listed.some(isPlainName);

/** Of a list, so many on either side. */
const LOOKED_AT = 12;

const mayBeListed = (run: string): boolean =>
  /^[가-힣]{2,4}$/.test(run) &&
  !isCollective(run) &&
  (!isCommonWord(run) || isAlsoAShortName(run)) &&
  (letterLikeness(run) !== 'none' || mayBeAName(run) || isGivenAlone(run));

/** Whether nothing but names stand around it, with blanks between: 채유정 장곡민 백마. */
export function isAmongSpaced(words: readonly Word[], at: number): boolean {
  const isFull = (i: number) => {
    const word = words[i];
    return word?.text.length === 3 && isPlainName(word) && words[Math.max(i, at)]?.before === ' ';
  };
  const follows = (i: number) => words[i]?.before === ' ';
  return (
    (isFull(at - 1) && isFull(at + 1)) ||
    (isFull(at - 1) && isFull(at - 2) && follows(at - 1)) ||
    (isFull(at + 1) && isFull(at + 2))
  );
}

/** Behind a name that was masked by hand, with a list's mark between: 홍*동, 전형; 이○○, 여우비. */
export function isBesideMasked(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before?.text.length !== 1 || !word) return false;
  const { before: mark } = word;
  return (
    (isSurname(before.text) && MASKED.test(mark) && isListMark(mark.replace(MASKED, ''))) ||
    (isListMark(mark) && MASKED.test(before.before) && before.before.replace(MASKED, '') === '')
  );
}
const MASKED = /^[○〇◯ㅇ*＊●□■×△▲☆★◇◆]{1,3}/;
