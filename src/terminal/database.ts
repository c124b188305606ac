import { type Database, openDatabase } from '../base/db/database.ts';
import { insertSights } from '../slack/seen/store.ts';
import { watch } from '../slack/seen/watch.ts';
import type { Terminal } from './command.ts';

/** Who a terminal's changes are recorded as. */
export const OPERATOR = 'terminal';

/** Opens the register for a command; what of people it reads leaves an access record, since it may print or write it. */
export async function withDatabase(
  { config, line }: Pick<Terminal, 'config' | 'line'>,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  const { databaseUrl, databaseFile } = config;
  const db = await openDatabase(databaseUrl ?? databaseFile);
  const watched = watch(db);
  watched.shown('exported');
  try {
    return await work(watched.db);
  } finally {
    const [name = '', ...rest] = line;
    const act = { at: new Date(), actor: OPERATOR, via: 'terminal', command: `npx biseo ${name}` } as const;
    await insertSights(db, { ...act, asked: rest.join(' ') }, watched.sights(true));
    await db.destroy();
  }
}
