import type { Config } from '../base/config.ts';
import { type Database, openDatabase } from '../base/db/database.ts';

/** Who a terminal's changes are recorded as. */
export const OPERATOR = 'terminal';

export async function withDatabase(
  { databaseUrl, databaseFile }: Config,
  work: (db: Database) => Promise<number>,
): Promise<number> {
  const db = await openDatabase(databaseUrl ?? databaseFile);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}
