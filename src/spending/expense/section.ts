import { daysBetween } from '../../korean/days.ts';
import type { Row } from '../../tables/row.ts';
import type { Day } from '../../vocabulary/day.ts';
import { openDayGroups } from './day-groups.ts';
import { openDittos } from './dittos.ts';
import { MANY_AMOUNTS, odditiesIn } from './implausible.ts';
import { lostZeros } from './lost-zero.ts';
import { monthsOfYear, type Period, windowOf } from './period-in.ts';
import type { Dated, rowReader } from './row.ts';
import type { Found, RowResult } from './row-result.ts';
import { isPlausible } from './stated.ts';
import { openSums, sumsAbove } from './sums.ts';
import { note, nothingSeen, type Said, type Settled, settleYears, type Window } from './year.ts';
import { isApart, isOutOfPeriod, slippedYears } from './year-slips.ts';

type Reader = ReturnType<typeof rowReader>;
/**
 * `afterSum`: the heading, a sum, or another row that is none, stands between it and the row above. `maybeSum`: that row may be the sum
 * of what comes below it.
 */
type Waiting = { row: Row; dated: Dated; afterSum: boolean; maybeSum: boolean; isDayless: boolean; isAlone: boolean };
/** Why what a row says of its day can't stand in the list, or can and is told. */
type Doubt = 'day_lost_zero' | 'year_contradicted' | 'day_maybe_short';
export type Section = ReturnType<typeof openSection>;

/** So many rows are looked at together; as long as one of them waits for its year, more, until the list has said enough. */
const AT_A_TIME = 500;
const AT_MOST = 50_000;
/** After a year that is not the one of the row before, so many show whether that was a slip. */
const AFTER_JUMP = 20;

/** The rows under one heading, each understood in the light of those around it. */
export const openSection = (reader: Reader, period: Period, today: Day) => {
  const { own, unit } = reader.heading;
  const window = own ? null : windowOf(period);
  const amounts: number[] = [];
  let oddityOf = odditiesIn(amounts, unit !== '');
  let waiting: Waiting[] = [];
  let until = AT_A_TIME;
  const seen = nothingSeen();
  const sums = openSums();
  const titled = { kept: 0, broken: 0 };
  // A title that nearly all rows contradict is wrong itself.
  const trusted = (): Window | null => (titled.broken >= 5 && titled.broken > 3 * titled.kept ? null : window);

  const groups = openDayGroups();

  /** The row as it reads; null for one that turns out to be the sum of those above. */
  const result = (it: Waiting, bySelf: Settled, doubt: Doubt | null): RowResult | null => {
    const { row, dated, afterSum } = it;
    const settled = groups.dayOf(it, bySelf, doubt === null || doubt === 'day_maybe_short');
    if (afterSum) sums.part();
    const amount = dated.amount.won ?? 0;
    const isBare = reader.isBare(row, dated);
    if (isBare && sums.isSum(amount, reader.saysNothing(row), reader.saysSum(row))) {
      sums.part();
      return null;
    }
    sums.add(amount, !isBare);
    const found = own ? NOTHING_FOUND : findingsOf(dated, settled, doubt, trusted());
    const isAlone = it.isAlone && groups.areDated();
    const day = settled ? withDay(dated, settled) : dated;
    return reader.read(row, day, isAlone ? { ...found, isAlone } : found, oddityOf);
  };

  const flush = (isEnd: boolean): RowResult[] => {
    const rows = withoutSumsAbove(waiting, isEnd);
    waiting = [];
    const { settled, doubts } = settle(rows);
    if (amounts.length < MANY_AMOUNTS) {
      for (const { dated } of rows) amounts.push(dated.amount.won ?? 0);
      oddityOf = odditiesIn(amounts, unit !== '');
    }
    // From now on only a row without a year has to wait for others.
    until = amounts.length < MANY_AMOUNTS ? AT_A_TIME : 0;
    return rows.flatMap((it, index) => result(it, settled[index] ?? null, doubts.get(index) ?? null) ?? []);
  };

  const withoutSumsAbove = (rows: Waiting[], isEnd: boolean): Waiting[] => {
    if (!rows.some(({ maybeSum }) => maybeSum)) return rows;
    const above = sumsAbove(
      rows.map(({ row, dated, afterSum, maybeSum }) => ({
        won: dated.amount.won ?? 0,
        isBare: maybeSum,
        saysNothing: maybeSum && reader.saysNothing(row),
        isFirst: afterSum || (maybeSum && reader.saysNothing(row)),
      })),
      isEnd,
    );
    const kept = rows.filter((_, index) => !above.has(index));
    for (const index of above) {
      const next = rows[index + 1];
      if (next) next.afterSum = true;
    }
    return kept;
  };

  /** The years of days without one, and which days may have lost a zero or have a year that those around contradict. */
  const settle = (rows: readonly Waiting[]): { settled: Settled[]; doubts: Map<number, Doubt> } => {
    const trust = trusted();
    const before = { ...seen };
    const list = { ...seen };
    const days = rows.map((it) => dayBy(it, trust, today));
    for (const day of days) note(list, day);
    const doubts = new Map<number, Doubt>();
    for (const index of slippedYears(days, before, list)) doubts.set(index, 'year_contradicted');
    const anyYearless = rows.some(({ dated }) => dated.moment.yearless);
    for (const [index, day] of days.entries()) note(seen, doubts.has(index) ? null : day);
    if (!anyYearless) return { settled: [], doubts };
    const { lost, maybe } = lostZeros(rows.map(({ dated }) => dated.moment.yearless));
    for (const index of lost) doubts.set(index, 'day_lost_zero');
    const said = rows.map((it, index) => (doubts.has(index) ? null : saidBy(it, days[index] ?? null, trust)));
    for (const index of maybe) doubts.set(index, 'day_maybe_short');
    return { settled: settleYears(said, today, before), doubts };
  };

  let afterSum = true;
  const dittos = openDittos(reader.heading);
  return {
    reader,
    take: (came: Row): readonly RowResult[] => {
      const cells = own ? came.cells : dittos.fill(came.cells);
      const row = cells === came.cells ? came : { ...came, cells: [...cells], came: came.came ?? came.cells };
      const dated = reader.date(row);
      if (!reader.isRow(row, dated)) {
        afterSum = true;
        return NO_RESULTS;
      }
      dittos.note(cells);
      const maybeSum =
        (dated.amount.won ?? 0) !== 0 && (afterSum || reader.saysNothing(row)) && reader.isBare(row, dated);
      const isDayless = reader.isDayBlank(row, dated);
      const isBare = isDayless && reader.isBare(row, dated);
      const it = { row, dated, afterSum, maybeSum, isDayless, isAlone: isBare && reader.isAlone(row) };
      groups.note(it, isDayless && !isBare);
      afterSum = false;
      const { day, yearless } = dated.moment;
      if (day && window) titled[distance(day, window) > BESIDE ? 'broken' : 'kept'] += 1;
      const isJump = until === 0 && day !== null && seen.last !== null && isApart(day, seen.last);
      if (until === 0 && waiting.length === 0 && !yearless && !maybeSum && !isJump) {
        note(seen, dayBy(it, trusted(), today));
        const read = result(it, null, null);
        return read ? [read] : NO_RESULTS;
      }
      waiting.push(it);
      if (maybeSum) until = AT_MOST;
      else if (isJump) until = AFTER_JUMP;
      else if (yearless) until = Math.min(AT_MOST, Math.max(until, waiting.length + AT_A_TIME));
      return waiting.length >= until ? flush(false) : NO_RESULTS;
    },
    /** Whether a row has a day, an amount and a purpose, as spends have. */
    isSpend: (row: Row): boolean => {
      const { moment, amount } = reader.date(row);
      return amount.won !== null && (moment.day !== null || moment.yearless !== null) && !reader.saysNothing(row);
    },
    /** Whether a row says what was paid, and is no sum. */
    isPaid: (row: Row): boolean => {
      const dated = reader.date(row);
      return (dated.amount.won ?? 0) !== 0 && reader.isRow(row, dated);
    },
    /** What still waits, when nothing comes any more. */
    end: (): RowResult[] => flush(true),
  };
};

const NO_RESULTS: readonly RowResult[] = [];

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

const saidBy = (it: Waiting, day: Day | null, window: Window | null): Said => {
  const { yearless } = it.dated.moment;
  return day ? { day } : yearless && { ...yearless, within: statedWindow(it.dated) ?? window };
};

const withDay = (dated: Dated, settled: NonNullable<Settled>): Dated => ({
  ...dated,
  moment: { ...dated.moment, day: settled.day },
});

/** What the list says of a row that the row alone doesn't. */
const findingsOf = (dated: Dated, settled: Settled, doubt: Doubt | null, window: Window | null): Found => {
  const { moment } = dated;
  if (doubt === 'year_contradicted') return { problem: doubt, flags: [], year: null };
  if (doubt === 'day_lost_zero') {
    const years = window && new Set([window.from.slice(0, 4), window.to.slice(0, 4)]);
    return { problem: doubt, flags: [], year: years?.size === 1 ? Number(window?.from.slice(0, 4)) : null };
  }
  if (moment.yearless && !settled) return { problem: 'year_unknown', flags: [], year: null };
  const day = settled?.day ?? moment.day;
  const stated = statedWindow(dated) ?? window;
  const away = day && stated ? distance(day, stated) : 0;
  const isOut =
    window !== null && statedWindow(dated) === null && moment.day !== null && isOutOfPeriod(moment.day, window);
  if (away > FAR || isOut) return { problem: 'date_far_from_period', flags: [], year: null };
  if (away === 0 && (settled === null || settled.by === 'stated') && doubt === null) return NOTHING_FOUND;
  return {
    problem: null,
    flags: [
      ...(doubt === 'day_maybe_short' ? [doubt] : []),
      ...(settled?.by === 'neighbours' ? ['year_guessed' as const] : []),
      ...(settled?.by === 'above' ? ['day_from_above' as const] : []),
      ...(away > 0 ? ['date_outside_period' as const] : []),
    ],
    year: null,
  };
};
const NOTHING_FOUND: Found = { problem: null, flags: [], year: null };
