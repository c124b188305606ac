import type { Database } from '../../base/db/database.ts';
import type { Deps } from '../../base/deps.ts';
import { addDays } from '../../korean/days.ts';
import { dropKept } from '../../spending/receipt/kept.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Kept } from '../../vocabulary/upkeep.ts';

export type Deletion = { kind: Kept; before: Day; count: number; reason: string; by: string; at: Date };

/** Instants are of another zone than days: a day less is surely due. */
const instantBefore = (day: Day): string => addDays(day, -1);

const QUERIES = {
  receipts: (db: Database, before: Day) =>
    db
      .selectFrom('receipt')
      .innerJoin('expense', 'expense.id', 'receipt.expense_id')
      .where('expense.spent_on', '<', before)
      .where('receipt.state', '!=', 'wanted'),
  access_records: (db: Database, before: Day) => db.selectFrom('access_record').where('at', '<', instantBefore(before)),
  messages: (db: Database, before: Day) =>
    db.selectFrom('outbox').where('settled_at', '<', instantBefore(before)).where('state', '!=', 'waiting'),
  imports: (db: Database, before: Day) =>
    db
      .selectFrom('held_row')
      .innerJoin('import_file', 'import_file.id', 'held_row.import_id')
      .where('import_file.imported_at', '<', instantBefore(before))
      .where('held_row.state', '!=', 'open')
      .where('held_row.cells', '!=', NOTHING),
};

/** The cells of a row of which nothing is left. */
const NOTHING = '[]';

export async function countDue(db: Database, kind: Kept, before: Day): Promise<number> {
  const counted = {
    receipts: () => QUERIES.receipts(db, before).select((row) => row.fn.countAll<number>().as('count')),
    access_records: () => QUERIES.access_records(db, before).select((row) => row.fn.countAll<number>().as('count')),
    messages: () => QUERIES.messages(db, before).select((row) => row.fn.countAll<number>().as('count')),
    imports: () => QUERIES.imports(db, before).select((row) => row.fn.countAll<number>().as('count')),
  }[kind]();
  return Number((await counted.executeTakeFirstOrThrow()).count);
}

/** Deletes what is due and says how many, in one: the record stands exactly where the deletion does. */
export async function deleteDue(
  deps: Pick<Deps, 'db' | 'config'>,
  { kind, before, reason, by, at }: Omit<Deletion, 'count'>,
): Promise<number> {
  const files: string[] = [];
  const count = await deps.db.transaction().execute(async (db) => {
    const due = await countDue(db, kind, before);
    if (due === 0) return 0;
    const row = { kind, before: kind === 'access_records' ? instantBefore(before) : before, count: due, reason };
    await db
      .insertInto('deletion')
      .values({ ...row, deleted_by: by, deleted_at: at.toISOString() })
      .execute();
    files.push(...(await DELETE[kind](db, before)));
    return due;
  });
  // A file that stays behind for a moment is nobody's, and named by the check-up.
  for (const name of files) await dropKept(deps, name);
  return count;
}

/** Each hands back the files that go with its rows. */
const DELETE: Record<Kept, (db: Database, before: Day) => Promise<string[]>> = {
  async receipts(db, before) {
    const due = await QUERIES.receipts(db, before)
      .select(['receipt.expense_id', 'receipt.slack_file_id', 'receipt.stored_as'])
      .execute();
    for (const { expense_id, slack_file_id } of due)
      await db
        .deleteFrom('receipt')
        .where('expense_id', '=', expense_id)
        .where('slack_file_id', '=', slack_file_id)
        .execute();
    return due.flatMap(({ stored_as }) => (stored_as ? [stored_as] : []));
  },
  async access_records(db, before) {
    await db.deleteFrom('access_record').where('at', '<', instantBefore(before)).execute();
    return [];
  },
  async messages(db, before) {
    await db
      .deleteFrom('outbox')
      .where('settled_at', '<', instantBefore(before))
      .where('state', '!=', 'waiting')
      .execute();
    return [];
  },
  async imports(db, before) {
    const due = await QUERIES.imports(db, before).select('held_row.id').execute();
    for (const { id } of due) await db.updateTable('held_row').set({ cells: NOTHING }).where('id', '=', id).execute();
    return [];
  },
};

const DELETIONS_SHOWN = 10;

export async function findDeletions(db: Database): Promise<Deletion[]> {
  const rows = await db.selectFrom('deletion').selectAll().orderBy('id', 'desc').limit(DELETIONS_SHOWN).execute();
  return rows.map((row) => ({
    kind: row.kind as Kept,
    before: row.before,
    count: row.count,
    reason: row.reason,
    by: row.deleted_by,
    at: new Date(row.deleted_at),
  }));
}
