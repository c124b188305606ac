import { z } from 'zod';
import { atOnce, type Database } from '../../base/db/database.ts';
import { insertHistory } from '../history/store.ts';
import { OFFICE_SETTINGS, type OfficeSettings, PERSON_SETTINGS, type PersonSettings } from './rules.ts';

type By = { actor: string; at: Date; reason?: string | null };

export async function findOfficeSettings(db: Database): Promise<OfficeSettings> {
  return officeSettingsIn(await db.selectFrom('office_setting').selectAll().execute());
}

export async function findPersonSettings(db: Database, userId: string): Promise<PersonSettings> {
  const found = await findSettingsOf(db, [userId]);
  return found.get(userId) ?? readSettings(PERSON_SETTINGS, []);
}

/** By user id; with the defaults for who chose nothing. */
export async function findSettingsOf(db: Database, userIds: readonly string[]): Promise<Map<string, PersonSettings>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.selectFrom('person_setting').selectAll().where('user_id', 'in', userIds).execute();
  return new Map(userIds.map((userId) => [userId, personSettingsIn(rows, userId)]));
}

/** All that anybody chose, as it is stored. */
export const Stored = z.object({
  office: z.array(z.object({ name: z.string(), value: z.string() })),
  people: z.array(z.object({ user_id: z.string(), name: z.string(), value: z.string() })),
});
export type Stored = z.infer<typeof Stored>;

export async function findStored(db: Database): Promise<Stored> {
  return {
    office: await db.selectFrom('office_setting').select(['name', 'value']).orderBy('name').execute(),
    people: await db
      .selectFrom('person_setting')
      .select(['user_id', 'name', 'value'])
      .orderBy('user_id')
      .orderBy('name')
      .execute(),
  };
}

export const officeSettingsIn = (rows: Stored['office']): OfficeSettings => readSettings(OFFICE_SETTINGS, rows);

export const personSettingsIn = (rows: Stored['people'], userId: string): PersonSettings =>
  readSettings(
    PERSON_SETTINGS,
    rows.filter((row) => row.user_id === userId),
  );

export const putOfficeSetting = <Name extends keyof OfficeSettings>(
  db: Database,
  name: Name,
  value: OfficeSettings[Name],
  by: By,
): Promise<void> => changeOfficeSetting(db, name, () => value, by);

/** Makes of what is chosen something else, whoever else does so at the same time; undefined: it stays as it is. */
export async function changeOfficeSetting<Name extends keyof OfficeSettings>(
  db: Database,
  name: Name,
  change: (before: OfficeSettings[Name]) => OfficeSettings[Name] | undefined,
  by: By,
): Promise<void> {
  await atOnce(db, async (db) => {
    const before = (await findOfficeSettings(db))[name];
    const value = change(before);
    if (value === undefined) return;
    const json = JSON.stringify(value);
    await db
      .insertInto('office_setting')
      .values({ name, value: json })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
      .execute();
    await insertHistory(db, {
      ...by,
      noun: 'office_setting',
      record: name,
      action: 'changed',
      before: { [name]: before },
      after: { [name]: value },
    });
  });
}

export async function putPersonSetting<Name extends keyof PersonSettings>(
  db: Database,
  userId: string,
  name: Name,
  value: PersonSettings[Name],
): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('person_setting')
    .values({ user_id: userId, name, value: json })
    .onConflict((conflict) => conflict.columns(['user_id', 'name']).doUpdateSet({ value: json }))
    .execute();
}

type Types = Record<string, z.ZodType>;
type Read<T extends Types> = { [Name in keyof T]: z.output<T[Name]> };

/** A stored value that no longer fits counts as not chosen. */
function readSettings<T extends Types>(types: T, rows: readonly { name: string; value: string }[]): Read<T> {
  const stored = new Map(rows.map((row) => [row.name, row.value]));
  const entries = Object.entries(types).map(([name, type]) => {
    const value = stored.get(name);
    const read = type.safeParse(value === undefined ? undefined : JSON.parse(value));
    return [name, read.success ? read.data : type.parse(undefined)];
  });
  return Object.fromEntries(entries) as Read<T>;
}
