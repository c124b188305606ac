import { hasBatchim } from 'es-hangul';
import { plainly } from '../korean/typed.ts';
import { formsOf, negationsOf, requestsOf, type Tense } from '../korean/verbs.ts';
import { askWords as english } from '../text/en/ask-words.ts';
import {
  askEndings,
  askGlued,
  askLeaning,
  askOfPeriod,
  askParticle,
  askShort,
  askWords as korean,
} from '../text/ko/ask-words.ts';
import type { Meaning, When } from '../vocabulary/ask.ts';

/**
 * What a word means that goes on behind its head in one of these ways. Written out, with every verb in every form behind every thing, it
 * would be 400,000 words and half of the app's memory.
 */
type Spelt = { head: string; tails: ReadonlySet<string>; meaning: Meaning };

const NO_TAIL: ReadonlySet<string> = new Set(['']);

/** By their heads; `order`: the tables say what is likelier first. */
function readTables(): Map<string, (Spelt & { order: number })[]> {
  const found = new Map<string, (Spelt & { order: number })[]>();
  let order = 0;
  const add = (it: Spelt) => {
    const before = found.get(it.head);
    if (before) before.push({ ...it, order: order++ });
    else found.set(it.head, [{ ...it, order: order++ }]);
  };
  for (const tables of [korean, english])
    for (const table of Object.values(tables))
      for (const [words, meaning] of table)
        for (const it of words.split('|').flatMap((word) => spelt(plainly(word), meaning)))
          if (it.head !== '') add(it);
          else for (const tail of it.tails) add({ ...it, head: tail, tails: NO_TAIL });
  return found;
}

/** A word, or a verb in its forms, as they stand in a question without spaces. */
function spelt(written: string, meaning: Meaning): Spelt[] {
  const { not, ...is } = meaning;
  const [thing, verb] = written.includes(' ') ? written.split(/ (?=\S+$)/) : ['', written];
  if (!verb || !isVerb(verb)) {
    const word = written.replaceAll(' ', '');
    return [
      ...[word, ...lacking(word), ...each(word), ...amid(word), ...owing(word), ...finished(word)].map((head) => ({
        head,
        tails: NO_TAIL,
        meaning: is,
      })),
      ...having(word).map((head) => ({ head, tails: NO_TAIL, meaning: STOPS })),
    ];
  }
  const before = thing ? behind(thing.replaceAll(' ', '')) : [''];
  const forms = Object.keys(is).length > 0 || !not || thing ? tensesOf(verb) : [];
  // 결과를 적은, of which only the contrary is known.
  const isOnlyDenied = Object.keys(is).length === 0 && not !== undefined;
  // 끝낸 일 is done; 끝내야 할 일 is not.
  const isStanding = is.filters?.status !== undefined || is.filters?.state !== undefined;
  const isOver = isStanding || isOnlyDenied || is.when === 'past';
  const said = forms.filter(([tense]) => !isOver || tense === 'past' || tense === 'done');
  const denied = not ? deniedTails(verb) : [];
  return before.flatMap((it) => [
    ...said.map(([tense, tails]) => ({
      head: it,
      tails,
      meaning: isOnlyDenied
        ? STOPS
        : {
            ...is,
            ...(is.noun ? { verb: true as const } : {}),
            ...(is.nothing && tense === 'done' ? {} : WHEN[tense]),
          },
    })),
    ...(not
      ? denied.map(({ head, tails }) => ({ head: it + head, tails, meaning: { ...not, denied: true as const } }))
      : []),
  ]);
}

const isVerb = (word: string): boolean => /^[가-힣]+다$/.test(word) && word !== askParticle;

const WHEN: Readonly<Record<Tense, { when?: When }>> = {
  past: { when: 'past' },
  done: { when: 'past' },
  future: { when: 'ahead' },
  plain: {},
};

/** A verb's forms by their tense. `가는` and `간` share a letter with `간다`: what was comes first. */
const tensesOf = remembered((verb: string) => {
  const seen = new Map<string, Tense>();
  for (const { word, tense } of formsOf(verb))
    if (!seen.has(word) || tense === 'past' || tense === 'done') seen.set(word, tense);
  const words = [...seen.keys()];
  return [...new Set(seen.values())].map(
    (tense) => [tense, new Set(words.filter((word) => seen.get(word) === tense))] as const,
  );
});

const setOf = remembered((tails: readonly string[]) => new Set(tails));
const deniedTails = remembered((verb: string) =>
  negationsOf(verb).map(({ head, tails }) => ({ head, tails: setOf(tails) })),
);

function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

/** `영수증`, `영수증을`, `영수증이 아직`: what may stand between a thing and its verb. */
const behind = (thing: string): string[] =>
  ['', ...particlesOf(thing)].flatMap((particle) =>
    ['', '아직', '아직도', '한번도'].map((still) => thing + particle + still),
  );

const particlesOf = (thing: string): string[] =>
  /[에게]$/.test(thing) ? [] : hasBatchim(thing) ? ['이', '을', '은', '도'] : ['가', '를', '는', '도'];

/** What is said to be lacking, and that it is. */
const LACKING = /^([가-힣]{2,}?)(없는|없|안낸|안쓴|안적은|안정한|못낸|지난|지났|넘긴|빠진)$/;

/** `영수증없는` as it may be said, too: `영수증이 없는`, `영수증도 없는`. */
function lacking(word: string): string[] {
  const [, thing, lack] = LACKING.exec(word) ?? [];
  if (!thing || !lack) return [];
  const lacks = lack.startsWith('없') ? ['없는', '없', '없던'] : [lack];
  return ['', ...particlesOf(thing), '아직', '아직도'].flatMap((it) => lacks.map((lack) => thing + it + lack));
}

/** What is not lacking is known of no record by itself: `영수증 있는 집행`. */
function having(word: string): string[] {
  const [, thing, lack] = LACKING.exec(word) ?? [];
  return thing && lack?.startsWith('없') ? ['', ...particlesOf(thing)].map((it) => `${thing}${it}있는`) : [];
}
const STOPS: Meaning = { stops: true };

/** `부서별` is also `부서마다`. */
const each = (word: string): string[] => (/^[가-힣]{2,}별$/.test(word) ? [`${word.slice(0, -1)}마다`] : []);

/** `결과 써야 할` is also `결과 써야 하는`. */
const owing = (word: string): string[] =>
  /[가-힣]야할$/.test(word)
    ? ['하는', '하는데', '되는', '되는데', '될', '해', '돼', '하나', '하지'].map((it) => word.slice(0, -1) + it)
    : [];

/** `이행완료` before a noun, and said to be so. */
const finished = (word: string): string[] =>
  /[가-힣]완료$/.test(word) ? ['된', '한', '됐', '했'].map((it) => word + it) : [];

/** `추진중` before a noun. */
const amid = (word: string): string[] => (/[가-힣]중$/.test(word) ? [`${word}인`] : []);

const HEADS = readTables();

/** What a word of the tables can mean, verbs in all their forms. */
export function meaningsIn(word: string): readonly Meaning[] | undefined {
  const found = [];
  for (let cut = 1; cut <= word.length; cut++) {
    const tail = word.slice(cut);
    for (const it of HEADS.get(word.slice(0, cut)) ?? []) if (it.tails.has(tail)) found.push(it);
  }
  if (found.length === 0) return REQUESTS.has(word) ? STOPPING : undefined;
  // 내 is mine before it is a form of 내다.
  const isOwn = word.length === 1 && found.some(({ meaning }) => meaning.scope);
  const meanings = new Map<string, Meaning>();
  for (const { meaning } of found.filter((it) => !isOwn || it.meaning.scope).sort((a, b) => a.order - b.order)) {
    const same = JSON.stringify(meaning);
    if (!meanings.has(same)) meanings.set(same, meaning);
  }
  return [...meanings.values()];
}

const STOPPING: readonly Meaning[] = [STOPS];

/** `일정 취소해 줘` asks for no figure: a verb said as a request, unless it is one of asking (`정리해 줘`). */
const REQUESTS: ReadonlySet<string> = requests();

function requests(): Set<string> {
  const words = Object.values(korean).flatMap((table) => table.flatMap(([words]) => words.split('|')));
  const isAsking = (request: string) =>
    (HEADS.get(request.slice(0, -1)) ?? []).some(({ tails, meaning }) => meaning.nothing && tails.has(''));
  return new Set(words.filter(isVerb).flatMap((verb) => requestsOf(verb).filter((it) => !isAsking(it))));
}

function writtenWords(): string[] {
  const words = [korean, english].flatMap((tables) =>
    Object.values(tables).flatMap((table) => table.flatMap(([words]) => plainly(words).split('|'))),
  );
  return [...new Set(words.map((it) => it.replaceAll(' ', '')))].filter(
    (word) => word.length > 1 && !isVerb(word) && !(meaningsIn(word)?.every(({ nothing }) => nothing) ?? true),
  );
}

/** What Korean glues to the end of a word. */
export const ENDINGS: ReadonlySet<string> = new Set(askEndings.split('|'));

/** What it glues to a period. */
export const OF_PERIOD: ReadonlySet<string> = new Set(askOfPeriod.split('|'));

/** What may follow a word of one letter. */
export const goesOn = (letter: string, ending: string): boolean =>
  SHORT.some(({ letters, endings }) => letters.includes(letter) && endings.has(ending));

/** Whether a word may follow one of one letter without a space. */
export const isGlued = (letter: string): boolean => askGlued.includes(letter);

/** Whether one of one letter may follow a word without a space. */
export const leans = (letter: string): boolean => letter.length === 1 && askLeaning.includes(letter);

const SHORT = askShort.map(([letters, endings]) => ({ letters, endings: setOf(endings.split('|')) }));

/** Words as somebody wrote them into the tables, for finding the one that was meant by a slip. */
export const WRITTEN: readonly string[] = writtenWords();
