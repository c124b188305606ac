import { type Followup, followupName, isOpen } from '../../../followup/rules.ts';
import { addDays, daysBetween, todayIn } from '../../../korean/days.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { KindName } from '../../../vocabulary/reminder.ts';
import { dayAt, endOfDay, momentOn } from '../moments.ts';
import { type Due, inChargeOf, type Office, type Window, wanting } from '../rules.ts';

type Owed = Pick<Followup, 'id' | 'owner' | 'due' | 'status' | 'voided'>;

const SOON_DAYS = 3;
const WEEK = 7;
/** How many weeks it has been overdue when the managers hear of it, too. */
const FIRST_WEEK_OF_MANAGERS = 2;

/**
 * Three days before, on the day, on the working day after and every week from then: to the owner, and from the second week to the
 * managers; to these from the first where the owner has left.
 */
export function followupDues(followup: Owed, office: Office, window: Window): Due[] {
  const { due, owner } = followup;
  if (due === null || followup.voided || !isOpen(followup.status)) return [];
  const weeks = weeksIn(due, window, office.zone);
  const owners = owner === null ? [] : inChargeOf(owner, office);
  const managers = office.managers.map(({ person }) => person.userId).filter((userId) => !owners.includes(userId));
  const stages: [kind: KindName, day: Day, stage: number, to: readonly string[], until: Day][] = [
    ['followup_soon', addDays(due, -SOON_DAYS), -1, owners, addDays(due, -1)],
    ['followup_today', due, 0, owners, due],
    ...weeks.map((week): [KindName, Day, number, string[], Day] => {
      const day = addDays(due, 1 + week * WEEK);
      return [
        'followup_overdue',
        day,
        1 + week,
        week < FIRST_WEEK_OF_MANAGERS ? owners : [...owners, ...managers],
        addDays(day, WEEK),
      ];
    }),
  ];
  return stages.flatMap(([kind, day, stage, to, until]) =>
    to.flatMap((userId) => dueOf(followup, kind, day, stage, userId, endOfDay(until, office), office)),
  );
}

function dueOf(
  followup: Owed,
  kind: KindName,
  day: Day,
  stage: number,
  userId: string,
  until: Date,
  office: Office,
): Due[] {
  const record = followupName(followup.id);
  const wanted = wanting(kind, userId, record, office);
  if (!wanted) return [];
  const { clock } = wanted.recipient;
  const moves = kind === 'followup_overdue' ? 'after' : 'before';
  const at = momentOn(day, wanted.choice.time, moves, clock, until);
  return at === null ? [] : [{ kind, record, to: userId, stage, occasion: dayAt(at, clock), at, until }];
}

/** The weeks after the due day around the window; a moved reminder may lie up to two weeks from its day. */
function weeksIn(due: Day, { from, to }: Window, zone: string): number[] {
  const first = Math.max(0, Math.floor(daysBetween(due, todayIn(zone, from)) / WEEK) - 2);
  const last = Math.floor(daysBetween(due, todayIn(zone, to)) / WEEK) + 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
