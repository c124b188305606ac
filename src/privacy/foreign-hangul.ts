import { isNameAbroad, isPlaceAbroad } from './abroad.ts';
import { holdsAPost, isBesideAPerson, OF_A_PERSON, ROLE } from './beside-a-person.ts';
import { isCommonWord } from './common-words.ts';
import { isNoun } from './dictionary/nouns.ts';
import { isPlainlyExplained, isWord, VERBAL } from './explained.ts';
import type { Finding, Known } from './finding.ts';
import {
  ABROAD_LETTER,
  FOREIGN_LETTERS,
  isLoan,
  isShortPart,
  isStrange,
  isUnusual,
  JAPANESE,
  LATINATE,
  looksAbroad,
  soundsAbroad,
  VIETNAMESE,
  VIETNAMESE_FAMILY,
} from './foreign-letters.ts';
import { withoutTail } from './foreign-tail.ts';
import { isCollective, letterLikeness } from './likeness.ts';
import { CLEAR_SURNAMES, isSurname } from './surnames.ts';
import { BEFORE_A_PERSON, isTitle, titleBeginning, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/**
 * Names from abroad in Hangul: 슈뢰더 총리, 마이클 블룸버그 시장, 쩐 티 흐엉 씨. Words that no dictionary explains are asked about where a
 * person stands, with the words before them that belong to the same name.
 */
export function hangulForeignNames(words: readonly Word[], people: boolean, known: Known): Finding[] {
  return words.flatMap((word, at): Finding[] => {
    if (!/^[가-힣]+$/.test(word.text) || VERBAL.test(word.text) || isAfterDigits(words, at)) return [];
    const name = nameOf(words, at);
    const isKnownWord = isWord(word.text) && !FOREIGN_LETTERS.test(word.text) && !LATINATE.test(word.text);
    const vietnamese = beginningOfVietnamese(words, at);
    const ends = endsVietnamese(words, at, name);
    const goesOn = vietnamese !== null || ends || isBehindLetters(words, at) || mayGoOn(words, at, name);
    const isAWord = word.text.length > 2 && isKnownWord && !isNameAbroad(name) && !soundsAbroad(word.text);
    if ((isAWord && !(goesOn && ABROAD_LETTER.test(name))) || isPlace(words, at)) return [];
    const isPart = isNameAbroad(name) && word.before === ' ' && isStrange(words[at - 1]?.text ?? '');
    const strange = isStrange(name) && (name === word.text || isPart || !isPlainlyExplained(word.text));
    const first = vietnamese ?? Math.min(firstOf(words, at, strange || goesOn), ends ? at - 2 : at);
    if (!strange && !isShortPart(name) && !goesOn) return [];
    if ((!strange && first === at) || isTitle(word.text) || titleEnding(name) || isGroup(name) || isCollective(name))
      return [];
    const rest = word.text.slice(name.length);
    const parts = [...words.slice(first, at).map(({ text }) => text), name];
    const foreign =
      parts.some(looksAbroad) ||
      (parts.length > 1 && parts.some(isNameAbroad)) ||
      VIETNAMESE.test(parts.join('')) ||
      (parts.length > 1 && strange && parts.every(isUnusual));
    const ofAPerson =
      looksAbroad(name) ||
      (strange && (name.length > 2 || (first < at && !isNoun(name)))) ||
      vietnamese !== null ||
      isNameAbroad(words[first]?.text ?? '');
    const beside =
      (rest !== '' && (OF_A_PERSON.test(rest) || (titleBeginning(rest) !== null && (foreign || !OFFICE.test(rest))))) ||
      (isBesideAPerson(rest, words, at, first) && (foreign || !ALSO_OF_A_PLACE.test(words[at + 1]?.text ?? ''))) ||
      (foreign && rest === '' && holdsAPost(words, at)) ||
      (foreign && rest === '' && (isReceived(words, first, at) || isInAList(words, first, at))) ||
      (foreign && ofAPerson && rest === '' && word.after === ' ' && DONE_WITH_GROUPS.test(words[at + 1]?.text ?? '')) ||
      (foreign && strange && /^[과와]$/.test(rest) && word.after === ' ' && isStrange(words[at + 1]?.text ?? '')) ||
      (foreign && /^[이가은는의]$/.test(rest) && CAME.test(words[at + 1]?.text ?? ''));
    const alone =
      people &&
      rest === '' &&
      (isListMark(word.after) || /^\s*(?:[(（)）]|$)/.test(word.after)) &&
      (FOREIGN_LETTERS.test(name) || vietnamese !== null || ends || (strange && name === word.text && !isWord(name)));
    const twice = first < at && strange && FOREIGN_LETTERS.test(name) && FOREIGN_LETTERS.test(words[first]?.text ?? '');
    if (!beside && !alone && !twice) return [];
    if (parts.some((part) => known.elected.has(part) || known.members.has(part))) return [];
    const start = words[first]?.start ?? word.start;
    const called = /^(?:씨|님)/.test(rest) || /^\s?(?:씨|님)/.test(word.after + (words[at + 1]?.text ?? ''));
    const sure = called && strange && FOREIGN_LETTERS.test(name);
    return [{ start, end: word.start + name.length, kind: 'name', sure, title: null }];
  });
}

/** 노르웨이, 캐나다 서리시; not of 나카지마 유타. */
const isPlace = (words: readonly Word[], at: number): boolean =>
  (isPlaceAbroad(words[at]?.text ?? '') &&
    !isNameAbroad(words[at - 1]?.text ?? '') &&
    !(words[at]?.before === ' ' && isStrange(words[at - 1]?.text ?? ''))) ||
  (/[시현주군구]$/.test(words[at]?.text ?? '') && isPlaceAbroad(words[at - 1]?.text ?? ''));

const isAfterDigits = (words: readonly Word[], at: number): boolean =>
  words[at]?.before === '' && /\d$/.test(words[at - 1]?.text ?? '');

/** What is done with guests: 응우옌티란 초청 간담회, 슈뢰더 환송 만찬; or a bracket that holds nothing else. */
const RECEIVED =
  /^(?:초청|초대|환송|환영|예방|내방|내한|방한|주한|송별|접견|면담|정착|귀국|출국|입국|만남|병문안|문병|조문|추모|장례|결혼|공사$)/;
/** And what is done with groups as well: of those only a name's own letters say that it is one. */
const DONE_WITH_GROUPS = /^(?:격려|위로|위문|축하|표창|시상|서거|별세)/;
/** 실본부국장, 잠실운동장: posts that are glued to an office far more often than to somebody. */
const OFFICE = /^(?:동|국|실|관|소|부|단|과|팀|원|반|통|대)장/;
/** 채석장 담당자, 심폐소생술 강사 */
const ALSO_OF_A_PLACE = /^(?:담당자|운영자|강사|장인|지배인|업체)/;
const CAME = /^(?:방문|내방|참석|귀국|출국|입국|별세|사망)/;
const isReceived = (words: readonly Word[], first: number, at: number): boolean =>
  (words[at]?.after === ' ' && RECEIVED.test(words[at + 1]?.text ?? '')) ||
  (words[at]?.after === ' ' && /^[외등]$/.test(words[at + 1]?.text ?? '')) ||
  (/[(（[]\s*$/.test(words[first]?.before ?? '') && /^\s*[)）\]]/.test(words[at]?.after ?? ''));

/** 류츠하오, 김진서 교수: beside another name in a list. */
const isInAList = (words: readonly Word[], first: number, at: number): boolean =>
  [
    [words[first]?.before, words[first - 1]],
    [words[at]?.after, words[at + 1]],
  ].some(
    ([mark, other]) =>
      typeof mark === 'string' &&
      isListMark(mark) &&
      typeof other === 'object' &&
      (letterLikeness(other.text) === 'strong' || looksAbroad(other.text) || isTitle(other.text)),
  );

/** 수실라 타파, 이시카와 유이: what follows a part of such a name and is no usual word. */
function mayGoOn(words: readonly Word[], at: number, name: string): boolean {
  const before = words[at - 1]?.text ?? '';
  return (
    /^(?: |[·・‧-])$/.test(words[at]?.before ?? '') &&
    !isPlace(words, at - 1) &&
    (isNameAbroad(before) ||
      (CONNECTS.test(before) && looksAbroad(words[at - 2]?.text ?? '')) ||
      (CONNECTS.test(before) && before.length > 1 && isStrange(words[at - 2]?.text ?? '')) ||
      (before.length > 2 && LATINATE.test(before)) ||
      (isStrange(before) && (looksAbroad(before) || (before.length > 2 && isUnusual(name))))) &&
    (name.length > 1 || isSurname(name)) &&
    name.length <= LONGEST_PART &&
    (!isCommonWord(name) || (looksAbroad(before) && /^.[스루리나카토마미아오이에트크]$/.test(name))) &&
    !isCollective(name) &&
    (!isLoan(name) || looksAbroad(before)) &&
    !RECEIVED.test(name) &&
    !DONE_WITH_GROUPS.test(name)
  );
}
const LONGEST_PART = 4;

/** 참여자, 합창단 */
const isGroup = (name: string): boolean =>
  /..[자원단회팀생장관실점소]$/.test(name) && isWord(name.slice(0, -1)) && !looksAbroad(name);

/** 조셉 델라 크루즈, 칼리드 빈 살만 */
const CONNECTS = /^(?:델라|델|데|드|반|폰|판|디|다|빈|알|엘|라|르|두|도스|다스)$/;

/** 호앙 티 마이: the last is a word, and the first two say that it is none here. */
const endsVietnamese = (words: readonly Word[], at: number, name: string): boolean =>
  words[at]?.before === ' ' &&
  words[at - 1]?.before === ' ' &&
  /^(?:반|티|민|득|꽝|탄|응옥|투|낌|쑤언|흐우|홍)$/.test(words[at - 1]?.text ?? '') &&
  VIETNAMESE.test(`${words[at - 2]?.text}${words[at - 1]?.text}${name}`);

/** 응우옌 티 마이 란, 쯔엉 미 호아: after a family's name that is no word here, with parts of a letter or two between. */
function beginningOfVietnamese(words: readonly Word[], at: number): number | null {
  if (RECEIVED.test(words[at]?.text ?? '')) return null;
  for (let first = at - 1; first >= 0 && at - first < LONGEST_NAME && words[first + 1]?.before === ' '; first--) {
    const part = words[first]?.text ?? '';
    if (VIETNAMESE_FAMILY.test(part)) return at - first > 1 ? first : null;
    if (part.length > 2 || isTitle(part) || RECEIVED.test(part)) return null;
  }
  return null;
}

/** Before a title stands all of a name: 안젤리나 총영사 is no 안젤리 with 나, 소이치로 접견 no 소이치 with 로. */
function nameOf(words: readonly Word[], at: number): string {
  const [text, next] = [words[at]?.text ?? '', words[at + 1]];
  const before = words[at - 1];
  const called = /^(.{2,})(?:씨|님)$/.exec(text)?.[1];
  if (called !== undefined && !isWord(text)) return called;
  const post = titleEnding(text);
  const holder = post === null ? '' : text.slice(0, text.lastIndexOf(post.word));
  if (holder.length > 1 && (isStrange(holder) || isNameAbroad(before?.text ?? '')) && !OFFICE.test(post?.word ?? ''))
    return holder;
  const whole =
    (words[at]?.after === ' ' && (titleEnding(next?.text ?? '') || /^(?:씨|님|측)/.test(next?.text ?? ''))) ||
    (words[at]?.before === ' ' && titleEnding(before?.text ?? '')) ||
    (!/(?:과|(?<![카가])와|에게|께|측|의|을|를)$/.test(text) && isReceived(words, at, at)) ||
    /^\s*[)）\]】]/.test(words[at]?.after ?? '') ||
    holdsAPost(words, at) ||
    next === undefined ||
    isNameAbroad(text);
  const isPart = words[at]?.before === ' ' && isNameAbroad(before?.text ?? '') && !isCommonWord(text);
  return whole && (isStrange(text) || text.length === 2 || isPlaceAbroad(text) || isPart) ? text : withoutTail(text);
}

/** Where a name begins whose last word stands at a place: its other words are strange or short, and stand right before. */
function firstOf(words: readonly Word[], at: number, strange: boolean): number {
  let first = at;
  let found = strange;
  for (let i = at - 1; i >= 0 && at - i < LONGEST_NAME; i--) {
    const [word, next] = [words[i], words[i + 1]];
    if (!word || !next || !/^(?: |[·・‧-])$/.test(next.before) || !/^[가-힣]+$/.test(word.text)) break;
    if (RECEIVED.test(word.text) || DONE_WITH_GROUPS.test(word.text) || ROLE.test(word.text)) break;
    if (/..[과와]$/.test(word.text) && withoutTail(word.text) !== word.text && !isNameAbroad(word.text)) break;
    const last = words[at]?.text ?? '';
    // 누르술탄 벡, 가와사키 다쿠
    const isBeforeAPart =
      i === at - 1 &&
      ((FOREIGN_LETTERS.test(withoutTail(last)) && withoutTail(last).length === 1) ||
        (/(?:사키|오카|나가노)$/.test(word.text) && isStrange(withoutTail(last))));
    if (isPlace(words, i) && !isNameAbroad(word.text) && word.text.length > 1 && !isBeforeAPart) break;
    if ((isStrange(word.text) || isNameAbroad(word.text) || isBeforeAPart) && !VERBAL.test(word.text)) found = true;
    else if (!isShortPart(word.text) && !mayGoBefore(word.text, words[at]?.text ?? '')) break;
    first = i;
  }
  const parts = words.slice(first, at + 1).map(({ text }) => withoutTail(text));
  found ||=
    first < at &&
    (parts.every((part) => part.length > 1 && isShortPart(part)) ||
      isBehindLetters(words, at) ||
      // 로만 박 대사: who is called 박 here has a word before that sounds abroad.
      (CLEAR_SURNAMES.has(parts.at(-1) ?? '') && titleEnding(words[at + 1]?.text ?? '') !== null));
  return found ? first : at;
}

/** 농 득 마인, 산 산 에이: behind words of one letter each. */
const isBehindLetters = (words: readonly Word[], at: number): boolean =>
  [at - 1, at - 2].every(
    (i) => words[i + 1]?.before === ' ' && words[i]?.text.length === 1 && isShortPart(words[i]?.text ?? ''),
  );

/** 사이토 나오키, 구로사와 레나, 로만 박: known to the dictionary for somebody who is called so. */
const mayGoBefore = (run: string, last: string): boolean =>
  run.length > 1 &&
  run.length <= LONGEST_PART &&
  (isStrange(last) || looksAbroad(last) || (last.length === 1 && isSurname(last))) &&
  (ABROAD_LETTER.test(run) ||
    run.length === 2 ||
    (run.length === 3 && isNoun(run) && (looksAbroad(last) || JAPANESE.test(run)) && !isGroup(run))) &&
  !isCommonWord(run) &&
  (!isLoan(run) || (run.length === 2 && looksAbroad(last))) &&
  !BEFORE_A_PERSON.test(run) &&
  !titleEnding(run);

const LONGEST_NAME = 4;
