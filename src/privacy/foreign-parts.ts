import { isNameAbroad, isPlaceAbroad } from './abroad.ts';
import { holdsAPost, isBesideAPerson, OF_A_PERSON, ROLE } from './beside-a-person.ts';
import { isCommonWord } from './common-words.ts';
import { agrees, isExplained, isParticles, isPlainlyExplained, isWord, VERBAL } from './explained.ts';
import type { Finding, Known } from './finding.ts';
import { isLoan, isStrange, JAPANESE, looksAbroad, VIETNAMESE_FAMILY } from './foreign-letters.ts';
import { isCollective } from './likeness.ts';
import { BEFORE_A_PERSON, titleBeginning, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/**
 * Names from abroad of two parts or more, by the parts alone: 올림존 투라예프의 내한공연. Where a person stands, one part that people are
 * called is enough, and the others may be words: 마쓰다 하나 의장. Nobody is sure: a person decides.
 */
export function namesInParts(words: readonly Word[], people: boolean, known: Known): Finding[] {
  const found: Finding[] = [];
  for (let first = 0; first < words.length; first++) {
    const last = lastOf(words, first, people);
    if (!last) continue;
    const [start, end] = [words[first]?.start ?? 0, (words[last.at]?.start ?? 0) + last.name.length];
    const parts = words.slice(first, last.at + 1).map(({ text }) => text);
    if (!parts.some((part) => known.elected.has(part) || known.members.has(part)))
      found.push({ start, end, kind: 'name', sure: false, title: null });
    first = last.at;
  }
  return found;
}

type Last = { at: number; name: string };
const MOST_PARTS = 4;
const LONGEST_PART = 6;

/** Where a name ends that begins at a word, and what of its last word is the name. */
function lastOf(words: readonly Word[], first: number, people: boolean): Last | null {
  let longest: Last | null = null;
  if (words[first]?.before === '' && /\d$/.test(words[first - 1]?.text ?? '')) return null;
  for (let at = first; at < words.length && at - first < MOST_PARTS; at++) {
    const word = words[at];
    if (!word || !/^[가-힣]+$/.test(word.text) || (at > first && !/^(?: |[·・‧-])$/.test(word.before))) break;
    if (at > first) {
      const before = words.slice(first, at).map(({ text }) => text);
      const name = stemsOf(word.text).find((stem) => isName(words, first, at, [...before, stem], people));
      if (name !== undefined) longest = { at, name };
    }
    if (!mayBePart(word.text)) break;
  }
  return longest;
}

function isName(words: readonly Word[], first: number, at: number, parts: readonly string[], people: boolean): boolean {
  if (
    parts.some(
      (part, i) => titleEnding(part) !== null || (isCollective(part) && (i === 0 || !isCalled(parts[0] ?? ''))),
    )
  )
    return false;
  const called = parts.filter(isCalled).length;
  if (called > 0 && parts.every(isUnknown)) return true;
  const last = parts.at(-1) ?? '';
  // 마쓰다 하나 is somebody, 우쿨렐레 협회 nobody.
  if (isCommonWord(last) ? !(isCalled(parts[0] ?? '') || isJapanese(parts[0] ?? '')) : isGroup(last)) return false;
  if (called === 0 && !parts.some(isFromAbroad) && !(parts.length > 2 && SHORT_FAMILY.test(parts[0] ?? '')))
    return false;
  const rest = words[at]?.text.slice(parts.at(-1)?.length ?? 0) ?? '';
  return isBeside(rest, words, first, at) || (people && rest === '' && standsAlone(words, first, at));
}

/** 레 꽁 빈, 보 티 안: Vietnamese families of one letter, which say something before two parts only. */
const SHORT_FAMILY = /^(?:레|판|부|보|당|도|호|리|쭈|응오|딘|찐|팜|쩐)$/;

const isFromAbroad = (part: string): boolean =>
  (isStrange(part) && (looksAbroad(part) || part.length > 2)) || isJapanese(part);

const isJapanese = (part: string): boolean =>
  part.length > 2 && JAPANESE.test(part) && !isCommonWord(part) && !isLoan(part);

/** 대표단, 학생회: of three letters or more, and a word. */
const isGroup = (part: string): boolean =>
  part.length > 2 &&
  !isCalled(part) &&
  (isWord(part) ? !JAPANESE.test(part) : /[자인민원]$/.test(part) && isExplained(part));

const isBeside = (rest: string, words: readonly Word[], first: number, at: number): boolean =>
  (rest !== '' && (OF_A_PERSON.test(rest) || WITH.test(rest) || titleBeginning(rest) !== null)) ||
  isBesideAPerson(rest, words, at, first) ||
  (rest === '' && holdsAPost(words, at));
const WITH = /^(?:과의|와의|으로부터|로부터)/;

/** An item of a list of people, or what stands in brackets. */
const standsAlone = (words: readonly Word[], first: number, at: number): boolean =>
  [words[first]?.before, words[at]?.after].every(
    (mark) => mark !== undefined && (mark.trim() === '' || isListMark(mark) || /[()（）/]/.test(mark)),
  );

const isCalled = (part: string): boolean =>
  !isCommonWord(part) && !isLoan(part) && (isNameAbroad(part) || VIETNAMESE_FAMILY.test(part));

/** What is no usual word, beside a part that people are called. */
const isUnknown = (part: string): boolean =>
  isCalled(part) ||
  (part.length > 1 && !isWord(part) && !isLoan(part) && (isStrange(part) || JAPANESE.test(part))) ||
  (part.length === 1 && !NO_PART.test(part));
const NO_PART =
  /^[님씨측및외등수한이그저전각현총약제또왜꼭잘못안의말때곳것년월일시분명원건회차개중간내밖앞뒤옆위부대본양두세네여열속]$/;

const mayBePart = (run: string): boolean =>
  run.length <= LONGEST_PART &&
  !VERBAL.test(run) &&
  !/[을를]$/.test(run) &&
  !titleEnding(run) &&
  !BEFORE_A_PERSON.test(run) &&
  !ROLE.test(run) &&
  !isCommonWord(run) &&
  (isCalled(run) || looksAbroad(run) || !(run.length > 3 ? isPlainlyExplained(run) : hasATail(run))) &&
  (!isPlaceAbroad(run) || isNameAbroad(run) || run.length === 1);

/** 부모와, 춤추고 */
const hasATail = (run: string): boolean => /.[와과의은는이가고도]$/.test(run) && isExplained(run) && !isWord(run);

/** A word with less and less glued to its end: 카슈끄와의, 카슈끄. What people are called comes first. */
function stemsOf(run: string): string[] {
  const stems: string[] = [];
  const ending = titleEnding(run);
  const post = ending ? run.lastIndexOf(ending.word) : run.length;
  for (let length = Math.min(run.length, LONGEST_PART); length > 0; length--) {
    const [stem, rest] = [run.slice(0, length), run.slice(length)];
    const glued =
      length > 1 && length <= post && !isWord(stem) && (OF_A_PERSON.test(rest) || titleBeginning(rest) !== null);
    if (rest === '' || glued || (isParticles(rest) && agrees(stem, rest))) stems.push(stem);
  }
  return stems.toSorted((a, b) => Number(isCalled(b)) - Number(isCalled(a)));
}
