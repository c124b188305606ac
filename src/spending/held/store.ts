import type { Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import { type Known, NOTHING_KNOWN } from '../expense/rules.ts';

/** Why a row was held: `field` is the column's own name or ours, `code` is worded in text/. */
export type Problem = { field: string; code: string };

/** A row that could not be understood, as it came, until someone mends or discards it. */
export type HeldRow = {
  id: number;
  file: string;
  line: number;
  cells: string[];
  problems: Problem[];
  /** What was understood of it: where mending begins. */
  known: Known;
  year: number | null;
  won: number | null;
  /** `undone`: the import that brought it was taken back. */
  state: 'open' | 'mended' | 'discarded' | 'undone';
};

export async function findHeldRows(
  db: Database,
  page: { offset: number; limit: number },
): Promise<{ rows: HeldRow[]; count: number; won: number }> {
  const rows = await select(db)
    .where('held_row.state', '=', 'open')
    .orderBy('held_row.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const total = await db
    .selectFrom('held_row')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number | null>('won').as('won')])
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return { rows: rows.map(toHeldRow), count: total.count, won: total.won ?? 0 };
}

export async function findHeldRow(db: Database, id: number): Promise<HeldRow | null> {
  const row = await select(db).where('held_row.id', '=', id).executeTakeFirst();
  return row ? toHeldRow(row) : null;
}

/** Sets a row aside for good, with a reason; false if it was settled before. */
export async function discardHeldRow(
  db: Database,
  id: number,
  by: { actor: string; at: Date; reason: string },
): Promise<boolean> {
  return db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('held_row')
      .set({ state: 'discarded' })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await insertHistory(db, {
      ...by,
      noun: 'held_row',
      record: String(id),
      action: 'discarded',
      before: { state: 'open' },
      after: { state: 'discarded' },
    });
    return true;
  });
}

function select(db: Database) {
  return db
    .selectFrom('held_row')
    .innerJoin('import_file', 'import_file.id', 'held_row.import_id')
    .select([
      'held_row.id',
      'import_file.name as file',
      'held_row.line',
      'held_row.cells',
      'held_row.problems',
      'held_row.known',
      'held_row.year',
      'held_row.won',
      'held_row.state',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toHeldRow(row: Row): HeldRow {
  return {
    ...row,
    cells: JSON.parse(row.cells) as string[],
    problems: JSON.parse(row.problems) as Problem[],
    known: { ...NOTHING_KNOWN, amount: row.won, ...(row.known ? (JSON.parse(row.known) as Known) : {}) },
    state: row.state as HeldRow['state'],
  };
}
