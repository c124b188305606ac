import { daysBetween } from '../../korean/days.ts';
import type { Row } from '../../tables/row.ts';
import type { Day } from '../../vocabulary/day.ts';
import { implausibleIn, MANY_AMOUNTS } from './implausible.ts';
import { lostZeros } from './lost-zero.ts';
import { monthsOfYear, type Period, windowOf } from './period-in.ts';
import { type Dated, type Found, isPlausible, type rowReader } from './row.ts';
import type { RowResult } from './row-result.ts';
import { openSums } from './sums.ts';
import { NOTHING_SEEN, type Said, type Settled, seenAfter, settleYears, type Window } from './year.ts';

type Reader = ReturnType<typeof rowReader>;
type Waiting = { row: Row; dated: Dated };
export type Section = ReturnType<typeof openSection>;

/** So many rows are looked at together; as long as one of them waits for its year, more, until the list has said enough. */
const AT_A_TIME = 500;
const AT_MOST = 50_000;

/** The rows under one heading, each understood in the light of those around it. */
export const openSection = (reader: Reader, period: Period, today: Day) => {
  const window = reader.heading.own ? null : windowOf(period);
  const amounts: number[] = [];
  let isTooMuch = implausibleIn(amounts);
  let waiting: Waiting[] = [];
  let until = AT_A_TIME;
  let seen = NOTHING_SEEN;
  let sums = openSums();
  const titled = { kept: 0, broken: 0 };

  const flush = (): RowResult[] => {
    const rows = waiting;
    [waiting, until] = [[], AT_A_TIME];
    if (window) {
      for (const { dated } of rows) {
        const { day } = dated.moment;
        if (day) titled[distance(day, window) > BESIDE ? 'broken' : 'kept'] += 1;
      }
    }
    // A title that nearly all rows contradict is wrong itself.
    const trusted = titled.broken >= 5 && titled.broken > 3 * titled.kept ? null : window;
    const { settled, lost } = settle(rows, trusted);
    if (amounts.length < MANY_AMOUNTS) {
      for (const { dated } of rows) amounts.push(dated.amount.won ?? 0);
      isTooMuch = implausibleIn(amounts);
    }
    const results: RowResult[] = [];
    for (const [index, { row, dated }] of rows.entries()) {
      const amount = dated.amount.won ?? 0;
      const isBare = reader.isBare(row, dated);
      if (isBare && sums.isSum(amount, reader.saysNothing(row))) {
        sums = openSums();
        continue;
      }
      sums.add(amount, !isBare);
      const year = settled[index] ?? null;
      const found = reader.heading.own ? NOTHING_FOUND : findingsOf(dated, year, lost.has(index), trusted);
      results.push(reader.read(row, withDay(dated, year), found, isTooMuch));
    }
    return results;
  };

  /** The years of days without one, and which days may have lost a zero. */
  const settle = (rows: readonly Waiting[], trusted: Window | null): { settled: Settled[]; lost: Set<number> } => {
    const before = seen;
    if (!rows.some(({ dated }) => dated.moment.yearless)) {
      const days = rows.map((it) => dayBy(it, trusted, today));
      seen = seenAfter(days, before);
      return { settled: [], lost: new Set() };
    }
    const lost = lostZeros(rows.map(({ dated }) => dated.moment.yearless));
    const said = rows.map((it, index) => (lost.has(index) ? null : saidBy(it, trusted, today)));
    seen = seenAfter(
      said.map((it) => (it && 'day' in it ? it.day : null)),
      before,
    );
    return { settled: settleYears(said, today, before), lost };
  };

  return {
    reader,
    take: (row: Row): RowResult[] => {
      const dated = reader.date(row);
      if (!reader.isRow(row, dated)) {
        // What waits stands above the sum.
        const done = flush();
        sums = openSums();
        return done;
      }
      waiting.push({ row, dated });
      if (dated.moment.yearless) until = Math.min(AT_MOST, Math.max(until, waiting.length + AT_A_TIME));
      return waiting.length >= until ? flush() : [];
    },
    flush,
  };
};

/** Bills come late; further from its title than this, a day speaks against it. */
const BESIDE = 62;
/** A year too far off is a slip of the finger and no late bill. */
const FAR = 548;

const distance = (day: Day, { from, to }: Window): number =>
  day < from ? daysBetween(day, from) : day > to ? daysBetween(to, day) : 0;

const statedWindow = ({ stated: { year, month }, moment: { day } }: Dated): Window | null => {
  if (year === null) return null;
  // Nearly always the day is in the month that its row states.
  if (day && Number(day.slice(0, 4)) === year && (month === null || Number(day.slice(5, 7)) === month))
    return { from: day, to: day };
  return monthsOfYear(year, month ?? 1, month ?? 12);
};

/** The day of a row that can speak for those around it: one that contradicts its own list can't. */
const dayBy = ({ dated }: Waiting, window: Window | null, today: Day): Day | null => {
  const { day } = dated.moment;
  if (!day || !isPlausible(day, today)) return null;
  const stated = statedWindow(dated) ?? window;
  return stated === null || distance(day, stated) < FAR ? day : null;
};

const saidBy = (it: Waiting, window: Window | null, today: Day): Said => {
  const { day, yearless } = it.dated.moment;
  const own = day && dayBy(it, window, today);
  return own ? { day: own } : yearless && { ...yearless, within: statedWindow(it.dated) ?? window };
};

const withDay = (dated: Dated, settled: Settled): Dated =>
  settled ? { ...dated, moment: { ...dated.moment, day: settled.day } } : dated;

/** What the list says of a row that the row alone doesn't. */
const findingsOf = (dated: Dated, settled: Settled, isLost: boolean, window: Window | null): Found => {
  const { moment } = dated;
  if (isLost) {
    const years = window && new Set([window.from.slice(0, 4), window.to.slice(0, 4)]);
    return { problem: 'day_lost_zero', flags: [], year: years?.size === 1 ? Number(window?.from.slice(0, 4)) : null };
  }
  if (moment.yearless && !settled) return { problem: 'year_unknown', flags: [], year: null };
  const day = settled?.day ?? moment.day;
  const stated = statedWindow(dated) ?? window;
  const away = day && stated ? distance(day, stated) : 0;
  if (away > FAR) return { problem: 'date_far_from_period', flags: [], year: null };
  if (away === 0 && settled?.by !== 'neighbours') return NOTHING_FOUND;
  return {
    problem: null,
    flags: [
      ...(settled?.by === 'neighbours' ? ['year_guessed' as const] : []),
      ...(away > 0 ? ['date_outside_period' as const] : []),
    ],
    year: null,
  };
};
const NOTHING_FOUND: Found = { problem: null, flags: [], year: null };
