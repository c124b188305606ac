import { z } from 'zod';
import { instantOf } from '../../korean/days.ts';
import type { Entry } from '../../outbox/rules.ts';
import { isMoved, type Visit } from '../rules.ts';

export const VISIT_CHANGE = 'visit_change';

/** What somebody knew of when and where a visit is; null: they were not on it. */
export const Known = z
  .object({
    startsOn: z.string(),
    startTime: z.string(),
    endsOn: z.string(),
    endTime: z.string().nullable(),
    place: z.string(),
    district: z.string(),
    cancelled: z.boolean(),
    /** Whether they were in charge of it; of what waited before that was noted, nobody knows. */
    owner: z.boolean().optional(),
  })
  .nullable();
export type Known = z.infer<typeof Known>;

/** `reason` is of a visit that is called off; `more`: other dates of the same site, planned with it. */
export const Subject = z.object({
  visit: z.number(),
  known: Known,
  reason: z.string().nullable(),
  more: z.array(z.number()).optional(),
});

/** What there is to say to somebody of a visit. */
export type News = 'joined' | 'left' | 'moved' | 'cancelled' | 'restored';

export const peopleOf = ({ owner, staff }: Pick<Visit, 'owner' | 'staff'>): string[] => [...new Set([owner, ...staff])];

const knownOf = (
  { startsOn, startTime, endsOn, endTime, place, district, cancelled, owner }: Visit,
  userId: string,
): Known => ({ startsOn, startTime, endsOn, endTime, place, district, cancelled, owner: owner === userId });

/**
 * What a change makes to be said: to whoever is on the visit from now on, is in charge of it from now on, or is no longer on it; and
 * to everybody on it when it moves, changes its place, is called off or brought back. Whoever changes it knows.
 */
export function changeEntries(
  before: Visit | null,
  visit: Visit,
  { actor, at, reason = null }: { actor: string; at: Date; reason?: string | null },
): Entry[] {
  const people = new Set([...peopleOf(visit), ...(before ? peopleOf(before) : [])]);
  return [...people].flatMap((userId): Entry[] => {
    if (userId === actor) return [];
    const known = before && peopleOf(before).includes(userId) ? knownOf(before, userId) : null;
    if (known && newsOf(known, visit, userId) === null) return [];
    return [
      {
        key: changeKey(visit, userId),
        kind: VISIT_CHANGE,
        recipient: userId,
        subject: { visit: visit.id, known, reason } satisfies z.infer<typeof Subject>,
        dueAt: at,
        expiresAt: null,
      },
    ];
  });
}

/** What is said of visits that are planned at once, on several dates of one site: to each of their people once. */
export function planEntries([visit, ...more]: readonly Visit[], by: { actor: string; at: Date }): Entry[] {
  if (!visit) return [];
  const others = more.length > 0 ? { more: more.map(({ id }) => id) } : {};
  return changeEntries(null, visit, by).map((entry) => ({
    ...entry,
    subject: { ...Subject.parse(entry.subject), ...others },
  }));
}

/** Versions of one visit follow each other in the order of their keys. */
const changeKey = ({ id, version }: Visit, userId: string): string =>
  `${VISIT_CHANGE}:${id}:${String(version).padStart(6, '0')}:${userId}`;

/** From what somebody last knew to what is so now: what they have to hear, null where it comes to nothing. */
export function newsOf(known: Known, visit: Visit, userId: string): News | null {
  if (!peopleOf(visit).includes(userId)) return known && !known.cancelled ? 'left' : null;
  if (known === null) return visit.cancelled ? null : 'joined';
  if (visit.cancelled) return known.cancelled ? null : 'cancelled';
  if (known.cancelled) return 'restored';
  if (known.owner === false && visit.owner === userId) return 'joined';
  return isMoved(known, visit) ? 'moved' : null;
}

const HOUR = 3_600_000;
/** What begins so soon, or would have, is told of at any hour. */
const URGENT_MS = 12 * HOUR;
/** So long before it begins whoever goes has to know. */
const IN_TIME_MS = 2 * HOUR;

/** When it begins, or would have begun; null: all of that is past. */
function beginningOf(known: Known, visit: Visit, zone: string, now: Date): Date | null {
  const starts = [known, visit].flatMap((it) => (it ? [instantOf(zone, it.startsOn, it.startTime).getTime()] : []));
  const ahead = starts.filter((start) => start > now.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}

/**
 * When somebody who is not to be disturbed until `loud` hears of a change; null: now. What begins before then, or too soon after it, is
 * told of in the last twelve hours before: once a night is over, where that is early enough. `nightEnds` says when the night that a
 * moment lies in is over, free day or not.
 */
export function tellAt(
  { known, visit, zone, now }: { known: Known; visit: Visit; zone: string; now: Date },
  loud: Date,
  nightEnds: (at: Date) => Date,
): Date | null {
  const begins = beginningOf(known, visit, zone, now);
  if (begins === null) return loud;
  const urgent = new Date(begins.getTime() - URGENT_MS);
  if (urgent <= now) return null;
  const latest = new Date(begins.getTime() - IN_TIME_MS);
  const morning = nightEnds(urgent);
  return [loud, morning].find((at) => at <= latest) ?? urgent;
}

/** Whether all of it is past: nobody has to be told of that any more. */
export const isOver = ({ endsOn, endTime }: Pick<Visit, 'endsOn' | 'endTime'>, zone: string, now: Date): boolean =>
  instantOf(zone, endsOn, endTime ?? '23:59') <= now;
