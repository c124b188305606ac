import type { Generated } from 'kysely';

export type DisclosureTables = {
  disclosure: DisclosureTable;
  disclosure_document: DisclosureDocumentTable;
  disclosure_decision: DisclosureDecisionTable;
};

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

type DisclosureDocumentTable = {
  disclosure_id: number;
  format: string;
  bytes: Buffer;
  sha256: string;
  made_at: string;
};

type DisclosureDecisionTable = {
  expense_id: number;
  field: string;
  found: string;
  choice: string;
  decided_by: string;
  decided_at: string;
};
