import { isPlainlyExplained, isWord } from './explained.ts';
import type { Finding } from './finding.ts';
import { letterLikeness, mayBeAName } from './likeness.ts';
import { isSurname } from './surnames.ts';
import { mayEndAName } from './syllables.ts';
import { isTitle, titleBeginning } from './titles.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * Who lives, lies in hospital or is mourned at a place: 故 이용 빈소, 권연 화백 작업실, 중앙병원 302호(공염), 금령로 10 김헌 댁. A merchant is
 * often called as somebody is; only these marks say that it is none.
 */
export function namesAtPlaces(text: string): Finding[] {
  const words = wordsOf(text);
  return words.flatMap((word, at): Finding[] => {
    const name = nameIn(word.text);
    if (name === null || isTitle(name) || !isMarked(name, words, at)) return [];
    return [{ start: word.start, end: word.start + name.length, kind: 'name', sure: false, title: null }];
  });
}

/** A whole word, or what stands before 씨 or 댁. */
function nameIn(run: string): string | null {
  const name = /^([가-힣]{2,4}?)(?:씨네?|님|옹|댁|어르신|할머니|할아버지)?$/.exec(run)?.[1] ?? '';
  const isPossible =
    letterLikeness(name) !== 'none' ||
    mayBeAName(name) ||
    (isSurname(name[0] ?? '') && mayEndAName(name) && !isPlainlyExplained(name));
  return name.length > 1 && isPossible ? name : null;
}

const LIVES =
  /^(?:댁|자택|빈소|분향소|농가|작업실|집필실|사무실|생가$|(?:부친|모친|장인|장모|빙부|빙모|시부|시모|조부|조모|배우자)상?(?![가-힣]))/;
const ALSO_OF_A_FIRM = /^(?:사무실|농가)/;
const CALLED = /^(?:어르신|할머니|할아버지|옹|씨|님|화백|작가|시인|명창|독거노인)/;
const LIES_IN = /(?:병원|요양원|의료원|병동|장례식장|장례문화원|빈소|호|호실|병실)$/;

function isMarked(name: string, words: readonly Word[], at: number): boolean {
  const [before, word, next, later] = [words[at - 1], words[at], words[at + 1], words[at + 2]];
  if (!word) return false;
  if (/[故]\s?$/.test(word.before) || before?.text === '故' || before?.text === '고인') return true;
  // 양반댁 is an inn.
  if (word.text !== name)
    return (
      /^(?:씨|옹|어르신)/.test(word.text.slice(name.length)) || (letterLikeness(name) === 'strong' && !isWord(name))
    );
  const closes = /^\s*[)）]/.test(word.after);
  if (closes && /[(（]\s*$/.test(word.before) && LIES_IN.test(before?.text ?? ''))
    return !isWord(name) || before?.text === '빈소';
  if (!next || !/^\s?$/.test(word.after)) return false;
  if (LIVES.test(next.text) && (!ALSO_OF_A_FIRM.test(next.text) || (letterLikeness(name) !== 'none' && !isWord(name))))
    return true;
  // 김도연 상가(한빛병원 장례식장)
  if (next.text === '상가' && /장례|병원|빈소/.test(next.after + (later?.text ?? '') + (words[at + 3]?.text ?? '')))
    return !isPlainlyExplained(name);
  const isLast = later === undefined || /^\s*[)）]/.test(next.after) || LIVES.test(later.text);
  return (
    isLast &&
    (CALLED.test(next.text) || (titleBeginning(next.text) !== null && later !== undefined && LIVES.test(later.text)))
  );
}
