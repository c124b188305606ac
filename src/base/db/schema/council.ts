import type { Generated, Selectable } from 'kysely';

export type CouncilTables = {
  council_member: CouncilMemberTable;
  council_member_key: CouncilMemberKeyTable;
  council_group: CouncilGroupTable;
  council_contact: CouncilContactTable;
  council_attendance: CouncilAttendanceTable;
  council_expense: CouncilExpenseTable;
  council_count_rule: CouncilCountRuleTable;
  briefing: BriefingTable;
};

type CouncilMemberTable = {
  id: Generated<number>;
  term: number;
  name: string;
  constituency: string;
  party: string | null;
  district: string | null;
  committee: string | null;
  post: string | null;
  origin: string;
  version: number;
};

type CouncilMemberKeyTable = { key: string; member_id: number };

type CouncilGroupTable = { kind: string; name: string; members: number };

type CouncilContactTable = {
  id: Generated<number>;
  kind: string;
  held_on: string;
  held_time: string | null;
  agenda: string;
  result: string | null;
  others: string | null;
  visit_id: number | null;
  briefing_id: number | null;
  origin: string;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
  voided_at: string | null;
};

type CouncilAttendanceTable = { contact_id: number; member_id: number };

type CouncilExpenseTable = { contact_id: number; expense_id: number; tied_by: string; tied_at: string };

type CouncilCountRuleTable = { tally: string; kind: string; heading: string };

type BriefingTable = {
  id: Generated<number>;
  policy: string;
  announced_on: string;
  announced_time: string | null;
  leaders: number;
  /** JSON: names */
  committees: string;
  /** JSON: names */
  districts: string;
  origin: string;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
  voided_at: string | null;
  closed_at: string | null;
};

export type CouncilMemberRow = Selectable<CouncilMemberTable>;
export type CouncilContactRow = Selectable<CouncilContactTable>;
export type BriefingRow = Selectable<BriefingTable>;
