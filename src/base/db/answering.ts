import type { Database } from './database.ts';

export async function isAnswering(db: Database): Promise<boolean> {
  try {
    await db.selectFrom('person').select('user_id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
