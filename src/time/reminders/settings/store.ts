import type { Database } from '../../../base/db/database.ts';
import { insertHistory } from '../../../people/history/store.ts';
import type { PersonSettings } from '../../../people/settings/rules.ts';
import { findOfficeSettings, findPersonSettings, putPersonSetting } from '../../../people/settings/store.ts';
import type { KindName } from '../../../vocabulary/reminder.ts';
import { choiceOf } from '../rules.ts';
import { mergePicks, type Picks } from './rules.ts';

type By = { actor: string; at: Date };
type Own = Pick<PersonSettings, 'timezone' | 'quiet' | 'reminders'>;

/** Keeps what somebody picked for themselves; false where that changes nothing. */
export async function putOwn(
  db: Database,
  { shown, picked, quiet }: { shown: Picks; picked: Picks; quiet: Pick<PersonSettings, 'timezone' | 'quiet'> },
  by: By,
): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const before = await findPersonSettings(db, by.actor);
    return putChanged(db, before, { ...quiet, reminders: mergePicks(before.reminders, shown, picked) }, by);
  });
}

/** Somebody wants to hear no more of a kind; false where it was off already. */
export async function turnOff(db: Database, userId: string, kind: KindName, at: Date): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const before = await findPersonSettings(db, userId);
    if (!choiceOf(kind, await findOfficeSettings(db), before).on) return false;
    const reminders = { ...before.reminders, [kind]: { ...before.reminders[kind], on: false } };
    return putChanged(db, before, { ...before, reminders }, { actor: userId, at });
  });
}

async function putChanged(db: Database, before: Own, after: Own, by: By): Promise<boolean> {
  const own = ({ timezone, quiet, reminders }: Own): Own => ({ timezone, quiet, reminders });
  if (JSON.stringify(own(before)) === JSON.stringify(own(after))) return false;
  await putPersonSetting(db, by.actor, 'timezone', after.timezone);
  await putPersonSetting(db, by.actor, 'quiet', after.quiet);
  await putPersonSetting(db, by.actor, 'reminders', after.reminders);
  const change = { ...by, noun: 'person_setting', record: by.actor, action: 'changed' };
  await insertHistory(db, { ...change, before: own(before), after: own(after) });
  return true;
}

/** Keeps what a manager picked for the office; false where that changes nothing. */
export async function putOffices(db: Database, shown: Picks, picked: Picks, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { reminders } = await findOfficeSettings(db);
    const merged = mergePicks(reminders, shown, picked);
    const json = JSON.stringify(merged);
    if (json === JSON.stringify(reminders)) return false;
    await db
      .insertInto('office_setting')
      .values({ name: 'reminders', value: json })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
      .execute();
    const change = { ...by, noun: 'office_setting', record: 'reminders', action: 'changed' };
    await insertHistory(db, { ...change, before: { reminders }, after: { reminders: merged } });
    return true;
  });
}
