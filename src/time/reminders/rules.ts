import type { Holidays } from '../../korean/holidays.ts';
import type { Clock } from '../../people/quiet.ts';
import type { OfficeSettings, PersonSettings } from '../../people/settings/rules.ts';
import type { Person } from '../../vocabulary/person.ts';
import type { KindName } from '../../vocabulary/reminder.ts';
import { kindOf } from './kinds.ts';

/** One thing somebody is to be reminded of, at one moment. */
export type Due = {
  kind: KindName;
  /** What it is about, as its topic names it: `F12`, `V87`. Holds no space. */
  record: string;
  /** A user id, or the office's channel. */
  to: string;
  /** Where it differs from its kind: what is said once though there are several kinds of it, the latest. */
  stage: number;
  /** With its kind and `to`: what goes into one message. */
  occasion: string;
  at: Date;
  /** From then on it is pointless. */
  until: Date | null;
};

/** What holds for one kind and one person. */
export type Choice = { on: boolean; time: string; minutes: number };

const USUAL_TIME = '09:00';
const USUAL_LEAD = 60;

/** What a person chose for themselves goes before what the office chose, and that before what the kind is. */
export function choiceOf(
  kind: KindName,
  office: Pick<OfficeSettings, 'reminders'>,
  person?: Pick<PersonSettings, 'reminders'>,
): Choice {
  const [own, offices, usual] = [person?.reminders[kind], office.reminders[kind], kindOf(kind)];
  return {
    on: own?.on ?? offices?.on ?? usual.on,
    time: own?.time ?? offices?.time ?? usual.time ?? USUAL_TIME,
    minutes: own?.minutes ?? offices?.minutes ?? USUAL_LEAD,
  };
}

/** The time that somebody chose for a kind that comes at once otherwise; null: at once. */
export const chosenTime = (
  kind: KindName,
  office: Pick<OfficeSettings, 'reminders'>,
  person: Pick<PersonSettings, 'reminders'>,
): string | null => person.reminders[kind]?.time ?? office.reminders[kind]?.time ?? kindOf(kind).time;

/** Somebody of the office, with when they may be written to and what they want to hear of. */
export type Recipient = { person: Person; settings: PersonSettings; clock: Clock };

/** What all rules of reminders stand on. */
export type Office = {
  now: Date;
  zone: string;
  holidays: Holidays;
  /** The office's own, which is never quiet. */
  clock: Clock;
  settings: OfficeSettings;
  channel: string | null;
  recipients: ReadonlyMap<string, Recipient>;
  managers: readonly Recipient[];
  /** Reminders are about what became due since the app began to remind. */
  begun: Date;
  /** `F12 U…`: what somebody said is not theirs. */
  declined: ReadonlySet<string>;
  /** Where only one person's reminders are asked for. */
  only?: string;
};

/** Moments, both included: what is looked for lies between. */
export type Window = { from: Date; to: Date };

export const declinedKey = (record: string, userId: string): string => `${record} ${userId}`;

/** What a kind comes to for someone of the office: null for who left, turned it off, or said that the record is not theirs. */
export function wanting(
  kind: KindName,
  userId: string,
  record: string,
  office: Office,
): { recipient: Recipient; choice: Choice } | null {
  if (office.only !== undefined && office.only !== userId) return null;
  const recipient = office.recipients.get(userId);
  if (!recipient || office.declined.has(declinedKey(record, userId))) return null;
  const choice = choiceOf(kind, office.settings, recipient.settings);
  return choice.on ? { recipient, choice } : null;
}

/** Who is reminded of what somebody is in charge of: the managers once that one has left, since somebody has to be found for it. */
export const inChargeOf = (userId: string, { recipients, managers }: Office): string[] =>
  recipients.has(userId) ? [userId] : managers.map(({ person }) => person.userId);

/**
 * Of what is due for one record and one person only the latest stage counts: not "in three days" when it is "today". What
 * lies ahead of `now` is no stage yet.
 */
export function latestOf(dues: readonly Due[], now: Date): Due[] {
  const latest = new Map<string, Due>();
  for (const due of dues) {
    if (due.at > now) continue;
    const key = `${due.record} ${due.to} ${lineOf(due.kind)}`;
    const known = latest.get(key);
    if (!known || due.stage > known.stage) latest.set(key, due);
  }
  return [...latest.values()];
}

/** What by earlier choices was still to come, and by those made since would have come already. */
export function broughtForward(past: readonly Due[], ahead: readonly Due[]): Due[] {
  const idOf = ({ kind, record, to, stage }: Due) => `${kind} ${record} ${to} ${stage}`;
  const expected = new Set(ahead.map(idOf));
  return past.filter((due) => !hasOwnHour(due.kind) && expected.has(idOf(due)));
}

/** Whether two kinds are stages of one thing. */
export const sameLine = (one: KindName, other: KindName): boolean => lineOf(one) === lineOf(other);

function lineOf(kind: KindName): string {
  if (kind.startsWith('followup_')) return 'followup';
  if (kind.startsWith('budget_')) return 'budget';
  return kind === 'visit_evening' || kind === 'visit_hour' ? 'visit_ahead' : kind;
}

/** What comes at an hour of its own, and by itself: a visit that begins, the channel's schedule, what is told at once. */
export const hasOwnHour = (kind: KindName): boolean => kindOf(kind).time === null || kindOf(kind).to === 'channel';

/** What makes a message one: all that somebody is told at one hour, but for what has an hour of its own. */
export const messageOf = (due: Pick<Due, 'kind' | 'occasion' | 'to' | 'at'>): string =>
  hasOwnHour(due.kind) ? keyOf(due) : `${PLANNED}:${due.at.toISOString()}:${due.to}`;

export const PLANNED = 'planned';

/** `visit_hour:V12:2018-04-03T14:00:U…`. */
export const keyOf = ({ kind, occasion, to }: Pick<Due, 'kind' | 'occasion' | 'to'>): string =>
  `${kind}:${occasion}:${to}`;

/** Several dues of one message: it comes with the first, and is pointless after the last. `own`: what it is of, where it has an hour of its own. */
export type Planned = {
  key: string;
  own: { kind: KindName; occasion: string } | null;
  to: string;
  at: Date;
  until: Date | null;
};

export function plannedOf(dues: readonly Due[]): Planned[] {
  const planned = new Map<string, Planned>();
  for (const due of dues) {
    const key = messageOf(due);
    const known = planned.get(key);
    const { kind, occasion, to, at } = due;
    const own = hasOwnHour(kind) ? { kind, occasion } : null;
    // What else may be in it by then, and for how long, is seen when it is written.
    const until = own ? due.until : null;
    if (!known) planned.set(key, { key, own, to, at, until });
    else {
      if (at < known.at) known.at = at;
      if (known.until !== null && (until === null || until > known.until)) known.until = until;
    }
  }
  return [...planned.values()];
}

/** The days that a window touches in any zone, widened for reminders that free days moved. */
export const MOST_MOVED_DAYS = 13;
