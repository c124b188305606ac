import type { Generated, Selectable } from 'kysely';

export type VisitTables = {
  program: ProgramTable;
  visit: VisitTable;
  visit_agenda: VisitAgendaTable;
  visit_notice: VisitNoticeTable;
  visit_expense: VisitExpenseTable;
  visit_setting: VisitSettingTable;
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
  form_key: string | null;
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

type VisitSettingTable = { name: string; minutes: number };

export type ProgramRow = Selectable<ProgramTable>;
export type VisitRow = Selectable<VisitTable>;
