import { isPlaceAbroad } from './abroad.ts';
import { isBesideAPerson, OF_A_PERSON } from './beside-a-person.ts';
import { isAlsoAShortName, isCommonWord, isKnownAsAName } from './common-words.ts';
import { isNoun } from './dictionary/nouns.ts';
import { isExplained, isParticles, isPlainlyExplained, isWord } from './explained.ts';
import type { Field, Finding, Known } from './finding.ts';
import { isCollective, isGivenAlone, letterLikeness, mayBeAName } from './likeness.ts';
import { isAmongNames, isListed } from './listed-names.ts';
import { isScarceSurname, isSurname, RARE_SURNAMES } from './surnames.ts';
import { endsInAGivenName, mayEndAName } from './syllables.ts';
import {
  BEFORE_A_PERSON,
  beginsWithADeed,
  beginsWithWhatBefalls,
  isTitle,
  OTHER_MEANINGS,
  titleBeginning,
  titleEnding,
} from './titles.ts';
import { type Word, wordsOf } from './words.ts';
import { isAmongPeople, isAnOffice, isSomebodyHere } from './words-for-people.ts';

/**
 * Runs of letters that can be somebody's name and that no known word explains, whatever is glued to them; and known words that people are
 * called (이수, 한결) where only a person stands. Nobody is sure: a person decides.
 */
export function possibleNames(text: string, field: Field, known: Known): Finding[] {
  const people = field === 'attendees' || field === 'spender';
  const words = wordsOf(text);
  return words.flatMap((word, at): Finding[] => {
    if (!/^[가-힣]{2,}$/.test(word.text) || /\d$/.test(word.before === '' ? (words[at - 1]?.text ?? '') : ''))
      return [];
    const listed = people && word.text.length < 4 && isAmongPeople(word.text, words, at);
    const [pair] = pairIn(word, words[at + 1]);
    const found = listed ? { name: word.text, from: 0 } : (pair ?? nameIn(word, words, at));
    if (!found || known.elected.has(found.name) || known.members.has(found.name)) return [];
    const start = word.start + found.from;
    return [{ start, end: start + found.name.length, kind: 'name', sure: false, title: null }];
  });
}

type Found = { name: string; from: number };

function nameIn(word: Word, words: readonly Word[], at: number): Found | null {
  const run = word.text;
  // 배울 수 있는: a verb.
  if (isTitle(run) || isPlaceAbroad(run) || (words[at + 1]?.text === '수' && /^[있없]/.test(words[at + 2]?.text ?? '')))
    return null;
  const explained = isExplained(run);
  const ending = titleEnding(run);
  const titleAt = ending ? run.lastIndexOf(ending.word) : run.length;
  for (let from = 0; from + 2 <= run.length && from <= LONGEST_PREFIX; from++) {
    if (from > 0 && !isPrefix(run.slice(0, from))) continue;
    for (const length of [4, 3, 2]) {
      const name = run.slice(from, from + length);
      const end = from + length;
      if (
        name.length < length ||
        (end > titleAt && titleAt < run.length && !(from === 0 && length === 3 && isMoreThan(ending?.word ?? '', run)))
      )
        continue;
      if (length === 4 && letterLikeness(name) === 'none' && !mayBeAName(name) && !isOdd(name, run)) continue;
      if (isPossible({ name, from, before: run.slice(0, from), rest: run.slice(end), explained }, words, at))
        return { name, from };
    }
  }
  return null;
}

/** Whether three letters are a title's own run, or go on behind it: 한수석, 이사랑의. */
const isMoreThan = (title: string, run: string): boolean =>
  run.length === 3 || (run.startsWith(title) && title.length < 3 && letterLikeness(run.slice(0, 3)) === 'strong');

/** 故 이상국, 이상국 옹: whatever word the letters are. */
const isMourned = (words: readonly Word[], at: number): boolean =>
  words[at - 1]?.text === '故' || /故\s?$/.test(words[at]?.before ?? '') || words[at + 1]?.text === '옹';

/** 장이머우, 김참미르: four letters behind a surname that are nobody's word. */
const isOdd = (name: string, run: string): boolean =>
  name === run &&
  isSurname(name[0] ?? '') &&
  !isWord(name.slice(2)) &&
  !GROUP.test(name) &&
  mayEndAName(name) &&
  !isPlainlyExplained(name);

/** 상도동 and 양재천 are places before they are people. */
const PLACE = /[동리구시군천산읍면역]$/;

/** People by what they are: 장애인, 노동자, 전문가. */
const GROUP = /[자인민원가회단생장과팀국객들층급소점사]$/;

/** 총무과김철수, 민원인김철수, 고김철수 */
const WHO = new RegExp(`^고$|.(?:과|팀|실)$|직원$|..자$|${BEFORE_A_PERSON.source}`);

/** 국장홍길동, 신임과장홍길동: a post, and somebody. */
const saysWho = (before: string): boolean => WHO.test(before) || titleEnding(before) !== null;

const LONGEST_PREFIX = 20;

/** What a name is glued behind: nothing else, 고, or words that say who: 민원인김철수, 총무과김철수. */
const isPrefix = (before: string): boolean =>
  before === '고' ||
  (before.length >= 2 && (BEFORE_A_PERSON.test(before) || titleEnding(before) !== null || isExplained(before)));

/** 기언계장님, 태주기자: so a person is called, and no office, as 전산과장 and 하수팀장 are. */
const CALLED_BY_POST =
  /^[가-힣]{2,4}님|^(?:기자|변호사|코치|주무관|사무관|서기관|주임|교수|박사|작가|선생|어르신|여사|학생|계장|경위|소방장|차장|사장|상무|전무|사무국장|순경|경감)/;
const CALLED = /^(?:씨|님|에게|께|한테|측$)/;
const BEFALLS = /^(?:모친|부친|빙모|빙부|장인|장모|시모|시부|조모|조부|결혼|출산|득남|득녀|병문안|문병|별세|빈소)/;
/** What only somebody is called or given, whatever word the letters are: 한정에게, 조은씨. */
const ONLY_A_PERSON = /^(?:씨(?!앗)|님(?!비)|에게|께|한테|군$|양$|옹$)/;

/** 다은이 돌봄 지원, 창민이 엄마 면담, 요한이에게 장학금: a child's name. */
const isFond = (name: string, rest: string, next: Word | undefined): boolean =>
  /^이(?:에게|한테|랑(?![가-힣]))/.test(rest) ||
  (rest === '이' &&
    next !== undefined &&
    isGivenAlone(name) &&
    (isWord(name) ? PARENTS : NEAR_A_CHILD).test(next.text));
const PARENTS = /^(?:엄마|아빠|아버지|어머니|할머니|할아버지)/;
const NEAR_A_CHILD =
  /^(?:엄마|아빠|아버지|어머니|할머니|할아버지|가족|부모|돌봄|수술|치료|병원|생일|돌잔치|첫돌|입원|장학)/;

/** Called after somebody, or a word: 한가람미술관. A place's name is published. */
const FACILITY =
  /^(?:미술관|박물관|도서관|기념관|문학관|체육관|복지관|문화관|회관|공원|어린이집|유치원|(?:초등|중|고등)학교|아파트|봉사단|합창단|공연장|수목원|요양원|병원)/;

const isMet = (next: Word | undefined): boolean =>
  next?.before === ' ' &&
  (beginsWithADeed(next.text) || /^(?:통화|회동|환담|추모|입원|수상|출산|\d주기)/.test(next.text));

/** 임우성한치원 부부: two that are one pair. */
function pairIn(word: Word, next: Word | undefined): Found[] {
  const halves = [word.text.slice(0, 3), word.text.slice(3)];
  const isPair =
    word.text.length === 6 &&
    word.after === ' ' &&
    /^(?:부부|내외|결혼|남매|자매|형제)/.test(next?.text ?? '') &&
    halves.every((half) => letterLikeness(half) !== 'none') &&
    !isPlainlyExplained(word.text);
  return isPair ? [{ name: word.text, from: 0 }] : [];
}

type Candidate = { name: string; from: number; before: string; rest: string; explained: boolean };

function isPossible({ name, from, before, rest, explained }: Candidate, words: readonly Word[], at: number): boolean {
  const likeness = letterLikeness(name);
  const title = titleBeginning(rest);
  const glued =
    rest !== '' &&
    !isWord(name + rest) &&
    (OF_A_PERSON.test(rest) ||
      (rest === '상' && words[at + 1]?.text === '喪') ||
      ((!isExplained(name) || name.length === 4) && beginsWithWhatBefalls(rest)) ||
      (title !== null && !(name.length === 2 && OTHER_MEANINGS.test(title.word) && isWord(name))));
  const ends = rest === '' || isParticles(rest);
  const beside = () => glued || isBesideAPerson(rest, words, at);
  if (isCollective(name) || FACILITY.test(rest)) return false;
  if (isScarceSurname(name[0] ?? '') && !ONLY_A_PERSON.test(rest) && !isMourned(words, at)) {
    if (explained)
      return (
        (!isWord(name) && isAmongNames(words, at)) ||
        (name.length === 3 && glued && !isPlainlyExplained(name + rest) && !isWord(name.slice(0, 2)))
      );
    const met =
      ends &&
      !isWord(name.slice(0, 2)) &&
      (isMet(words[at + 1]) || (rest !== '' && name.length === 3 && !isCommonWord(name.slice(1))));
    if (!met && !beside()) return false;
  }
  if (name.length === 2) {
    // 이수 is a word, and somebody: only where nothing but a person stands.
    if (from > 0)
      return (
        saysWho(before) &&
        (ends || glued || beginsWithADeed(rest)) &&
        !isPlainlyExplained(rest === '' && titleEnding(before) ? before + name : name + rest) &&
        mayBeAName(name) &&
        !beginsWithADeed(name) &&
        !(rest === '' ? isWord(name) : isCommonWord(name))
      );
    if (ONLY_A_PERSON.test(rest) && mayBeAName(name) && !isTitle(name + rest) && !isNoun(name + rest)) return true;
    // 광복회장 and 세무서장 are posts: a word before a title is an office.
    if (title !== null && CALLED_BY_POST.test(rest) && !isAnOffice(name) && mayBeAName(name)) return true;
    // 도재과장 부친상: what befalls somebody.
    if (title !== null && !isCommonWord(name) && mayBeAName(name) && BEFALLS.test(words[at + 1]?.text ?? ''))
      return true;
    if (!isWord(`${name}이`) && isFond(name, rest, words[at + 1])) return true;
    // 우유 과장 송별, 박찬송별오찬
    if (isSomebodyHere(name, rest, words, at)) return true;
    if (beginsWithWhatBefalls(rest) && !isCommonWord(name) && mayBeAName(name)) return true;
    if (isWord(name) && title !== null && !OF_A_PERSON.test(rest) && !isAlsoAShortName(name)) return false;
    if (isCommonWord(name) && !isAlsoAShortName(name))
      return rest === '' && mayBeAName(name) && isAmongNames(words, at);
    if (!mayBeAName(name)) return isGivenAlone(name) && (glued || !isWord(name)) && beside();
    return (
      (ends || glued) && (isWord(name) ? beside() : title ? !isPlainlyExplained(name + rest) : !explained || beside())
    );
  }
  const strong = likeness === 'strong' || mayBeAName(name);
  if (!strong && likeness === 'none')
    return name.length === 4
      ? isOdd(name, before + name + rest) && beside()
      : glued && !explained && isSurname(name[0] ?? '') && mayEndAName(name);
  // 엄정화씨, 구본길에게: what only people are called or given.
  if (CALLED.test(rest) && strong && !isWord(name) && !isTitle(name + rest)) return true;
  if (isWord(name)) {
    const group = isCommonWord(name) || (isCommonWord(name.slice(0, 2)) && GROUP.test(name));
    const usual = group && !endsInAGivenName(name); // 조정자 and 오미자 are somebody beside a title
    return (
      strong &&
      from === 0 &&
      (!PLACE.test(name) || (/[산천역]$/.test(name) && CALLED_BY_POST.test(words[at + 1]?.text ?? ''))) &&
      (!usual || isMourned(words, at) || isKnownAsAName(name) || /^(?:씨|님)/.test(rest) || isListed(words, at)) &&
      beside()
    );
  }
  if (from > 0) {
    const isFree = saysWho(before) ? !isPlainlyExplained(name + rest) : !explained;
    return strong && (ends || glued || (saysWho(before) && beginsWithADeed(rest))) && isFree;
  }
  const plain = isPlainlyExplained(name + rest);
  if (plain && RARE_SURNAMES.has(name[0] ?? '') && !ONLY_A_PERSON.test(rest)) return isAmongNames(words, at); // 승마장
  if (glued && strong && !plain) return true;
  // 정하은 is somebody, or 정하 with 은; 황금주 오찬 is somebody's.
  if (explained && strong && ends && !plain && (rest !== '' || isMet(words[at + 1]))) return true;
  if (explained) return plain ? strong && ends && isBesideAPerson(rest, words, at) : (ends || glued) && beside();
  if (strong && (ends || glued || !isCommonWord(name.slice(0, 2)))) return true;
  return (ends || glued || isWord(rest)) && (!isCommonWord(name.slice(0, 2)) || beside());
}
