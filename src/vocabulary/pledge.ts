/** The six of the 2016 report and the Manifesto evaluations; these words are what the register keeps. */
export const STATUSES = ['완료', '이행 후 계속추진', '정상추진', '일부추진', '보류', '폐기'] as const;
export type Status = (typeof STATUSES)[number];

export const isStatus = (status: unknown): status is Status => STATUSES.includes(status as Status);

export const BASIS_KINDS = ['조례', '규칙', '예산', '기관'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];
export const isBasisKind = (kind: unknown): kind is BasisKind => BASIS_KINDS.includes(kind as BasisKind);

/** The fields of `pledge_update`. */
export type UpdateField = 'status' | 'progress' | 'source' | 'note';
export type UpdateRefusal = 'missing' | 'too_long' | 'not_a_progress' | 'not_full' | 'not_evidence' | 'reason_needed';

/** The fields of the form for what a pledge says. */
export type DetailsField =
  | 'code'
  | 'title'
  | 'type'
  | 'field'
  | 'department'
  | 'owner'
  | 'goal'
  | 'budget'
  | 'secured'
  | 'spent'
  | 'basis_kind'
  | 'basis'
  | 'source';
export type DetailsRefusal = 'missing' | 'too_long' | 'not_a_code' | 'not_money' | 'not_evidence';

/** The fields of the form for an outside body's evaluation. */
export type EvaluationField =
  | 'year'
  | 'body'
  | 'subject'
  | 'grade'
  | 'line'
  | 'score'
  | 'areas'
  | 'peers'
  | 'announced_on'
  | 'source';
export type EvaluationRefusal = 'missing' | 'not_a_year' | 'not_points' | 'not_areas' | 'too_long' | 'not_yet';

export type OpenRefusal = 'not_begun' | 'no_pledges';
