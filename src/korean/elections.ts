import type { Day } from '../vocabulary/day.ts';
import { daysBetween } from './days.ts';
import type { Holidays } from './holidays.ts';

export type Election = {
  day: Day;
  name: string;
  /** Whether mayors are elected that day. */
  local: boolean;
};

/** The elections that the calendar names, and those that the office noted (by-elections are no holidays); the nearest first. */
export function electionsIn(holidays: Holidays, noted: readonly Election[] = []): Election[] {
  const known = [...holidays].flatMap(([day, names]) => {
    const name = names.split(', ').find((it) => /선거|election/i.test(it));
    return name ? [{ day, name: bare(name), local: electsMayors(name) }] : [];
  });
  const days = new Set(known.map(({ day }) => day));
  return [...known, ...noted.filter(({ day }) => !days.has(day))].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** By its name: `전국동시지방선거`, `시장 보궐선거`. */
export const electsMayors = (name: string): boolean => /시장|지방|mayor|local/i.test(name);

/** `임시공휴일(대통령선거)` → `대통령선거` */
const bare = (name: string): string => /\(([^)]*선거[^)]*)\)/.exec(name)?.[1] ?? name;

/** The first election from that day on, the day itself included, that is at most so many days away. */
export const electionWithin = (day: Day, days: number, elections: readonly Election[]): Election | null =>
  elections.find((election) => election.day >= day && daysBetween(day, election.day) <= days) ?? null;

/** 공직선거법 제86조 제2항: 선거일전 60일부터 선거일까지. */
export const BEFORE_ANY_ELECTION = 60;
/** 공직선거법 제86조 제5항·제6항: 당해 지방자치단체의 장의 선거의 선거일전 180일부터 선거일까지. */
export const BEFORE_OWN_ELECTION = 180;
