import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import { MINUTES, type PlanningMinutes } from '../../vocabulary/visit.ts';
import { USUAL_MINUTES } from './rules.ts';

export async function findMinutes(db: Database): Promise<PlanningMinutes> {
  const rows = await db.selectFrom('visit_setting').selectAll().execute();
  const minutes = { ...USUAL_MINUTES };
  for (const name of MINUTES) minutes[name] = rows.find((row) => row.name === name)?.minutes ?? minutes[name];
  return minutes;
}

export async function putMinutes(
  db: Database,
  minutes: PlanningMinutes,
  by: { actor: string; at: Date },
): Promise<void> {
  await db.transaction().execute(async (db) => {
    const before = await findMinutes(db);
    if (MINUTES.every((name) => before[name] === minutes[name])) return;
    for (const name of MINUTES) {
      const row = { name, minutes: minutes[name] };
      await db
        .insertInto('visit_setting')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ minutes: row.minutes }))
        .execute();
    }
    await insertHistory(db, {
      ...by,
      noun: 'visit_setting',
      record: 'minutes',
      action: 'changed',
      before,
      after: minutes,
    });
  });
}
