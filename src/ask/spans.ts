import { addMonths, lastOfMonth } from '../korean/days.ts';
import type { Period } from '../korean/period.ts';
import type { Group } from '../vocabulary/ask.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Segment, Span } from './query.ts';

type Said = { text: string; period: Period };

/**
 * The periods of a question, in its order. A month, quarter or half without a year takes that of the year beside it (`2016년 강북구 8월`,
 * `2016년 5월과 6월`), unless two years are compared; `goneOn`: the year of the question before. Null where they can't
 * stand together: `2016년 월요일` is no year against a day.
 */
export function spansOf(
  segments: readonly Segment[],
  readPeriod: (words: string) => Period | null,
  compared: boolean,
  goneOn: string | null = null,
  before: readonly Span[] = [],
): Span[] | null {
  const all = segments.flatMap(({ text, period }): Said[] => (period ? [{ text, period }] : []));
  const others = all.filter((it) => BEFORE_IT[it.text] === undefined);
  const known = [...others.map(({ period }) => period), ...(others.length === 0 ? before : [])];
  const said = all.flatMap((it) => beforeIt(it, known[0]) ?? []);
  if (said.length < all.length) return null;
  const within = (year: string, { text }: Said): Period | null => readPeriod(`${year}년 ${text}`);

  const alone = said.filter(({ period }) => period.kind === 'year');
  const parts = said.filter((it) => it.period.kind !== 'year' && isPart(it, readPeriod));
  const [year] = alone;
  const single = compared && parts.length === 1;
  if (year && alone.length === 1 && parts.length > 0 && parts.length === said.length - 1 && !single)
    return together(parts.map((part) => within(saidYear(year), part) ?? part.period));

  return together(
    said.map((it, at) => {
      if (!isPart(it, readPeriod)) return it.period;
      const near = said.slice(0, at).findLast(saysYear) ?? said.slice(at).find(saysYear);
      const its = near ? saidYear(near) : goneOn;
      const period = its && within(its, it);
      return period && !said.some((other) => other !== it && other.period.from === period.from) ? period : it.period;
    }),
  );
}

/** `2016년 전년 대비`, and `전월이랑 비교하면` after a question about a month: what came before that one, and not before today's. */
const BEFORE_IT: Readonly<Record<string, number>> = { 전년: 12, 전년도: 12, 전월: 1, 전달: 1 };

/** Null where the other is no whole months, or more than what goes before it. */
function beforeIt(it: Said, other: Span | undefined): Said | null {
  const back = BEFORE_IT[it.text];
  if (back === undefined || !other) return it;
  const months = monthOf(other.to) - monthOf(other.from) + 1;
  if (!other.from.endsWith('-01') || other.to !== lastOfMonth(other.to) || months > back) return null;
  const from = addMonths(other.from, -back);
  const to = lastOfMonth(addMonths(from, months - 1));
  return {
    text: it.text,
    period: { from, to, kind: isYear({ from, to }) ? 'year' : months === 1 ? 'month' : it.period.kind },
  };
}
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

const saidYear = ({ period }: Said): string => period.from.slice(0, 4);
const saysYear = ({ text }: Said): boolean => /\d{4}|'\d{2}|\d{2}년|[올금작내]년|올해|지난해|year/.test(text);

/** What means another time in each year. */
const isPart = (it: Said, readPeriod: (words: string) => Period | null): boolean =>
  !saysYear(it) && readPeriod(`2000년 ${it.text}`) !== null;

/** Several periods are of one sort, and none lies within another. */
function together(periods: readonly Period[]): Span[] | null {
  const [first] = periods;
  const [same] = periods.every(({ from, to }) => from === first?.from && to === first.to) ? periods : [];
  if (same) return [{ from: same.from, to: same.to }];
  const apart = periods.every((one, at) =>
    periods.every((other, there) => at === there || other.from > one.to || other.to < one.from),
  );
  if (first && (!apart || periods.some(({ kind }) => kind !== first.kind))) return null;
  return periods.map(({ from, to }) => ({ from, to }));
}

/** The period of now that one of the past is compared with. */
export function beside(past: Span | undefined, today: Day): Span[] {
  if (!past || past.to >= today) return [];
  const whole = past.from.endsWith('-01-01') && past.to.endsWith('-12-31');
  if (whole) return [{ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }];
  const month = past.from.slice(0, 7) === past.to.slice(0, 7) && past.from.endsWith('-01');
  return month ? [{ from: `${today.slice(0, 7)}-01`, to: `${today.slice(0, 7)}-31` }] : [];
}

/** Years are compared as years, anything else as the periods that were said. */
export const unitOf = (spans: readonly Span[]): Group | 'period' => (spans.every(isYear) ? 'year' : 'period');

export const isYear = ({ from, to }: Span): boolean =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && from.slice(0, 4) === to.slice(0, 4);

/** `2014년부터 2016년까지 예산`, `2014년부터`: a budget is of one year. */
export function eachYear(span: Span, today: Day): Span[] {
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))];
  if (!span.from.endsWith('-01-01') || !(span.to.endsWith('-12-31') || (span.to === today && first < last)))
    return [span];
  return Array.from({ length: last - first + 1 }, (_, i) => ({ from: `${first + i}-01-01`, to: `${first + i}-12-31` }));
}

export const yearOf = ({ from }: Span): Span => ({
  from: `${from.slice(0, 4)}-01-01`,
  to: `${from.slice(0, 4)}-12-31`,
});
