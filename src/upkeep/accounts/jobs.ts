import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import { troubleOf } from '../../outbox/answer.ts';
import { fetchProfile } from '../../people/access.ts';
import { findUnasked, markAsked } from '../../people/accounts/store.ts';
import { heardOf } from './heard.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How many one tick asks about; Slack allows a hundred a minute. */
const MOST = 10;

/** Asks Slack once a day about each person's account: what it said at once may not have arrived. */
export async function lookAtAccounts(deps: Deps, client: webApi.WebClient, isOver: () => boolean): Promise<void> {
  for (const userId of await findUnasked(deps.db, new Date(deps.now().getTime() - DAY_MS), MOST)) {
    if (isOver()) return;
    try {
      const { active } = await fetchProfile(client, userId);
      await heardOf({ userId, active }, deps, client);
    } catch (error) {
      // Slack does not know everybody who is on the list of an old register.
      if (troubleOf(error)?.what !== 'refused') throw error;
      deps.log.warn({ err: error, user: userId }, 'Slack says nothing of a person’s account.');
    }
    await markAsked(deps.db, userId, deps.now());
  }
}
