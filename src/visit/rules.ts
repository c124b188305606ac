import { addDays, daysBetween } from '../korean/days.ts';
import { isManager } from '../people/rules.ts';
import { namesOf } from '../register/names.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Person } from '../vocabulary/person.ts';
import type { PartnerLevel } from '../vocabulary/visit.ts';

/** What a plan says, whoever made it. Times are the office's. */
export type Plan = {
  programId: number;
  title: string;
  startsOn: Day;
  /** `HH:MM` */
  startTime: string;
  endsOn: Day;
  endTime: string | null;
  place: string;
  district: string;
  purpose: string;
  /** Slack user ids. */
  owner: string;
  staff: readonly string[];
  partner: string | null;
  partnerLevel: PartnerLevel | null;
  /** In words, with commas between. */
  countries: string | null;
};

/** A visit as the register keeps it. `V87` is its name, made from `id`. */
export type Visit = Plan & {
  id: number;
  /** The first of several dates of one site; null for a visit that stands alone. */
  siteId: number | null;
  participants: number | null;
  summary: string | null;
  /** Grows when calendars have to change: what a calendar compares, and whether those who were told know the latest. */
  sequence: number;
  changedAt: Date;
  origin: 'form' | 'sample';
  createdBy: string;
  version: number;
  cancelled: boolean;
};

/** Days: a longer engagement is a slip of the finger, and lists look this far back for what still goes on. */
export const LONGEST_SPAN = 60;

export type When = Pick<Plan, 'startsOn' | 'startTime' | 'endsOn' | 'endTime'>;
/** The end that keeps the length, when only the hour of the start moves; null where it would pass midnight. */
export function shiftedEnd({ startTime, endTime }: Pick<When, 'startTime' | 'endTime'>, start: string): string | null {
  if (endTime === null || start === startTime) return endTime;
  const end = minutesOf(start) + minutesOf(endTime) - minutesOf(startTime);
  return end <= minutesOf(start) || end >= 24 * 60 ? null : clockOf(end);
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const { name: visitName, parse: parseVisitName } = namesOf('V');

/** Who plans it, who is in charge of it, who goes along, and managers. */
export function mayChangeVisit(person: Person, visit: Pick<Visit, 'createdBy' | 'owner' | 'staff'>): boolean {
  const { userId } = person;
  return visit.createdBy === userId || visit.owner === userId || visit.staff.includes(userId) || isManager(person);
}

/** The same visit on another day or at another hour, as long as before. */
export function movedTo(visit: Visit, to: { day: Day | null; time: string | null; endTime: string | null }): Plan {
  const startsOn = to.day ?? visit.startsOn;
  const startTime = to.time ?? visit.startTime;
  const endsOn = addDays(startsOn, daysBetween(visit.startsOn, visit.endsOn));
  const endTime = to.endTime ?? (endsOn === startsOn ? shiftedEnd(visit, startTime) : visit.endTime);
  return { ...planOf(visit), startsOn, startTime, endsOn, endTime };
}

/** Only what the plan says, without the register's own fields. */
export function planOf(visit: Plan): Plan {
  return {
    programId: visit.programId,
    title: visit.title,
    startsOn: visit.startsOn,
    startTime: visit.startTime,
    endsOn: visit.endsOn,
    endTime: visit.endTime,
    place: visit.place,
    district: visit.district,
    purpose: visit.purpose,
    owner: visit.owner,
    staff: visit.staff,
    partner: visit.partner,
    partnerLevel: visit.partnerLevel,
    countries: visit.countries,
  };
}

/** When and where: what people who were told have to hear of again. */
type Whereabouts = When & Pick<Plan, 'place' | 'district'>;
export function isMoved(before: Whereabouts, after: Whereabouts): boolean {
  const fields = ['startsOn', 'startTime', 'endsOn', 'endTime', 'place', 'district'] as const;
  return fields.some((field) => before[field] !== after[field]);
}

export const samePlan = (one: Plan, other: Plan): boolean =>
  JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));
