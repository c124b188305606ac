import { atOnce, type Database } from '../../../base/db/database.ts';
import { putUpdate } from '../../../outbox/update/store.ts';
import { findNames, findPerson } from '../../../people/store.ts';
import { textFor } from '../../../text/index.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Language } from '../../../vocabulary/language.ts';
import { awayKey, endOwnAways, endStandingIn } from './store.ts';
import { deputyMessage } from './views.ts';

/**
 * Ends the days away of somebody who has left, and those for which they were to stand in. What asked their deputies to stand in says
 * that it is over. `language`: of who chose none.
 */
export async function endAwaysOf(
  db: Database,
  userId: string,
  { language, ...by }: { actor: string; at: Date; today: Day; language: Language },
): Promise<void> {
  await atOnce(db, async (db) => {
    const name = (await findNames(db, [userId])).get(userId) ?? userId;
    for (const away of await endOwnAways(db, userId, by)) {
      const deputy = await findPerson(db, away.deputy);
      const message = deputyMessage(away, name, textFor(deputy?.language ?? language));
      await putUpdate(db, awayKey(away.id), message, by.at);
    }
    await endStandingIn(db, userId, by);
  });
}
