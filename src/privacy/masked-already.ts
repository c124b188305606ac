import { isCommonWord } from './common-words.ts';
import { isNoun } from './dictionary/nouns.ts';
import { isWord } from './explained.ts';
import type { Finding } from './finding.ts';
import { CLEAR_SURNAMES, DOUBLE_SURNAMES, RARE_SURNAMES, SURNAMES } from './surnames.ts';
import { endsLikeAName, givenLikeness } from './syllables.ts';
import { BEFORE_A_PERSON, beginsWithADeed, isTitle, OTHER_MEANINGS, stems, titleBeginning } from './titles.ts';

const DOUBLE = [...DOUBLE_SURNAMES].join('|');
const SURNAME = `(?:[${[...SURNAMES].join('')}]|${DOUBLE})`;
const ANY_SURNAME = `(?:[${[...SURNAMES, ...RARE_SURNAMES].join('')}]|${DOUBLE})`;
const GIVEN_TO = '에게|한테|께서|과의|와의|으로|로부|씨와|씨의|씨에|님과|님의|님께';
const HIDDEN = '[○〇◯ㅇ*＊●□■×△▲▽▼☆★◇◆]';

/** 김○○, 홍○동, 박OO, 이**: half a name is one still. */
const HALF = new RegExp(
  `(?<![가-힣])${SURNAME}(?:${HIDDEN}{1,3}[가-힣]?|[가-힣]${HIDDEN}{1,2}|O{2,3}|X{2,3}|x{2,3}|o{2,3}|0{2})(?![\\dA-Za-z*])`,
  'g',
);
/** 홍O동, 홍o동, 홍0동, 홍_동, 사○○: marks that have other meanings as well, or surnames that do. */
const PERHAPS_HALF = new RegExp(
  `(?<![가-힣\\d])${ANY_SURNAME}(?:(?:[OoXx0_#?]|${HIDDEN}){1,2}[가-힣](?![가-힣]{2}(?<!${GIVEN_TO}))|${HIDDEN}{1,3}(?![가-힣])|[OX]{2,3}(?![가-힣A-Za-z]))`,
  'g',
);
/** 김 모씨, 박모 대표, 이 아무개, 왕某 */
const SOME = new RegExp(
  `(?<![가-힣])${SURNAME}\\s?(?:모|某|아무개)(?=\\s?(?:씨|氏|군|양|여인|할머니|할아버지|대표|과장|교수|의원|국장|팀장|주무관|회장|사장|원장|기자))`,
  'g',
);
const SOMEBODY = new RegExp(`(?<![가-힣])${ANY_SURNAME}\\s?(?:某|아무개)(?![가-힣])`, 'g');
/** 김 영 희, 김.영.희, 김-영-희, 김/영/희 */
const APART = new RegExp(
  `(?<![가-힣])(${ANY_SURNAME})([\\s.·*_/-]{1,3})([가-힣])([\\s.·*_/-]{1,3})([가-힣])(?!\\s(?![씨님외등군양측및옹])[가-힣](?![가-힣]))`,
  'g',
);
/** 민·관·군, 시.군.구, 노·사·정: who works together, a letter each. */
const BODY = '[시군구읍면동도국민관산학연노사정당청유초중고남북한미일경검언여야농상임직원공법의교]';
const AUTHORITIES = new RegExp(`^${BODY}[.·]${BODY}[.·]${BODY}$`);
/** 김 영희 과장, 김영 희 과장 */
const PARTED = new RegExp(
  `(?<![가-힣])(?:(${SURNAME})\\s([가-힣]{2})|(${SURNAME}[가-힣])\\s([가-힣]))(?=([가-힣]*)\\s?([가-힣]*))`,
  'g',
);
/** 허 훈 과장, 이 완 씨, 장 빈에게, 임 현 외 2명 */
const SHORT = new RegExp(
  `(?<![가-힣])(${SURNAME})\\s([가-힣])(?:(?=\\s(?:[가-힣]{2,6}))|(?=\\s?(?:씨|님)(?![가-힣]{2})|에게|께|한테|\\s[외등]\\s?\\d+\\s?명|[)）\\]]|,\\s?[가-힣]{3}\\s))`,
  'g',
);
/** What stands alone before a post, and ends no name there: 이 전 시장, 정 부 회장. */
const NO_GIVEN = /[전현신부총고각본동당등및외중후내간번명개시군구도국과팀실]/;
/** 김 과장, 박 교수: a surname and a post. */
const SURNAME_ONLY = new RegExp(`(?<![가-힣])(${SURNAME})\\s(?=([가-힣]{2,6}))`, 'g');

/** A씨, K 모 씨, B군: who an initial stands for. */
const INITIAL =
  /(?<![A-Za-z\d.-])[A-Z](?:\s?모)?(?=\s?(?:씨|님)(?![가-힣]{2})|(?:군|양)(?:\s(?!감염|연쇄|백신|법정)|[과와이을은의에도]|$))/g;
/** B과장, K 대표 */
const INITIAL_OF = /(?<![A-Za-z\d&.-]\s?)[A-Z](?=\s?[가-힣]{2})/g;
/** J.H. 김, 김 J.H., K.H.S, L.M. */
const INITIALS = new RegExp(
  `(?<![A-Za-z.])(?:${SURNAME}\\s)?(?:[A-Z]\\.\\s?){1,3}(?:[A-Z](?![A-Za-z])\\.?)?(?:\\s?${SURNAME}(?![가-힣]))?(?=\\s?(?:씨|님)(?![가-힣]{2})|에게|께|한테|\\s?[외등]\\s?\\d+\\s?명|[)）\\]]|\\s?[가-힣]{2,8})`,
  'g',
);
const NO_INITIALS =
  /^(?:U\.?[NSK]|N\.G\.O|[IA]\.[TIR]|P\.[RDT]|E\.U|C\.E\.O|M\.O\.U|V\.I\.P|S\.N\.S|T\.[VF]|D\.M\.Z|[QEF]\.A)/;

/** 김과장, 박교수님: the same in one word. */
const GLUED = new RegExp(`(?<![가-힣])([${[...CLEAR_SURNAMES].join('')}])(?=([가-힣]{2,8}))`, 'g');

/** Surnames alone, half hidden names, and names with spaces in them. */
export function brokenNames(text: string, people: boolean): Finding[] {
  const found: Finding[] = [];
  const add = (start: number, length: number, sure: boolean) =>
    found.push({ start, end: start + length, kind: 'name', sure, title: titleAfter(text, start + length) });

  for (const match of text.matchAll(HALF)) add(match.index, match[0].length, true);
  for (const match of text.matchAll(PERHAPS_HALF)) add(match.index, match[0].length, false);
  for (const match of text.matchAll(SOMEBODY)) add(match.index, match[0].length, false);
  for (const match of text.matchAll(SOME)) add(match.index, match[0].length, true);
  for (const match of text.matchAll(APART)) {
    const [whole, , first = '', second = '', other = '', third = ''] = match;
    if (first.trim() !== other.trim() || /[가-힣]/.test(text[match.index + whole.length] ?? '')) {
      const after = text.slice(match.index + whole.length).match(/^[가-힣]*/)?.[0] ?? '';
      if (!titleBeginning(after) && !/^(?:씨|님|은|는|이|가|을|를|의|께|와|과|에게|한테|도|측|으로|로부터)/.test(after))
        continue;
    }
    const likeness = givenLikeness(second + third);
    if (likeness === 'none') continue;
    const titled =
      titleAfter(text, match.index + whole.length) !== null ||
      /^\s?(?:씨|님)/.test(text.slice(match.index + whole.length));
    if (!titled && AUTHORITIES.test(whole)) continue;
    // 이 한 해: behind another word, letters with blanks between are a name where it says who, or what befalls them.
    const said = saysWho(text, match.index);
    if (said === false && !first.trim() && !titled && !befalls(text, match.index + whole.length)) continue;
    add(match.index, whole.length, likeness === 'strong' && (titled || people || CLEAR_SURNAMES.has(match[1] ?? '')));
  }
  for (const match of text.matchAll(PARTED)) {
    const [whole, surname, given, half, last] = match;
    const likeness = givenLikeness(given ?? `${(half ?? '').slice(-1)}${last ?? ''}`);
    if (likeness === 'none' || (given && (isCommonWord(given) || isTitle(given)))) continue;
    const end = match.index + whole.length;
    const after = text.slice(end);
    if (
      given &&
      /^[가-힣]/.test(after) &&
      !titleBeginning(after.match(/^[가-힣]+/)?.[0] ?? '') &&
      !/^(?:씨|님)/.test(after)
    )
      continue;
    if (half && /^[가-힣]/.test(after)) continue;
    const titled = titleAfter(text, end) !== null || /^\s?(?:씨|님)/.test(after);
    const clear = CLEAR_SURNAMES.has(surname ?? half?.[0] ?? '');
    if (titled) add(match.index, whole.length, likeness === 'strong' && clear);
    else if (surname && clear && likeness === 'strong') add(match.index, whole.length, people);
    else if (
      surname &&
      likeness === 'strong' &&
      !isWord(given ?? '') &&
      (saysWho(text, match.index) || befalls(text, end) || /[(（]$/.test(text.slice(0, match.index)))
    )
      add(match.index, whole.length, false);
  }
  for (const match of text.matchAll(SHORT)) {
    const end = match.index + match[0].length;
    const clear = CLEAR_SURNAMES.has(match[1] ?? '');
    if (!endsLikeAName(match[2] ?? '') || (!clear && NO_GIVEN.test(match[2] ?? ''))) continue;
    const goesOn = /^\s[가-힣]{2}/.test(text.slice(end, end + 3));
    const met = befalls(text, end) && (clear || saysWho(text, match.index) === true);
    if (!goesOn || titleAfter(text, end) || met) add(match.index, match[0].length, false);
  }
  for (const match of text.matchAll(SURNAME_ONLY)) {
    const [whole, surname = '', next = ''] = match;
    const title = titleBeginning(next) ?? (/^씨/.test(next) ? { word: '씨', tier: 'private' as const } : null);
    if (title && (CLEAR_SURNAMES.has(surname) || title.word === '씨')) {
      found.push({ start: match.index, end: match.index + whole.trimEnd().length, kind: 'name', sure: true, title });
    }
  }
  for (const match of text.matchAll(INITIAL)) add(match.index, match[0].length, false);
  for (const match of text.matchAll(INITIAL_OF)) {
    const title = titleAfter(text, match.index + 1);
    if (title && !OTHER_MEANINGS.test(title.word)) add(match.index, 1, false);
  }
  for (const match of text.matchAll(INITIALS)) {
    const whole = match[0].trimEnd();
    const after = text.slice(match.index + whole.length, match.index + whole.length + 12);
    const beside = /^\s?(?:씨|님|에게|께|한테|[외등]\s?\d|[)）\]])/.test(after) || beginsWithADeed(after.trimStart());
    if (NO_INITIALS.test(whole) || !(beside || titleAfter(text, match.index + whole.length))) continue;
    add(match.index, whole.length, false);
  }
  for (const match of text.matchAll(GLUED)) {
    const [, surname = '', rest = ''] = match;
    const word = surname + rest;
    if (isCommonWord(word) || isTitle(word) || isTitle(stems(word).at(-1) ?? '')) continue;
    const title = titleBeginning(rest);
    if (!title || isNoun(surname + title.word)) continue; // 임신부
    add(match.index, surname.length, false);
  }
  return found;
}

/** Whether the word before says who somebody is (총무과, 민원인); null where none stands. */
function saysWho(text: string, start: number): boolean | null {
  const before = /([가-힣]{1,12})\s$/.exec(text.slice(Math.max(0, start - 14), start))?.[1];
  if (before === undefined) return null;
  return BEFORE_A_PERSON.test(before) || /..(?:과|팀|담당관)$|^(?:직원|시민|주민)$/.test(before) || isTitle(before);
}

/** Whether what is done with somebody, or befalls them, comes next: 면담, 결혼. */
const befalls = (text: string, end: number): boolean =>
  /^\s(?:면담|상담|접견|결혼|출산|송별|환송|위문|위로|병문안|문병|조문|모친|부친|퇴임|승진|[외등]\s?\d)/.test(
    text.slice(end, end + 6),
  );

function titleAfter(text: string, end: number) {
  const after = /^\s?([가-힣]{2,12})/.exec(text.slice(end))?.[1];
  return after ? titleBeginning(after) : null;
}
