import type { webApi } from '@slack/bolt';
import { sql } from 'kysely';
import { guardOf } from '../base/db/file-guard.ts';
import { troubleOf } from '../base/db/trouble.ts';
import type { Deps } from '../base/deps.ts';
import { todayIn } from '../korean/days.ts';
import { findWhoSeesToIt } from '../people/accounts/store.ts';
import { type Text, textFor } from '../text/index.ts';
import type { DatabaseTrouble } from '../vocabulary/database.ts';

/** Looks whether what people enter is kept, and says so to whoever can help. */
export type Upkeep = {
  /** Looks, and tells administrators what is new. Never throws: what it can't find out is logged. */
  look(): Promise<void>;
  trouble(): Promise<DatabaseTrouble | null>;
};

/** Between two writes that only try whether writing works. */
const TRY_MS = 60_000;
/** The night's check of every page comes after three. */
const NIGHT_MS = 3 * 60 * 60_000;

/** `file`: how the register is named to people. */
export function createUpkeep(deps: Deps, client: webApi.WebClient, file: string): Upkeep {
  const { db, now, log, config } = deps;
  const guard = guardOf(db);
  const nightOf = (at: Date) => todayIn(config.timezone, new Date(at.getTime() - NIGHT_MS));
  let known: DatabaseTrouble | null = null;
  let triedAt = 0;
  let night = nightOf(now()); // a start has just read every page

  async function find(): Promise<DatabaseTrouble | null> {
    const at = now();
    const lost = await guard?.look();
    if (lost) return lost;
    try {
      if (known || at.getTime() - triedAt >= TRY_MS) {
        await db
          .updateTable('register')
          .set((row) => ({ made_by: row.ref('made_by') }))
          .execute();
        triedAt = at.getTime();
      }
      if (!guard) return null;
      await sql`pragma wal_checkpoint(passive)`.execute(db); // so that the file itself is never far behind its journal
      const isNight = nightOf(at) !== night;
      night = nightOf(at);
      return isNight ? await guard.check() : null;
    } catch (error) {
      const trouble = troubleOf(error);
      if (!trouble) throw error;
      return trouble;
    }
  }

  return {
    async look() {
      try {
        const found = await find();
        if (guard?.wasSearchRebuilt()) {
          log.warn({ file }, 'An index of words was damaged; it was built anew from the records.');
          await tellAdministrators(({ searchRebuilt }) => searchRebuilt(file), deps, client);
        }
        if (found === known) return;
        log[found ? 'error' : 'info'](
          { trouble: found, file },
          'Whether the database keeps what is entered has changed.',
        );
        known = found;
        await tellAdministrators(({ told, over }) => (found ? told[found](file) : over), deps, client);
      } catch (error) {
        log.error({ err: error }, 'The database could not be looked after.');
      }
    },
    trouble: async () => (await guard?.look()) ?? known,
  };
}

/** Posted at once and not through the outbox, which is in the database that takes nothing. */
async function tellAdministrators(
  words: (of: Text['trouble']) => string,
  { db, log, config }: Deps,
  client: webApi.WebClient,
): Promise<void> {
  for (const { userId, language } of await findWhoSeesToIt(db)) {
    const text = words(textFor(language ?? config.language).trouble);
    await client.chat
      .postMessage({ channel: userId, text })
      .catch((error) => log.error({ err: error, user: userId }, 'An administrator could not be told of the database.'));
  }
}
