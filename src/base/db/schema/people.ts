import type { Generated, Selectable } from 'kysely';

export type PeopleTables = {
  register: { made_by: string };
  lease: { name: string; holder: string; until: string };
  person: PersonTable;
  access_request: AccessRequestTable;
  history: HistoryTable;
  lost_form: LostFormTable;
  import_file: ImportFileTable;
  district: DistrictTable;
  office_setting: OfficeSettingTable;
  person_setting: PersonSettingTable;
};

type PersonTable = {
  user_id: string;
  name: string;
  role: string;
  language: string | null;
  added_at: string;
  removed_at: string | null;
  account_asked_at: string | null;
};

/** A form that was closed before it could be saved, as its writer left it: `view` is Slack's JSON. */
type LostFormTable = { id: string; user_id: string; view: string; lost_at: string };

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
  undone_at: string | null;
  undone_by: string | null;
  /** JSON: the budgets it set, each with what stood there before. */
  budgets: string | null;
};

type DistrictTable = { name: string; position: number };

/** Values are JSON. */
type OfficeSettingTable = { name: string; value: string };

type PersonSettingTable = { user_id: string; name: string; value: string };

export type PersonRow = Selectable<PersonTable>;
export type HistoryRow = Selectable<HistoryTable>;
