import type { Period } from '../korean/period.ts';
import { slipsApart, suggest } from '../korean/suggest.ts';
import { type Filters, type Group, type Meaning, type Measure, NOUNS, type Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import { type Chosen, choose } from './choose.ts';
import { filtersOf, isPartByOrder, partsOf } from './filters.ts';
import type { Query, Reading, Span } from './query.ts';
import { isUnknown, knownWords, meaningsOf, type Names, type Segment, segmentsOf } from './segments.ts';
import { spansOf } from './spans.ts';

type Known = {
  today: Day;
  names: Names;
  /** Reads a period; what has no year is of the past, or of this year where plans are asked about. */
  readPeriod: (words: string) => Period | null;
  /** The question before, while it is remembered. */
  before: Query | null;
  /** The place that was meant, or the word of a title or a purpose, if there is a record of this noun with it. */
  findWord: (noun: Noun, typed: string) => Promise<Pick<Filters, 'place' | 'words'> | null>;
};

/**
 * Reads a question as one query. Every piece of it has to say something that the query holds: a word that carries meaning and was not
 * used stops the answer, and is handed back.
 */
export async function readQuestion(typed: string, known: Known): Promise<Reading> {
  const segments = segmentsOf(typed, known.names, known.readPeriod);
  const found = await understand(segments, known);
  if ('query' in found) return { ...found, corrected: [] };

  const { mended, corrected } = mend(segments, known.names);
  if (corrected.length === 0) return found;
  const second = await understand(mended, known);
  return 'query' in second ? { ...second, corrected } : found;
}

/** Takes unknown words for known ones that are one slip away; a word two slips away may well be another word. */
function mend(segments: readonly Segment[], names: Names): { mended: Segment[]; corrected: [string, string][] } {
  const words = knownWords(names);
  const corrected: [string, string][] = [];
  const mended = segments.map((segment) => {
    if (!isUnknown(segment) || segment.text.length < SHORTEST_SLIP) return segment;
    const meant = suggest(segment.text, words);
    const meanings = meant && slipsApart(segment.text, meant) <= 1 ? meaningsOf(meant, names) : null;
    if (!meant || !meanings) return segment;
    corrected.push([segment.text, meant]);
    return { text: meant, meanings };
  });
  return { mended, corrected };
}

/** Of shorter words everything is near: 기분 is not 기준. */
const SHORTEST_SLIP = 3;

async function understand(segments: readonly Segment[], known: Known): Promise<{ query: Query } | Refused> {
  const refine = segments.some(({ meanings }) => meanings.some((it) => it.refine));
  const stops = segments.filter(({ meanings }) => meanings.some((it) => it.stops)).map(({ text }) => text);
  if (stops.length > 0) return refused(stops, null, []);
  const compared = segments.some(({ meanings }) => meanings.some((it) => it.measure === 'change'));
  const periods = spansOf(segments, known.readPeriod, compared);
  if (!periods)
    return refused(
      segments.flatMap(({ text, period }) => (period ? [text] : [])),
      null,
      [],
    );
  const most = segments.find((it) => it.most !== undefined)?.most ?? null;
  const unknown = segments.filter(isUnknown).map(({ text }) => text);
  const before = refine || isShort(segments) ? known.before : null;

  const chosen = NOUNS.flatMap((noun) => choose(noun, segments, periods, before) ?? []).toSorted(byScore);
  const alike = chosen.filter(({ score }) => score === chosen[0]?.score);
  const dated = alike.filter(({ noun, meanings }) => isDated(noun, periods, filtersOf(meanings), known.today));
  const [best] = dated.length === 1 ? dated : alike;
  if (!best || best.score <= 0) return refused(unknown.length > 0 ? unknown : blocking(segments), null, []);
  if (alike.length > 1 && dated.length !== 1 && !before)
    return refused(
      unknown,
      null,
      alike.map(({ noun }) => noun),
    );

  const words: Filters[] = [];
  for (const word of unknown) {
    const record = askable(best.noun).filters.includes('words') ? await known.findWord(best.noun, word) : null;
    if (record === null) return refused([word], best.noun, []);
    words.push(record);
  }
  const isKorean = segments.some(({ text }) => /[가-힣]/.test(text));
  const query = queryOf(best, { periods, most, words, before, today: known.today, isKorean });
  return query ? { query } : refused(blocking(segments), best.noun, []);
}

type Refused = { unknown: readonly string[]; noun: Noun | null; asked: readonly Noun[] };
const refused = (unknown: readonly string[], noun: Noun | null, asked: readonly Noun[]): Refused => ({
  unknown,
  noun,
  asked,
});

const byScore = (a: Chosen, b: Chosen): number => b.score - a.score;

/** What carries meaning, for saying what could not be brought together. */
const blocking = (segments: readonly Segment[]): string[] =>
  segments.filter(({ meanings }) => !meanings.some((it) => it.nothing)).map(({ text }) => text);

/** `9월은?`, `시책만`: hardly a question of its own. */
const isShort = (segments: readonly Segment[]): boolean =>
  segments.length <= 3 && !segments.some(({ meanings }) => meanings.some((it) => it.noun));

type Rest = {
  periods: readonly Span[];
  most: number | null;
  words: readonly Filters[];
  before: Query | null;
  today: Day;
  isKorean: boolean;
};

/** Brings the pieces together; null where two of them contradict. */
function queryOf({ noun, meanings }: Chosen, { periods, most, words, before, today, isKorean }: Rest): Query | null {
  const filters = filtersOf(meanings);
  if (!filters) return null;
  for (const { place, words: word } of words) {
    if (place !== undefined) filters.place = place;
    if (word !== undefined) filters.words = [filters.words, word].filter((it) => it !== undefined).join(' ');
  }
  const can = askable(noun);
  const order = meanings.find((it) => it.order)?.order ?? null;
  const compared = meanings.some((it) => it.measure === 'change') || periods.length > 1;
  const spans = compared && periods.length === 1 ? [...periods, ...beside(periods[0], today)] : periods;
  if (!isDated(noun, spans, filters, today)) return null;

  const measures = [...new Set(meanings.flatMap((it) => (it.measure && !it.loose ? [it.measure] : [])))];
  const strict = measures.filter((it) => it !== 'change');
  const loose = meanings.flatMap((it) =>
    it.measure && it.loose && can.measures.includes(it.measure) ? [it.measure] : [],
  );
  const measure = strictest(strict) ?? (strict.length > 0 ? null : (loosest(loose) ?? usual(noun, order, compared)));
  if (measure === null) return null;

  const asked = meanings.find((it) => it.group)?.group;
  const amongst = meanings.flatMap((it) => (it.among && can.groups.includes(it.among) ? [it.among] : []));
  const ofRecord = filters.record !== undefined && amongst.includes('person') ? 'person' : undefined;
  const grouped = asked ?? (order || measure === 'change' ? amongst[0] : ofRecord) ?? null;
  const perHead = meanings.some((it) => it.per === 'head');
  if (measure === 'share' && !grouped && partsOf(filters).length === 0) return null;
  // In Korean the part stands last: 시책 중 직원 격려 비율.
  if (measure === 'share' && !isKorean && isPartByOrder(filters)) return null;
  if (compared && noun === 'expense' && meanings.some((it) => it.noun === 'budget')) return null;
  if (order === 'none' && grouped !== 'district') return null;
  if (order && !grouped && (!MEASURED.has(noun) || measure === 'count')) return null;
  if (perHead && BOUNDS.some((it) => filters[it] !== undefined)) return null;
  const groupBy = grouped ?? (compared && spans.length > 1 ? unitOf(spans) : null);
  const own: Query = {
    noun,
    measure: groupBy && measure === 'list' ? usual(noun, order, true) : measure,
    groupBy,
    order,
    most,
    perHead,
    periods: can.dated === 'now' ? [] : spans,
    filters,
    scope: meanings.find((it) => it.scope)?.scope ?? null,
  };
  return before?.noun === noun ? goneOn(before, own, meanings) : own;
}

/** Records that can be larger and smaller by themselves: by won, by people, by progress. */
const MEASURED: ReadonlySet<Noun> = new Set(['expense', 'budget', 'visit', 'pledge']);

/** `1인당 5만원 넘는` is one condition; an average for each person of the spends over 50,000 won is another question. */
const BOUNDS = ['above', 'from', 'below', 'upTo'] as const;

/** `그럼 9월은?`: the question before, with what is new in its place. */
function goneOn(before: Query, own: Query, meanings: readonly Meaning[]): Query {
  const said = meanings.some((it) => it.measure && it.measure !== 'change');
  return {
    ...before,
    ...(said || own.groupBy
      ? { measure: own.measure, groupBy: own.groupBy, order: own.order, perHead: own.perHead }
      : {}),
    ...(own.most === null ? {} : { most: own.most }),
    periods: own.periods.length > 0 ? own.periods : before.periods,
    filters: { ...before.filters, ...own.filters },
    scope: own.scope ?? before.scope,
  };
}

/** Of measures that say more than one thing, the one that holds the others. */
function strictest(measures: readonly Measure[]): Measure | null {
  if (measures.length <= 1) return measures[0] ?? null;
  return (
    HOLDS.find(
      (one) => measures.includes(one) && measures.every((it) => it === one || it === 'count' || it === 'sum'),
    ) ?? null
  );
}
const HOLDS: readonly Measure[] = ['share', 'average', 'rate', 'balance'];

const loosest = (measures: readonly Measure[]): Measure | null =>
  (['sum', 'count', 'average', 'list'] as const).find((it) => measures.includes(it)) ?? null;

/** What is meant where nothing was said of it. */
function usual(noun: Noun, order: Query['order'], figures: boolean): Measure {
  if (noun === 'budget') return 'sum';
  if (!order && !figures) return 'list';
  return noun === 'expense' ? (figures || order ? 'sum' : 'list') : figures ? 'count' : 'list';
}

/** The period of now that one of the past is compared with. */
function beside(past: Span | undefined, today: Day): Span[] {
  if (!past || past.to >= today) return [];
  const whole = past.from.endsWith('-01-01') && past.to.endsWith('-12-31');
  if (whole) return [{ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }];
  const month = past.from.slice(0, 7) === past.to.slice(0, 7) && past.from.endsWith('-01');
  return month ? [{ from: `${today.slice(0, 7)}-01`, to: `${today.slice(0, 7)}-31` }] : [];
}

/** Years are compared as years, anything else as the periods that were said. */
const unitOf = (spans: readonly Span[]): Group | 'period' =>
  spans.every(({ from, to }) => from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4))
    ? 'year'
    : 'period';

/** Whether a period means something here: a budget has years; what has no days can only be asked about as it is now. */
function isDated(noun: Noun, spans: readonly Span[], filters: Filters | null, today: Day): boolean {
  const { dated } = askable(noun);
  if (dated === 'now') return spans.every(({ from, to }) => from <= today && today <= to);
  if (dated === 'days') return noun !== 'followup' || spans.length === 0 || !hasNoDay(filters);
  return spans.every(
    ({ from, to }) => from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4),
  );
}

/** What has no due day, and what was asked for on a visit: the register knows no period for it. */
const hasNoDay = (filters: Filters | null): boolean => {
  const { state, kind } = filters ?? {};
  return state === 'no_due' || kind === 'visit_agenda' || kind === 'field_office' || kind === 'weekend_date';
};
