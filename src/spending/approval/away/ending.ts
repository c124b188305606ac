import { atOnce, type Database } from '../../../base/db/database.ts';
import { putUpdate } from '../../../outbox/update/store.ts';
import { findNames, findPerson } from '../../../people/store.ts';
import { textFor } from '../../../text/index.ts';
import type { Day } from '../../../vocabulary/day.ts';
import type { Language } from '../../../vocabulary/language.ts';
import type { Away } from './rules.ts';
import { awayKey, endOwnAways, endStandingIn, findAwayById, markEnded } from './store.ts';
import { deputyMessage } from './views.ts';

/** `language`: of a deputy who chose none. */
type By = { actor: string; at: Date; language: Language };

/**
 * Ends days away before their time, or calls them off; null when they are not this person's, `again` when that was done. What asked the
 * deputy to stand in says that it is over.
 */
export async function endAway(db: Database, id: number, by: By): Promise<{ away: Away; again: boolean } | null> {
  return db.transaction().execute(async (db) => {
    const away = await findAwayById(db, id);
    if (!away || away.userId !== by.actor) return null;
    if (away.ended) return { away, again: true };
    await markEnded(db, id, by);
    await tellDeputy(db, away, by);
    return { away: { ...away, ended: true }, again: false };
  });
}

/** Ends the days away of somebody who has left, and those for which they were to stand in; their deputies are told as well. */
export async function endAwaysOf(db: Database, userId: string, by: By & { today: Day }): Promise<void> {
  await atOnce(db, async (db) => {
    for (const away of await endOwnAways(db, userId, by)) await tellDeputy(db, away, by);
    await endStandingIn(db, userId, by);
  });
}

async function tellDeputy(db: Database, away: Away, { at, language }: By): Promise<void> {
  const name = (await findNames(db, [away.userId])).get(away.userId) ?? away.userId;
  const deputy = await findPerson(db, away.deputy);
  const text = textFor(deputy?.language ?? language);
  await putUpdate(db, awayKey(away.id), deputyMessage({ ...away, ended: true }, name, text), at);
}
