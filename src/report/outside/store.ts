import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { OutsideFigure } from './rules.ts';

/** The newest value of each key as of a day. */
export async function findOutsideFigures(db: Database, asOf: Day): Promise<OutsideFigure[]> {
  const rows = await db
    .selectFrom('outside_figure')
    .selectAll()
    .where('as_of', '<=', asOf)
    .orderBy('key')
    .orderBy('as_of', 'desc')
    .execute();
  const newest = rows.filter((row, i) => rows[i - 1]?.key !== row.key);
  return newest.map(({ id, key, as_of, value, unit, source }) => ({ id, key, asOf: as_of, value, unit, source }));
}

type By = { actor: string; at: Date; origin: 'form' | 'sample' };

/** Puts a value as of a day; said again of the same day it replaces the first, which stays in the history. */
export async function putOutsideFigure(db: Database, figure: Omit<OutsideFigure, 'id'>, by: By): Promise<void> {
  const { key, asOf, value, unit, source } = figure;
  await db.transaction().execute(async (db) => {
    const before = await db
      .selectFrom('outside_figure')
      .select(['value', 'unit', 'source'])
      .where('key', '=', key)
      .where('as_of', '=', asOf)
      .executeTakeFirst();
    const said = { value, unit, source };
    if (before && JSON.stringify(before) === JSON.stringify(said)) return;
    const put = { origin: by.origin, put_by: by.actor, put_at: by.at.toISOString() };
    await db
      .insertInto('outside_figure')
      .values({ key, as_of: asOf, ...said, ...put })
      .onConflict((conflict) => conflict.columns(['key', 'as_of']).doUpdateSet({ ...said, ...put }))
      .execute();
    await insertHistory(db, {
      ...{ actor: by.actor, at: by.at, noun: 'outside_figure', record: `${key}/${asOf}` },
      ...{ action: before ? 'changed' : 'recorded', before: before ?? null, after: said },
    });
  });
}
