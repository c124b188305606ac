import { isCommonWord } from './common-words.ts';
import type { Finding } from './finding.ts';
import { CLEAR_SURNAMES, DOUBLE_SURNAMES, RARE_SURNAMES, SURNAMES } from './surnames.ts';
import { endsLikeAName, givenLikeness } from './syllables.ts';
import { isTitle, stems, titleBeginning } from './titles.ts';

const DOUBLE = [...DOUBLE_SURNAMES].join('|');
const SURNAME = `(?:[${[...SURNAMES].join('')}]|${DOUBLE})`;
const ANY_SURNAME = `(?:[${[...SURNAMES, ...RARE_SURNAMES].join('')}]|${DOUBLE})`;
const HIDDEN = '[○〇◯ㅇ*＊●□■×△▲▽▼☆★◇◆]';

/** 김○○, 홍○동, 박OO, 이**: half a name is one still. */
const HALF = new RegExp(
  `(?<![가-힣])${SURNAME}(?:${HIDDEN}{1,3}[가-힣]?|[가-힣]${HIDDEN}{1,2}|O{2,3}|X{2,3}|x{2,3}|o{2,3}|0{2})(?![\\dA-Za-z*])`,
  'g',
);
/** 홍O동, 홍o동, 홍0동, 홍_동, 사○○: marks that have other meanings as well, or surnames that do. */
const PERHAPS_HALF = new RegExp(
  `(?<![가-힣\\d])${ANY_SURNAME}(?:(?:[OoXx0_#?]|${HIDDEN}){1,2}[가-힣](?![가-힣]{2})|${HIDDEN}{1,3}(?![가-힣])|[OX]{2,3}(?![가-힣A-Za-z]))`,
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
  `(?<![가-힣]|[가-힣]\\s)(${ANY_SURNAME})([\\s.·*_/-]{1,3})([가-힣])([\\s.·*_/-]{1,3})([가-힣])(?!\\s[가-힣](?![가-힣]))`,
  'g',
);
/** 김 영희 과장, 김영 희 과장 */
const PARTED = new RegExp(
  `(?<![가-힣])(?:(${SURNAME})\\s([가-힣]{2})|(${SURNAME}[가-힣])\\s([가-힣]))(?=([가-힣]*)\\s?([가-힣]*))`,
  'g',
);
/** 허 훈 과장 */
const SHORT = new RegExp(`(?<![가-힣])(${SURNAME})\\s([가-힣])(?=\\s[가-힣]{2,6})`, 'g');
/** 김 과장, 박 교수: a surname and a post. */
const SURNAME_ONLY = new RegExp(`(?<![가-힣])(${SURNAME})\\s(?=([가-힣]{2,6}))`, 'g');

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
      if (!titleBeginning(after) && !/^(?:씨|님|은|는|이|가|을|를|의|께|와|과)/.test(after)) continue;
    }
    const likeness = givenLikeness(second + third);
    if (likeness === 'none') continue;
    const titled =
      titleAfter(text, match.index + whole.length) !== null ||
      /^\s?(?:씨|님)/.test(text.slice(match.index + whole.length));
    add(match.index, whole.length, likeness === 'strong' && (titled || people || CLEAR_SURNAMES.has(match[1] ?? '')));
  }
  for (const match of text.matchAll(PARTED)) {
    const [whole, surname, given, half, last] = match;
    const likeness = givenLikeness(given ?? `${(half ?? '').slice(-1)}${last ?? ''}`);
    if (likeness === 'none') continue;
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
  }
  for (const match of text.matchAll(SHORT)) {
    const clear = CLEAR_SURNAMES.has(match[1] ?? '') && endsLikeAName(match[2] ?? '');
    if (clear && titleAfter(text, match.index + match[0].length)) add(match.index, match[0].length, false);
  }
  for (const match of text.matchAll(SURNAME_ONLY)) {
    const [whole, surname = '', next = ''] = match;
    const title = titleBeginning(next) ?? (/^씨/.test(next) ? { word: '씨', tier: 'private' as const } : null);
    if (title && (CLEAR_SURNAMES.has(surname) || title.word === '씨')) {
      found.push({ start: match.index, end: match.index + whole.trimEnd().length, kind: 'name', sure: true, title });
    }
  }
  for (const match of text.matchAll(GLUED)) {
    const [, surname = '', rest = ''] = match;
    const word = surname + rest;
    if (isCommonWord(word) || isTitle(word) || isTitle(stems(word).at(-1) ?? '') || !titleBeginning(rest)) continue;
    add(match.index, surname.length, false);
  }
  return found;
}

function titleAfter(text: string, end: number) {
  const after = /^\s?([가-힣]{2,12})/.exec(text.slice(end))?.[1];
  return after ? titleBeginning(after) : null;
}
