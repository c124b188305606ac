import { daysBetween } from '../korean/days.ts';
import type { PlanningMinutes } from '../vocabulary/visit.ts';
import { minutesOf, type Plan, type Visit } from './rules.ts';

/** Why two engagements can't both be kept: at the same time, or with too little time to get from one to the other. */
export type Clash = {
  visit: Visit;
  kind: 'overlap' | 'travel';
  /** Minutes between the two, and how many the way takes; null for an overlap. */
  gap: number | null;
  way: number | null;
  /** Which of the plan's dates, where there are several. */
  startsOn: string;
};

/** What a plan runs into. Whoever gives no end is reckoned with the usual length. */
export function clashesOf(plan: Plan, others: readonly Visit[], minutes: PlanningMinutes): Clash[] {
  const mine = spanOf(plan, plan, minutes);
  return others.flatMap((visit): Clash[] => {
    if (visit.cancelled) return [];
    const theirs = spanOf(visit, plan, minutes);
    if (mine.start < theirs.end && theirs.start < mine.end) {
      return [{ visit, kind: 'overlap', gap: null, way: null, startsOn: plan.startsOn }];
    }
    const gap = mine.start >= theirs.end ? mine.start - theirs.end : theirs.start - mine.end;
    const way = plan.district === visit.district ? minutes.within : minutes.between;
    const here = plan.district === visit.district && plan.place === visit.place;
    return gap < way && !here ? [{ visit, kind: 'travel', gap, way, startsOn: plan.startsOn }] : [];
  });
}

/** Minutes since midnight of the day on which `from` starts. */
function spanOf(plan: Plan, from: Plan, { usual }: PlanningMinutes): { start: number; end: number } {
  const at = (day: string, time: string) => daysBetween(from.startsOn, day) * 24 * 60 + minutesOf(time);
  const start = at(plan.startsOn, plan.startTime);
  if (plan.endTime !== null) return { start, end: at(plan.endsOn, plan.endTime) };
  return { start, end: plan.endsOn === plan.startsOn ? start + usual : at(plan.endsOn, '23:59') + 1 };
}
