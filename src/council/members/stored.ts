import type { CouncilMemberRow } from '../../base/db/schema/council.ts';
import type { CouncilMember } from './rules.ts';

export function toMember(row: CouncilMemberRow): CouncilMember {
  return {
    id: row.id,
    term: row.term,
    name: row.name,
    constituency: row.constituency || null,
    party: row.party,
    district: row.district,
    committee: row.committee,
    post: row.post,
    version: row.version,
  };
}
