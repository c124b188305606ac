import { isPlaceAbroad } from './abroad.ts';
import { isAlsoAShortName, isCommonWord, isKnownAsAName } from './common-words.ts';
import { isExplained, isParticles, isPlainlyExplained, isWord } from './explained.ts';
import type { Finding, Known } from './finding.ts';
import { isCollective, isGivenAlone, letterLikeness, mayBeAName } from './likeness.ts';
import { isSurname } from './surnames.ts';
import { endsInAGivenName, mayEndAName } from './syllables.ts';
import { BEFORE_A_PERSON, isTitle, OTHER_MEANINGS, titleBeginning, titleEnding } from './titles.ts';
import { isListMark, type Word, wordsOf } from './words.ts';

/**
 * Runs of letters that can be somebody's name and that no known word explains, whatever is glued to them; and known words that people are
 * called (이수, 한결) where only a person stands. Nobody is sure: a person decides.
 */
export function possibleNames(text: string, known: Known): Finding[] {
  const words = wordsOf(text);
  return words.flatMap((word, at): Finding[] => {
    if (!/^[가-힣]{2,}$/.test(word.text) || /\d$/.test(word.before === '' ? (words[at - 1]?.text ?? '') : ''))
      return [];
    const found = nameIn(word, words, at);
    if (!found || known.elected.has(found.name) || known.members.has(found.name)) return [];
    const start = word.start + found.from;
    return [{ start, end: start + found.name.length, kind: 'name', sure: false, title: null }];
  });
}

/** What is glued to a person, and to nothing else. */
export const OF_A_PERSON =
  /^(?:(?:이?네|씨네?|님|군|양|옹|측|건|앞)(?=$|들|과|와|에|의|이|가|은|는|을|를|도|께|측|으|로|한|외|등)|이?(?:형제|자매|남매)|모녀|모자|부녀(?!회)|부자|부부|내외|가족|일가|유족|유가족|모친|부친|양친|조모|조부|외조|빙모|빙부|시모|시부|장모|장인|배우자|부인|남편|아내|자녀|장남|차남|장녀|차녀|아들|딸|손자|손녀|결혼|혼사|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|추모|댁|자택|본인|귀하|할머니|할아버지|할매|할배|어르신|여사|선생|학생|어린이|삼촌|이모|고모|에게|께|한테|선수단|후원회|장학|출판|추모|수술비|병원비|치료비|위로금|조의금|부의금|축의금|회갑|환갑|칠순|팔순|돌잔치|개인전|독주회|팬클럽|사인회)/;
const NEXT_OF_A_PERSON =
  /^(?:씨|님|氏|군$|양$|옹$|측|형제|자매|남매|모녀|모자|부녀|부자|부부|내외|모친|부친|조모|조부|외조|빙모|빙부|시모|시부|장모|장인|배우자|부인|남편|아내|장남|차남|장녀|차녀|아들|딸|손자|손녀|결혼|혼사|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|추모|댁|자택|귀하|할머니|할아버지|어르신|여사|학생|가족|일가|유가족|생일|생신|병문안|문병|입원|퇴임|취임|승진|영전|접견|면담|출산|돌잔치|회갑|칠순|팔순|부의|조의|축의)/;
/** `이수의 민원`, `이수와의 면담`, `이수에 대한 격려` */
const DONE_WITH = /^(?:면담|오찬|만찬|조찬|통화|대화|만남|식사|협의|상담|접견|회동|환담)/;
/** `엄정화가 제기한 민원` */
const DID = /^(?:제기|제안|요청|건의|신고|기부|기증|주관|작성|요구|문의|제보|청구|수상)[한하했]/;
const DONE_FOR = /^(?:격려|위로|위문|감사|포상|표창|축하|조문|애도|추모|지원|예우|사과|답례)/;
const BELONGS_TO =
  /^(?:민원|건의|요청|제안|의견|결혼|장례|모친|부친|빈소|자택|집$|퇴임|승진|수상|부고|가족|유족|사연|제보)/;

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
        (end > titleAt && titleAt < run.length && !(from === 0 && end === run.length && length === 3))
      )
        continue;
      if (length === 4 && letterLikeness(name) === 'none' && !mayBeAName(name)) continue;
      if (isPossible({ name, from, before: run.slice(0, from), rest: run.slice(end), explained }, words, at))
        return { name, from };
    }
  }
  return null;
}

/** 상도동 and 양재천 are places before they are people. */
const PLACE = /[동리구시군천산읍면역]$/;

/** People by what they are: 장애인, 노동자, 전문가. */
const GROUP = /[자인민원가회단생장과팀국객들층급소점사]$/;

/** 총무과김철수, 민원인김철수, 고김철수 */
const WHO = new RegExp(`^고$|.(?:과|팀|실)$|${BEFORE_A_PERSON.source}`);

/** 국장홍길동: a post alone, and somebody. */
const saysWho = (before: string): boolean => WHO.test(before) || isTitle(before);

const LONGEST_PREFIX = 20;

/** What a name is glued behind: nothing else, 고, or words that say who: 민원인김철수, 총무과김철수. */
const isPrefix = (before: string): boolean =>
  before === '고' ||
  (before.length >= 2 && (BEFORE_A_PERSON.test(before) || titleEnding(before) !== null || isExplained(before)));

/** 기언계장님, 태주기자: so a person is called, and no office. */
const CALLED_BY_POST = /^[가-힣]{2,4}님|^(?:기자|변호사|코치|주무관)(?![가-힣]{2})/;
/** What somebody is given: `홍길동: 감사패`, `감사패 전달 - 홍길동` */
const GIVEN = /^(?:감사패|공로패|상패|표창|조의금|부의금|축의금|격려금|위로금|화환|조화|꽃다발|기념품|선물)/;

const CALLED = /^(?:씨|님|에게|께|한테|측$)/;

type Candidate = { name: string; from: number; before: string; rest: string; explained: boolean };

function isPossible({ name, from, before, rest, explained }: Candidate, words: readonly Word[], at: number): boolean {
  const likeness = letterLikeness(name);
  const title = titleBeginning(rest);
  const glued =
    rest !== '' &&
    !isWord(name + rest) &&
    (OF_A_PERSON.test(rest) ||
      (title !== null && !(name.length === 2 && OTHER_MEANINGS.test(title.word) && isWord(name))));
  const ends = rest === '' || isParticles(rest);
  const beside = () => glued || isBesideAPerson(rest, words, at);
  if (isCollective(name)) return false;
  if (name.length === 2) {
    // 이수 is a word, and somebody: only where nothing but a person stands.
    if (from > 0)
      return (
        saysWho(before) &&
        rest === '' &&
        !(isTitle(before) ? isPlainlyExplained(before + name) : explained) &&
        mayBeAName(name) &&
        !isWord(name)
      );
    // 광복회장 and 세무서장 are posts: a word before a title is an office.
    if (title !== null && CALLED_BY_POST.test(rest) && !isCommonWord(name) && mayBeAName(name)) return true;
    if (isWord(name) && title !== null && !OF_A_PERSON.test(rest) && !isAlsoAShortName(name)) return false;
    if (isCommonWord(name) && !isAlsoAShortName(name)) return false;
    if (!mayBeAName(name)) return isGivenAlone(name) && (glued || !isWord(name)) && beside();
    return (ends || glued) && (isWord(name) ? beside() : !explained);
  }
  const strong = likeness === 'strong' || mayBeAName(name);
  if (!strong && likeness === 'none') return glued && !explained && isSurname(name[0] ?? '') && mayEndAName(name);
  // 엄정화씨, 구본길에게: what only people are called or given.
  if (CALLED.test(rest) && strong && !isWord(name) && !isTitle(name + rest)) return true;
  if (isWord(name)) {
    const group = isCommonWord(name) || (isCommonWord(name.slice(0, 2)) && GROUP.test(name));
    const usual = group && !endsInAGivenName(name); // 조정자 and 오미자 are somebody beside a title
    return (
      strong &&
      from === 0 &&
      !PLACE.test(name) &&
      (!usual || isKnownAsAName(name) || /^(?:씨|님)/.test(rest) || isListed(words, at)) &&
      beside()
    );
  }
  if (from > 0) return strong && (ends || glued) && !(saysWho(before) ? isPlainlyExplained(name + rest) : explained);
  const plain = isPlainlyExplained(name + rest);
  if (glued && strong && !plain) return true;
  // 정하은 is somebody, or 정하 with 은.
  if (explained && strong && ends && rest !== '' && !plain) return true;
  if (explained) return plain ? strong && ends && isBesideAPerson(rest, words, at) : (ends || glued) && beside();
  if (strong && (ends || glued || !isCommonWord(name.slice(0, 2)))) return true;
  return (ends || glued || isWord(rest)) && (!isCommonWord(name.slice(0, 2)) || beside());
}

/** Whether what stands around a word says that it is a person. */
export function isBesideAPerson(rest: string, words: readonly Word[], at: number, first = at): boolean {
  const [before, word, next, later] = [words[first - 1], words[at], words[at + 1], words[at + 2]];
  if (!word) return false;
  if (before && /^[\s(（:：)）]*$/.test(words[first]?.before ?? '')) {
    if (BEFORE_A_PERSON.test(before.text) || before.text === '고' || before.text === '故') return true;
    const title = rest === '' ? titleEnding(before.text) : null;
    if (title && before.text.endsWith(title.word) && !OTHER_MEANINGS.test(title.word)) return true;
  }
  if (rest === '' && isOfADepartment(words, at)) return true;
  if (rest === '' && next && /^\s?[:：_]\s?$/.test(word.after) && GIVEN.test(next.text)) return true;
  if (rest === '' && word.after === '' && /^\s?[-–:：]\s$/.test(word.before)) return true;
  // 사두식·배우자 동반, 천금자+2명, 사율&직원
  if (rest === '' && next && /^[·&+]$/.test(word.after) && (word.after !== '·' || NEXT_OF_A_PERSON.test(next.text)))
    return true;
  if (isNameBesides(before, words[first]?.before) || isNameBesides(next, word.after)) return true;
  if (
    rest === '' &&
    /^\s?[(（]$/.test(word.after) &&
    ((/^\d{2}$/.test(next?.text ?? '') && /^세?[)）]/.test(next?.after ?? '')) ||
      (/^(?:주민|시민|민원인|학생|유족|환자|피해자|어르신)$/.test(next?.text ?? '') &&
        /^[)）]/.test(next?.after ?? '')))
  )
    return true;
  if (/^(?:으로부터|로부터|에게서|한테서|께서)/.test(rest)) return true;
  if (!next || !/^[\s(（]*$/.test(word.after)) return rest === '' && isListed(words, at);
  if (/^(?:이?네|씨|님|군|양|측)$/.test(rest)) return true;
  if (/^(?:과|와|과의|와의|하고|이랑|랑)$/.test(rest)) return DONE_WITH.test(next.text);
  if (rest === '에' && /^대한/.test(next.text)) return later !== undefined && DONE_FOR.test(later.text);
  if (/^[이가]$/.test(rest)) return DID.test(next.text);
  if (rest === '의') return BELONGS_TO.test(next.text);
  if (rest === '' || /^[외등]$/.test(rest)) {
    if (/^[외등]$/.test(rest) && /^\d/.test(next.text)) return true;
    if (/^[외등]$/.test(next.text) && /^(?:\s*(?:총|약)?\s*)?\d/.test(next.after + (later?.text ?? ''))) return true;
    if (NEXT_OF_A_PERSON.test(next.text) || isTitleAlone(next.text)) return true;
  }
  return rest === '' && isListed(words, at);
}

/** What an office marks in somebody's life: of 결혼축하(총무과 정동진) the last is no place. */
const MARKED = /결혼|혼사|혼례|출산|생일|별세|사망|부고|조문|조의|부의|축의|경조|문병|병문안|입원|퇴임|퇴직|승진|전별/;

/** Whether a word closes the bracket that says whose day it was, after where they work. */
function isOfADepartment(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!before || word?.before !== ' ' || !/^\s*[)）]/.test(word.after) || !/.(?:과|팀|국|실|담당관)$/.test(before.text))
    return false;
  return words.slice(Math.max(0, at - 4), at - 1).some(({ text }) => MARKED.test(text));
}

/** 총영사 is said of a person; 국정감사 is none. */
function isTitleAlone(run: string): boolean {
  const title = titleEnding(run);
  return title !== null && (!OTHER_MEANINGS.test(title.word) || run.startsWith(title.word));
}

/** Whether the next word but a space, or the one before, is nothing but a name. */
const isNameBesides = (other: Word | undefined, between = ''): boolean =>
  other !== undefined &&
  between === ' ' &&
  withoutAnd(other.text).length === 3 &&
  letterLikeness(withoutAnd(other.text)) === 'strong' &&
  !isExplained(withoutAnd(other.text));

const withoutAnd = (run: string): string => run.replace(/(?:과|와|이랑|랑|하고)$/, '');

/** Whether it stands in a list of nothing but names: 이서, 문수, 한결. */
function isListed(words: readonly Word[], at: number): boolean {
  let [first, last] = [at, at];
  while (first > 0 && at - first < LOOKED_AT && isListMark(words[first]?.before ?? '')) first--;
  while (last < words.length - 1 && last - at < LOOKED_AT && isListMark(words[last]?.after ?? '')) last++;
  return first < last && words.slice(first, last + 1).every(({ text }) => mayBeListed(text));
}

/** Of a list, so many on either side. */
const LOOKED_AT = 12;

const mayBeListed = (run: string): boolean =>
  /^[가-힣]{2,4}$/.test(run) &&
  !isCollective(run) &&
  (!isCommonWord(run) || isAlsoAShortName(run)) &&
  (letterLikeness(run) !== 'none' || mayBeAName(run) || isGivenAlone(run));
