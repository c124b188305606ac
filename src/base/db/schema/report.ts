import type { Generated } from 'kysely';

export type ReportTables = {
  staffing: StaffingTable;
  outside_figure: OutsideFigureTable;
  report: ReportTable;
  report_text: ReportTextTable;
  report_acceptance: ReportAcceptanceTable;
  report_release: ReportReleaseTable;
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
