/** What a verb becomes before its ending: `갔` of what was, `간` before a noun, `갈` of what will be, `가` and `갑니` otherwise. */
export type Tense = 'past' | 'done' | 'future' | 'plain';
export type Form = { word: string; tense: Tense };

/** Every stem of a verb that an ending can follow, honorific ones among them (`가시`, `가셨`). `verb` is as a dictionary has it. */
export function formsOf(verb: string): Form[] {
  const stem = verb.slice(0, -1);
  return [...stemsOf(stem), ...stemsOf(honorific(stem))];
}

/** The same asked for: `취소해 줘`, `넣어 놔`, `시켜 주세요`. */
export const requestsOf = (verb: string): string[] =>
  infinitivesOf(verb.slice(0, -1)).flatMap((it) => ['줘', '주', '달', '놔', '놓', '둬', '두'].map((end) => it + end));

/** How the same is said not to be: what stands before, and every way in which it may go on. */
export type Negation = { head: string; tails: readonly string[] };

/** `안 알린`, `알리지 못한`, `설명 안 한`, `설명이 안 된`, `미설명`. Most verbs share their tails: all of it would be 50,000 words. */
export function negationsOf(verb: string): Negation[] {
  const stem = verb.slice(0, -1);
  const thing = /^(.+)[하되]다$/.exec(verb)?.[1];
  const deeds = wordsOf(stem);
  return [
    { head: '', tails: ['안', '못'].flatMap((no) => deeds.map((it) => no + it)) },
    { head: stem, tails: REFUSALS },
    ...(thing === undefined ? [] : denials(thing)),
  ];
}

/** `설명 안 한`, `설명을 못 한`, `설명이 아직 안 된`, `미설명`. */
const denials = (thing: string): Negation[] => [
  { head: '', tails: [`미${thing}`] },
  { head: thing, tails: letterOf(thing.slice(-1)).last > 0 ? DENIALS.closed : DENIALS.open },
];

const wordsOf = (stem: string): string[] => stemsOf(stem).map(({ word }) => word);

function stemsOf(stem: string): Form[] {
  const form = (tense: Tense) => (word: string) => ({ word, tense });
  const soft = softened(stem);
  return [
    ...[stem, ...infinitivesOf(stem), ...presentsOf(stem)].map(form('plain')),
    ...infinitivesOf(stem).map((it) => form('past')(closed(it, SS))),
    ...(soft === stem ? [] : [form('plain')(`${soft}는`)]),
    form('done')(closed(soft, N) || `${soft}은`),
    form('future')(letterOf(stem.slice(-1)).last === L ? stem : closed(soft, L) || `${soft}을`),
  ];
}

/** `간다`, `갑니`, `감`; `받는다`, `받습니`, `받음`. */
function presentsOf(stem: string): string[] {
  const soft = softened(stem);
  const open = letterOf(soft.slice(-1)).last === 0;
  return open ? [closed(soft, N), closed(soft, B), closed(soft, M)] : [`${stem}는`, `${stem}습니`, `${stem}음`];
}

const honorific = (stem: string): string => {
  const soft = softened(stem);
  return letterOf(soft.slice(-1)).last === 0 ? `${soft}시` : `${soft}으시`;
};

/** `열` loses its ㄹ before ㄴ, ㅂ and 시. */
const softened = (stem: string): string => {
  const { first, vowel, last } = letterOf(stem.slice(-1));
  return last === L ? stem.slice(0, -1) + syllable(first, vowel, 0) : stem;
};

/** What stands before 서 and, closed by ㅆ, says what was: `가`, `써`, `알려`, `받아`, `해`, `돼` and `되어`. */
function infinitivesOf(stem: string): string[] {
  const [before, letter] = [stem.slice(0, -1), stem.slice(-1)];
  const { first, vowel, last } = letterOf(letter);
  if (letter === '하') return [`${before}해`, `${before}하여`];
  if (letter === '시') return [`${before}셔`];
  const bright = vowel === A || vowel === O;
  if (last !== 0) return [`${stem}${bright ? '아' : '어'}`];
  if (vowel === EU) {
    const isBright = [A, O].includes(letterOf(before.slice(-1)).vowel);
    return [before + syllable(first, isBright ? A : EO, 0)];
  }
  const joined = JOINED.get(vowel);
  if (joined === undefined) return [`${stem}어`];
  return joined === vowel ? [stem] : [before + syllable(first, joined, 0), `${stem}${bright ? '아' : '어'}`];
}

/** A last syllable without a final letter gets this one; empty where it has one. */
function closed(stem: string, final: number): string {
  const { first, vowel, last } = letterOf(stem.slice(-1));
  return last === 0 ? stem.slice(0, -1) + syllable(first, vowel, final) : '';
}

const FIRST_SYLLABLE = 0xac00;
const [N, L, M, B, SS] = [4, 8, 16, 17, 20];
const [A, AE, EO, E, YEO, O, WA, WAE, OE, U, WO, EU, I] = [0, 1, 4, 5, 6, 8, 9, 10, 11, 13, 14, 18, 20];

/** A vowel before 아 or 어, and what the two become. */
const JOINED = new Map([...[A, AE, EO, E, YEO].map((it) => [it, it] as const), [O, WA], [U, WO], [I, YEO], [OE, WAE]]);

const letterOf = (letter: string): { first: number; vowel: number; last: number } => {
  const code = letter.charCodeAt(0) - FIRST_SYLLABLE;
  return {
    first: Math.floor(code / 588),
    vowel: Math.floor((code % 588) / 28),
    last: code % 28,
  };
};

const syllable = (first: number, vowel: number, last: number): string =>
  String.fromCharCode(FIRST_SYLLABLE + first * 588 + vowel * 28 + last);

// What follows any verb, or any thing, that is denied; it needs all of the above.

const REFUSALS = ['지', '지는', '지도', '지를', '질'].flatMap((it) =>
  ['않', '못하'].flatMap((refusal) => wordsOf(refusal).map((word) => it + word)),
);

const DENIALS = { closed: denying(['이', '을', '은', '도']), open: denying(['가', '를', '는', '도']) };

function denying(particles: readonly string[]): string[] {
  const deeds = ['하', '되'].flatMap(wordsOf);
  return ['', ...particles].flatMap((particle) =>
    ['', '아직', '전혀', '한번도', '아직한번도'].flatMap((still) =>
      ['안', '못'].flatMap((no) => deeds.map((deed) => particle + still + no + deed)),
    ),
  );
}
