import { askable } from '../vocabulary/askable.ts';
import { IN_TIME } from './asked-for.ts';
import { BOUNDS, partsOf, severalOf } from './filters.ts';
import type { Query } from './query.ts';

/** Whether the answer to a query would be all that the query says: what no answer keeps to is not to be answered. */
export function isHonoured(query: Query): boolean {
  const { noun, measure, groupBy, order, per, periods, filters, scope, most } = query;
  // Either of two is no part of one whole.
  if (measure === 'share' && severalOf(filters)) return false;
  const narrowed = (...known: string[]) => Object.keys(filters).every((name) => known.includes(name));
  const isPlain = groupBy === null && order === null && most === null && per === null;
  if (per === 'month' && (!isOfMonths(query) || !MONTHLY.has(noun))) return false;
  // By day on average: of each spend, or of what each day comes to.
  if (measure === 'average' && noun === 'expense' && per === null && groupBy !== null && IN_TIME.has(groupBy))
    return false;
  // 평일 평균 지출: of each such day, or of each spend.
  if (measure === 'average' && noun === 'expense' && per === null && OF_DAYS.has(filters.hours)) return false;
  // 100만원 쓴 곳: that much in all, or at once.
  if (groupBy !== null && noun === 'expense' && filters.from !== undefined && filters.from === filters.upTo)
    return false;
  if (per && (measure !== 'average' || BOUNDS.some((it) => filters[it] !== undefined))) return false;
  if (scope === 'mine' && !OWNED.has(noun)) return false;

  if (noun === 'rule') return isPlain && narrowed('limit');
  if (noun === 'budget')
    return (
      (order === null || groupBy === 'account' || groupBy === 'year') &&
      most === null &&
      !(filters.account && (periods.length > 1 || (groupBy !== null && groupBy !== severalOf(filters)))) &&
      !(groupBy === 'account' && periods.length > 1)
    );
  if (noun === 'approval') return groupBy === null && order === null && most === null;
  if (noun === 'announcement' && filters.state) return isPlain && narrowed('state') && LISTED.has(measure);
  if (order === 'none')
    return measure === 'count' && most === null && noun === (groupBy === 'member' ? 'contact' : 'visit');

  if (measure === 'share' && groupBy === null && partsOf(filters).length === 0) return false;
  if (ONE_BY_ONE.has(measure)) return groupBy === null && order === null && periods.length <= 1;
  if (order !== null && groupBy === null) return MEASURED.has(noun) && (measure === 'sum' || measure === 'list');
  if (most !== null && order === null) return measure === 'list' && groupBy === null;
  // A meeting with several members stands under each of them: parts of it are no parts of a whole.
  if (measure === 'share' && noun === 'contact' && groupBy !== null && OF_MEMBERS.has(groupBy)) return false;
  // Side by side, and each by itself as well, are more figures than an answer has.
  if (periods.length > 1 && groupBy !== 'period' && groupBy !== 'year') return false;
  return groupBy === null || groupBy === 'period' || askable(noun).groups.includes(groupBy);
}

/** Over several months of one period, not told apart. */
const isOfMonths = ({ groupBy, order, most, periods: [span, ...more] }: Query): boolean =>
  groupBy === null &&
  order === null &&
  most === null &&
  more.length === 0 &&
  span?.from.slice(0, 7) !== span?.to.slice(0, 7);

/** What happens month by month. */
export const MONTHLY: ReadonlySet<Query['noun']> = new Set(['expense', 'visit', 'contact']);

const OF_DAYS: ReadonlySet<string | undefined> = new Set(['weekday', 'weekend']);
const OWNED: ReadonlySet<Query['noun']> = new Set([
  ...(['expense', 'visit', 'contact', 'followup', 'pledge', 'approval', 'receipt', 'finding'] as const),
]);
const LISTED: ReadonlySet<Query['measure']> = new Set(['list', 'count']);
const ONE_BY_ONE: ReadonlySet<Query['measure']> = new Set(['first', 'last', 'next']);
const OF_MEMBERS: ReadonlySet<Query['groupBy']> = new Set(['member', 'committee', 'party', 'district']);
/** Records that can be larger and smaller by themselves: by won, by people, by progress. */
export const MEASURED: ReadonlySet<Query['noun']> = new Set(['expense', 'budget', 'visit', 'pledge']);
