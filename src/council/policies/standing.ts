import type { Database } from '../../base/db/database.ts';
import type { Day } from '../../vocabulary/day.ts';
import { findToldOf } from '../list/store.ts';
import type { AudienceState, Briefing } from './rules.ts';
import { isAnnounced, isOwed, stateOf } from './rules.ts';
import { findMembership, findOpen } from './store.ts';

export type Standing = { briefing: Briefing; states: AudienceState[] };

/** Who of each audience has heard of a policy, and when; `until`: of what happened until that day only. */
export async function findStates(db: Database, briefing: Briefing, until?: Day): Promise<AudienceState[]> {
  const contacts = (await findToldOf(db, briefing.id)).filter(({ heldOn }) => until === undefined || heldOn <= until);
  const told = contacts.map(({ id, heldOn, heldTime, memberIds }) => ({ contactId: id, heldOn, heldTime, memberIds }));
  return stateOf(briefing, await findMembership(db, briefing), told);
}

/** Policies announced between two days that somebody has still to hear of, and that nobody has closed; the first one first. */
export async function findOwed(db: Database, days: { from?: Day; to: Day }): Promise<Standing[]> {
  const owed: Standing[] = [];
  for (const briefing of await findOpen(db, days)) {
    const states = await findStates(db, briefing);
    if (isOwed(states)) owed.push({ briefing, states });
  }
  return owed;
}

/** Those of them that have been announced: 발표됨 · 미설명. */
export async function findUnexplained(db: Database, now: { day: Day; time: string }): Promise<Standing[]> {
  return (await findOwed(db, { to: now.day })).filter(({ briefing }) => isAnnounced(briefing, now));
}
