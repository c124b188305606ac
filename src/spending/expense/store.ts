import { atOnce, type Database } from '../../base/db/database.ts';
import { recordsOf } from '../../register/records.ts';
import type { By, Changed } from '../../register/versions.ts';
import { addTotals } from '../ledger/store.ts';
import { fingerprint } from './fingerprint.ts';
import type { Expense, Spend } from './rules.ts';
import { isCounted, stateAfterEdit } from './standing.ts';
import { toExpense, toRow } from './stored.ts';

const records = recordsOf({
  noun: 'expense',
  table: 'expense',
  ended: 'voided_at',
  read: toExpense,
  facts: spendOf,
  row: toRow,
});

export type Receipt = { slackFileId: string; name: string };

/**
 * Records a spend from a form. The same form sent again (a lost connection, a double press) finds its first record:
 * `again` is true then, and nothing is added.
 */
export async function insertEntered(
  db: Database,
  spend: Spend,
  entry: By & { formKey: string; receipts: readonly Receipt[]; heldRowId: number | null },
): Promise<{ expense: Expense; again: boolean } | { refusal: 'held_row_settled' }> {
  const { heldRowId, formKey, actor, at } = entry;
  return atOnce(db, async (db) => {
    if (heldRowId !== null && !(await settleHeldRow(db, heldRowId))) {
      const first = await records.findEntered(db, formKey);
      return first ? { expense: first, again: true } : { refusal: 'held_row_settled' as const };
    }
    const print = fingerprint(spend);
    const same = await db
      .selectFrom('expense')
      .select((eb) => eb.fn.max('nth').as('nth'))
      .where('fingerprint', '=', print)
      .executeTakeFirst();
    const none = { flags: '', import_id: null, line: null };
    const more = { ...none, fingerprint: print, nth: (same?.nth ?? 0) + 1 };
    const entered = await records.enter(db, spend, { actor, at, formKey, origin: 'form' }, more);
    const { record: expense, again } = entered;
    if (again) return { expense, again };
    await addTotals(db, [{ ...spend, sign: 1 }]);
    await insertReceipts(db, expense.id, entry);
    if (heldRowId !== null) {
      await db.updateTable('held_row').set({ expense_id: expense.id }).where('id', '=', heldRowId).execute();
    }
    return { expense, again };
  });
}

/** False when someone else mended or discarded the row meanwhile. */
async function settleHeldRow(db: Database, id: number): Promise<boolean> {
  const row = db.updateTable('held_row').set({ state: 'mended' }).where('id', '=', id).where('state', '=', 'open');
  return (await row.executeTakeFirst()).numUpdatedRows > 0n;
}

/**
 * Changes a record if it still is what the person saw (`version`); otherwise hands back what it has become. `again`: the same form
 * was sent twice, and nothing is changed.
 */
export async function changeExpense(
  db: Database,
  { id, version }: { id: number; version: number },
  spend: Spend,
  by: By & { receipts: readonly Receipt[] },
): Promise<Changed<Expense>> {
  return atOnce(db, async (db) => {
    const change = {
      facts: spend,
      more: (before: Expense) => ({ approval: stateAfterEdit(before, spend) }),
      same: (now: Expense) => fingerprint(now) === fingerprint(spend),
    };
    const changed = await records.change(db, { id, version }, change, by);
    if (!changed || 'refusal' in changed || changed.again) return changed;
    const { before } = changed;
    await addTotals(db, [...(isCounted(before) ? [{ ...before, sign: -1 as const }] : []), { ...spend, sign: 1 }]);
    await rememberRetold(db, id, fingerprint(spend));
    await insertReceipts(db, id, by);
    return changed;
  });
}

/** Takes a record out of every total, for good and with a reason; it stays visible. What was approved only some may void. */
export async function voidExpense(
  db: Database,
  id: number,
  by: By & { reason: string; mayVoidApproved?: boolean },
): Promise<{ record: Expense; again: boolean } | { refusal: 'approved' } | null> {
  return atOnce(db, async (db) => {
    const before = await findExpense(db, id);
    if (before && !before.voided && before.approval === 'approved' && !by.mayVoidApproved) {
      return { refusal: 'approved' as const };
    }
    const voided = await records.end(db, id, by);
    if (before && isCounted(before)) await addTotals(db, [{ ...before, sign: -1 }]);
    return voided;
  });
}

/** Counts a voided record again. What was approved only some may bring back; what an import that was taken back brought comes with its file. */
export async function restoreExpense(
  db: Database,
  id: number,
  by: By & { reason: string; mayVoidApproved?: boolean },
): Promise<{ record: Expense; again: boolean } | { refusal: 'approved' | 'undone' } | null> {
  return atOnce(db, async (db) => {
    const before = await findExpense(db, id);
    if (before?.voided && before.approval === 'approved' && !by.mayVoidApproved)
      return { refusal: 'approved' as const };
    const row = await db.selectFrom('expense').select('fingerprint').where('id', '=', id).executeTakeFirst();
    if (row?.fingerprint.startsWith(UNDONE)) return { refusal: 'undone' as const };
    const restored = await records.restore(db, id, by);
    if (restored && !restored.again && isCounted(restored.record))
      await addTotals(db, [{ ...restored.record, sign: 1 }]);
    return restored;
  });
}

export const findExpense = (db: Database, id: number): Promise<Expense | null> => records.find(db, id);

export async function findReceipts(db: Database, expenseId: number): Promise<Receipt[]> {
  const known = db.selectFrom('receipt').selectAll().where('expense_id', '=', expenseId);
  const rows = await known.where('state', 'in', ['stored', 'wanted']).execute();
  return rows.map((row) => ({ slackFileId: row.slack_file_id, name: row.name }));
}

/** Where an imported record came from; null for one that was entered. */
export async function findSource(db: Database, id: number): Promise<{ file: string; line: number } | null> {
  const row = await db
    .selectFrom('expense')
    .innerJoin('import_file', 'import_file.id', 'expense.import_id')
    .select(['import_file.name', 'expense.line'])
    .where('expense.id', '=', id)
    .executeTakeFirst();
  return row ? { file: row.name, line: row.line ?? 0 } : null;
}

/** Begins the identity of a record whose import was taken back: it stands in no list, and the same row may come again. */
export const UNDONE = 'undone-';

/** Keeps what an edited record says, unless that is what it said when it came: then it is known already. */
async function rememberRetold(db: Database, id: number, print: string): Promise<void> {
  const came = await db.selectFrom('expense').select('fingerprint').where('id', '=', id).executeTakeFirstOrThrow();
  if (came.fingerprint === print) return;
  await db
    .insertInto('expense_retold')
    .values({ fingerprint: print, expense_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertReceipts(db: Database, expenseId: number, by: By & { receipts: readonly Receipt[] }) {
  if (by.receipts.length === 0) return;
  await db
    .insertInto('receipt')
    .values(
      by.receipts.map((receipt) => ({
        slack_file_id: receipt.slackFileId,
        expense_id: expenseId,
        name: receipt.name,
        added_by: by.actor,
        added_at: by.at.toISOString(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Only what the spend says, without the register's own fields: what the history keeps. */
export function spendOf(expense: Expense): Spend {
  const { id, origin, flags, createdBy, version, voided, approval, ...spend } = expense;
  return spend;
}
