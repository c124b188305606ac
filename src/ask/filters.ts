import type { FilterName, Filters, Meaning } from '../vocabulary/ask.ts';
import { KINDS_WITHIN } from '../vocabulary/askable.ts';

/** What the pieces narrow; null where two of them contradict. */
export function filtersOf(meanings: readonly Meaning[]): Filters | null {
  const filters: Filters = {};
  for (const meaning of meanings) {
    for (const [name, value] of Object.entries(meaning.filters ?? {}) as [keyof Filters, string][]) {
      const before = filters[name];
      if (before === undefined || WITHIN[value] === before) filters[name] = value;
      else if (eitherOf(before).includes(value) || WITHIN[before] === value) continue;
      else if (NAMING.has(name)) filters[name] = `${before}${OR}${value}`;
      else return null;
    }
  }
  return filters;
}

const OR = '|';
/** `강남구|송파구` is any of them. */
export const eitherOf = (value: string): string[] => value.split(OR);

/** One record has one of these, so that two of them mean either: 강남구하고 송파구 의원. How something stands is no name. */
const NAMING: ReadonlySet<FilterName> = new Set([
  ...(['account', 'category', 'payment', 'place', 'program', 'district'] as const),
  ...(['person', 'member', 'party', 'committee', 'type', 'field'] as const),
]);

/** What several were named of. */
export const severalOf = (filters: Filters): FilterName | undefined =>
  (Object.keys(filters) as FilterName[]).find((name) => NAMING.has(name) && eitherOf(filters[name] ?? '').length > 1);

/** Another of the same, or the first of it. */
export const or = (before: string | undefined, value: string): string =>
  before === undefined || before === value ? value : `${before}${OR}${value}`;

/** What is part of something wider, so that both may be said: 감사 시정요구, 할 일 중 기한 지난 것. */
export const WITHIN: Readonly<Record<string, string>> = Object.fromEntries([
  ['meal_public_official', 'meal_general'],
  ['farm_gift', 'gift'],
  ['farm_gift_festival', 'gift'],
  ...['overdue', 'no_due', 'unowned'].map((it) => [it, 'open']),
  ...Object.entries(KINDS_WITHIN).flatMap(([wide, kinds]) => kinds.map((it) => [it, wide])),
]);

/**
 * What makes a part of a whole; the rest says which whole it is. How something stands comes first (of the audit's demands, those done),
 * then what was said last.
 */
export function partsOf(filters: Filters): FilterName[] {
  const possible = possibleParts(filters);
  return possible.some(isStanding) ? possible : possible.slice(-1);
}

/** Several of which none says how something stands: which of them is the part, only the order of the words says. */
export const isPartByOrder = (filters: Filters): boolean => {
  const possible = possibleParts(filters);
  return possible.length > 1 && !possible.some(isStanding);
};

const isStanding = (name: FilterName): boolean => name === 'state' || name === 'status';

function possibleParts(filters: Filters): FilterName[] {
  const said = (Object.keys(filters) as FilterName[]).filter((name) => PARTS.has(name));
  const standing = said.filter(isStanding);
  return standing.length > 0 ? standing : said;
}
const PARTS: ReadonlySet<FilterName> = new Set([
  'state',
  'status',
  'account',
  'category',
  'kind',
  'program',
  'payment',
  'party',
  'type',
  'activity',
  'committee',
  'district',
]);

/** What an amount is to be, or a part of a hundred. */
export const BOUNDS = ['above', 'from', 'below', 'upTo'] as const;

/** A bound that is for each person. */
export const EACH = { above: 'perHeadAbove', from: 'perHeadFrom', below: 'perHeadBelow', upTo: 'perHeadUpTo' } as const;
