import type { webApi } from '@slack/bolt';
import type { Deps } from '../../base/deps.ts';
import { clearHome } from '../../desk/home/clear.ts';
import { todayIn } from '../../korean/days.ts';
import { putEntries } from '../../outbox/store.ts';
import { noteReturned, removeDeactivated } from '../../people/accounts/store.ts';
import { isAdministrator, isManager } from '../../people/rules.ts';
import { findPeople } from '../../people/store.ts';
import { endAwaysOf } from '../../spending/approval/away/ending.ts';
import { endStandingIn } from '../../spending/approval/away/store.ts';
import { ACCOUNT_BACK, ACCOUNT_KEPT, ACCOUNT_LEFT, telling } from './told.ts';

/** Who did what nobody of the office did. */
const APP = 'app';

/** What Slack says of somebody's account, whether anything has changed by it or not. */
export type Account = { userId: string; active: boolean };

/**
 * Draws the conclusions. Who is gone is taken off the list, decides nothing any more and stands for nobody; managers hear of it. What
 * waits for them goes to others by the timetable, which asks who may decide. Who is back is an administrator's to let in.
 */
export async function heardOf({ userId, active }: Account, deps: Deps, client: webApi.WebClient): Promise<void> {
  const by = { actor: APP, at: deps.now() };
  if (active) {
    await deps.db.transaction().execute(async (db) => {
      if (!(await noteReturned(db, userId, by))) return;
      const administrators = (await findPeople(db)).filter(isAdministrator);
      await putEntries(db, administrators.map(telling(ACCOUNT_BACK, { userId }, by.at, by.at.toISOString())), by.at);
    });
    return;
  }
  const today = todayIn(deps.config.timezone, by.at);
  const gone = await deps.db.transaction().execute(async (db) => {
    const removed = await removeDeactivated(db, userId, by);
    if (!removed) return null;
    const others = (await findPeople(db)).filter((person) => isManager(person) && person.userId !== userId);
    // An office that leaves it so is reminded each month.
    const [kind, time] = removed.kept ? [ACCOUNT_KEPT, today.slice(0, 7)] : [ACCOUNT_LEFT, by.at.toISOString()];
    // Who stays on the list without an account decides nothing; whoever stands in for them still may.
    if (removed.kept) await endStandingIn(db, userId, { ...by, today });
    else await endAwaysOf(db, userId, { ...by, today, language: deps.config.language });
    await putEntries(db, others.map(telling(kind, { userId }, by.at, time)), by.at);
    return removed;
  });
  if (gone && !gone.kept) await clearHome(userId, deps, client);
}
