/** What sort of engagement a program is; an announcement has a moment before which the council has to know. */
export const PROGRAM_KINDS = ['site', 'citizens', 'inside', 'exchange', 'announcement'] as const;
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** What a program's visits are added up by, besides their number. */
export const COUNTED = ['places', 'participants', 'agenda', 'countries', 'partner'] as const;
export type Counted = (typeof COUNTED)[number];
export type ProgramRefusal = 'missing' | 'too_long' | 'name_taken';

export const isProgramKind = (kind: unknown): kind is ProgramKind => PROGRAM_KINDS.includes(kind as ProgramKind);
export const isCounted = (counted: unknown): counted is Counted => COUNTED.includes(counted as Counted);

/** 광역 or 기초: what the partner of an agreement is. */
export const PARTNER_LEVELS = ['metropolitan', 'basic'] as const;
export type PartnerLevel = (typeof PARTNER_LEVELS)[number];

/** The fields of `visit_schedule`. */
export type VisitField =
  | 'program'
  | 'title'
  | 'date'
  | 'start_time'
  | 'end_date'
  | 'end_time'
  | 'more_dates'
  | 'place'
  | 'district'
  | 'purpose'
  | 'owner'
  | 'staff'
  | 'partner'
  | 'partner_level'
  | 'countries';

export type FieldRefusal =
  | 'missing'
  | 'too_long'
  | 'not_a_day'
  | 'far_away'
  | 'not_a_time'
  | 'end_before_start'
  | 'span_too_long'
  | 'date_unreadable'
  | 'date_twice'
  | 'too_many_dates'
  | 'too_many_people'
  | 'unknown';

export type ResultRefusal = 'missing' | 'too_long' | 'not_a_count' | 'too_many_items' | 'item_too_long';

/** How someone was told. */
export const WAYS = ['phone', 'message', 'meeting', 'letter'] as const;
export type Way = (typeof WAYS)[number];

export type Standing =
  /** Nobody has to be told. */
  | 'not_needed'
  | 'untold'
  /** They were told before it moved. */
  | 'stale'
  /** For an announcement: they were told, but only afterwards. */
  | 'late'
  | 'told';

/** Minutes that planning reckons with. */
export type PlanningMinutes = {
  /** From one place to the next in the same district. */
  within: number;
  /** From one district to another. */
  between: number;
  /** How long a visit takes whose end nobody has given. */
  usual: number;
};
export const MINUTES = ['within', 'between', 'usual'] as const satisfies (keyof PlanningMinutes)[];
