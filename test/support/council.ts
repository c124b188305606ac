import type { Listed } from '../../src/council/members/rules.ts';
import { putMembers } from '../../src/council/members/store.ts';
import type { Office } from './office.ts';

/** Members of the city council, of one district and committee unless said otherwise. */
export async function seat({ db, slack }: Office, names: readonly string[], said: Partial<Listed> = {}): Promise<void> {
  const member = { term: 11, constituency: null, committee: '교통', post: null, party: null, district: '강북구' };
  const listed = names.map((name) => ({ ...member, ...said, name }));
  await putMembers(db, listed, { actor: 'test', at: slack.now(), origin: 'file' });
}
