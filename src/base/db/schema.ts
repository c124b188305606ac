import type { Generated, Selectable } from 'kysely';

/** The rows as they are stored: money in whole won, instants in ISO UTC, days as the office's `YYYY-MM-DD`. */
export type Schema = {
  register: { made_by: string };
  person: PersonTable;
  access_request: AccessRequestTable;
  history: HistoryTable;
  import_file: ImportFileTable;
  expense: ExpenseTable;
  expense_retold: ExpenseRetoldTable;
  expense_total: ExpenseTotalTable;
  held_row: HeldRowTable;
  budget: BudgetTable;
  activity_category: ActivityCategoryTable;
  receipt: ReceiptTable;
  council_member: CouncilMemberTable;
  council_member_key: CouncilMemberKeyTable;
  council_group: CouncilGroupTable;
  council_contact: CouncilContactTable;
  council_attendance: CouncilAttendanceTable;
  council_expense: CouncilExpenseTable;
  council_count_rule: CouncilCountRuleTable;
  followup: FollowupTable;
  followup_note: FollowupNoteTable;
  briefing: BriefingTable;
  pledge: PledgeTable;
  pledge_proposal: PledgeProposalTable;
  pledge_notice: PledgeNoticeTable;
  pledge_list: PledgeListTable;
  pledge_link: PledgeLinkTable;
  review_round: ReviewRoundTable;
  review_answer: ReviewAnswerTable;
  review_request: ReviewRequestTable;
  evaluation: EvaluationTable;
  program: ProgramTable;
  visit: VisitTable;
  visit_agenda: VisitAgendaTable;
  visit_notice: VisitNoticeTable;
  visit_expense: VisitExpenseTable;
  district: DistrictTable;
  visit_setting: VisitSettingTable;
  office_setting: OfficeSettingTable;
  person_setting: PersonSettingTable;
  outbox: OutboxTable;
  reminder_mark: ReminderMarkTable;
  reminder_item: ReminderItemTable;
  reminder_crossing: ReminderCrossingTable;
  finding: FindingTable;
  expense_evidence: ExpenseEvidenceTable;
  spending_limit: SpendingLimitTable;
  spending_rule: SpendingRuleTable;
  check_due: CheckDueTable;
  check_mark: CheckMarkTable;
  outbox_update: OutboxUpdateTable;
  approval: ApprovalTable;
  approval_event: ApprovalEventTable;
  approval_message: ApprovalMessageTable;
  approval_rule: ApprovalRuleTable;
  approval_away: ApprovalAwayTable;
  disclosure: DisclosureTable;
  disclosure_decision: DisclosureDecisionTable;
  staffing: StaffingTable;
  outside_figure: OutsideFigureTable;
  report: ReportTable;
  report_text: ReportTextTable;
  report_acceptance: ReportAcceptanceTable;
  report_release: ReportReleaseTable;
};

type PersonTable = {
  user_id: string;
  name: string;
  role: string;
  language: string | null;
  added_at: string;
  removed_at: string | null;
};

type AccessRequestTable = { user_id: string; asked_at: string };

type HistoryTable = {
  id: Generated<number>;
  at: string;
  actor: string;
  noun: string;
  record: string;
  action: string;
  reason: string | null;
  before: string | null;
  after: string | null;
};

type ImportFileTable = {
  id: Generated<number>;
  noun: string;
  name: string;
  imported_at: string;
  imported_by: string;
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
};

type ExpenseTable = {
  id: Generated<number>;
  year: number;
  month: number | null;
  spent_on: string | null;
  spent_time: string | null;
  amount: number;
  account: string | null;
  activity: string | null;
  category: string | null;
  place: string | null;
  address: string | null;
  purpose: string;
  headcount: number | null;
  attendees: string | null;
  payment: string | null;
  spender: string | null;
  department: string | null;
  /** Comma-separated codes. */
  flags: string;
  origin: string;
  import_id: number | null;
  line: number | null;
  fingerprint: string;
  nth: number;
  form_key: string | null;
  created_by: string;
  created_at: string;
  version: number;
  voided_at: string | null;
  /** waiting | changes | approved | refused; null: none is needed. */
  approval: string | null;
};

type ExpenseRetoldTable = { fingerprint: string; expense_id: number };

type ExpenseTotalTable = { year: number; account: string; category: string; spent: number; count: number };

type HeldRowTable = {
  id: Generated<number>;
  import_id: number;
  line: number;
  /** JSON: the cells as they came. */
  cells: string;
  /** JSON: Problem[] */
  problems: string;
  /** JSON: Known; null where nothing was understood. */
  known: string | null;
  year: number | null;
  won: number | null;
  fingerprint: string;
  nth: number;
  state: string;
  expense_id: number | null;
};

type BudgetTable = { year: number; account: string; won: number; origin: string };

type ActivityCategoryTable = { activity: string; category: string };

type ReceiptTable = {
  slack_file_id: string;
  expense_id: number;
  name: string;
  added_by: string;
  added_at: string;
  /** wanted | stored | refused | removed | same */
  state: Generated<string>;
  attempts: Generated<number>;
  /** Not before; null: at once. */
  try_at: string | null;
  /** The file's name in the folder of receipts; kept from before it is written, so that no file is ever nobody's. */
  stored_as: string | null;
  sha256: string | null;
  bytes: number | null;
  type: string | null;
  refusal: string | null;
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

type FollowupTable = {
  id: Generated<number>;
  kind: string;
  source_noun: string | null;
  source_record: string | null;
  audit_year: number | null;
  title: string;
  status: string;
  owner: string | null;
  department: string | null;
  due: string | null;
  requester: string | null;
  member_id: number | null;
  answer: string | null;
  answered_to: string | null;
  answered_on: string | null;
  /** 1 while something is still owed. */
  open: number;
  /** The due day, or the end of time where there is none. */
  sort_due: string;
  origin: string;
  form_key: string | null;
  fingerprint: string | null;
  created_by: string;
  created_at: string;
  version: number;
  voided_at: string | null;
};

type FollowupNoteTable = {
  id: Generated<number>;
  followup_id: number;
  kind: string;
  said_on: string | null;
  words: string;
  said_by: string;
  said_at: string;
};

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

type PledgeNoticeTable = { proposal_id: number; user_id: string; channel: string; ts: string };

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

type ReviewRequestTable = { round_id: number; user_id: string; channel: string | null; ts: string | null };

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

type ProgramTable = {
  id: Generated<number>;
  name: string;
  kind: string;
  /** Comma-separated codes. */
  counts: string;
  position: number;
  version: number;
  retired_at: string | null;
};

type VisitTable = {
  id: Generated<number>;
  site_id: number | null;
  program_id: number;
  title: string;
  year: number;
  month: number;
  starts_on: string;
  start_time: string;
  ends_on: string;
  end_time: string | null;
  place: string;
  district: string;
  purpose: string;
  owner: string;
  /** Comma-separated user ids. */
  staff: string;
  partner: string | null;
  partner_level: string | null;
  countries: string | null;
  guest_title: string | null;
  award: string | null;
  participants: number | null;
  summary: string | null;
  result_key: string | null;
  sequence: number;
  changed_at: string;
  origin: string;
  form_key: string | null;
  nth: number;
  created_by: string;
  created_at: string;
  version: number;
  cancelled_at: string | null;
};

type VisitAgendaTable = {
  visit_id: number;
  nth: number;
  year: number;
  program_id: number;
  title: string;
  done: number;
  followup_id: number | null;
};

type VisitNoticeTable = {
  id: Generated<number>;
  visit_id: number;
  member_id: number | null;
  name: string;
  told_on: string;
  told_time: string;
  told_by: string;
  how: string;
  invited: number;
  sequence: number;
  form_key: string;
  nth: number;
  created_by: string;
  created_at: string;
};

type VisitExpenseTable = { visit_id: number; expense_id: number; tied_by: string; tied_at: string };

type DistrictTable = { name: string; position: number };

type VisitSettingTable = { name: string; minutes: number };

/** Values are JSON. */
type OfficeSettingTable = { name: string; value: string };

type PersonSettingTable = { user_id: string; name: string; value: string };

type OutboxTable = {
  key: string;
  kind: string;
  recipient: string;
  /** JSON, read by its kind. */
  subject: string;
  due_at: string;
  expires_at: string | null;
  /** OutboxState */
  state: string;
  /** When it is to be tried next; while someone works on it, when that claim ends. */
  next_at: string;
  claimed_by: string | null;
  attempts: Generated<number>;
  /** The first time it was posted without our hearing what became of it. */
  tried_at: string | null;
  failing_since: string | null;
  failure: string | null;
  channel: string | null;
  ts: string | null;
  settled_at: string | null;
  put_at: string;
};

type OutboxUpdateTable = {
  key: string;
  /** JSON: Message */
  message: string;
  /** When it is to be shown; while someone does that, when their claim ends. */
  next_at: string;
  attempts: Generated<number>;
  put_at: string;
  /** Grows with every newer message. */
  revision: number;
};

/** `drawn`: the version that the message to the spender shows. */
type ApprovalTable = { expense_id: number; steps: number; version: number; asked_by: string; drawn: Generated<number> };

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

type ReminderMarkTable = { name: string; value: string };

type ReminderItemTable = {
  /** The outbox's. */
  key: string;
  record: string;
  nth: number;
  kind: string;
  user_id: string;
  told_at: string;
  /** seen | snoozed | not_mine | ended */
  answer: string | null;
  answered_by: string | null;
  answered_at: string | null;
  /** For `ended`: what was done, as the history calls it. */
  action: string | null;
  until: string | null;
};

type ReminderCrossingTable = { year: number; account: string; percent: number; crossed_at: string };

type DisclosureTable = {
  id: Generated<number>;
  /** `2018-03`, `2018-Q1` */
  period: string;
  version: number;
  title: string;
  /** JSON: DisclosureRow[] */
  rows: string;
  count: number;
  won: number;
  masked: number;
  xlsx: Buffer;
  xlsx_sha256: string;
  csv: Buffer;
  csv_sha256: string;
  reason: string | null;
  /** JSON: RowChange[] */
  changes: string;
  released_by: string;
  released_at: string;
  form_key: string;
};

type DisclosureDecisionTable = {
  expense_id: number;
  field: string;
  found: string;
  choice: string;
  decided_by: string;
  decided_at: string;
};

type StaffingTable = {
  as_of: string;
  /** quota (정원) | actual (현원) */
  measure: string;
  class: string;
  grade: string;
  position: number;
  people: number;
  origin: string;
};

type OutsideFigureTable = {
  id: Generated<number>;
  key: string;
  as_of: string;
  value: number;
  unit: string;
  source: string;
  origin: string;
  put_by: string;
  put_at: string;
};

type ReportTable = {
  year: number;
  as_of: string | null;
  looked_by: string | null;
  looked_at: string | null;
  looked_sha256: string | null;
};

type ReportTextTable = {
  year: number;
  section: string;
  version: number;
  words: string;
  origin: string;
  put_by: string;
  put_at: string;
};

type ReportAcceptanceTable = { year: number; gap: string; reason: string; accepted_by: string; accepted_at: string };

type ReportReleaseTable = {
  year: number;
  version: number;
  as_of: string;
  /** JSON: Document */
  model: string;
  content_sha256: string;
  /** JSON: Figure[] */
  figures: string;
  hwpx: Buffer;
  docx: Buffer;
  pdf: Buffer;
  /** JSON: by format */
  checksums: string;
  /** JSON: Change[] */
  changes: string;
  reason: string | null;
  looked_by: string;
  released_by: string;
  released_at: string;
};

export type PersonRow = Selectable<PersonTable>;
export type ExpenseRow = Selectable<ExpenseTable>;
export type OutboxRow = Selectable<OutboxTable>;
export type HeldRow = Selectable<HeldRowTable>;
export type HistoryRow = Selectable<HistoryTable>;
export type CouncilMemberRow = Selectable<CouncilMemberTable>;
export type CouncilContactRow = Selectable<CouncilContactTable>;
export type FollowupRow = Selectable<FollowupTable>;
export type BriefingRow = Selectable<BriefingTable>;
export type PledgeRow = Selectable<PledgeTable>;
export type PledgeProposalRow = Selectable<PledgeProposalTable>;
export type ReviewRoundRow = Selectable<ReviewRoundTable>;
export type ReviewAnswerRow = Selectable<ReviewAnswerTable>;
export type EvaluationRow = Selectable<EvaluationTable>;
export type FindingRow = Selectable<FindingTable>;
export type ProgramRow = Selectable<ProgramTable>;
export type VisitRow = Selectable<VisitTable>;
