import { insertFollowups } from '../../src/followup/store.ts';
import { MANAGER, MEMBER, type Office } from './office.ts';

/** Something that somebody owes, by a day or some time. */
export const owe = ({ db, slack }: Office, title: string, due: string | null, owner = MEMBER) =>
  insertFollowups(db, [{ source: { noun: 'message', record: '1' }, title, owner, ...(due === null ? {} : { due }) }], {
    actor: MANAGER,
    at: slack.now(),
  });
