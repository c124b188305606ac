import { AUDIT_KINDS, type AuditKind, STATUSES, type Status } from '../vocabulary/followup.ts';

export type AuditCount = { kind: AuditKind; status: Status; count: number };

/** A line of 총괄: how many there are, and how many in each state, in the audit's order. */
export type AuditRow = { kind: AuditKind | null; total: number; counts: number[] };

/** 총괄: the whole first, then each kind, whether or not it has any. */
export function auditRows(counted: readonly AuditCount[]): AuditRow[] {
  const row = (kind: AuditKind | null): AuditRow => {
    const counts = STATUSES.map((status) =>
      counted.reduce(
        (sum, it) => (it.status === status && (kind === null || it.kind === kind) ? sum + it.count : sum),
        0,
      ),
    );
    return { kind, counts, total: counts.reduce((sum, count) => sum + count, 0) };
  };
  return [row(null), ...AUDIT_KINDS.map(row)];
}
