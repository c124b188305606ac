import type { Generated, Selectable } from 'kysely';

export type CheckTables = {
  finding: FindingTable;
  expense_evidence: ExpenseEvidenceTable;
  spending_limit: SpendingLimitTable;
  spending_rule: SpendingRuleTable;
  check_due: CheckDueTable;
  check_mark: CheckMarkTable;
};

type FindingTable = {
  id: Generated<number>;
  expense_id: number;
  rule: string;
  /** block | require | warn */
  severity: string;
  /** Comma-separated fields. */
  asks: string;
  /** JSON: Figures */
  figures: string;
  /** open | answered | accepted | gone */
  state: string;
  found_at: string;
  answer: string | null;
  settled_by: string | null;
  settled_at: string | null;
};

type ExpenseEvidenceTable = { expense_id: number; field: string; value: string; given_by: string; given_at: string };

/** In won, people, times or minutes of the day, as its name says. */
type SpendingLimitTable = { name: string; from_day: string; value: number };

type SpendingRuleTable = { rule: string; is_on: number };

type CheckDueTable = { month: string };

type CheckMarkTable = { name: string; expense_id: number };

export type FindingRow = Selectable<FindingTable>;
