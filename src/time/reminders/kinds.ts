import { isManager } from '../../people/rules.ts';
import type { Person } from '../../vocabulary/person.ts';
import { KIND_NAMES, type KindName } from '../../vocabulary/reminder.ts';

/** Whom a kind goes to: the person whose work it is, the office's channel, or every manager. */
export type Audience = 'person' | 'channel' | 'managers';

export type ReminderKind = {
  on: boolean;
  /** `HH:MM` of the recipient's zone. Null: it hangs on something else, as `when` says. */
  time: string | null;
  /** What it hangs on where it has no time of its own: an hour of the record, or the moment something happens. */
  when?: 'before_start' | 'at_once';
  to: Audience;
  /** Where it goes when its day is a weekend or a holiday, or its hour a quiet one. */
  moves: 'before' | 'after';
};

/** Every kind of reminder as it is until someone chooses otherwise. */
export const REMINDER_KINDS = {
  schedule_today: { on: true, time: '08:30', to: 'channel', moves: 'before' },
  visit_evening: { on: true, time: '18:00', to: 'person', moves: 'before' },
  visit_hour: { on: true, time: null, when: 'before_start', to: 'person', moves: 'before' },
  visit_notice: { on: true, time: '09:00', to: 'person', moves: 'before' },
  visit_result: { on: true, time: '09:00', to: 'person', moves: 'after' },
  visit_unshared: { on: true, time: '09:00', to: 'person', moves: 'after' },
  council_announcement: { on: true, time: '09:00', to: 'person', moves: 'before' },
  council_feedback: { on: true, time: '09:00', to: 'person', moves: 'after' },
  followup_soon: { on: true, time: '09:00', to: 'person', moves: 'before' },
  followup_today: { on: true, time: '09:00', to: 'person', moves: 'before' },
  followup_overdue: { on: true, time: '09:00', to: 'person', moves: 'after' },
  pledge_round: { on: true, time: '09:00', to: 'person', moves: 'before' },
  expense_evidence: { on: true, time: '09:00', to: 'person', moves: 'after' },
  disclosure: { on: true, time: '09:00', to: 'managers', moves: 'before' },
  budget_80: { on: true, time: null, when: 'at_once', to: 'managers', moves: 'after' },
  budget_100: { on: true, time: null, when: 'at_once', to: 'managers', moves: 'after' },
  spending_pace: { on: true, time: '09:00', to: 'managers', moves: 'after' },
  birthday: { on: true, time: '09:00', to: 'managers', moves: 'before' },
} as const satisfies Record<KindName, ReminderKind>;

export const kindOf = (name: KindName): ReminderKind => REMINDER_KINDS[name];

/** The kinds that can reach a person directly, in order. */
export const kindsFor = (person: Person): KindName[] =>
  KIND_NAMES.filter((name) => kindOf(name).to === 'person' || (kindOf(name).to === 'managers' && isManager(person)));
