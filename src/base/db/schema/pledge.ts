import type { Generated, Selectable } from 'kysely';

export type PledgeTables = {
  pledge: PledgeTable;
  pledge_total: PledgeTotalTable;
  pledge_proposal: PledgeProposalTable;
  pledge_list: PledgeListTable;
  pledge_link: PledgeLinkTable;
  review_round: ReviewRoundTable;
  review_answer: ReviewAnswerTable;
  review_request: ReviewRequestTable;
  evaluation: EvaluationTable;
};

type PledgeTable = {
  id: Generated<number>;
  term: number;
  code: string | null;
  number: number | null;
  type: string;
  field: string | null;
  title: string;
  department: string | null;
  owner: string | null;
  goal: string | null;
  timing: string | null;
  kind: string | null;
  status: string | null;
  progress: number | null;
  non_budget: number;
  budget: number | null;
  secured: number | null;
  spent: number | null;
  basis_kind: string | null;
  basis: string | null;
  /** Comma-separated codes. */
  flags: string;
  /** JSON: what a file said last. */
  imported: string | null;
  origin: string;
  import_id: number | null;
  line: number | null;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
  voided_at: string | null;
  /** What a search looks at (src/pledge/searched.ts). */
  plain_title: Generated<string>;
  plain_goal: Generated<string>;
  title_initials: Generated<string>;
  goal_initials: Generated<string>;
  title_letters: Generated<string>;
};

/** What pledges in force add up to, kept by triggers; '' where they say nothing. A row may come to count none. */
type PledgeTotalTable = {
  term: number;
  type: string;
  field: string;
  department: string;
  status: string;
  pledges: number;
  samples: number;
  /** How many state their progress, and its sum in percent. */
  stated: number;
  progress: number;
  /** Won, of what budget, of how many: of those that say both. */
  secured_won: number;
  secured_budget: number;
  secured_of: number;
  spent_won: number;
  spent_budget: number;
  spent_of: number;
};

type PledgeProposalTable = {
  id: Generated<number>;
  pledge_id: number;
  status: string;
  progress: number;
  source: string;
  note: string | null;
  /** JSON: { id, name }[] */
  files: string;
  form_key: string;
  proposed_by: string;
  proposed_at: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
};

type PledgeListTable = { kind: string; term: number; code: string; name: string; person: string | null };

type PledgeLinkTable = {
  pledge_id: number;
  record: string;
  note: string | null;
  linked_by: string;
  linked_at: string;
};

type ReviewRoundTable = {
  id: Generated<number>;
  name: string;
  term: number;
  as_of: string;
  /** Null: the day it describes. */
  until: string | null;
  state: string;
  opened_by: string;
  opened_at: string;
  closed_by: string | null;
  closed_at: string | null;
  published_on: string | null;
  origin: string;
};

type ReviewAnswerTable = {
  round_id: number;
  pledge_id: number;
  asked: string | null;
  department: string | null;
  name: string;
  title: string;
  type: string;
  status: string | null;
  progress: number | null;
  source: string | null;
  note: string | null;
  /** JSON: { id, name }[] */
  files: string;
  answered_by: string | null;
  answered_at: string | null;
  answered_version: number | null;
  form_key: string | null;
  result: string | null;
  result_progress: number | null;
};

type ReviewRequestTable = { round_id: number; user_id: string };

type EvaluationTable = {
  id: Generated<number>;
  year: number;
  body: string;
  subject: string;
  grade: string;
  /** Tenths of a point, like `score`. */
  line: number | null;
  score: number | null;
  /** JSON: { name, points, of }[] */
  areas: string;
  peers: string | null;
  announced_on: string | null;
  source: string;
  origin: string;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
};

export type PledgeRow = Selectable<PledgeTable>;
export type PledgeProposalRow = Selectable<PledgeProposalTable>;
export type ReviewRoundRow = Selectable<ReviewRoundTable>;
export type ReviewAnswerRow = Selectable<ReviewAnswerTable>;
export type EvaluationRow = Selectable<EvaluationTable>;
