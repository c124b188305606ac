import { isPlaceAbroad } from './abroad.ts';
import { isCommonWord, isKnownAsAName } from './common-words.ts';
import { isNoun } from './dictionary/nouns.ts';
import { isPlainlyExplained, isWord } from './explained.ts';
import type { Field, Finding, Known } from './finding.ts';
import { type NameLikeness, nameLikeness } from './likeness.ts';
import { RARE_SURNAMES } from './surnames.ts';
import {
  AFTER_A_PERSON,
  BEFORE_A_PERSON,
  isParticle,
  isTitle,
  OTHER_MEANINGS,
  stems,
  type Title,
  titleBeginning,
  titleEnding,
} from './titles.ts';
import { isListMark, type Word, wordsOf } from './words.ts';

/** What stands beside a name and says how surely it is one. */
type Context =
  | { kind: 'person' }
  | { kind: 'title'; title: Title; before?: true }
  | { kind: 'count' }
  | { kind: 'bracket' }
  | { kind: 'deed' }
  | { kind: 'none' };

/** Korean names in words of their own or grown together with a title: `홍길동 과장`, `김도영주무관`, `대표 김영희`, `배효인 외 2명`. */
export function koreanNames(text: string, field: Field, known: Known): Finding[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    if (!/^[가-힣]/.test(word.text) || (word.before === '' && /\d$/.test(words[at - 1]?.text ?? ''))) return [];
    const candidate = candidateIn(word, field, known);
    if (!candidate) return [];
    const context = contextOf(candidate, words, at);
    const sure = decide(candidate, context, field, known);
    if (sure === null) return [];
    const start = word.start + candidate.from;
    const title = context.kind === 'title' ? context.title : null;
    return [{ start, end: start + candidate.name.length, kind: 'name' as const, sure, title }];
  });
}

type Candidate = {
  name: string;
  from: number;
  rest: string;
  glued: Title | null;
  likeness: NameLikeness;
  listed: boolean;
  /** It ends like a title itself: 한수석 is 수석 한 씨, or a name. */
  endsAsTitle: boolean;
};

/** The name that a word is or begins with; after 고 or 전 grown onto it, too. */
function candidateIn({ text }: Word, field: Field, known: Known): Candidate | null {
  const isKnown = (name: string) => known.staff.has(name) || known.members.has(name) || known.elected.has(name);
  if ((isTitle(text) && !isKnown(text)) || isPlaceAbroad(text)) return null;
  const holdsAWord = stems(text).some((stem) => isCommonWord(stem));
  const explained = isPlainlyExplained(text);
  const beginsAWord = text.length === 4 && isCommonWord(text.slice(0, 2));
  const ending = titleEnding(text);
  for (const from of /^고[가-힣]{3}$/.test(text) ? [0, 1] : [0]) {
    const body = text.slice(from);
    for (const length of [3, 4, 2, 5]) {
      const name = body.slice(0, length);
      if (name.length < length) continue;
      const rest = body.slice(length);
      const listed = isKnown(name);
      const insideTitle = ending !== null && !listed && endOfTitle(text, ending) < from + length;
      const mayBeBoth = from === 0 && rest === '' && length === 3; // 김수석 대표
      if (insideTitle && !mayBeBoth) continue;
      if (!listed && rest === '' && isPaper(name)) continue;
      const letters = listed ? 'strong' : nameLikeness(name);
      if (letters === 'none' || (from === 1 && letters !== 'strong')) continue;
      if (letters === 'weak' && RARE_SURNAMES.has(name[0] ?? '') && isPlainlyExplained(name)) continue; // 승마장
      const glued = rest === '' ? null : titleBeginning(rest);
      const fits = rest === '' || glued !== null || isParticle(rest) || /^(?:씨|님)/.test(rest) || isAfterPerson(rest);
      if (!fits || (from === 1 && length !== 3)) continue;
      const doubtful = explained && rest !== '' && !listed && !isKnownAsAName(name);
      if (doubtful && !(glued && length === 3 && letters === 'strong')) continue; // 신성호과장 is asked about
      const likeness =
        !listed && (insideTitle || holdsAWord || doubtful || (beginsAWord && letters === 'weak')) ? 'both' : letters;
      // 이사장, 조정관: a word as a whole comes before a name with something behind it.
      if (rest !== '' && !listed && nameLikeness(text) === 'none' && wholeWord(text, glued, length)) continue;
      if (field === 'place' && rest !== '' && !/^(?:씨|님|댁|자택)/.test(rest)) continue;
      return { name, from, rest, glued, likeness, listed, endsAsTitle: insideTitle };
    }
  }
  return null;
}

/** 임용장, 위촉장: what is handed over, and hardly anybody's name. */
const isPaper = (name: string): boolean => name.length === 3 && name.endsWith('장') && isWord(name.slice(0, 2));

/** Where the longest title at a word's end begins: in 명예기관장 before 관장 does. */
const endOfTitle = (text: string, title: Title): number => text.lastIndexOf(title.word);

/** Two letters before a title are an office far more often than a name: 정무부시장, 공보담당관, 광복회장. */
const wholeWord = (text: string, glued: Title | null, length: number): boolean =>
  length === 2 && (glued === null || text.length > 4 || (/^.장$/.test(glued.word) && isNoun(text.slice(0, 2))))
    ? !/^..(?:씨|님)/.test(text)
    : false;

const isAfterPerson = (rest: string): boolean =>
  AFTER_A_PERSON.test(rest) && !/^(?:가족|일가|부부|내외|본인|께|계좌)/.test(rest);

function contextOf({ rest, glued, from, name }: Candidate, words: readonly Word[], at: number): Context {
  const word = words[at];
  const next = words[at + 1];
  const before = words[at - 1];
  if (!word) return { kind: 'none' };
  if (glued) return { kind: 'title', title: glued };
  if (/^(?:씨|님)/.test(rest) || isAfterPerson(rest)) return { kind: 'person' };
  if (from === 1 || /^(?:에게|께|한테)/.test(rest)) return { kind: 'deed' };
  if (/故\s*[)）]?\s*$/.test(word.before) || before?.text === '故') return { kind: 'person' };
  if (before && /^[\s)）:：]*$/.test(word.before)) {
    if (BEFORE_A_PERSON.test(before.text) || (before.text === '고' && word.before === ' ')) return { kind: 'person' };
  }

  if (next && /^[\s(（]*$/.test(word.after)) {
    if (/^(?:씨|님|氏)/.test(next.text)) return { kind: 'person' };
    if (/^[외등]$/.test(rest) && /^\d/.test(next.text)) return { kind: 'count' };
    if (/^(?:외|등)$/.test(next.text) && /^\s*(?:총|약)?\s*\d/.test(next.after + (words[at + 2]?.text ?? '')))
      return { kind: 'count' };
    if (
      /^(?:모친|부친|조모|조부|빙모|빙부|시모|시부|장인상|장모상|배우자|자녀|장남|장녀|차남|차녀|유족|결혼|혼사|별세|사망|작고|영결식|발인|장례|빈소|조문|문상|부고|댁|자택|귀하|계좌)/.test(
        next.text,
      )
    )
      return { kind: 'person' };
    const title = titleEnding(next.text);
    // 주민께 감사 인사
    if (title && !(OTHER_MEANINGS.test(title.word) && isPlainlyExplained(word.text))) return { kind: 'title', title };
    // 홍길동 서울시 주택정책과장, 김영희 한빛시민회 대표
    const later = words[at + 2];
    const far = later && next.after === ' ' && stems(next.text).length === 1 ? titleEnding(later.text) : null;
    if (
      far &&
      later &&
      later.text.length <= far.word.length + 1 &&
      nameLikeness(next.text) === 'none' &&
      rest === '' &&
      name.length === 3
    )
      return { kind: 'title', title: far };
  }
  const listed = titleOfList(words, at);
  if (listed) return { kind: 'title', title: listed };
  if (before && /^[\s(（:：)）]*$/.test(word.before)) {
    const title = titleEnding(before.text);
    if (title && before.text.endsWith(title.word)) {
      return OTHER_MEANINGS.test(title.word) ? { kind: 'deed' } : { kind: 'title', title, before: true };
    }
  }
  if (/[(（<[「『【〔]\s*$/.test(word.before) && /^\s*[)）>\]」』】〕,]/.test(word.after)) return { kind: 'bracket' };
  if (
    before &&
    word.before === ' ' &&
    /(?:과|팀|국|실|담당관|센터|사업소|본부)$/.test(before.text) &&
    before.text.length > 2
  ) {
    if (/^\s*[)）]/.test(word.after) || word.after === '') return { kind: 'bracket' };
  }
  if (next && DEEDS.test(next.text) && /^\s+$/.test(word.after)) return { kind: 'deed' };
  return { kind: 'none' };
}

/** What is done with people: 면담, 초청, 접견. */
const DEEDS =
  /^(?:면담|초청|접견|예방|위로|축하|퇴임|환송|환영|전별|취임|승진|수상|입원|생일|병문안|격려금|부의|조의|축의|축의금|부의금|조의금|경조)/;

/** In 김영희·이철수·박민수 과장 the title is everybody's. */
function titleOfList(words: readonly Word[], at: number): Title | null {
  for (let i = at; i < Math.min(words.length - 1, at + 12); i++) {
    const between = words[i]?.after ?? '';
    const word = words[i + 1];
    if (!word) return null;
    if (isListMark(between)) continue;
    if (between === ' ' && i > at) return titleEnding(word.text);
    return null;
  }
  return null;
}

const ELECTED_COUNCIL = /의원|의장|위원장|원내대표/;

/** Whether it surely is a name to be masked; null for what is none, or may stay. */
function decide(
  { name, rest, likeness, listed, endsAsTitle }: Candidate,
  context: Context,
  field: Field,
  known: Known,
): boolean | null {
  const title = context.kind === 'title' ? context.title : null;
  if (known.elected.has(name) && (title === null || title.tier === 'elected' || /위원장/.test(title.word))) return null;
  if (known.members.has(name) && !known.staff.has(name)) {
    if (title && ELECTED_COUNCIL.test(title.word)) return null;
    if (title === null && context.kind !== 'person') return field === 'place' ? null : false;
  }
  if (field === 'place') return inPlace(likeness, context, rest, title);
  if (known.staff.has(name)) return name.length > 2 || context.kind !== 'none';
  if (title?.tier === 'elected' && !listed) {
    // A clinic is called 의원 as well, and a city before its mayor: a person decides.
    return likeness === 'strong' ? false : null;
  }
  const people = field === 'attendees' || field === 'spender';
  switch (likeness) {
    case 'strong':
      if (context.kind === 'none' || context.kind === 'deed')
        return people && isParticle(rest) ? true : rest === '' || isParticle(rest) ? false : null;
      return true;
    case 'weak':
      if (context.kind === 'person') return name.length === 3 || /^(?:씨|님)/.test(rest);
      if (context.kind === 'none') return people && rest === '' ? false : null;
      return false;
    case 'both':
      if (context.kind === 'title' && context.before && !people)
        return endsAsTitle || isKnownAsAName(name) ? false : null;
      if (context.kind === 'bracket' && !isKnownAsAName(name) && isPlainlyExplained(name + rest)) return null;
      return !people && (context.kind === 'none' || context.kind === 'deed')
        ? null
        : context.kind === 'person' && name.length === 3;
    case 'none':
      return null;
  }
}

/** A merchant's name may be a person's, and is published; who lives somewhere is not. */
function inPlace(likeness: NameLikeness, context: Context, rest: string, title: Title | null): boolean | null {
  if (likeness !== 'strong') return null;
  if (/^(?:댁|자택|씨|님)/.test(rest) || context.kind === 'person') return true;
  if (context.kind === 'bracket') return false;
  return title && title.tier !== 'elected' ? true : null;
}
