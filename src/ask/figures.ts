import { rate } from '../korean/won.ts';
import type { Noun } from '../vocabulary/ask.ts';
import type { Query, Span } from './query.ts';

export type Total = {
  count: number;
  sum: number | null;
  heads: number | null;
  headed: number | null;
  /** How many of them say what is summed: a visit whose people nobody counted says nothing. */
  valued: number;
  /** The asker's own part of it. */
  mine: { count: number; sum: number };
};
/** Of these nouns somebody has their own. */
const HAVE_OWNERS: ReadonlySet<Noun> = new Set(['expense', 'visit', 'followup']);

/** Whether the asker's own part is told beside the whole. */
export const hasMine = ({ noun, scope, groupBy }: Query): boolean =>
  scope === null && groupBy === null && HAVE_OWNERS.has(noun);

/** Whether the figure is what lies between two periods; of more each is told and none is figured out. */
export const isDifference = ({ periods, order }: Query): boolean => periods.length === 2 && order === null;

/** The later less the earlier, percents to one decimal; null where one of them, or more than two, are known. */
export const differenceOf = ([earlier, later, ...others]: readonly { value: number }[]): number | null =>
  earlier && later && others.length === 0 ? Math.round((later.value - earlier.value) * 10) / 10 : null;

type Part = { count: number; sum: number | null };
/** In percent: of money what was spent, of anything else how many there are. */
export const shareOf = (noun: Noun, part: Part, whole: Part): number | null =>
  noun === 'expense' ? rate(part.sum ?? 0, whole.sum ?? 0) : rate(part.count, whole.count);

/** For each record that says a figure, or each head. */
export function averageOf({ noun, per, periods }: Query, total: Total, today: string): number | null {
  const [sum, count] =
    per === 'month'
      ? [noun === 'expense' ? total.sum : total.count, monthsOf(periods, today)]
      : per === 'head'
        ? [total.headed, total.heads]
        : [total.sum, total.valued];
  if (!count || sum === null) return null;
  return noun === 'expense' ? Math.round(sum / count) : Math.round((sum * 10) / count) / 10;
}

/** How many months of these there have been. */
export const monthsOf = (spans: readonly Span[], today: string): number =>
  spans.reduce(
    (sum, { from, to }) => sum + Math.max(0, monthNumber(to < today ? to : today) - monthNumber(from) + 1),
    0,
  );

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
