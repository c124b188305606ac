import { capital } from '../../slack/blocks.ts';
import type { Text } from '../../text/index.ts';
import { AUDIT_KINDS } from '../../vocabulary/followup.ts';
import type { FollowupFilter } from './store.ts';

/** How the words of a search were understood: `기한 지남 · 최민재 · “주차장”`. The days it is due in are the list's title. */
export function filterWords(filter: FollowupFilter, names: ReadonlyMap<string, string>, text: Text): string {
  const { open, status, kinds = [], owner, department, undated, overdueOn, due, auditYear, words = [] } = filter;
  const { followup } = text;
  const isAudit = AUDIT_KINDS.every((kind) => kinds.includes(kind));
  const said = [
    open && followup.list.openOnly,
    status && followup.statuses[status],
    overdueOn && followup.list.overdue,
    undated && followup.noDue,
    owner === null ? followup.noOwner : owner && (names.get(owner) ?? owner),
    department,
    auditYear !== undefined && followup.audit(auditYear),
    ...(isAudit ? [followup.kindGroups.audit] : kinds.map((kind) => followup.kinds[kind])),
    ...words.map((word) => `“${word}”`),
  ].filter(Boolean);
  return said.length > 0 || due ? capital(said.join(' · ')) : followup.list.all;
}
