/** Every kind of reminder, in the order people see them. */
export const KIND_NAMES = [
  'schedule_today',
  'visit_evening',
  'visit_hour',
  'visit_notice',
  'visit_result',
  'visit_unshared',
  'council_announcement',
  'council_feedback',
  'followup_soon',
  'followup_today',
  'followup_overdue',
  'pledge_round',
  'expense_evidence',
  'disclosure',
  'budget_80',
  'budget_100',
  'spending_pace',
  'birthday',
] as const;
export type KindName = (typeof KIND_NAMES)[number];

export const isKindName = (kind: unknown): kind is KindName => KIND_NAMES.includes(kind as KindName);

/** How long something can be put off. */
export const SNOOZES = ['20m', '1h', '3h', 'tomorrow', 'week'] as const;
export type Snooze = (typeof SNOOZES)[number];

export const isSnooze = (value: unknown): value is Snooze => SNOOZES.includes(value as Snooze);
