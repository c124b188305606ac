import { isNameAbroad, isPlaceAbroad } from './abroad.ts';
import { isBesideAPerson, OF_A_PERSON } from './beside-a-person.ts';
import { isCommonWord, isLoanWord, loanIn } from './common-words.ts';
import { isExplained, isParticles, isPlainlyExplained, isWord, VERBAL } from './explained.ts';
import type { Finding, Known } from './finding.ts';
import { letterLikeness } from './likeness.ts';
import { isSurname } from './surnames.ts';
import { BEFORE_A_PERSON, isTitle, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/** Syllables that no Sino-Korean or everyday word has. */
const FOREIGN_LETTERS =
  /[블샤쩡짱쏨첼넬쭈쩌쁘뜨띠쏘슈뢰쿠뷔튜듀츄쉬쉐셰셔샹렉렌렐렛릭릿랙랜랭렘뤼롭룩룬룸럼럭랍웬윌윈윗퀘퀸큰킨켄켈켐켓쿤쿨툰튀틴틸펜펠펫퐁핀햄헨헬힌힐뱅밴벤벨벳븐쩐쯔쑤쑨쒀좡팡옌웅흐싀촐츠잭존톰앤폴릴빌벡슨먼튼턴딘댄던데델뎀돈드든딕]/;

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
    if (!strange && !isShortPart(name) && !mayGoOn(words, at, name) && !endsVietnamese(words, at, name)) return [];
    if ((!strange && first === at) || isTitle(word.text) || titleEnding(name)) return [];
    const rest = word.text.slice(name.length);
    const parts = [...words.slice(first, at).map(({ text }) => text), name];
    const foreign =
      parts.some(looksAbroad) ||
      VIETNAMESE.test(parts.join('')) ||
      (parts.length > 1 && strange && parts.every(isUnusual));
    const beside =
      (rest !== '' && OF_A_PERSON.test(rest)) ||
      isBesideAPerson(rest, words, at, first) ||
      (foreign && rest === '' && (isReceived(words, first, at) || isInAList(words, first, at))) ||
      (foreign && /^[이가은는]$/.test(rest) && CAME.test(words[at + 1]?.text ?? ''));
    const alone =
      people && rest === '' && (isListMark(word.after) || word.after.trim() === '') && FOREIGN_LETTERS.test(name);
    const twice = first < at && strange && FOREIGN_LETTERS.test(name) && FOREIGN_LETTERS.test(words[first]?.text ?? '');
    if (!beside && !alone && !twice) return [];
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
    isChinese(run) ||
    (VIETNAMESE.test(run) && !isPlainlyExplained(run)) ||
    (!isLoan(run) &&
      !beginsWithALoan(run) &&
      !isCommonWord(run) &&
      (!isExplained(run) || (FOREIGN_LETTERS.test(run) && (!isWord(run) || run.length > 2)) || soundsAbroad(run))));

/** 청년콘서트, and no 델라크루즈: what is left of it is a word. */
const isLoan = (run: string): boolean => {
  const part = loanIn(run);
  if (part === null) return false;
  const [before = '', after = ''] = [run.slice(0, run.indexOf(part)), run.slice(run.indexOf(part) + part.length)];
  return [before, after].every(
    (left) => left.length < 2 || isPlainlyExplained(left) || isLoanWord(left) || isParticles(left),
  );
};

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
const ABROAD_LETTER = /[쓰카쿠키케타티투테트파피푸페포프츠바브버베르라루레러즈디더드데누야토마쿄캬쇼쥬스메에로와미노]/;
const ABROAD = /[쓰카쿠키케타티투테트파피푸페포프츠바브버베르라루레러즈디더드데누야토마쿄캬쇼쥬스메에로]/g;

/** What is done with guests: 응우옌티란 초청 간담회, 슈뢰더 환송 만찬; or a bracket that holds nothing else. */
const RECEIVED = /^(?:초청|초대|환송|환영|예방|내방|내한|방한|송별|접견|면담|정착|귀국|출국|입국|만남)/;
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
      (letterLikeness(other.text) === 'strong' || looksAbroad(other.text)),
  );

/** Syllables that Chinese names are written with, two of which no other word has: 저우하오란, 천샤오쥔. */
const CHINESE =
  /(?:샤오|하오|자오|차오|바오|마오|가오|라오|타오|야오|저우|허우|위안|웨이|메이|페이|카이|차이|쉬안|룽|훙|밍|펑|쥔|톈|롄|젠|궈|뤄|천|왕|쉬|리|란|링|옌)/g;

/** Whether its letters are those of names from abroad, not only unknown. */
export const looksAbroad = (run: string): boolean =>
  !isPlaceAbroad(run) &&
  !isLoan(run) &&
  (isNameAbroad(run) ||
    FOREIGN_LETTERS.test(run) ||
    soundsAbroad(run) ||
    isChinese(run) ||
    isJapanese(run) ||
    VIETNAMESE.test(run));

/** 즈엉반남, 까오 반 득: a family's name and what stands in the middle. */
const VIETNAMESE =
  /^(?:응우옌|응웬|쩐|팜|호앙|즈엉|쯔엉|부이|까오|도안|찐|르엉|딘|응오|레|판|부|보|당|호)(?:반|티|민|득|꽝|탄|응옥|투|낌|쑤언|흐우|호앙|홍)[가-힣]/;

/** 수실라 타파, 이시카와 유이: what follows a part of such a name and is no usual word. */
function mayGoOn(words: readonly Word[], at: number, name: string): boolean {
  const before = words[at - 1]?.text ?? '';
  return (
    /^(?: |[·・‧-])$/.test(words[at]?.before ?? '') &&
    (isNameAbroad(before) || (before.length > 2 && isStrange(before) && (looksAbroad(before) || isUnusual(name)))) &&
    (name.length > 1 || isSurname(name)) &&
    name.length <= LONGEST_PART &&
    !isCommonWord(name) &&
    (!isLoan(name) || looksAbroad(before)) &&
    !RECEIVED.test(name)
  );
}
const LONGEST_PART = 4;

const isUnusual = (run: string): boolean => !isWord(run) || ABROAD_LETTER.test(run);

/** 호앙 티 마이: the last is a word, and the first two say that it is none here. */
const endsVietnamese = (words: readonly Word[], at: number, name: string): boolean =>
  words[at]?.before === ' ' &&
  words[at - 1]?.before === ' ' &&
  /^(?:반|티|민|득|꽝|탄|응옥|투|낌|쑤언|흐우|홍)$/.test(words[at - 1]?.text ?? '') &&
  VIETNAMESE.test(`${words[at - 2]?.text}${words[at - 1]?.text}${name}`);

/** 하스미다, 츠보카와: syllables that Japanese has, and nobody's word. */
const isJapanese = (run: string): boolean => run.length > 3 && JAPANESE.test(run) && !isExplained(run);
const JAPANESE =
  /^[아이우에오가기구게고카키쿠케코사시스세소자지즈제조다데도타치쓰테토츠나니누네노하히후헤호바비부베보파피푸페포마미무메모야유요라리루레로와교쇼슈주쥬료]+$/;

const isChinese = (run: string): boolean =>
  run.length > 2 && (run.match(CHINESE) ?? []).length >= 2 && !isPlainlyExplained(run);

/** Before a title stands all of a name: 안젤리나 총영사 is no 안젤리 with 나, 소이치로 접견 no 소이치 with 로. */
function nameOf(words: readonly Word[], at: number): string {
  const [text, next] = [words[at]?.text ?? '', words[at + 1]];
  const before = words[at - 1];
  const whole =
    (words[at]?.after === ' ' && (titleEnding(next?.text ?? '') || /^(?:씨|님|측)/.test(next?.text ?? ''))) ||
    (words[at]?.before === ' ' && titleEnding(before?.text ?? '')) ||
    (!/(?:과|와|에게|께|측|의|을|를)$/.test(text) && isReceived(words, at, at)) ||
    /^\s*[)）\]】]/.test(words[at]?.after ?? '') ||
    next === undefined ||
    isNameAbroad(text);
  return whole && (isStrange(text) || text.length === 2) ? text : withoutTail(text);
}

/** Where a name begins whose last word stands at a place: its other words are strange or short, and stand right before. */
function firstOf(words: readonly Word[], at: number, strange: boolean): number {
  let first = at;
  let found = strange;
  for (let i = at - 1; i >= 0 && at - i < LONGEST_NAME; i--) {
    const [word, next] = [words[i], words[i + 1]];
    if (!word || !next || !/^(?: |[·・‧-])$/.test(next.before) || !/^[가-힣]+$/.test(word.text)) break;
    if (isPlaceAbroad(word.text) && !isNameAbroad(word.text) && word.text.length > 1) break;
    if ((isStrange(word.text) || isNameAbroad(word.text)) && !VERBAL.test(word.text)) found = true;
    else if (!isShortPart(word.text) && !mayGoBefore(word.text, words[at]?.text ?? '')) break;
    first = i;
  }
  const parts = words.slice(first, at + 1).map(({ text }) => withoutTail(text));
  found ||=
    first < at &&
    (parts.every((part) => part.length > 1 && isShortPart(part)) ||
      (parts.length > 2 && parts.every((part) => part.length === 1)));
  return found ? first : at;
}

/** 사이토 나오키, 구로사와 레나: known to the dictionary for somebody who is called so. */
const mayGoBefore = (run: string, last: string): boolean =>
  run.length > 1 &&
  run.length <= LONGEST_PART &&
  (isStrange(last) || looksAbroad(last)) &&
  ABROAD_LETTER.test(run) &&
  !isCommonWord(run) &&
  !isLoan(run) &&
  !BEFORE_A_PERSON.test(run) &&
  !titleEnding(run);

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
  '님씨측및외등수한이그저전각현총약제고다더또왜꼭잘못안의그말때곳것년월일시분명원건회차개곡중간내밖앞뒤옆위',
);
const LATINATE =
  /(?:리나|티나|니카|벨라|리아|피아|하마|메드|무드|로스|사토|디아|니아|나카|모토|무라|자키|하시|야마|시마|지마|바시|구치|오카|즈카|마쓰|나베|구라|로사와|카와|이치|유키|마이|체스|레스|알리|로렌|수잔)$/;

const LONGEST_NAME = 4;
const LONGEST_WORD = 20;

function withoutTail(run: string): string {
  let shortest = run;
  for (let length = Math.min(run.length, LONGEST_WORD) - 1; length > 0; length--) {
    const rest = run.slice(length);
    if (
      !(isParticles(rest) && !/^(?:로|와|나|이|가)(?:에게|께|한테|로|와|과|측)/.test(rest)) &&
      !OF_A_PERSON.test(rest)
    )
      continue;
    shortest = run.slice(0, length);
    if (isNameAbroad(shortest)) return shortest;
  }
  return shortest;
}
