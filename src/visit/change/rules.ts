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
  })
  .nullable();
export type Known = z.infer<typeof Known>;

/** `reason` is of a visit that is called off. */
export const Subject = z.object({ visit: z.number(), known: Known, reason: z.string().nullable() });

/** What there is to say to somebody of a visit. */
export type News = 'joined' | 'moved' | 'cancelled' | 'restored';

export const peopleOf = ({ owner, staff }: Pick<Visit, 'owner' | 'staff'>): string[] => [...new Set([owner, ...staff])];

const knownOf = ({ startsOn, startTime, endsOn, endTime, place, district, cancelled }: Visit): Known => ({
  startsOn,
  startTime,
  endsOn,
  endTime,
  place,
  district,
  cancelled,
});

/**
 * What a change makes to be said: to whoever is on the visit from now on, and to everybody on it when it moves, changes its place,
 * is called off or brought back. Whoever changes it knows.
 */
export function changeEntries(
  before: Visit | null,
  visit: Visit,
  { actor, at, reason = null }: { actor: string; at: Date; reason?: string | null },
): Entry[] {
  return peopleOf(visit).flatMap((userId): Entry[] => {
    if (userId === actor) return [];
    const known = before && peopleOf(before).includes(userId) ? knownOf(before) : null;
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

/** Versions of one visit follow each other in the order of their keys. */
const changeKey = ({ id, version }: Visit, userId: string): string =>
  `${VISIT_CHANGE}:${id}:${String(version).padStart(6, '0')}:${userId}`;

/** From what somebody last knew to what is so now: what they have to hear, null where it comes to nothing. */
export function newsOf(known: Known, visit: Visit, userId: string): News | null {
  if (!peopleOf(visit).includes(userId)) return null;
  if (known === null) return visit.cancelled ? null : 'joined';
  if (visit.cancelled) return known.cancelled ? null : 'cancelled';
  if (known.cancelled) return 'restored';
  return isMoved(known, visit) ? 'moved' : null;
}

/** What begins so soon, or would have, is told of at any hour. */
const URGENT_MS = 12 * 3_600_000;

export function isUrgent(known: Known, visit: Visit, zone: string, now: Date): boolean {
  return [known, visit].some((it) => {
    if (!it) return false;
    const ahead = instantOf(zone, it.startsOn, it.startTime).getTime() - now.getTime();
    return ahead > 0 && ahead <= URGENT_MS;
  });
}

/** Whether all of it is past: nobody has to be told of that any more. */
export const isOver = ({ endsOn, endTime }: Pick<Visit, 'endsOn' | 'endTime'>, zone: string, now: Date): boolean =>
  instantOf(zone, endsOn, endTime ?? '23:59') <= now;
