import type { Generated, Selectable } from 'kysely';

/** The rows as they are stored: money in whole won, instants in ISO UTC, days as the office's `YYYY-MM-DD`. */
export type Schema = {
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
};

export type PersonRow = Selectable<PersonTable>;
export type ExpenseRow = Selectable<ExpenseTable>;
export type HeldRow = Selectable<HeldRowTable>;
export type HistoryRow = Selectable<HistoryTable>;
