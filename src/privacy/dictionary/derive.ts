import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { isCommonWord, isLoanWord } from '../common-words.ts';
import { letterLikeness } from '../likeness.ts';
import { SURNAMES } from '../surnames.ts';
import { RARE_MARK } from './packed.ts';
import { SEAL_FILE, seal } from './seal.ts';

/**
 * `npm pack kuromoji-ko@1.0.8 && tar xzf kuromoji-ko-1.0.8.tgz && npm run dictionary -- package/dict`: makes nouns.br and people.br anew,
 * from the words of mecab-ko-dic 2.1.1 (Apache License 2.0) as that package holds them. README.md beside it says what is kept, and seal.txt
 * says what they were made from.
 */
const NOUNS = path.join(import.meta.dirname, 'nouns.br');
const PEOPLE = path.join(import.meta.dirname, 'people.br');

/** Nouns, adverbs and what stands before nouns; of proper nouns those that are no people. */
const KEPT = new Set(['NNG', 'NNB', 'NNBC', 'NR', 'NP', 'XR', 'MAG', 'MAJ', 'MM', 'NNP']);
const PERSON = '인명';
const PLACE = '지명';
const OTHER_PROPER = '*';

/** Words in the form of a name that people bear as well, and that offices write: judged one by one. */
const WORDS_FIRST = readFileSync(path.join(import.meta.dirname, 'words-first.txt'), 'utf8').split(/\s+/);

type Entry = { tag: string; of: string; cost: number };

const ENTRY_BYTES = 10;
const COST_AT = 4;
const LINE_AT = 6;

/** Each line of the package's dictionary, `가오티,NNG,*,F,가오티,*,*,*,*`, with the cost that its words have. */
function entriesOf(folder: string): Map<string, Entry[]> {
  const [costs, lines] = ['tid.dat.gz', 'tid_pos.dat.gz'].map((file) =>
    gunzipSync(readFileSync(path.join(folder, file))),
  );
  const found = new Map<string, Entry[]>();
  if (!costs || !lines) return found;
  for (let at = 0; at + ENTRY_BYTES <= costs.length; at += ENTRY_BYTES) {
    const begin = costs.readInt32LE(at + LINE_AT);
    const [word = '', tag = '', of = ''] = lines.subarray(begin, lines.indexOf(0, begin)).toString().split(',');
    const entry = { tag, of, cost: costs.readInt16LE(at + COST_AT) };
    if (/^[가-힣]{2,6}$/.test(word)) found.set(word, [...(found.get(word) ?? []), entry]);
  }
  return found;
}

/** Words that the texts by which the dictionary was weighed never had keep the cost of their kind. */
function neverMet(entries: Map<string, Entry[]>): (word: string) => boolean {
  const counts = new Map<string, Map<number, number>>();
  for (const { tag, of, cost } of [...entries.values()].flat()) {
    const ofKind = counts.get(`${tag} ${of}`) ?? new Map<number, number>();
    counts.set(`${tag} ${of}`, ofKind.set(cost, (ofKind.get(cost) ?? 0) + 1));
  }
  const usual = new Map(
    [...counts].map(([kind, all]) => [kind, [...all].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0]),
  );
  return (word) =>
    (entries.get(word) ?? []).every(
      ({ tag, of, cost }) => of === PERSON || Math.abs(cost - (usual.get(`${tag} ${of}`) ?? 0)) <= NEARLY,
    );
}
const NEARLY = 5;

function nounsOf(entries: Map<string, Entry[]>): string[] {
  const first = new Set(WORDS_FIRST);
  const isPerson = (all: readonly Entry[]) => all.some(({ of }) => of === PERSON);
  // 류중영 and 공화춘 are known for nothing else than being called so.
  const mayBeSomebody = (all: readonly Entry[]) =>
    isPerson(all) || all.every(({ tag, of }) => tag === 'NNP' && of === OTHER_PROPER);
  const short = new Set<string>();
  for (const [word, all] of entries) {
    if (word.length > 3 || !all.some(({ tag, of }) => KEPT.has(tag) && of !== PERSON)) continue;
    // 서정미 is a word of the dictionary, and somebody: asked about, rather than published.
    if (word.length === 3 && mayBeSomebody(all) && letterLikeness(word) === 'strong' && !first.has(word)) continue;
    short.add(word);
  }
  const long = [...entries].filter(([word, all]) => {
    const isNoun = all.some(({ tag, of }) => KEPT.has(tag) && of !== PERSON && !(tag === 'NNP' && of === OTHER_PROPER));
    // What begins with no surname is never taken for a name.
    return word.length > 3 && isNoun && !isPerson(all) && SURNAMES.has(word[0] ?? '') && !isMadeOf(word, short);
  });
  return [...short, ...long.map(([word]) => word)].sort();
}

/** 건강보험 is 건강 and 보험, which are known. */
function isMadeOf(word: string, known: ReadonlySet<string>): boolean {
  for (let at = 2; at <= word.length - 2; at++)
    if (known.has(word.slice(0, at)) && known.has(word.slice(at))) return true;
  return false;
}

/** What people abroad are called, and nothing else but places is: a name in the form of a Korean one is known by its letters. */
function namesAbroad(entries: Map<string, Entry[]>): string[] {
  const names = [...entries].filter(
    ([word, all]) =>
      word.length < LONGEST_NAME &&
      all.some(({ of }) => of === PERSON) &&
      all.every(({ tag, of }) => of === PERSON || of === PLACE || !KEPT.has(tag)) &&
      letterLikeness(word) !== 'strong' &&
      !isCommonWord(word) &&
      !isLoanWord(word),
  );
  return names.map(([word]) => word).sort();
}
/** Of six letters there are whole names in one word, which no dictionary explains anyway. */
const LONGEST_NAME = 5;

/** Each word says how many letters it shares with the one before: `0가가2례` is 가가 and 가가례. A rare one of two letters ends in `!`. */
function packed(words: readonly string[], isRare: (word: string) => boolean): Buffer {
  let before = '';
  let text = '';
  for (const word of words) {
    let shared = 0;
    while (shared < 9 && before[shared] !== undefined && before[shared] === word[shared]) shared++;
    text += `${shared}${word.slice(shared)}${word.length === 2 && isRare(word) ? RARE_MARK : ''}`;
    before = word;
  }
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Where is the folder dict of the package kuromoji-ko?\n');
  process.exit(2);
}
const entries = entriesOf(folder);
const [nouns, people] = [nounsOf(entries), namesAbroad(entries)];
writeFileSync(NOUNS, packed(nouns, neverMet(entries)));
writeFileSync(
  PEOPLE,
  packed(people, () => false),
);
writeFileSync(SEAL_FILE, `${seal()}\n`);
process.stdout.write(`${nouns.length} words, ${people.length} names\n`);
