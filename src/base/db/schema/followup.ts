import type { Generated, Selectable } from 'kysely';

export type FollowupTables = {
  followup: FollowupTable;
  followup_note: FollowupNoteTable;
};

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

export type FollowupRow = Selectable<FollowupTable>;
