import { isNameAbroad, isPlaceAbroad } from './abroad.ts';
import { isCommonWord, isLoanWord } from './common-words.ts';
import { isExplained, isParticles, isPlainlyExplained, isWord, VERBAL } from './explained.ts';
import type { Finding, Known } from './finding.ts';
import { isBesideAPerson, OF_A_PERSON } from './possible-names.ts';
import { isTitle, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/** Syllables that no Sino-Korean or everyday word has. */
const FOREIGN_LETTERS =
  /[블샤쩡짱슈뢰쿠뷔튜듀츄쉬쉐셰셔샹렉렌렐렛릭릿랙랜랭렘뤼롭룩룬룸럼럭랍웬윌윈윗퀘퀸큰킨켄켈켐켓쿤쿨툰튀틴틸펜펠펫퐁핀햄헨헬힌힐뱅밴벤벨벳븐쩐쯔쑤쑨쒀좡팡옌웅흐싀촐츠잭존톰앤폴릴빌벡슨먼튼턴딘댄던데델뎀돈드든딕]/;

/**
 * Names from abroad in Hangul: 슈뢰더 총리, 마이클 블룸버그 시장, 쩐 티 흐엉 씨. Words that no dictionary explains are asked about where a
 * person stands, with the words before them that belong to the same name.
 */
export function hangulForeignNames(words: readonly Word[], people: boolean, known: Known): Finding[] {
  return words.flatMap((word, at): Finding[] => {
    if (!/^[가-힣]+$/.test(word.text) || VERBAL.test(word.text) || isAfterDigits(words, at)) return [];
    const name = nameOf(words, at);
    const isKnownWord = isWord(word.text) && !FOREIGN_LETTERS.test(word.text) && !LATINATE.test(word.text);
    if (
      (word.text.length > 2 && isKnownWord && !isNameAbroad(name) && !soundsAbroad(word.text)) ||
      isPlaceAbroad(word.text)
    )
      return [];
    const strange = isStrange(name) && (name === word.text || !isPlainlyExplained(word.text));
    const first = firstOf(words, at, strange);
    if (!strange && !isShortPart(name)) return [];
    if ((!strange && first === at) || isTitle(word.text) || titleEnding(name)) return [];
    const rest = word.text.slice(name.length);
    const beside = (rest !== '' && OF_A_PERSON.test(rest)) || isBesideAPerson(rest, words, at, first);
    const alone =
      people && rest === '' && (isListMark(word.after) || word.after.trim() === '') && FOREIGN_LETTERS.test(name);
    const twice = first < at && strange && FOREIGN_LETTERS.test(name) && FOREIGN_LETTERS.test(words[first]?.text ?? '');
    if (!beside && !alone && !twice) return [];
    const parts = words.slice(first, at + 1).map(({ text }) => withoutTail(text));
    if (parts.some((part) => known.elected.has(part) || known.members.has(part))) return [];
    const start = words[first]?.start ?? word.start;
    const called = /^(?:씨|님)/.test(rest) || /^\s?(?:씨|님)/.test(word.after + (words[at + 1]?.text ?? ''));
    const sure = called && strange && FOREIGN_LETTERS.test(name);
    return [{ start, end: word.start + name.length, kind: 'name', sure, title: null }];
  });
}

const isAfterDigits = (words: readonly Word[], at: number): boolean =>
  words[at]?.before === '' && /\d$/.test(words[at - 1]?.text ?? '');

const isStrange = (run: string): boolean =>
  run.length >= 2 &&
  !isPlaceAbroad(run) &&
  (isNameAbroad(run) ||
    (!isLoanWord(run) &&
      !beginsWithALoan(run) &&
      !isCommonWord(run) &&
      (!isExplained(run) || (FOREIGN_LETTERS.test(run) && (!isWord(run) || run.length > 2)) || soundsAbroad(run))));

/** 벤처기업협회 */
const beginsWithALoan = (run: string): boolean =>
  [2, 3, 4].some((length) => run.length > length && isLoanWord(run.slice(0, length)) && isExplained(run.slice(length)));

/** 에스코바르 and 하토야마 are made of words that nobody uses, 카가메 is in the dictionary: all sound as words from abroad do. */
const soundsAbroad = (run: string): boolean =>
  run.length >= 3 &&
  !isCommonWord(run.slice(0, 2)) &&
  !ORGANISATION.test(run) &&
  (isWord(run) || !isPlainlyExplained(run)) &&
  (run.match(ABROAD) ?? []).length >= 2;
const ORGANISATION = /[회단과국원장부사관소청팀실]$/;
const ABROAD = /[쓰카쿠키케타티투테트파피푸페포프츠바브버베르라루레러즈디더드데누야토마쿄캬쇼쥬스메에로]/g;

/** Before a title stands all of a name: 안젤리나 총영사 is no 안젤리 with 나. */
function nameOf(words: readonly Word[], at: number): string {
  const [text, next] = [words[at]?.text ?? '', words[at + 1]];
  const before = words[at - 1];
  const whole =
    (words[at]?.after === ' ' && (titleEnding(next?.text ?? '') || /^(?:씨|님)/.test(next?.text ?? ''))) ||
    (words[at]?.before === ' ' && titleEnding(before?.text ?? ''));
  return whole && isStrange(text) ? text : withoutTail(text);
}

/** Where a name begins whose last word stands at a place: its other words are strange or short, and stand right before. */
function firstOf(words: readonly Word[], at: number, strange: boolean): number {
  let first = at;
  let found = strange;
  for (let i = at - 1; i >= 0 && at - i < LONGEST_NAME; i--) {
    const [word, next] = [words[i], words[i + 1]];
    if (!word || !next || !/^(?: |[·・‧-])$/.test(next.before) || !/^[가-힣]+$/.test(word.text)) break;
    if (isPlaceAbroad(word.text) && !isNameAbroad(word.text)) break;
    if ((isStrange(word.text) || isNameAbroad(word.text)) && !VERBAL.test(word.text)) found = true;
    else if (!isShortPart(word.text)) break;
    first = i;
  }
  const parts = words.slice(first, at + 1).map(({ text }) => withoutTail(text));
  found ||=
    first < at &&
    (parts.every((part) => part.length > 1 && isShortPart(part)) ||
      (parts.length > 2 && parts.every((part) => part.length === 1)));
  return found ? first : at;
}

/** 응우옌 반 훙, 마리아 곤살레스: a short part of a name, which is no usual word. */
const isShortPart = (run: string): boolean =>
  run.length === 1
    ? !NO_PART.has(run)
    : !isPlaceAbroad(run) &&
      run.length <= 4 &&
      !isCommonWord(run) &&
      !isLoanWord(run) &&
      (FOREIGN_LETTERS.test(run) || LATINATE.test(run)) &&
      !titleEnding(run);
const NO_PART = new Set(
  '및외등수한이그저전각현총약제고다더또왜꼭잘못안의그말때곳것년월일시분명원건회차개곡중간내밖앞뒤옆위',
);
const LATINATE =
  /(?:리나|티나|니카|벨라|리아|피아|하마|메드|무드|로스|사토|디아|니아|나카|모토|무라|자키|하시|이치|유키|마이|체스|레스|알리|로렌|수잔)$/;

const LONGEST_NAME = 4;
const LONGEST_WORD = 20;

function withoutTail(run: string): string {
  for (let length = 1; length < Math.min(run.length, LONGEST_WORD); length++) {
    const rest = run.slice(length);
    if (isParticles(rest) || OF_A_PERSON.test(rest)) return run.slice(0, length);
  }
  return run;
}
