import { daysBetween, isDay } from '../../../korean/days.ts';
import type { AwayRefusal } from '../../../vocabulary/approval.ts';
import type { Day } from '../../../vocabulary/day.ts';

/** A manager's days away, both included, and who decides in their place. */
export type Away = {
  id: number;
  /** The form that said so. */
  key: string;
  userId: string;
  deputy: string;
  from: Day;
  to: Day;
  ended: boolean;
};

export const isOn = ({ from, to, ended }: Away, day: Day): boolean => !ended && from <= day && day <= to;

export function deputyOf(userId: string, away: readonly Away[], today: Day): string | null {
  return away.find((it) => it.userId === userId && isOn(it, today))?.deputy ?? null;
}

export type AwayForm = { from: string | null; to: string | null; deputy: string | null };
export type AwayRefusals = Partial<Record<keyof AwayForm, AwayRefusal>>;

/** A year and a half: further on is a slip of the finger. */
const FURTHEST_DAYS = 548;

/** Decides whether a filled form says when someone is away and who stands for them; `own` are their other days away. */
export function draftAway(
  { from, to, deputy }: AwayForm,
  {
    userId,
    today,
    own,
    isOfOffice,
  }: {
    userId: string;
    today: Day;
    own: readonly Away[];
    isOfOffice(userId: string): boolean;
  },
): { away: { from: Day; to: Day; deputy: string } } | { refusals: AwayRefusals } {
  const refusals: AwayRefusals = {};
  if (!from || !isDay(from)) refusals.from = 'missing';
  if (!to || !isDay(to)) refusals.to = 'missing';
  else if (from && to < from) refusals.to = 'ends_before';
  else if (to < today) refusals.to = 'over';
  else if (daysBetween(today, to) > FURTHEST_DAYS) refusals.to = 'too_far';
  if (!deputy) refusals.deputy = 'missing';
  else if (deputy === userId) refusals.deputy = 'self';
  else if (!isOfOffice(deputy)) refusals.deputy = 'not_of_office';
  const overlaps = own.some((it) => !it.ended && from && to && it.from <= to && from <= it.to);
  if (overlaps && !refusals.to && !refusals.from) refusals.from = 'overlaps';
  if (Object.keys(refusals).length > 0 || !from || !to || !deputy) return { refusals };
  return { away: { from, to, deputy } };
}
