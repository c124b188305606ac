import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import { MEASURES, type Measure, type Staffing, type StaffingLine } from './rules.ts';

/** The newest staffing as of a day or before; what it says of one measure may be older than what it says of the other. */
export async function findStaffing(db: Database, asOf: Day): Promise<Staffing | null> {
  const rows = await db
    .selectFrom('staffing')
    .selectAll()
    .where('as_of', '<=', asOf)
    .orderBy('as_of', 'desc')
    .orderBy('position')
    .execute();
  const newest = rows[0]?.as_of;
  if (newest === undefined) return null;
  const lines = new Map<string, StaffingLine>();
  for (const row of rows.filter((it) => it.as_of === newest)) {
    const measure = MEASURES.find((it) => it === row.measure);
    if (!measure) continue;
    const key = JSON.stringify([row.class, row.grade]);
    const line = lines.get(key) ?? { class: row.class, grade: row.grade, quota: null, actual: null };
    lines.set(key, { ...line, [measure]: row.people });
  }
  return { asOf: newest, lines: [...lines.values()] };
}

type By = { actor: string; at: Date; origin: 'form' | 'file' | 'sample' };

/** Puts one day's staffing in place of what was said of that day. False: it said so already. */
export async function putStaffing(db: Database, { asOf, lines }: Staffing, by: By): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const newest = await findStaffing(db, asOf);
    const before = newest?.asOf === asOf ? newest : null;
    if (before && JSON.stringify(before.lines) === JSON.stringify(lines)) return false;
    await db.deleteFrom('staffing').where('as_of', '=', asOf).execute();
    for (const [position, line] of lines.entries()) {
      for (const measure of MEASURES) {
        const people = line[measure satisfies Measure];
        if (people === null) continue;
        const row = { as_of: asOf, measure, class: line.class, grade: line.grade, position, people, origin: by.origin };
        await db.insertInto('staffing').values(row).execute();
      }
    }
    await insertHistory(db, {
      ...{ actor: by.actor, at: by.at, noun: 'staffing', record: asOf, action: before ? 'changed' : 'recorded' },
      ...{ before: before && { lines: before.lines }, after: { lines } },
    });
    return true;
  });
}
