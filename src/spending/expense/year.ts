import { dayOf, daysBetween, weekday } from '../../korean/days.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Yearless } from './moment.ts';

/** What a row says of its day, in the order of the list; null for one that says nothing that can be used. */
export type Said = { day: Day } | (Yearless & { within: Window | null }) | null;

/** From the first to the last day that a title, a sheet, a file or the row itself speaks of. */
export type Window = { from: Day; to: Day };

export type Settled = { day: Day; by: 'stated' | 'neighbours' | 'above' } | null;

/** The dated rows of a list so far: its first and last day, and how often it goes forth and back. */
export type Seen = { last: Day | null; from: Day | null; to: Day | null; count: number; up: number; down: number };
export const nothingSeen = (): Seen => ({ last: null, from: null, to: null, count: 0, up: 0, down: 0 });

/** Adds a row's day to what was seen. */
export const note = (seen: Seen, day: Day | null): void => {
  if (day === null) return;
  if (seen.last !== null && day > seen.last) seen.up += 1;
  if (seen.last !== null && day < seen.last) seen.down += 1;
  seen.count += 1;
  seen.last = day;
  if (seen.from === null || day < seen.from) seen.from = day;
  if (seen.to === null || day > seen.to) seen.to = day;
};

export const unordered = ({ up, down }: Seen): number => Math.min(up, down);

/** Further apart than this, two rows that follow each other say nothing of each other's year. */
const NEAR = 62;
/** A list of December's spends may begin in November; one of January's may hold late bills of December. */
const BESIDE = 31;

/**
 * The days of rows without a year: from what is stated of the period, else from the dated rows around each one, checked by the
 * weekday, 29 February, the order of the list, its first and last day and today. Null where two years are possible.
 */
export const settleYears = (given: readonly Said[], today: Day, before: Seen = nothingSeen()): Settled[] => {
  const settled: Settled[] = given.map((it) => {
    const day = it && !('day' in it) && it.within ? withinWindow(it, it.within, today) : null;
    return day === null ? null : { day, by: 'stated' };
  });
  // A day that is settled by itself speaks for those around it as one with its year does.
  const said = given.map((it, index) => settled[index] ?? it);
  const list = { ...before };
  for (const it of said) note(list, it && 'day' in it ? it.day : null);
  const forward = chain(said, today, before.last);
  const backward = chain([...said].reverse(), today, null).reverse();
  const anchors = anchorsOf(said, before.last);
  const way = wayOf(list);
  const after = goingOn(said, forward, before.last, way);
  const ahead = goingOn([...said].reverse(), [...backward].reverse(), null, -way).reverse();

  for (const [index, it] of said.entries()) {
    if (!it || 'day' in it || it.within) continue;
    const goesOn = after[index] || ahead[index];
    const chains = { forward: forward[index], backward: backward[index], goesOn, ...anchors[index] };
    const day = amongNeighbours(it, chains, list, today);
    settled[index] = day === null ? null : { day, by: 'neighbours' };
  }
  return settled;
};

/** 1 for a list that rises, -1 for one that falls, 0 for one that breaks its order or shows none. */
const wayOf = (list: Seen): number =>
  list.count < ORDERED || unordered(list) > 0 ? 0 : Math.sign(list.up - list.down);

/** Whether each row goes on from the dated one before it in the order of the list, and every row between, all in one year. */
const goingOn = (said: readonly Said[], chain: readonly (Day | null)[], start: Day | null, way: number): boolean[] => {
  let last = way === 0 ? null : start;
  return said.map((it, index) => {
    if (it && 'day' in it) last = way === 0 ? null : it.day;
    else if (it) {
      const day = chain[index] ?? null;
      const follows =
        last !== null && day !== null && yearOf(day) === yearOf(last) && daysBetween(last, day) * way >= 0;
      last = follows ? day : null;
      return follows;
    }
    return false;
  });
};

const candidates = ({ month, date, weekday: named }: Yearless, from: number, to: number, today: Day): Day[] => {
  const days: Day[] = [];
  for (let year = from; year <= to; year += 1) {
    const day = dayOf(year, month, date);
    if (day && day <= today && (named === null || weekday(day) === named)) days.push(day);
  }
  return days;
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The only such day of the period, or the only one right beside it. */
const withinWindow = (it: Yearless, { from, to }: Window, today: Day): Day | null => {
  const days = candidates(it, yearOf(from) - 1, yearOf(to) + 1, today);
  const inside = days.filter((day) => day >= from && day <= to);
  if (inside.length > 0) return only(inside);
  return only(days.filter((day) => daysBetween(day, from) <= BESIDE && daysBetween(to, day) <= BESIDE));
};

const only = <T>(items: readonly T[]): T | null => (items.length === 1 ? (items[0] ?? null) : null);

/** The nearest such day to another one, if it is near. */
const nearest = (it: Yearless, to: Day, today: Day): Day | null => {
  const days = candidates(it, yearOf(to) - 1, yearOf(to) + 1, today);
  const [first, second] = days.sort((a, b) => Math.abs(daysBetween(to, a)) - Math.abs(daysBetween(to, b)));
  // A day that named its weekday and fits only another year is near to nothing.
  if (!first || Math.abs(daysBetween(to, first)) > NEAR) return null;
  return second && Math.abs(daysBetween(to, second)) <= NEAR ? null : first;
};

/** Goes down the list from one dated row, each row in the year nearest to the one before it; breaks off at the first wide step. */
const chain = (said: readonly Said[], today: Day, start: Day | null): (Day | null)[] => {
  let last = start;
  return said.map((it) => {
    if (!it) return null;
    if ('day' in it) {
      last = it.day;
      return null;
    }
    const near = it.within ? withinWindow(it, it.within, today) : last && nearest(it, last, today);
    last = near;
    return near;
  });
};

type Around = { above: Day | null; below: Day | null };

/** The dated rows right above and right below each row. */
const anchorsOf = (said: readonly Said[], start: Day | null): Around[] => {
  const around: Around[] = [];
  let above = start;
  for (const it of said) {
    if (it && 'day' in it) above = it.day;
    around.push({ above, below: null });
  }
  let below: Day | null = null;
  for (let index = said.length - 1; index >= 0; index -= 1) {
    const it = said[index];
    if (it && 'day' in it) below = it.day;
    const place = around[index];
    if (place) place.below = below;
  }
  return around;
};

type Chains = {
  forward: Day | null | undefined;
  backward: Day | null | undefined;
  goesOn: boolean | undefined;
} & Partial<Around>;

const amongNeighbours = (it: Yearless, chains: Chains, list: Seen, today: Day): Day | null => {
  const { above = null, below = null, forward = null, backward = null, goesOn = false } = chains;
  if (list.from === null || list.to === null) return null;
  const possible = candidates(it, yearOf(list.from) - 1, yearOf(list.to) + 1, today);
  const insideList = possible.filter((day) => day >= (list.from ?? '') && day <= (list.to ?? ''));

  if (above && below) {
    const [low, high] = above < below ? [above, below] : [below, above];
    const between = possible.filter((day) => day >= low && day <= high);
    if (between.length > 1) return null;
    const agreed = forward !== null && forward === backward ? forward : null;
    const day = between[0] ?? agreed;
    if (day === undefined || day === null) return inUnordered(list, insideList);
    // Outside of the list's own span where another year would be inside: two years are possible.
    return insideList.length > 0 && !insideList.includes(day) ? null : day;
  }
  // At an end of the list only its order speaks, and only where it never breaks.
  const day = forward ?? backward;
  const beside = above ?? below;
  const isOpen = !goesOn && insideList.some((it) => it !== day);
  if (day === null || beside === null || unordered(list) > 0 || isOpen) {
    return inUnordered(list, insideList);
  }
  return list.count >= ORDERED || Math.abs(daysBetween(beside, day)) <= BESIDE ? day : null;
};

/** So many dated rows without one out of order are an ordered list; a few show only what is right beside them. */
const ORDERED = 3;
/** So many dated rows show what span a list has. */
const MANY = 20;

/** In a list that is in no order, neighbours say nothing; its span does, where it allows one year only. */
const inUnordered = (list: Seen, insideList: readonly Day[]): Day | null => {
  const mixed = list.count >= MANY && unordered(list) * 10 > list.count;
  return mixed ? only(insideList) : null;
};
