import type { Certainty } from '../../../vocabulary/check.ts';
import { LIMIT_NAMES, type LimitName } from '../../../vocabulary/check.ts';
import type { Day } from '../../../vocabulary/day.ts';

export type Limit = { name: LimitName; from: Day; value: number };
type Known = { from: Day; value: number; certainty: Certainty };

const read = (from: Day, value: number): Known => ({ from, value, certainty: 'read' });
const quoted = (from: Day, value: number): Known => ({ from, value, certainty: 'quoted' });
const remembered = (from: Day, value: number): Known => ({ from, value, certainty: 'remembered' });

const FIRST = '2000-01-01'; // a measure of this app's own: for every day a record can have

/**
 * The limits and the days from which they are known to hold; a manager corrects and continues them. A spend before a limit's first
 * day is not judged by it. Times are minutes of the day.
 */
export const KNOWN_LIMITS = {
  /** 회계관리훈령 별표 2의2 (별표 2 before): 1인 1회당. When it began is not known; it was quoted in 2018, and last in September 2024. */
  meal_general: [quoted('2018-03-30', 40_000)],
  /** 청탁금지법 시행령 별표 1. */
  meal_public_official: [remembered('2016-09-28', 30_000), read('2024-08-27', 50_000)],
  gift: [remembered('2016-09-28', 50_000), read('2018-01-17', 50_000)],
  /** Twice there was a special limit around one festival, by 부칙 of 제31015호 and 제31410호, until its last day. */
  farm_gift: [
    remembered('2016-09-28', 50_000),
    read('2018-01-17', 100_000),
    quoted('2020-09-10', 200_000),
    read('2020-10-05', 100_000),
    quoted('2021-01-19', 200_000),
    read('2021-02-15', 100_000),
    quoted('2023-08-30', 150_000),
  ],
  /** 시행령 제17조 제2항: from 24 days before 설날 and 추석 to 5 days after. */
  farm_gift_festival: [quoted('2022-01-05', 200_000), quoted('2023-08-30', 300_000)],
  /** What the Act allows between those who are no superior and junior; for its own staff an office has a limit of its own. */
  condolence: [remembered('2016-09-28', 100_000), read('2018-01-17', 50_000)],
  /** Flowers, and money and flowers of one occasion together. */
  wreath: [remembered('2016-09-28', 100_000), read('2018-01-17', 100_000)],
  /** From this much the main counterpart is named: of central government since January 2004. */
  names_threshold: [quoted('2004-01-01', 500_000)],
  night_from: [quoted(FIRST, 23 * 60)],
  night_to: [quoted(FIRST, 6 * 60)],
  /** A public watchdog's measure, no law. */
  day_count: [quoted(FIRST, 3)],
  place_count: [quoted(FIRST, 5)],
} as const satisfies Record<LimitName, readonly Known[]>;

/** What a limit's value counts. */
export const unitOf = (name: LimitName): 'won' | 'time' | 'count' =>
  name.startsWith('night') ? 'time' : name.endsWith('_count') ? 'count' : 'won';

/** All values of a limit, the oldest first; what the office set for a day takes the place of what was known for it. */
export function valuesOf(name: LimitName, set: readonly Limit[]): Limit[] {
  const values = new Map<Day, Limit>();
  for (const { from, value } of KNOWN_LIMITS[name]) values.set(from, { name, from, value });
  for (const limit of set) if (limit.name === name) values.set(limit.from, limit);
  return [...values.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The limit in force on a day; null before the first. */
export function limitOn(name: LimitName, day: Day | null, set: readonly Limit[]): number | null {
  return day === null ? null : (valuesOf(name, set).findLast(({ from }) => from <= day)?.value ?? null);
}

/** Looks limits up by the day, each day once: for a year of records. */
export function limitsBy(set: readonly Limit[]): (name: LimitName, day: Day | null) => number | null {
  const values = new Map(LIMIT_NAMES.map((name) => [name, valuesOf(name, set)]));
  return (name, day) => (day === null ? null : (values.get(name)?.findLast(({ from }) => from <= day)?.value ?? null));
}
