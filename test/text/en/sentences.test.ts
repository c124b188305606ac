import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en } from '../../../src/text/en/index.ts';
import { bigWon, many, ordinal } from '../../../src/text/en/words.ts';
import { type Said, sentencesOf } from '../../support/sentences.ts';

const { ask: _, ...spoken } = en;
const all = sentencesOf(spoken, ['Nine']);
const distinct = [...new Map(all.map((it) => [it.words, it])).values()];

/** What a rule finds among sentences, once for each place. */
function found(said: readonly Said[], rule: RegExp, not?: RegExp): string[] {
  const hits = said.flatMap(({ at, words }): [string, string][] => {
    const hit = rule.exec(words);
    return hit && !not?.test(at) ? [[at, `${at}: …${words.slice(Math.max(0, hit.index - 20), hit.index + 50)}…`]] : [];
  });
  return [...new Map(hits).values()];
}

const NOUNS =
  'records|rows|visits|pledges|members|people|items|files|receipts|names|messages|findings|follow-ups|contacts|demands|proposals|expenses|answers|points|days|participants|countries|partners|places|tables|grades|positions|budgets|requests|rules|birthdays|policies|years|bills|times|things|others|meetings|samples|months|letters|pairs|weeks|seconds|hours|grades';
const ONE = NOUNS.replaceAll('people', 'person')
  .replaceAll('ies', 'y')
  .replaceAll(/s(?=\||$)/g, '');

test('hundreds of sentences are heard', () => {
  expect(distinct.length).toBeGreaterThan(1500);
});

test('one of a thing is one thing, whatever stands between; none and two are things', () => {
  const of = (count: string) => sentencesOf(en, [count]);
  const between = '(?:(?:more|open|past|held|council|pledge|agenda|unanswered|new|voided|refused) ){0,2}';
  const before = String.raw`(?<![\d.,:₩-])\b`;
  // Articles of laws are numbered, and there are always many rules.
  const numbered = /check\.rules\.\w+\.(?:says|basis)|check\.page|expense\.status\.listOf/;
  expect(found(of('1'), new RegExp(`${before}1 ${between}(?:${NOUNS})\\b`), numbered)).toEqual([]);
  expect(found(of('1'), new RegExp(`${before}1 ${between}(?:${ONE}) (?:are|were|have|wait|need|lack)\\b`))).toEqual([]);
  for (const count of ['0', '2'])
    expect(
      found(of(count), new RegExp(`${before}(?<!The )${count} ${between}(?:${ONE})\\b(?! (?:points|proposals?))`)),
    ).toEqual([]);
});

test('a count and its word agree, an ordinal is spoken as it is written', () => {
  fc.assert(
    fc.property(fc.nat(), (n) => {
      expect(many(n, 'record')).toBe(n === 1 ? '1 record' : `${n} records`);
      expect(many(String(n), 'policy', 'policies')).toBe(n === 1 ? '1 policy' : `${n} policies`);
    }),
  );
  expect([1, 2, 3, 4, 6, 11, 12, 13, 21, 111, 112].map(ordinal)).toEqual(
    '1st 2nd 3rd 4th 6th 11th 12th 13th 21st 111th 112th'.split(' '),
  );
});

test.each([
  ['416,150', 1_000, '₩416.2 million'],
  ['120', 1_000_000, '₩120 million'],
  ['12,595', 1_000_000, '₩12.6 billion'],
  ['940', 1_000, '₩940,000'],
  ['0', 1_000, '₩0'],
  ['-1,500', 1_000, '−₩1.5 million'],
  ['999,960', 1_000, '₩1 billion'],
] as const)('%s of %i won are %s', (count, unit, said) => {
  expect(bigWon(count, unit)).toBe(said);
});

test('money that is told in words is never off by more than half of its last digit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (thousands) => {
      const said = bigWon(thousands.toLocaleString('en-US'), 1_000);
      const [, figure = '', word = ''] = /^₩([\d,.]+)(?: (million|billion))?$/.exec(said) ?? [];
      const unit = { billion: 1e9, million: 1e6 }[word] ?? 1;
      const off = Math.abs(Number(figure.replaceAll(',', '')) * unit - thousands * 1_000);
      expect(off).toBeLessThanOrEqual(unit === 1 ? 0 : unit / 20 + 1);
    }),
  );
});

/** Where English is Korean, and why. */
const KOREAN: readonly (readonly [at: RegExp, why: string])[] = [
  [/^visit\.shareForm\.letter\./, 'a letter to members of a Korean council'],
  [/^disclosure\.files\.(?:name|draft)$/, 'files that the city publishes in Korean'],
  [/^(?:expense\.words|visit\.(?:untold|resultless|cancelled)Words)\b/, 'what may be typed, in either language'],
];
/** Items of a law, and the activities that it lists, are lettered in Hangul: `8-나 3)가)`, `item 라`. */
const LETTERED = /(?<=\d-|item |\d\))[가-하](?![가-힣])/g;
/** What a thing is officially called, beside what it is called in English. */
const BESIDE = /(?<=[a-z’] )\(\/?[가-힣·]+(?: [가-힣·]+)*\)/g;

test('nothing is left in Korean but what Koreans get to read, and official names beside their English', () => {
  const foreign = distinct.map(({ at, words }) => ({
    at,
    words: words.replace(LETTERED, '').replace(BESIDE, ''),
  }));
  for (const [at] of KOREAN) expect(foreign.some((it) => at.test(it.at) && /[가-힣]/.test(it.words))).toBe(true);
  const left = foreign.filter((it) => !KOREAN.some(([at]) => at.test(it.at)));
  expect(found(left, /[가-힣]/)).toEqual([]);
});

/** English words by what the office calls them: one for each thing. */
test.each<[said: string, why: RegExp, instead: string, but?: RegExp]>([
  [
    'a spend',
    /\b(?:[Aa]|[Tt]he|one|each|real|several) spends?\b|\b[Ss]pends\b(?! )|\bspends (?:to|lack|wait|in|from)\b/,
    'expense',
  ],
  ['in charge', /\bin charge\b/, 'owner'],
  ['call off', /\bcall(?:ed)? off\b|\bCall off\b/, 'cancel'],
  ['tie', /\b[Tt]ie[sd]?\b|\b[Uu]ntied?\b/, 'link'],
  ['mend', /\b[Mm]end(?:ed|ing)?\b/, 'fix, correct'],
  ['meanwhile', /\b[Mm]eanwhile\b|\bin the meantime\b/, 'say who changed it'],
  ['anew', /\banew\b/, 'again'],
  ['whoever', /\b[Ww]hoever\b/, 'the person who', /access|outbox|visit\.restoreForm/],
  ['give up', /\b[Gg]ive up\b/, 'don’t send'],
  ['evaluation of ours', /[Hh]alf-yearly evaluation/, 'half-yearly review'],
  ['handed in a record', /handed in again/, 'changed'],
  ['free day', /\b[Ff]ree days?\b/, 'day off'],
  ['term 6', /\bterm Nine\b/, '6th term'],
  ['is no, where it is not', /\b(?:This|It|That|”) is no (?!longer)[a-z]+\b/, 'is not a'],
  [
    'before, where it is already',
    /\bwas (?:saved|voided|entered|logged|closed|planned|cancelled) before\./,
    'is already',
  ],
  ['straight quotes', /[A-Za-z]'[a-z]/, '’', /usage|check\.page/],
  ['a command in double quotes', /“\//, '‘ ’ or backticks'],
  [
    'a bare command',
    /(?<![`‘\w/.])\/(?:expense|visit|council|pledge|followup|digest|biseo)\b/,
    '‘ ’ or backticks',
    /^(usage|digest\.commands)/,
  ],
  [
    'a message of the app',
    /in your messages|as (?:a )?messages?\b(?! or)/,
    'in the Messages tab',
    /^(usage|receipt\.none)/,
  ],
  ['a tilde', /[^`‘]\w ~ \w/, '–', /notAPeriod/],
  ['unless told', /unless told/, 'default'],
  ['drop', /\bdrop (?:it|them)\b/, 'don’t send'],
])('nobody reads %s', (_said, why, _instead, but) => {
  expect(found(distinct, why, but)).toEqual([]);
});

test('what a member’s office, committee and constituency are called is said in English; an unknown name stays', () => {
  const { posts, committees, constituencies, brief } = en.council;
  expect(['의장', '부의장', '위원장', '간사'].map(posts)).toEqual(['speaker', 'deputy speaker', 'chair', '간사']);
  expect(
    ['운영위원회', '보건복지위원회', '문화체육관광위원회', '도시안전건설위원회', '나라사랑위원회'].map(committees),
  ).toEqual([
    'Steering committee',
    'Health and welfare committee',
    'Culture, sports and tourism committee',
    'Urban safety and construction committee',
    '나라사랑위원회',
  ]);
  expect(['강남구제2선거구', '종로구 제1선거구', '비례대표', '세종'].map(constituencies)).toEqual([
    '2nd constituency of Gangnam-gu',
    '1st constituency of Jongno-gu',
    'proportional',
    '세종',
  ]);
  expect(brief.audiences.district('강남구')).toBe('Members of Gangnam-gu');
});

test('a rule says that a word was found, or names the activity that it found', () => {
  expect(en.check.rules.E20.why({ word: '8-나' } as never, null)).toBe('The activity is 8-나. Choose the occasion.');
  expect(en.check.rules.E20.why({ word: '부의금' } as never, null)).toContain('The record mentions “부의금”.');
});
