import { TALKED_OVER } from './beside-a-person.ts';
import { isCommonWord } from './common-words.ts';
import { isCollective, letterLikeness, mayBeAName } from './likeness.ts';
import { BEFORE_A_PERSON, isTitle, titleEnding } from './titles.ts';
import { isListMark, type Word } from './words.ts';

/** What is done or happens, and is nobody: 국장 이임 송별, 팀장 정년 퇴임. */
const DEED =
  /^(?:이임|전보|전출|전입|정년|승진|취임|퇴임|부임|승급|표창|포상|위문|위로|송별|환송|기념|부친|모친|장인|장모|조부|조모|시부|시모|부부|표시|인사|공로|소개|초청|초대|방문|현장|전원|일동|일행|공동|주관|주재)/;
/** Who stands before a post, and is nobody: 전임 국장, 담당 과장. */
const WHICH =
  /^(?:신임|전임|전직|현직|담당|소관|주무|후임|상임|선임|수석|해당|관할|유관|이하|이상|고위|상급|하급|차기|외부|내부|민간|공동|양측|소속|주한|명예|지역|전체|공식|정식|주요)/;
/** What befalls one person: of everyday words, too. */
const HAPPENS =
  /^(?:문병|병문안|빈소|부고|모친|부친|빙모|빙부|시모|시부|장인상|장모상|별세|영결식|발인|칠순|팔순|회갑|환갑|생신|돌잔치|할머니|할아버지|접견)/;
const SEEN_OFF =
  /^(?:송별|환송|전별|영전|이임|취임|퇴임|전보|전출|승진|병문안|문병|모친|부친|빙모|빙부|결혼|출산|조의|부의|축의)/;
const HANDED_OVER = /^(?:위문|감사패|공로패|상패|꽃다발|위로금|격려금|시상)/;
const HONOURED = /^(?:표창|시상|감사패|공로패|상패|꽃다발|격려|위로|위문|송별|환송|병문안|문병|조사|면담|상담)/;
const OWNS = /^(?:예금주|수취인|수령인)$/;
const ALONE_WITH = /^(?:면담|독대|차담|티타임)/;
const WAS_THERE = /^(?:참석|배석|동석|불참)[한하해했]/;
/** One person by what they are: 시민 정은 표창, 운전자 장구 조사. */
const SOMEONE = /^(?:시민|주민|직원|구민|도민|군민|학생|어르신|공무원|상인|기사|회원|통장|이장|사원|대원|[가-힣]+자)$/;

/**
 * Whether two letters that are a word stand for somebody: 오후 씨, 우유 과장 송별. It is what a person is given or does that says so, and for
 * words that a city hall writes every day less will do than for the others.
 */
export function isSomebodyHere(name: string, rest: string, words: readonly Word[], at: number): boolean {
  const [before, word, next, later] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (!word || !mayBeAName(name) || DEED.test(name) || isTitle(name)) return false;
  const follows = word.after === ' ' ? (next?.text ?? '') : '';
  if (/^(?:과|와|과의|와의)$/.test(rest))
    return (
      ALONE_WITH.test(follows) ||
      (!isCommonWord(name) && words.slice(at + 1, at + 4).some(({ text }) => TALKED_OVER.test(text)))
    );
  if (/^[이가도은는]$/.test(rest)) return WAS_THERE.test(follows);
  if (/^[외]?$/.test(rest) && isCounted(rest, word, next, later)) return !WHICH.test(name);
  if (rest !== '') return false;
  if (/^씨(?:[가-힣]{0,2})$/.test(follows) || (HAPPENS.test(follows) && !WHICH.test(name))) return true;
  if (/^[(（]$/.test(word.after.trim()) && isAgeOrSex(next, later)) return true;
  const closes = word.after.trim() === '' ? next === undefined : /^\s*[)）\]]/.test(word.after);
  const stands = before !== undefined && /^(?: ?[:：] ?| )$/.test(word.before);
  if (stands && closes && OWNS.test(before.text)) return true;
  // 우유 국장 이임에 따른 송별, 과장 우유 송별
  if (isTitle(follows) && next?.after === ' ' && SEEN_OFF.test(later?.text ?? '') && !WHICH.test(name)) return true;
  const titled = stands && word.before === ' ' && isTitle(before.text) && titleEnding(before.text) !== null;
  if (titled && SEEN_OFF.test(follows)) return true;
  if (isCommonWord(name)) return false;
  if ((HANDED_OVER.test(follows) && !name.endsWith('상')) || holdsATitle(words, at)) return true;
  return stands && (SOMEONE.test(before.text) || BEFORE_A_PERSON.test(before.text)) && HONOURED.test(follows);
}

/** 고지(여, 72), 이담(45세) */
const isAgeOrSex = (word: Word | undefined, next: Word | undefined): boolean =>
  word !== undefined &&
  ((/^[남여]$/.test(word.text) && (isListMark(word.after) || /^\s*[)）]/.test(word.after))) ||
    (/^\d{2}$/.test(word.text) && (/^\s*[)）,]/.test(word.after) || next?.text === '세')));

/** 민국 외 2명 */
const isCounted = (rest: string, word: Word, next: Word | undefined, later: Word | undefined): boolean =>
  rest === '외'
    ? /^\d/.test(next?.text ?? '')
    : word.after === ' ' &&
      next?.text === '외' &&
      /^\d/.test(later?.text ?? '') &&
      !/[개곳건]/.test(later?.after ?? '');

/**
 * Whether an item of a list of people is somebody, though a dictionary has the word: 국장 백일, 직원 이귀남. Whole offices and groups stand
 * there as well.
 */
export function isAmongPeople(name: string, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (!word || isCollective(name) || GROUP.test(name) || DEED.test(name) || isTitle(name)) return false;
  const ends =
    word.after.trim() === '' ? next === undefined || /^[외등]$/.test(next.text) : /^\s*[,·/(（)）]/.test(word.after);
  const begins = before === undefined || isListMark(word.before);
  const behindAPost =
    word.before === ' ' &&
    before !== undefined &&
    (titleEnding(before.text) !== null || /^직원$|..[과팀]$/.test(before.text));
  if (!ends || !(begins || behindAPost)) return false;
  if (name.length === 2) return mayBeAName(name) && (behindAPost || !isCommonWord(name));
  return letterLikeness(name) === 'strong' && !isCommonWord(name);
}
const GROUP = /[자인민원회단팀과국층들급점소부]$|일동|전원/;

/** 이형(한국대 교수): a bracket that says what they are. */
function holdsATitle(words: readonly Word[], at: number): boolean {
  if (!/^\s?[(（]$/.test(words[at]?.after ?? '')) return false;
  const last = [1, 2, 3].find((further) => /^\s*[)）]/.test(words[at + further]?.after ?? ''));
  return last !== undefined && titleEnding(words[at + last]?.text ?? '') !== null;
}
