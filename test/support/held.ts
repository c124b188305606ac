import { sql } from 'kysely';
import type { Database } from '../../src/base/db/database.ts';
import { FAR_MS } from '../../src/simulator/clock.ts';
import { patience } from '../../src/slack/in-time.ts';

/**
 * Holds the only writer, as a long import does, until told: what is seen before that is seen while the database is held, however long
 * it takes, so no length of time has to be waited for. The app's patience is over at once meanwhile. What waits behind it may then
 * find a table gone, or whatever else was done to it.
 */
export function holdWriter(db: Database): { release(how?: { without?: string; run?: string }): Promise<void> } {
  patience.ms = 0;
  const held = Promise.withResolvers<{ without?: string; run?: string }>();
  const transaction = db.transaction().execute(async (db) => {
    const { without, run } = await held.promise;
    if (without) await sql`alter table ${sql.table(without)} rename to gone`.execute(db);
    if (run) await sql.raw(run).execute(db);
  });
  return {
    release(how = {}) {
      patience.ms = FAR_MS;
      held.resolve(how);
      return transaction;
    },
  };
}
