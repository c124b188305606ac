import type { Database } from '../../base/db/database.ts';
import { putPersonSetting } from '../../people/settings/store.ts';
import { putLanguage } from '../../people/store.ts';
import type { MySettings } from './rules.ts';

/** All of it or nothing. */
export async function putMySettings(db: Database, userId: string, settings: MySettings): Promise<void> {
  await db.transaction().execute(async (db) => {
    await putLanguage(db, userId, settings.language);
    await putPersonSetting(db, userId, 'digest', settings.digest);
    await putPersonSetting(db, userId, 'birthday', settings.birthday);
  });
}
