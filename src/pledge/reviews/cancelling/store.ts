import type { Database } from '../../../base/db/database.ts';
import { putEntries } from '../../../outbox/store.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { By } from '../../../register/versions.ts';
import { cancelledEntries } from '../cancelled.ts';
import type { Round } from '../rules.ts';
import { change, findRoundById } from '../store.ts';
import { calledOff } from '../stored.ts';

/** Calls a running round off: what was answered stays with it, no pledge changes, and whoever was asked hears of it. */
export async function cancelRound(
  db: Database,
  id: number,
  people: readonly string[],
  { reason, ...by }: By & { reason: string },
): Promise<{ round: Round; again: boolean } | null> {
  return db.transaction().execute(async (db) => {
    const round = await findRoundById(db, id);
    if (!round || round.state === 'frozen') return null;
    if (round.state === 'cancelled') return { round, again: true };
    const closed = { closed_by: by.actor, closed_at: by.at.toISOString() };
    await db
      .updateTable('review_round')
      .set({ state: 'cancelled', name: calledOff(round), ...closed })
      .where('id', '=', id)
      .execute();
    const states = { before: { state: 'open' }, after: { state: 'cancelled' } };
    await insertHistory(db, { ...change(by, id), action: 'cancelled', reason, ...states });
    const told = people.filter((userId) => userId !== by.actor);
    await putEntries(db, cancelledEntries(id, told, { reason, at: by.at }), by.at);
    const state = 'cancelled' as const;
    return { round: { ...round, state, closedBy: by.actor, closedAt: by.at }, again: false };
  });
}
