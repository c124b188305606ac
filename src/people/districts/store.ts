import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../history/store.ts';
import { SEOUL } from './rules.ts';

/** The office's districts, or Seoul's while it has chosen none. */
export async function findDistricts(db: Database): Promise<readonly string[]> {
  return districtsIn(await db.selectFrom('district').select('name').orderBy('position').execute());
}

export const districtsIn = (rows: readonly { name: string }[]): readonly string[] =>
  rows.length === 0 ? SEOUL : rows.map(({ name }) => name);

/** Replaces the list; visits keep the district they have. */
export async function putDistricts(
  db: Database,
  districts: readonly string[],
  by: { actor: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await findDistricts(db);
    if (before.join('\n') === districts.join('\n')) return;
    await db.deleteFrom('district').execute();
    await db
      .insertInto('district')
      .values(districts.map((name, position) => ({ name, position })))
      .execute();
    const change = { ...by, noun: 'district', record: 'list', action: 'changed' };
    await insertHistory(db, { ...change, before: { districts: before }, after: { districts } });
  });
}
