import { hasBatchim } from 'es-hangul';
import { formsOf, negatedForms, type Tense } from '../korean/verbs.ts';
import { askWords as english } from '../text/en/ask-words.ts';
import { askEndings, askWords as korean } from '../text/ko/ask-words.ts';
import type { Meaning, When } from '../vocabulary/ask.ts';

type Spelt = { word: string; meaning: Meaning };

function wordsOf(): Map<string, Meaning[]> {
  const found = new Map<string, Meaning[]>();
  for (const tables of [korean, english])
    for (const table of Object.values(tables))
      for (const [words, meaning] of table)
        for (const { word, meaning: own } of words.split('|').flatMap((it) => spelt(it.toLowerCase(), meaning))) {
          const before = found.get(word);
          if (!before) found.set(word, [own]);
          else if (!before.some((it) => it === own || JSON.stringify(it) === JSON.stringify(own))) before.push(own);
        }
  return found;
}

/** A word, or a verb in its forms, as they stand in a question without spaces. */
function spelt(written: string, meaning: Meaning): Spelt[] {
  const { not, ...is } = meaning;
  const [thing, verb] = written.includes(' ') ? written.split(/ (?=\S+$)/) : ['', written];
  if (!verb || !VERB.test(verb)) {
    const word = written.replaceAll(' ', '');
    return [word, ...lacking(word)].map((word) => ({ word, meaning: is }));
  }
  const before = thing ? behind(thing.replaceAll(' ', '')) : [''];
  const forms = Object.keys(is).length > 0 || !not ? once(formsOf(verb)) : [];
  // 끝낸 일 is done; 끝내야 할 일 is not.
  const isStanding = is.filters?.status !== undefined || is.filters?.state !== undefined;
  const said = forms.filter(({ tense }) => !isStanding || tense === 'past' || tense === 'done');
  return before.flatMap((it) => [
    ...said.map(({ word, tense }) => ({
      word: it + word,
      meaning: {
        ...is,
        ...(is.nothing && tense === 'done' ? {} : WHEN[tense]),
      },
    })),
    ...(not
      ? [...new Set(negatedForms(verb))].map((word) => ({
          word: it + word,
          meaning: not,
        }))
      : []),
  ]);
}

const VERB = /^[가-힣]+다$/;

const WHEN: Readonly<Record<Tense, { when?: When }>> = {
  past: { when: 'past' },
  done: { when: 'past' },
  future: { when: 'ahead' },
  plain: {},
};

/** `가는` and `간` share a letter with `간다`: what was comes first. */
function once(forms: ReturnType<typeof formsOf>): ReturnType<typeof formsOf> {
  const seen = new Map<string, Tense>();
  for (const { word, tense } of forms)
    if (!seen.has(word) || tense === 'past' || tense === 'done') seen.set(word, tense);
  return [...seen].map(([word, tense]) => ({ word, tense }));
}

/** `영수증`, `영수증을`, `영수증이 아직`: what may stand between a thing and its verb. */
const behind = (thing: string): string[] =>
  ['', ...particlesOf(thing)].flatMap((particle) => ['', '아직', '아직도'].map((still) => thing + particle + still));

const particlesOf = (thing: string): string[] =>
  /[에게]$/.test(thing) ? [] : hasBatchim(thing) ? ['이', '을', '은', '도'] : ['가', '를', '는', '도'];

/** What is said to be lacking, and that it is. */
const LACKING = /^([가-힣]{2,}?)(없는|없|안낸|안쓴|안적은|안정한|못낸|지난|지났|넘긴|빠진)$/;

/** `영수증없는` as it may be said, too: `영수증이 없는`, `영수증도 없는`. */
function lacking(word: string): string[] {
  const [, thing, lack] = LACKING.exec(word) ?? [];
  return thing && lack ? particlesOf(thing).map((it) => thing + it + lack) : [];
}

function writtenWords(): string[] {
  const words = [korean, english].flatMap((tables) =>
    Object.values(tables).flatMap((table) => table.flatMap(([words]) => words.toLowerCase().split('|'))),
  );
  return [...new Set(words.map((it) => it.replaceAll(' ', '')))].filter(
    (word) => word.length > 1 && !VERB.test(word) && !(WORDS.get(word)?.every(({ nothing }) => nothing) ?? true),
  );
}

/** Every word of the tables with what it can mean, verbs in all their forms. */
export const WORDS: ReadonlyMap<string, readonly Meaning[]> = wordsOf();

/** What Korean glues to the end of a word. */
export const ENDINGS: ReadonlySet<string> = new Set(askEndings.split('|'));

/** Words as somebody wrote them into the tables, for finding the one that was meant by a slip. */
export const WRITTEN: readonly string[] = writtenWords();
