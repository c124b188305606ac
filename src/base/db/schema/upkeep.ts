import type { Generated, Selectable } from 'kysely';

export type UpkeepTables = {
  access_record: AccessRecordTable;
  access_review: AccessReviewTable;
  deletion: DeletionTable;
};

/** Who saw what of people. Rows are added, never changed; what is due is deleted under a `deletion` that says so. */
type AccessRecordTable = {
  id: Generated<number>;
  at: string;
  actor: string;
  /** slack | terminal */
  via: string;
  command: string;
  asked: string;
  /** Seen */
  kind: string;
  /** SeenHow */
  how: string;
  /** Whose, the first of them, as they are called. */
  named: string;
  count: number;
};

/** That somebody looked through a month's access records. */
type AccessReviewTable = {
  id: Generated<number>;
  /** `2026-11` */
  month: string;
  reviewed_by: string;
  reviewed_at: string;
  note: string;
  records: number;
  exports: number;
};

/** That something was deleted: how many and why, never what. */
type DeletionTable = {
  id: Generated<number>;
  /** Kept */
  kind: string;
  /** What was older than this day. */
  before: string;
  count: number;
  reason: string;
  deleted_by: string;
  deleted_at: string;
};

export type AccessRecordRow = Selectable<AccessRecordTable>;
export type AccessReviewRow = Selectable<AccessReviewTable>;
export type DeletionRow = Selectable<DeletionTable>;
