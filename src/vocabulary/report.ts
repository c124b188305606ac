/** The parts of a main-work report, in the order of the 2016 one. `answers` is printed inside the annex. */
export const SECTIONS = [
  'cover',
  'functions',
  'staffing',
  'budget',
  'schedule',
  'pledges',
  'council',
  'citizens',
  'exchange',
  'audit',
  'answers',
] as const;
export type Section = (typeof SECTIONS)[number];

/** What keeps a report from being released; a draft prints ［미입력］ in its place. */
export const BLOCKING = [
  'no_text',
  'unknown_token',
  'figure_missing',
  'staffing_missing',
  'outside_missing',
  'totals_differ',
  'name_undecided',
] as const;

/** What a manager may let stand, with a reason. */
export const WARNINGS = [
  'held_rows',
  'spends_without_day',
  'visits_without_result',
  'troubled_without_reason',
  'demand_unanswered',
  'cited_cancelled',
  'cited_ahead',
  'cited_other_year',
  'printed_twice',
] as const;

export type GapCode = (typeof BLOCKING)[number] | (typeof WARNINGS)[number];

/** draft, looked at by a manager, released. */
export type ReportState = 'draft' | 'looked_at' | 'released';

export type ReleaseRefusal =
  | 'incomplete'
  | 'not_looked_at'
  | 'alone'
  | 'changed_meanwhile'
  | 'reason_missing'
  | 'overtaken';

/** What the office can answer the council's demands for documents with. */
export const ANSWER_TOPICS = ['spending', 'pledges', 'visits', 'council', 'followups', 'disclosure'] as const;
export type AnswerTopic = (typeof ANSWER_TOPICS)[number];
