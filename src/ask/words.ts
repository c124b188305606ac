import { formatDay } from '../korean/day-words.ts';
import { formatWon } from '../korean/won.ts';
import { limitWords } from '../spending/check/limit/rules.ts';
import type { Text } from '../text/index.ts';
import type { FilterName, Noun } from '../vocabulary/ask.ts';
import { isLimitName } from '../vocabulary/check.ts';
import type { Answer } from './answer.ts';
import { isDifference } from './figures.ts';
import { eitherOf } from './filters.ts';
import { periodWords } from './period-words.ts';
import type { Query } from './query.ts';
import type { Row } from './store.ts';

/** Names that stand for ids: people and members. */
export type Called = {
  people: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, string>;
};

/** What was understood, in one line: `비서실 전체 · 2016년 10월 · 집행 · 장소별 많은 순`. */
export function understoodWords(query: Query, text: Text, today: string, called: Called): string {
  const words = text.ask;
  const { noun, measure, groupBy, order, most, per, periods, filters, scope, when } = query;
  const group = groupBy && (noun === 'expense' && groupBy === 'person' ? words.spender : words.groups[groupBy]);
  const grouped =
    group && (order === 'none' ? words.without(group) : order ? words.ordered(group, order) : words.by(group));
  return [
    HAVE_SCOPE.has(noun) || scope === 'mine' ? words.scopes[scope ?? 'office'] : '',
    ...periods.map((span) => {
      const period = periodWords(span, text, today);
      return noun === 'followup' && !filters.kind?.startsWith('audit') ? words.due(period) : period;
    }),
    when === null ? '' : words.when[when],
    OF_ALL_TIME.has(noun) && FIGURES.has(measure) && periods.length === 0 && when === null && !filters.record
      ? words.everyTime
      : '',
    words.nouns[noun],
    ...(Object.entries(filters) as [FilterName, string][])
      .filter(([name, value]) => name !== 'from' || filters.upTo !== value)
      .map(([name, value]) =>
        name === 'upTo' && filters.from === value
          ? text.spending.won(formatWon(Number(value)))
          : filterWords(noun, name, value, text, called),
      ),
    grouped ?? (order && order !== 'none' ? words.largest(order) : ''),
    most === null ? '' : words.only(String(most)),
    order && !groupBy ? '' : measureWords(noun, measure, per, text),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A figure of these goes back as far as the register does, where no period was said. */
const OF_ALL_TIME: ReadonlySet<Noun> = new Set(['expense', 'visit', 'contact']);
const FIGURES: ReadonlySet<Query['measure']> = new Set(['count', 'sum', 'average', 'share']);

/** Whose these are is worth saying. */
const HAVE_SCOPE: ReadonlySet<Noun> = new Set(['expense', 'visit', 'followup', 'approval', 'receipt', 'contact']);

function measureWords(noun: Noun, measure: Query['measure'], per: Query['per'], text: Text): string {
  if (per) return text.ask.per[per];
  if (noun === 'visit' && measure === 'sum') return text.ask.participants;
  if (noun === 'pledge' && measure === 'average') return text.ask.progress;
  if (noun === 'pledge' && measure === 'sum') return text.ask.cost;
  return text.ask.measures[measure];
}

const filterWords = (noun: Noun, name: FilterName, value: string, text: Text, called: Called): string =>
  eitherOf(value)
    .map((one) => valueName(noun, name, one, text, called))
    .join(', ');

function valueName(noun: Noun, name: FilterName, value: string, text: Text, called: Called): string {
  const words = text.ask;
  switch (name) {
    case 'above':
    case 'from':
    case 'below':
    case 'upTo':
      return words.bounds[name](noun === 'pledge' ? words.percent(value) : text.spending.won(formatWon(Number(value))));
    case 'perHeadAbove':
    case 'perHeadFrom':
    case 'perHeadBelow':
    case 'perHeadUpTo':
      return words.eachHead(words.bounds[OVERALL[name]](text.spending.won(formatWon(Number(value)))));
    case 'hours':
      return words.hours[value] ?? clockWords(value, text);
    case 'type':
      return words.typeOf(text.pledge.typeName(value));
    case 'state':
      return words.states[value] ?? value;
    case 'words':
      return value
        .split(' ')
        .map((word) => `“${word}”`)
        .join(' ');
    case 'record':
      return recordWords(noun, value);
    case 'person': {
      const name = called.people.get(value) ?? value;
      return noun === 'expense' ? words.spentBy(name) : name;
    }
    case 'member':
      return called.members.get(value) ?? value;
    case 'limit':
      return isLimitName(value) ? text.check.limits.names[value] : value;
    default:
      return labelWords(noun, name, value, text, called);
  }
}

/** Over midnight it is the night; else it begins or ends with the day. */
function clockWords(hours: string, { ask }: Text): string {
  const [from = '', to = ''] = hours.split('-');
  if (from > to) return ask.night(`${from}~${to}`);
  return to === '24:00' ? ask.since(from) : ask.until(to);
}

const OVERALL = {
  perHeadAbove: 'above',
  perHeadFrom: 'from',
  perHeadBelow: 'below',
  perHeadUpTo: 'upTo',
} as const;

const LETTERS: Partial<Record<Noun, string>> = {
  expense: 'E',
  visit: 'V',
  contact: 'C',
  followup: 'F',
  announcement: 'B',
};
const recordWords = (noun: Noun, id: string): string => `${LETTERS[noun] ?? ''}${id}`;

/** A label as it is kept, in the reader's words: codes are named, months and people too. */
export function labelWords(noun: Noun, group: string, value: string | null, text: Text, called: Called): string {
  if (value === null || value === '') return text.ask.nothing;
  switch (group) {
    case 'account':
      return named(text.spending.accounts, value);
    case 'activity':
      return named(text.spending.activities, value);
    case 'payment':
      return named(text.spending.payments, value);
    case 'category':
      return text.spending.category(value);
    case 'district':
      return text.visit.district(value);
    case 'program':
      return text.visit.program(value);
    case 'kind':
      return text.ask.kinds[value] ?? named(noun === 'followup' ? text.followup.kinds : text.council.kinds, value);
    case 'status':
      if (noun === 'pledge') return named(text.pledge.statuses, value);
      return named(noun === 'finding' ? text.check.states : text.followup.statuses, value);
    case 'type':
      return text.pledge.typeName(value);
    case 'role':
      return named(text.office.roles, value);
    case 'person':
      return called.people.get(value) ?? value;
    case 'rule':
      return ruleWords(value, text);
    case 'weekday':
      return text.ask.weekdays[Number(value)] ?? value;
    case 'progress':
      return text.ask.percent(value);
    case 'quarter':
      return text.ask.quarterOf(value.slice(0, 4), value.slice(4));
    case 'month': {
      const [year, month] = [value.replace('-', '').slice(0, 4), value.replace('-', '').slice(4)];
      return `${year}-${month}`;
    }
    default:
      return value;
  }
}

const named = (names: Record<string, string>, value: string): string => names[value] ?? value;

const ruleWords = (id: string, text: Text): string =>
  (text.check.rules as Record<string, { name: string }>)[id]?.name ?? id;

/** The figure itself, as a sentence would say it. */
export function valueWords({ query, value, unit, rows, sum }: Answer, text: Text): string {
  if (query.noun === 'rule') return rows[0] ? limitValue(rows[0], text) : text.ask.noLimit;
  if (value === null) return rows.length > 1 && !query.order ? text.ask.eachFigure : text.ask.unknownFigure;
  if (query.order === 'none') return text.ask.count(formatWon(value), query.groupBy === 'member' ? 'member' : 'pledge');
  if (isDifference(query)) return text.ask.difference(differenceWords(query.noun, unit, value, text));
  const figure = figureWords(query.noun, unit, value, text);
  return sum !== null && value > 1 ? text.ask.totalOf(figure, text.spending.won(formatWon(sum))) : figure;
}

/** With its sign; of two rates in percentage points. */
function differenceWords(noun: Noun, unit: Answer['unit'], value: number, text: Text): string {
  const size = Math.abs(value);
  const words = unit === 'percent' ? text.ask.points(size.toFixed(1)) : figureWords(noun, unit, size, text);
  return value === 0 ? words : `${value > 0 ? '+' : '−'}${words}`;
}

export function figureWords(noun: Noun, unit: Answer['unit'], value: number, text: Text): string {
  if (unit === 'won') return text.spending.won(formatWon(value));
  if (unit === 'percent') return text.ask.percent(value.toFixed(1));
  if (unit === 'people') return text.ask.people(formatWon(value));
  return text.ask.count(formatWon(value), COUNTED_AS[noun] ?? 'record');
}

const COUNTED_AS: Partial<Record<Noun, 'visit' | 'person' | 'pledge' | 'member'>> = {
  visit: 'visit',
  contact: 'visit',
  pledge: 'pledge',
  member: 'member',
  person: 'person',
};

const limitValue = ({ label, value, day }: Row, text: Text): string =>
  isLimitName(label) ? text.ask.sinceLimit(limitWords(label, value, text), day ?? '') : String(value);

/** One row: a group with its figure, or a record with its day. */
export function rowWords(row: Row, { query, unit }: Answer, text: Text, today: string, called: Called): string {
  const { noun, groupBy } = query;
  if (noun === 'rule')
    return text.ask.line(isLimitName(row.label) ? text.check.limits.names[row.label] : '', limitValue(row, text));
  if (groupBy || noun === 'budget') {
    const label =
      groupBy === 'period'
        ? spanLabel(row.label, text, today)
        : groupBy === 'day' && row.label
          ? formatDay(row.label, text.language, today)
          : labelWords(noun, groupBy ?? 'account', row.label, text, called);
    return text.ask.line(label, figureWords(noun, query.measure === 'count' ? 'count' : unit, row.value, text));
  }
  const measured = query.order ? figureWords(noun, unit, row.value, text) : '';
  const money = noun === 'expense' || noun === 'approval' ? text.spending.won(formatWon(row.value)) : measured;
  const day = row.day ? formatDay(row.day, text.language, today) : '';
  const about = (row.about ?? []).map(([name, value]) => labelWords(noun, name, value, text, called));
  return [row.record, day, row.label, money, ...about].filter(Boolean).join(' · ');
}

function spanLabel(label: string | null, text: Text, today: string): string {
  const [from = '', to = from] = (label ?? '').split('~');
  return /^\d{4}$/.test(from) ? from : periodWords({ from, to }, text, today);
}
