import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import { putEntries } from '../../outbox/store.ts';
import { fetchProfile } from '../../people/access.ts';
import { findWithinReach } from '../../people/accounts/store.ts';
import { isAdministrator } from '../../people/rules.ts';
import { putAccessRequest } from '../../people/store.ts';
import { textFor } from '../../text/index.ts';
import { ACCESS_ASKED, telling } from './told.ts';

/**
 * Someone who is not on the list used the app: administrators are asked, at most once a day for each person, whether
 * to add them. Returns what that person is told. Guests are refused without asking.
 */
export async function askForAccess(client: webApi.WebClient, userId: string, deps: Deps): Promise<string> {
  const profile = await fetchProfile(client, userId);
  const text = textFor(profile.language ?? deps.config.language).access;
  if (profile.guest) return text.guest;
  return deps.db.transaction().execute(async (db) => {
    const administrators = (await findWithinReach(db)).filter(isAdministrator);
    if (administrators.length === 0) return text.nobodyToAsk;
    const at = deps.now();
    if (!(await putAccessRequest(db, userId, at))) return text.askedBefore;
    const about = { userId, name: profile.name };
    await putEntries(db, administrators.map(telling(ACCESS_ASKED, about, at, at.toISOString())), at);
    return text.asked;
  });
}
