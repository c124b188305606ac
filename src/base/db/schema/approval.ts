import type { Generated } from 'kysely';

export type ApprovalTables = {
  approval: ApprovalTable;
  approval_event: ApprovalEventTable;
  approval_message: ApprovalMessageTable;
  approval_rule: ApprovalRuleTable;
  approval_away: ApprovalAwayTable;
};

/**
 * `drawn`: the version that the message to the spender shows, `drawn_out` is 1 where it says that the request is out; `agreement` is 1
 * where the accounting side is the first to approve; `called`: how often somebody was called since the request went out.
 */
type ApprovalTable = {
  expense_id: number;
  steps: number;
  version: number;
  asked_by: string;
  drawn: Generated<number>;
  agreement: Generated<number>;
  out_at: string | null;
  called: Generated<number>;
  drawn_out: Generated<number>;
};

type ApprovalEventTable = {
  expense_id: number;
  version: number;
  action: string;
  actor: string;
  deputy_for: string | null;
  words: string | null;
  at: string;
};

/** What asks somebody to act; `settled` is 1 once it says what became of it. */
type ApprovalMessageTable = {
  key: string;
  kind: string;
  expense_id: number;
  version: number;
  user_id: string;
  settled: number;
};

type ApprovalRuleTable = {
  id: Generated<number>;
  account: string;
  mode: string;
  above: number | null;
  second: number | null;
  set_by: string;
  set_at: string;
};

type ApprovalAwayTable = {
  id: Generated<number>;
  user_id: string;
  deputy: string;
  from_day: string;
  to_day: string;
  form_key: string;
  set_at: string;
  ended_at: string | null;
};
