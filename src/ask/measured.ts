import type { FilterName, Filters, Group, Meaning, Measure, Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import { isMemberAsked } from './asked-for.ts';
import type { Chosen } from './choose.ts';
import { BOUNDS, partsOf, severalOf } from './filters.ts';
import type { Query, Span } from './query.ts';
import { beside, eachYear, unitOf } from './spans.ts';

export type Rest = {
  periods: readonly Span[];
  most: number | null;
  words: readonly Filters[];
  before: Query | null;
  today: Day;
  isKorean: boolean;
};

export type Asked = Pick<Query, 'measure' | 'groupBy' | 'order' | 'per'> & {
  spans: readonly Span[];
};

/** What figure of what groups in what order. */
export function askedFor({ noun, meanings, said }: Chosen, filters: Filters, rest: Rest): Asked | null {
  const can = askable(noun);
  const { today } = rest;
  const periods = can.dated === 'years' ? rest.periods.flatMap((it) => eachYear(it, today)) : rest.periods;
  const several = severalOf(filters);
  // 소나무집 다온 중 어디에 더 썼어: the two are compared, not this year with another.
  const compared = (several === undefined && meanings.some((it) => it.measure === 'change')) || periods.length > 1;
  const others = rest.before?.noun === noun && rest.before.periods.length === 1 ? rest.before.periods : null;
  const set = compared && periods.length === 1 ? [...periods, ...(others ?? beside(periods[0], today))] : periods;
  // As time goes, in whatever order they were said: what lies between them is more or less than it was.
  const spans = set.toSorted((a, b) => a.from.localeCompare(b.from));
  const strict = [...new Set(meanings.flatMap((it) => (it.measure && !it.loose ? [it.measure] : [])))];
  const amongst = meanings.flatMap((it) => (it.among && can.groups.includes(it.among) ? [it.among] : []));
  const group = (meanings.find((it) => it.group && !it.loose) ?? meanings.find((it) => it.group))?.group;
  // Of pledges below 50 %, or of the slowest, no average of progress is asked for.
  const isEach =
    noun === 'pledge' &&
    (BOUNDS.some((it) => filters[it] !== undefined) ||
      (group === undefined && amongst.length === 0 && meanings.some((it) => it.order)));
  // 한 번에 100만원 넘게: each that is so much, and no average of them.
  const isAtOnce =
    noun === 'expense' && BOUNDS.some((it) => filters[it]) && !said.some(({ segment }) => AVERAGE.test(segment.text));
  const measures = strict.filter((it) => it !== 'change' && !((isEach || isAtOnce) && it === 'average'));
  // All visits together are so many visits: people are meant where they are named.
  const isOfPeople =
    rest.before?.noun === 'visit' && (rest.before.measure === 'sum' || rest.before.measure === 'average');
  const ofPeople =
    noun === 'visit' && (isOfPeople || meanings.some((it) => it.noun === 'visit' && it.measure === 'sum'));
  // So are all pledges; what they cost is named.
  const ofWon = noun !== 'pledge' || meanings.some((it) => it.measure === 'sum' && (it.noun === noun || it.unit));
  const loose = meanings
    .flatMap((it) => (it.measure && it.loose && can.measures.includes(it.measure) ? [it.measure] : []))
    .map((it) => (it === 'share' && noun === 'pledge' && partsOf(filters).length === 0 ? 'average' : it))
    .map((it) => (it === 'sum' && ((noun === 'visit' && !ofPeople) || !ofWon) ? 'count' : it));
  const where = meanings.find((it) => it.noun === 'expense' && it.among)?.among;
  const isBest = several !== undefined && amongst.length > 0 && strict.includes('change');
  const order = orderOf(meanings, measures, group ?? amongst[0]) ?? (isBest ? 'most' : null);
  const isBoth = noun === 'expense' && measures.includes('count') && [...measures, ...loose].includes('sum');
  const measure =
    noun === 'rule' || (isBoth && !order && !group)
      ? 'list'
      : (strictest(measures) ??
        (measures.length > 0
          ? null
          : loose.length > 0
            ? loosest(loose)
            : usual(noun, order, compared || strict.includes('change'), filters)));
  if (measure === null || (noun === 'pledge' && measures.includes('average') && measures.includes('sum'))) return null;

  const ofRecord =
    filters.record !== undefined && noun !== 'expense' && amongst.includes('person') ? 'person' : undefined;
  // Which restaurants: one after the other, as no spend of them was asked for.
  const isWhich = measure === 'list' && where === 'place' && noun === 'expense';
  const isWho =
    measure === 'list' &&
    noun === 'contact' &&
    (meanings.some((it) => it.among === 'member' && it.measure) ||
      (filters.record === undefined && isMemberAsked(said)));
  // Who it was of whom receipts lack: no row says it, so that they are counted by it.
  const isUntold = measure === 'list' && amongst[0] === 'person' && UNTOLD.has(noun) && filters.person === undefined;
  // 정당 비율: no part of all was named.
  const isParted = strict.includes('change') || (strict.includes('share') && partsOf(filters).length === 0);
  const grouped = group ?? (order || isUntold || isWhich || isWho || isParted ? amongst[0] : ofRecord) ?? null;
  const apart = several && (measure !== 'list' || order || strict.includes('change')) ? eachOf(noun, several) : null;
  const groupBy = apart ?? grouped ?? (compared && spans.length > 1 ? unitOf(spans) : null);
  const isLargest = order !== null && !groupBy && noun !== 'pledge';
  const figure =
    measure !== 'list'
      ? measure
      : isLargest
        ? 'sum'
        : groupBy
          ? isUntold && filters.state !== undefined
            ? 'count'
            : usual(noun, order, true, filters)
          : measure;
  return {
    measure: figure,
    groupBy,
    order,
    per: meanings.find((it) => it.per)?.per ?? null,
    spans,
  };
}

const AVERAGE = /평균|average|mean|avg/;

/** Of these no row says whose it is. */
const UNTOLD: ReadonlySet<Noun> = new Set(['expense', 'receipt']);

/** What the several are told apart by, where they can be. */
const eachOf = (noun: Noun, several: FilterName): Group | null =>
  askable(noun).groups.find((group) => group === several) ?? null;

/** `세 건` alone is how many to show; of places and people, those with the most. */
function orderOf(meanings: readonly Meaning[], measures: readonly Measure[], group: Group | undefined): Query['order'] {
  const said = meanings.filter((it) => it.order);
  const strict = said.find((it) => !it.loose)?.order;
  if (strict) return strict;
  return group && !measures.some((it) => ONE_BY_ONE.has(it)) ? (said[0]?.order ?? null) : null;
}
const ONE_BY_ONE: ReadonlySet<Measure> = new Set(['first', 'last', 'next']);

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
  (['balance', 'rate', 'share', 'sum', 'count', 'average', 'list'] as const).find((it) => measures.includes(it)) ??
  null;

/** What is meant where nothing was said of it. */
function usual(noun: Noun, order: Query['order'], figures: boolean, { state }: Filters): Measure {
  if (noun === 'budget') return 'sum';
  // 영수증 없는 것이 제일 많은 사람: so many of them.
  if (noun === 'expense' && order && state !== undefined) return 'count';
  if (!order && !figures) return 'list';
  return noun === 'expense' ? (figures || order ? 'sum' : 'list') : figures ? 'count' : 'list';
}
