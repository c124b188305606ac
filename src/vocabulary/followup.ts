/** The audit's four. */
export const STATUSES = ['done', 'in_progress', 'under_review', 'declined'] as const;
export type Status = (typeof STATUSES)[number];

export const isStatus = (status: unknown): status is Status => STATUSES.includes(status as Status);

/** Where what is owed comes from; an audit's three and the five kinds of messages are told apart. */
export const KINDS = [
  'member_request',
  'visit_agenda',
  'field_office',
  'weekend_date',
  'audit_correction',
  'audit_suggestion',
  'audit_other',
  'speech',
  'press_statement',
  'interview',
  'print',
  'video_message',
  'own_task',
] as const;
export type Kind = (typeof KINDS)[number];
export const AUDIT_KINDS = ['audit_correction', 'audit_suggestion', 'audit_other'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export const isKind = (kind: unknown): kind is Kind => KINDS.includes(kind as Kind);
export const isAuditKind = (kind: unknown): kind is AuditKind => AUDIT_KINDS.includes(kind as AuditKind);

export type WorkRefusal =
  | 'missing'
  | 'too_long'
  | 'not_a_year'
  | 'not_a_day'
  | 'same_day'
  | 'not_yours'
  | 'voided'
  | 'not_found'
  | 'not_of_office'
  | 'in_the_future'
  | 'ended'
  | 'already';
