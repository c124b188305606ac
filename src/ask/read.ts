import type { Period } from '../korean/period.ts';
import { type Filters, NOUNS, type Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import { inTitle, mend, spelledPast } from './again.ts';
import { type Chosen, choose } from './choose.ts';
import { isDated, queryOf } from './compose.ts';
import { filtersOf } from './filters.ts';
import { isShort, yearGoneOn } from './goes-on.ts';
import { isHonoured } from './honoured.ts';
import type { Query, Reading, Segment } from './query.ts';
import { isUnknown, type Names, segmentsOf } from './segments.ts';
import { spansOf } from './spans.ts';
import { isWithin, stopsIn } from './stops.ts';
import { unusedIn } from './used.ts';

type Known = {
  today: Day;
  /** Names of the office that the question may hold; the names of members of the council are read only where they occur in it. */
  names: Names;
  /** Every name, for finding the one that was meant. */
  findEveryName: () => Promise<Names>;
  /** Reads a period; what has no year is of the past, or of this year where plans are asked about. */
  readPeriod: (words: string) => Period | null;
  /** The question before, while it is remembered. */
  before: Query | null;
  /** The place that was meant, or the word of a title or a purpose, if there is a record of this noun with it. */
  findWord: FindWord;
};
export type FindWord = (noun: Noun, typed: string) => Promise<Pick<Filters, 'place' | 'words'> | null>;

/**
 * Reads a question as one query. Every piece of it has to say something that the query holds: a word that carries meaning and was not
 * used stops the answer, and is handed back.
 */
export async function readQuestion(typed: string, known: Known): Promise<Reading> {
  const only = /만[\s?.!]*$/.test(typed);
  const segments = segmentsOf(typed, known.names, known.readPeriod);
  const found = await understand(segments, known, only);
  if ('query' in found) return { ...found, corrected: [] };
  const titled = inTitle(segments);
  const entitled = titled && (await understand(titled, known, only));
  if (entitled && 'query' in entitled) return { ...entitled, corrected: [] };

  const past = spelledPast(typed);
  if (past.corrected.length > 0) {
    const spelled = await understand(segmentsOf(past.mended, known.names, known.readPeriod), known, only);
    if ('query' in spelled) return { ...spelled, corrected: past.corrected };
  }

  if (!segments.some(isUnknown)) return found;
  const names = await known.findEveryName();
  const { mended, corrected } = mend(typed, segments, names);
  if (corrected.length === 0) return found;
  const second = await understand(segmentsOf(mended, names, known.readPeriod), known, only);
  return 'query' in second ? { ...second, corrected } : found;
}

/** `only`: it ends with 만. */
async function understand(
  segments: readonly Segment[],
  known: Known,
  only: boolean,
): Promise<{ query: Query } | Refused> {
  const refine = segments.some(({ meanings }) => meanings.some((it) => it.refine));
  const stops = stopsIn(segments, known.before);
  if (stops.length > 0) return refused(stops, null, []);
  const before = refine || isShort(segments, known.before, only) ? known.before : null;
  const compared = segments.some(({ meanings }) => meanings.some((it) => it.measure === 'change'));
  const periods = spansOf(segments, known.readPeriod, compared, yearGoneOn(before), before?.periods);
  if (!periods)
    return refused(
      segments.flatMap(({ text, period }) => (period ? [text] : [])),
      null,
      [],
    );
  const most = segments.find((it) => it.most !== undefined)?.most ?? null;
  const unknown = segments.filter(isUnknown).map(({ text }) => text);

  const chosen = NOUNS.flatMap((noun) => choose(noun, segments, periods, before) ?? []).toSorted(byScore);
  const [first] = chosen;
  const heard = first ? await knowing(chosen, unknown, known) : [];
  if (!first || (heard.length === 0 && first.score <= 0))
    return refused(unknown.length > 0 ? unknown : blocking(segments), null, []);
  if (heard.length === 0) return refused(unknown, first.noun, []);
  const rival = rivalOf(heard[0]?.chosen, chosen);
  const isRival = rival !== null && (await wordsIn(rival, [...unknown, ...rival.words], known)) !== null;
  if (rival && isRival && !before) return refused([], null, [heard[0]?.chosen.noun ?? rival.noun, rival.noun]);
  const alike = heard.filter(({ chosen }) => chosen.score === heard[0]?.chosen.score);
  const dated = alike.filter(({ chosen: { noun, meanings } }) =>
    isDated(noun, periods, filtersOf(meanings), known.today),
  );
  const isKorean = segments.some(({ text }) => /[가-힣]/.test(text));
  const rest = { periods, most, before, today: known.today, isKorean };
  const unused: string[] = [];
  const queries = (dated.length === 1 ? dated : alike).flatMap(({ chosen, words }) => {
    const query = queryOf(chosen, { ...rest, words });
    if (!query || !isHonoured(query)) return [];
    const left = unusedIn(query, chosen.said, known.today);
    unused.push(...left);
    return left.length > 0 ? [] : [query];
  });
  const [query, ...others] = queries;
  if (!query) return refused(unused.length > 0 ? [...new Set(unused)] : blocking(segments), first.noun, []);
  // 그중, of something else.
  if (before && query.noun !== before.noun && segments.some(isWithin))
    return refused(
      segments.filter(isWithin).map(({ text }) => text),
      query.noun,
      [],
    );
  // 영수증은? after spends asks for theirs.
  if (known.before?.noun === 'expense' && HANGS_ON.has(query.noun) && segments.length === 1)
    return refused(
      segments.map(({ text }) => text),
      query.noun,
      [],
    );
  if (others.length === 0 || before) return { query };
  return refused(
    unknown,
    null,
    queries.map(({ noun }) => noun),
  );
}

const HANGS_ON: ReadonlySet<Noun> = new Set(['receipt', 'approval', 'finding']);

/** Another noun that the same words name, where no other word says which: 정책 발표 is a program of visits, too. */
function rivalOf(best: Chosen | undefined, all: readonly Chosen[]): Chosen | null {
  if (!best) return null;
  const naming = best.said.filter(({ meaning }) => meaning.noun === best.noun && !meaning.weak);
  const names = (noun: Noun) =>
    naming.every(({ segment }) => segment.meanings.some((it) => it.noun === noun && !it.weak && !it.loose));
  return (naming.length > 0 && all.find(({ noun }) => noun !== best.noun && names(noun))) || null;
}

type Heard = { chosen: Chosen; words: Filters[] };

/**
 * Of the nouns that it can be about, those of whose records one has every word that is no other. A place alone says what is asked about,
 * a word of a title only together with a noun, or where no records of another have it.
 */
async function knowing(all: readonly Chosen[], unknown: readonly string[], known: Known) {
  const heard: Heard[] = [];
  const found: Heard[] = [];
  for (const chosen of all) {
    const [best] = heard;
    // 광안식당 간 내역: one goes to places and to restaurants; where a restaurant is called so, it is that.
    const isPlace = best && unknown.length > 0 && isNamedBy(best.chosen, chosen.noun) && !best.words.some(isAtPlace);
    if (
      (chosen.score <= 0 && unknown.length + chosen.words.length === 0) ||
      (best && chosen.score < best.chosen.score && !isPlace)
    )
      break;
    const isNamed = chosen.meanings.some((it) => it.noun === chosen.noun);
    const words = await wordsIn(chosen, [...unknown, ...chosen.words], known);
    if (!words) continue;
    if (best && chosen.score < best.chosen.score) {
      if (words.some(isAtPlace)) return [{ chosen, words }];
      continue;
    }
    const isSure = isNamed || words.length === 0 || words.some(isAtPlace);
    (isSure ? heard : found).push({ chosen, words });
  }
  return heard.length > 0 || found.length !== 1 ? heard : found;
}

/** What the words are in this noun's records, if one has them all. */
async function wordsIn({ noun }: Chosen, looked: readonly string[], { findWord }: Known): Promise<Filters[] | null> {
  const words: Filters[] = [];
  for (const word of looked) {
    const record = askable(noun).filters.includes('words') ? await findWord(noun, word) : null;
    if (!record) return null;
    words.push(record);
  }
  const said = words.flatMap(({ words }) => words ?? []);
  return said.length > 1 && !(await findWord(noun, said.join(' '))) ? null : words;
}

const isAtPlace = ({ place }: Filters): boolean => place !== undefined;

/** Whether all that names the noun of one could name this other noun, too. */
const isNamedBy = ({ noun, said }: Chosen, other: Noun): boolean =>
  said.every(
    ({ segment, meaning }) =>
      meaning.noun !== noun || meaning.loose || segment.meanings.some((it) => it.noun === other),
  );

type Refused = {
  unknown: readonly string[];
  noun: Noun | null;
  asked: readonly Noun[];
};
const refused = (unknown: readonly string[], noun: Noun | null, asked: readonly Noun[]): Refused => ({
  unknown,
  noun,
  asked,
});

const byScore = (a: Chosen, b: Chosen): number => b.score - a.score;

/** What carries meaning, for saying what could not be brought together. */
const blocking = (segments: readonly Segment[]): string[] =>
  segments.filter(({ meanings }) => !meanings.some((it) => it.nothing)).map(({ text }) => text);
