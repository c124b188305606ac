import { sql } from 'kysely';
import { anyOfIds } from '../../base/db/bulk.ts';
import { atOnce, type Database } from '../../base/db/database.ts';
import { insertHistory } from '../../people/history/store.ts';
import { endApproval } from '../approval/step/store.ts';
import { type BudgetChange, takeBackBudgets } from '../budget/store.ts';
import { putDueMonth } from '../check/due/store.ts';
import { isInTotals } from '../expense/list/store.ts';
import { findExpense, UNDONE } from '../expense/store.ts';
import { addSums } from '../ledger/store.ts';

/** A file that was taken in. `undone`: taken back, when and by whom. */
export type Imported = {
  id: number;
  name: string;
  at: Date;
  by: string;
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
  undone: { at: Date; by: string } | null;
};

/** The newest first. */
export async function findImports(
  db: Database,
  page: { offset: number; limit: number },
): Promise<{ imports: Imported[]; count: number }> {
  const all = db.selectFrom('import_file').where('noun', '=', 'expense');
  const rows = await all.selectAll().orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute();
  const { count } = await all.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  return { imports: rows.map(toImported), count };
}

export async function findImport(db: Database, id: number): Promise<Imported | null> {
  const row = await db
    .selectFrom('import_file')
    .selectAll()
    .where('noun', '=', 'expense')
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? toImported(row) : null;
}

function toImported(row: {
  id: number;
  name: string;
  imported_at: string;
  imported_by: string;
  rows: number;
  imported: number;
  duplicates: number;
  held: number;
  undone_at: string | null;
  undone_by: string | null;
}): Imported {
  const { id, name, rows, imported, duplicates, held } = row;
  const undone = row.undone_at === null ? null : { at: new Date(row.undone_at), by: row.undone_by ?? '' };
  return { id, name, at: new Date(row.imported_at), by: row.imported_by, rows, imported, duplicates, held, undone };
}

/**
 * The names of files that came after this one and held rows that were known by then, the oldest first: where those were its own, they
 * go with it, and stand in the register again once such a file is taken in anew.
 */
export async function findOverlapping(db: Database, importId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('import_file')
    .select('name')
    .where('noun', '=', 'expense')
    .where('id', '>', importId)
    .where('undone_at', 'is', null)
    .where('duplicates', '>', 0)
    .orderBy('id')
    .execute();
  return [...new Set(rows.map(({ name }) => name))];
}

/** The records in force that a file brought and people have worked on since: edited, mended, with a receipt, a reason, a visit. */
export async function findWorkedOn(db: Database, importId: number): Promise<number[]> {
  const rows = await brought(db, importId)
    .select('expense.id')
    .where((eb) =>
      eb.or([
        eb('expense.version', '>', 1),
        eb('expense.import_id', 'is', null),
        eb('expense.approval', 'is not', null),
        ...(['receipt', 'expense_evidence', 'visit_expense', 'council_expense'] as const).map((table) =>
          eb.exists(eb.selectFrom(table).select(sql`1`.as('one')).whereRef(`${table}.expense_id`, '=', 'expense.id')),
        ),
      ]),
    )
    .orderBy('expense.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Rows of the file, and records that its held rows were mended to. */
const brought = (db: Database, importId: number) =>
  db
    .selectFrom('expense')
    .where('expense.voided_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('expense.import_id', '=', importId),
        eb(
          'expense.id',
          'in',
          eb
            .selectFrom('held_row')
            .select('held_row.expense_id')
            .where('held_row.import_id', '=', importId)
            .where('held_row.expense_id', 'is not', null)
            .$castTo<{ expense_id: number }>(),
        ),
      ]),
    );

export type Undone = { gone: number; won: number; held: number; kept: number[] };

/**
 * Takes back everything that a file brought, at once: its records are voided and stand in no list, its held rows and the budgets it
 * set go, and the same file may come again. What people worked on since stays where `keep` says so. The history keeps all of it.
 */
export async function undoImport(
  db: Database,
  id: number,
  { keep, actor, at }: { keep: boolean; actor: string; at: Date },
): Promise<Undone | { refusal: 'not_found' | 'undone' }> {
  return atOnce(db, async (db) => {
    const file = await db
      .selectFrom('import_file')
      .selectAll()
      .where('noun', '=', 'expense')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!file) return { refusal: 'not_found' as const };
    if (file.undone_at !== null) return { refusal: 'undone' as const };
    const workedOn = await findWorkedOn(db, id);
    const kept = keep ? workedOn : [];
    if (!keep) for (const expenseId of workedOn) await endOf(db, expenseId, { actor, at });
    const undone = { ...(await takeBackRecords(db, id, kept, at)), held: await takeBackHeldRows(db, id, kept), kept };
    await takeBackBudgets(db, JSON.parse(file.budgets ?? '[]') as BudgetChange[], { actor, at });
    await db
      .updateTable('import_file')
      .set({ undone_at: at.toISOString(), undone_by: actor })
      .where('id', '=', id)
      .execute();
    const { name, rows, imported, held } = file;
    await insertHistory(db, {
      actor,
      at,
      noun: 'import_file',
      record: String(id),
      action: 'undone',
      before: { name, rows, imported, held },
      after: undone,
    });
    return undone;
  });
}

/** Whoever was asked to approve a record that goes is asked no longer. */
async function endOf(db: Database, expenseId: number, by: { actor: string; at: Date }): Promise<void> {
  const expense = await findExpense(db, expenseId);
  if (expense?.approval) await endApproval(db, { ...expense, voided: true }, by);
}

async function takeBackRecords(
  db: Database,
  importId: number,
  kept: readonly number[],
  at: Date,
): Promise<{ gone: number; won: number }> {
  const going = brought(db, importId).where('expense.id', 'not in', anyOfIds(kept));
  const sums = await going
    .select((eb) => [
      'expense.year',
      'expense.account',
      'expense.category',
      eb.fn.sum<number>('expense.amount').as('won'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where(isInTotals)
    .groupBy(['expense.year', 'expense.account', 'expense.category'])
    .execute();
  const months = await going.select(sql<string>`coalesce(substr(spent_on, 1, 7), '')`.as('month')).distinct().execute();
  const ids = (await going.select('expense.id').execute()).map((row) => row.id);

  await addSums(
    db,
    sums.map(({ year, account, category, won, count }) => ({ year, account, category, amount: -won, count: -count })),
  );
  await db.deleteFrom('expense_retold').where('expense_id', 'in', anyOfIds(ids)).execute();
  await db
    .updateTable('expense')
    .set((eb) => ({
      voided_at: at.toISOString(),
      version: eb('version', '+', 1),
      fingerprint: sql<string>`cast(${UNDONE} as text) || cast(id as text)`,
      nth: 1,
    }))
    .where('id', 'in', anyOfIds(ids))
    .execute();
  // What a rule found about them is looked at again with their months.
  for (const { month } of months) await putDueMonth(db, month);
  return { gone: ids.length, won: sums.reduce((sum, { won }) => sum + won, 0) };
}

/** Rows that someone discarded with a reason stay known, so that nobody is asked again. */
async function takeBackHeldRows(db: Database, importId: number, kept: readonly number[]): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('held_row')
    .set({ state: 'undone', fingerprint: sql<string>`cast(${UNDONE} as text) || cast(id as text)`, nth: 1 })
    .where('import_id', '=', importId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'open'),
        eb.and([eb('state', '=', 'mended'), eb('expense_id', 'not in', anyOfIds(kept))]),
      ]),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
