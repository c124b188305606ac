import type { Filters, Group, Meaning, Measure, Noun } from '../vocabulary/ask.ts';
import { askable } from '../vocabulary/askable.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Chosen } from './choose.ts';
import { BOUNDS, EACH, filtersOf, isPartByOrder, partsOf } from './filters.ts';
import { MEASURED } from './honoured.ts';
import type { Query, Span } from './query.ts';
import { beside, eachYear, isYear, unitOf, yearOf } from './spans.ts';

type Rest = {
  periods: readonly Span[];
  most: number | null;
  words: readonly Filters[];
  before: Query | null;
  today: Day;
  isKorean: boolean;
};

/** Brings the pieces together; null where two of them contradict. */
export function queryOf(chosen: Chosen, rest: Rest): Query | null {
  const { noun, meanings } = chosen;
  const { most, words, before, today } = rest;
  const filters = filtersOf(meanings);
  if (!filters) return null;
  for (const { place, words: word } of words) {
    if (place !== undefined && filters.place !== undefined && filters.place !== place) return null;
    if (place !== undefined) filters.place = place;
    if (word !== undefined) filters.words = [filters.words, word].filter((it) => it !== undefined).join(' ');
  }
  const isEach = boundEach(filters, meanings);
  const { dated } = askable(noun);
  const asked = askedFor(chosen, filters, rest);
  if (!asked || contradicts(asked, filters, chosen, rest)) return null;
  const { measure, groupBy, order, per, spans } = isEach
    ? // Of what is narrowed by an amount for each person, no average is asked for.
      { ...asked, measure: asked.measure === 'average' ? 'list' : asked.measure, per: null }
    : asked;
  const own: Query = {
    noun,
    measure,
    groupBy,
    order,
    most,
    per,
    periods: dated === 'now' ? [] : dated === 'years' ? spans.map(yearOf) : spans,
    filters,
    scope: meanings.find((it) => it.scope)?.scope ?? null,
    when: null,
  };
  const query = before?.noun === noun ? goneOn(before, own, meanings) : own;
  return { ...query, when: whenOf(query, meanings, today) };
}

/** `1인당 집행액이 5만원을 넘는`: the bound is for each person where that was said before it. */
function boundEach(filters: Filters, meanings: readonly Meaning[]): boolean {
  const head = meanings.findIndex((it) => it.per === 'head');
  const bound = meanings.findIndex((it) => BOUNDS.some((name) => it.filters?.[name] !== undefined));
  if (head < 0 || bound < head) return false;
  for (const name of BOUNDS) {
    const won = filters[name];
    if (won === undefined) continue;
    filters[EACH[name]] = won;
    delete filters[name];
  }
  return true;
}

type Asked = Pick<Query, 'measure' | 'groupBy' | 'order' | 'per'> & {
  spans: readonly Span[];
};

/** What figure of what groups in what order. */
function askedFor({ noun, meanings }: Chosen, filters: Filters, rest: Rest): Asked | null {
  const can = askable(noun);
  const { today } = rest;
  const periods = can.dated === 'years' ? rest.periods.flatMap(eachYear) : rest.periods;
  const compared = meanings.some((it) => it.measure === 'change') || periods.length > 1;
  const spans = compared && periods.length === 1 ? [...periods, ...beside(periods[0], today)] : periods;
  const strict = [...new Set(meanings.flatMap((it) => (it.measure && !it.loose ? [it.measure] : [])))];
  const amongst = meanings.flatMap((it) => (it.among && can.groups.includes(it.among) ? [it.among] : []));
  const group = (meanings.find((it) => it.group && !it.loose) ?? meanings.find((it) => it.group))?.group;
  // Of pledges below 50 %, or of the slowest, no average of progress is asked for.
  const isEach =
    noun === 'pledge' &&
    (BOUNDS.some((it) => filters[it] !== undefined) ||
      (group === undefined && amongst.length === 0 && meanings.some((it) => it.order)));
  const measures = strict.filter((it) => it !== 'change' && !(isEach && it === 'average'));
  const loose = meanings
    .flatMap((it) => (it.measure && it.loose && can.measures.includes(it.measure) ? [it.measure] : []))
    .map((it) => (it === 'share' && noun === 'pledge' && partsOf(filters).length === 0 ? 'average' : it));
  const where = meanings.find((it) => it.noun === 'expense' && it.among)?.among;
  const order = orderOf(meanings, measures, group ?? amongst[0]);
  const measure =
    noun === 'rule'
      ? 'list'
      : (strictest(measures) ??
        (measures.length > 0 ? null : loose.length > 0 ? loosest(loose) : usual(noun, order, compared)));
  if (measure === null || (noun === 'pledge' && measures.includes('average') && measures.includes('sum'))) return null;

  const ofRecord =
    filters.record !== undefined && noun !== 'expense' && amongst.includes('person') ? 'person' : undefined;
  // Which restaurants: one after the other, as no spend of them was asked for.
  const isWhich = measure === 'list' && where === 'place' && noun === 'expense';
  const isWho = measure === 'list' && noun === 'contact' && meanings.some((it) => it.among === 'member' && it.measure);
  const grouped = group ?? (order || isWhich || isWho || strict.includes('change') ? amongst[0] : ofRecord) ?? null;
  const groupBy = grouped ?? (compared && spans.length > 1 ? unitOf(spans) : null);
  const isLargest = order !== null && !groupBy && noun !== 'pledge';
  const figure = measure !== 'list' ? measure : isLargest ? 'sum' : groupBy ? usual(noun, order, true) : measure;
  return {
    measure: figure,
    groupBy,
    order,
    per: meanings.find((it) => it.per)?.per ?? null,
    spans,
  };
}

/** `세 건` alone is how many to show; of places and people, those with the most. */
function orderOf(meanings: readonly Meaning[], measures: readonly Measure[], group: Group | undefined): Query['order'] {
  const said = meanings.filter((it) => it.order);
  const strict = said.find((it) => !it.loose)?.order;
  if (strict) return strict;
  return group && !measures.some((it) => ONE_BY_ONE.has(it)) ? (said[0]?.order ?? null) : null;
}
const ONE_BY_ONE: ReadonlySet<Measure> = new Set(['first', 'last', 'next']);

function contradicts(
  { measure, groupBy, order, per, spans }: Asked,
  filters: Filters,
  { noun, meanings }: Chosen,
  { today, isKorean }: Rest,
): boolean {
  if (!isDated(noun, spans, filters, today)) return true;
  // Of these nothing is planned.
  if ((noun === 'expense' || noun === 'contact') && spans.some(({ from }) => from > today)) return true;
  if (noun === 'budget' && measure !== 'balance' && !spans.every(isYear)) return true;
  // Of visits the months are counted, of spends their won is divided.
  if (per === 'month' && meanings.some((it) => it.measure === (noun === 'expense' ? 'count' : 'sum') && !it.loose))
    return true;
  // When an approval was asked for is not known here.
  if (noun === 'approval' && spans.length > 0 && meanings.some((it) => it.noun === noun && it.weak)) return true;
  // 시책은 몇 프로 썼어: of its budget, or of all that was spent.
  if (
    measure === 'share' &&
    noun === 'expense' &&
    filters.account &&
    meanings.some((it) => it.measure === 'share' && it.loose)
  )
    return true;
  // Whoever asked for something is not who has to do it.
  if (noun === 'followup' && groupBy === 'person' && meanings.some(isRequesting)) return true;
  // In Korean the part stands last: 시책 중 직원 격려 비율.
  if (measure === 'share' && !isKorean && isPartByOrder(filters)) return true;
  const compared = meanings.some((it) => it.measure === 'change') || spans.length > 1;
  if (compared && noun === 'expense' && meanings.some((it) => it.noun === 'budget')) return true;
  if (order === 'none' && ((groupBy !== 'district' && groupBy !== 'member') || measure !== 'count')) return true;
  // Who did the most, where nobody did it: a budget.
  if (order && !groupBy && meanings.some(({ among }) => among && !askable(noun).groups.includes(among))) return true;
  // The largest pledge may be the one that costs most.
  if (
    order &&
    !groupBy &&
    noun === 'pledge' &&
    !meanings.some((it) => it.measure === 'average' || it.measure === 'sum')
  )
    return true;
  return Boolean(order && !groupBy && (!MEASURED.has(noun) || measure === 'count'));
}

const isRequesting = ({ noun, when, filters }: Meaning): boolean =>
  noun === 'member' || (when === 'past' && filters?.kind === 'member_request');

/** How often it was is not how often it is planned, too; where the periods say as much already, nothing need be said. */
function whenOf(
  { noun, measure, periods, filters, when }: Query,
  meanings: readonly Meaning[],
  today: Day,
): Query['when'] {
  if (!PLANNED.has(noun) || filters.state || filters.record) return null;
  const open = periods.length === 0 || periods.some(({ from, to }) => from <= today && today < to);
  if (!open) return null;
  if (measure === 'last') return 'past';
  const said = meanings.filter(
    (it) => it.when && (it.noun === noun || (!it.noun && (it.when === 'ahead' ? !it.nothing : measure !== 'list'))),
  );
  return said.find((it) => it.noun)?.when ?? said[0]?.when ?? when;
}
const PLANNED: ReadonlySet<Noun> = new Set(['visit', 'announcement']);

/** `그럼 9월은?`: the question before, with what is new in its place. */
function goneOn(before: Query, own: Query, meanings: readonly Meaning[]): Query {
  const said = meanings.some((it) => it.measure && it.measure !== 'change');
  return {
    ...before,
    ...(said || own.groupBy || own.order
      ? {
          measure: own.measure,
          // 제일 많은 건? after what was told apart asks which of those.
          groupBy: own.groupBy ?? (own.order && before.groupBy !== 'period' ? before.groupBy : null),
          order: own.order,
          per: own.per,
        }
      : {}),
    ...(own.most === null ? {} : { most: own.most }),
    ...(own.periods.length === 1 && before.periods.length > 1 && !own.groupBy ? { groupBy: null } : {}),
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
  (['balance', 'rate', 'share', 'sum', 'count', 'average', 'list'] as const).find((it) => measures.includes(it)) ??
  null;

/** What is meant where nothing was said of it. */
function usual(noun: Noun, order: Query['order'], figures: boolean): Measure {
  if (noun === 'budget') return 'sum';
  if (!order && !figures) return 'list';
  return noun === 'expense' ? (figures || order ? 'sum' : 'list') : figures ? 'count' : 'list';
}

/** Whether a period means something here: a budget has years; what has no days can only be asked about as it is now. */
export function isDated(noun: Noun, spans: readonly Span[], filters: Filters | null, today: Day): boolean {
  const { dated } = askable(noun);
  if (dated === 'now') return spans.every(({ from, to }) => from <= today && today <= to);
  if (dated === 'days') return noun !== 'followup' || spans.length === 0 || !hasNoDay(filters);
  const isNow = ({ from, to }: Span) => from <= today && today <= to && from.slice(0, 4) === to.slice(0, 4);
  return spans.every((span) => isYear(span) || isNow(span));
}

/** What has no due day, and what was asked for on a visit: the register knows no period for it. */
const hasNoDay = (filters: Filters | null): boolean => {
  const { state, kind } = filters ?? {};
  return state === 'no_due' || kind === 'visit_agenda' || kind === 'field_office' || kind === 'weekend_date';
};
