import type { Insertable } from 'kysely';
import type { FollowupRow } from '../base/db/schema/followup.ts';
import type { Schema } from '../base/db/schema.ts';
import { isKind, isStatus } from '../vocabulary/followup.ts';
import { type Followup, isOpen, type Owed, type Source } from './rules.ts';

/** What is not known of something owed when it is entered. */
export const NOTHING_YET = {
  source: null,
  auditYear: null,
  status: 'under_review',
  department: null,
  due: null,
  requester: null,
  memberId: null,
  answer: null,
  answeredTo: null,
  answeredOn: null,
} as const satisfies Partial<Owed>;

export const NO_DUE = '9999-12-31';

type Values = Omit<
  Insertable<Schema['followup']>,
  'id' | 'origin' | 'form_key' | 'fingerprint' | 'created_by' | 'created_at' | 'version' | 'voided_at'
>;

export function toRow(owed: Owed): Values {
  return {
    kind: owed.kind,
    source_noun: owed.source?.noun ?? null,
    source_record: owed.source?.record ?? null,
    audit_year: owed.auditYear,
    title: owed.title,
    status: owed.status,
    owner: owed.owner,
    department: owed.department,
    due: owed.due,
    requester: owed.requester,
    member_id: owed.memberId,
    answer: owed.answer,
    answered_to: owed.answeredTo,
    answered_on: owed.answeredOn,
    open: isOpen(owed.status) ? 1 : 0,
    sort_due: owed.due ?? NO_DUE,
  };
}

export function toFollowup(row: FollowupRow): Followup {
  const source = row.source_noun === null ? null : { noun: row.source_noun, record: row.source_record ?? '' };
  return {
    kind: isKind(row.kind) ? row.kind : 'own_task',
    source: source as Source | null,
    auditYear: row.audit_year,
    title: row.title,
    status: isStatus(row.status) ? row.status : 'under_review',
    owner: row.owner,
    department: row.department,
    due: row.due,
    requester: row.requester,
    memberId: row.member_id,
    answer: row.answer,
    answeredTo: row.answered_to,
    answeredOn: row.answered_on,
    id: row.id,
    origin: row.origin as Followup['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
  };
}
