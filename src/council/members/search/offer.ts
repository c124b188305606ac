import type { Typed } from '../../../slack/turn.ts';
import type { CouncilMember } from '../rules.ts';
import { isFoundByParty, searchLikelyMembers } from './store.ts';

/** Members to choose from while somebody types. To choose is no look, but who asks by party learns whose it is: that is one. */
export async function offerMembers({ db, typed, watch }: Typed, limit: number): Promise<CouncilMember[]> {
  const { found, as } = await searchLikelyMembers(db, typed, limit);
  for (const member of found) if (isFoundByParty(member, as)) watch.saw('members', member.name);
  return found;
}
