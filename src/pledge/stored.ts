import type { Insertable } from 'kysely';
import type { PledgeRow } from '../base/db/schema/pledge.ts';
import type { Schema } from '../base/db/schema.ts';
import { isBasisKind, isStatus } from '../vocabulary/pledge.ts';
import type { Pledge, PledgeFacts } from './rules.ts';
import { searchedOf } from './searched.ts';

export type PledgeColumns = Omit<
  Insertable<Schema['pledge']>,
  | 'owner'
  | 'flags'
  | 'imported'
  | 'origin'
  | 'import_id'
  | 'line'
  | 'form_key'
  | 'created_by'
  | 'created_at'
  | 'version'
  | 'voided_at'
> &
  ReturnType<typeof searchedOf>;

export function toRow(facts: PledgeFacts): PledgeColumns {
  return {
    term: facts.term,
    code: facts.code,
    number: facts.number,
    type: facts.type,
    field: facts.field,
    title: facts.title,
    department: facts.department,
    goal: facts.goal,
    timing: facts.timing,
    kind: facts.kind,
    status: facts.status,
    progress: facts.progress,
    non_budget: facts.nonBudget ? 1 : 0,
    budget: facts.budget,
    secured: facts.secured,
    spent: facts.spent,
    basis_kind: facts.basisKind,
    basis: facts.basis,
    ...searchedOf(facts),
  };
}

export function toPledge(row: PledgeRow, codeShared: boolean): Pledge {
  return {
    id: row.id,
    term: row.term,
    code: row.code,
    number: row.number,
    type: row.type,
    field: row.field,
    title: row.title,
    department: row.department,
    goal: row.goal,
    timing: row.timing,
    kind: row.kind,
    status: isStatus(row.status) ? row.status : null,
    progress: row.progress,
    nonBudget: row.non_budget === 1,
    budget: row.budget,
    secured: row.secured,
    spent: row.spent,
    basisKind: isBasisKind(row.basis_kind) ? row.basis_kind : null,
    basis: row.basis,
    owner: row.owner,
    codeShared,
    flags: row.flags === '' ? [] : row.flags.split(','),
    origin: row.origin as Pledge['origin'],
    createdBy: row.created_by,
    version: row.version,
    voided: row.voided_at !== null,
  };
}
