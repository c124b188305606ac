import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { letterLikeness } from '../likeness.ts';
import { SURNAMES } from '../surnames.ts';

/**
 * `npm pack kuromoji-ko@1.0.8 && tar xzf kuromoji-ko-1.0.8.tgz && npm run dictionary -- package/dict`: makes nouns.br anew, from the
 * words of mecab-ko-dic 2.1.1 (Apache License 2.0) as that package holds them. README.md beside it says what is kept.
 */
const TO = path.join(import.meta.dirname, 'nouns.br');

/** Nouns, adverbs and what stands before nouns; of proper nouns those that are no people. */
const KEPT = new Set(['NNG', 'NNB', 'NNBC', 'NR', 'NP', 'XR', 'MAG', 'MAJ', 'MM', 'NNP']);
const PERSON = '인명';
const OTHER_PROPER = '*';

/** Words in the form of a name that people bear as well, and that offices write: judged one by one. */
const WORDS_FIRST = readFileSync(path.join(import.meta.dirname, 'words-first.txt'), 'utf8').split(/\s+/);

type Entry = { tag: string; of: string };

/** Each line of the package's dictionary: `가오티,NNG,*,F,가오티,*,*,*,*`. */
function entriesOf(folder: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const line of gunzipSync(readFileSync(path.join(folder, 'tid_pos.dat.gz')))
    .toString()
    .split('\0')) {
    const [word = '', tag = '', of = ''] = line.split(',');
    if (/^[가-힣]{2,6}$/.test(word)) found.set(word, [...(found.get(word) ?? []), { tag, of }]);
  }
  return found;
}

function nounsOf(entries: Map<string, Entry[]>): string[] {
  const first = new Set(WORDS_FIRST);
  const isPerson = (all: readonly Entry[]) => all.some(({ of }) => of === PERSON);
  const short = new Set<string>();
  for (const [word, all] of entries) {
    if (word.length > 3 || !all.some(({ tag, of }) => KEPT.has(tag) && of !== PERSON)) continue;
    // 서정미 is a word of the dictionary, and somebody: asked about, rather than published.
    if (word.length === 3 && isPerson(all) && letterLikeness(word) === 'strong' && !first.has(word)) continue;
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

/** Each word says how many letters it shares with the one before: `0가가2례` is 가가 and 가가례. */
function packed(words: readonly string[]): Buffer {
  let before = '';
  let text = '';
  for (const word of words) {
    let shared = 0;
    while (shared < 9 && before[shared] !== undefined && before[shared] === word[shared]) shared++;
    text += `${shared}${word.slice(shared)}`;
    before = word;
  }
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Where is the folder dict of the package kuromoji-ko?\n');
  process.exit(2);
}
const nouns = nounsOf(entriesOf(folder));
writeFileSync(TO, packed(nouns));
process.stdout.write(`${nouns.length} words\n`);
