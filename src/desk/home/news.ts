import type { Database } from '../../base/db/database.ts';
import { changeOfficeSetting, findOfficeSettings } from '../../people/settings/store.ts';
import { NEWS } from './page.ts';

/** Notes from when on this version runs here: to whoever comes later nothing of it is new. */
export async function noteNews(db: Database, at: Date): Promise<void> {
  const known = (await findOfficeSettings(db)).news;
  if (known?.version === NEWS) return;
  const news = { version: NEWS, since: at.toISOString() };
  await changeOfficeSetting(db, 'news', (it) => (it?.version === NEWS ? undefined : news), { actor: 'app', at });
}
