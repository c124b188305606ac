import type { Generated, Selectable } from 'kysely';

export type SpendingTables = {
  expense: ExpenseTable;
  expense_twin: ExpenseTwinTable;
  expense_retold: ExpenseRetoldTable;
  expense_total: ExpenseTotalTable;
  held_row: HeldRowTable;
  budget: BudgetTable;
  activity_category: ActivityCategoryTable;
  receipt: ReceiptTable;
  receipt_file: { name: string; bytes: Uint8Array };
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

type ExpenseTwinTable = {
  id: Generated<number>;
  expense_id: number;
  other_id: number;
  /** correction | maybe_same */
  kind: string;
  /** open | same | different */
  state: string;
  decided_by: string | null;
  decided_at: string | null;
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
  /** Looks into its bytes, in a row, that began and never ended. */
  unfinished: Generated<number>;
  /** Not before; null: at once. */
  try_at: string | null;
  /** The file's name in the folder of receipts; kept from before it is written, so that no file is ever nobody's. */
  stored_as: string | null;
  /** Who is fetching it, until try_at. */
  claimed_by: string | null;
  sha256: string | null;
  bytes: number | null;
  type: string | null;
  refusal: string | null;
};

export type ExpenseRow = Selectable<ExpenseTable>;
export type HeldRow = Selectable<HeldRowTable>;
