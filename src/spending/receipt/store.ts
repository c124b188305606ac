import type { Selectable } from 'kysely';
import { anyOfIds } from '../../base/db/bulk.ts';
import { atOnce, type Database } from '../../base/db/database.ts';
import type { Schema } from '../../base/db/schema.ts';
import { insertHistory } from '../../people/history/store.ts';
import type { ReceiptRefusal, ReceiptType } from '../../vocabulary/receipt.ts';
import type { HandedIn, Receipt } from './rules.ts';

type By = { actor: string; at: Date };
/** What makes it one: the same file of Slack's may be the receipt of several records. */
export type Key = Pick<Receipt, 'expenseId' | 'slackFileId'>;

/** Where the bytes of a receipt are, and what they must be. */
export type Stored = Receipt & { storedAs: string; sha256: string };

/** Every receipt of a record, also those refused and removed, oldest first. */
export async function findReceipts(db: Database, expenseId: number): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('expense_id', '=', expenseId)
    .orderBy('added_at')
    .orderBy('slack_file_id')
    .execute();
  return rows.map(toReceipt);
}

/** By record, the receipts that count: those kept and those that are being fetched. Records without any are absent. */
export async function findReceiptsOf(db: Database, expenseIds: readonly number[]): Promise<Map<number, Receipt[]>> {
  const found = new Map<number, Receipt[]>();
  if (expenseIds.length === 0) return found;
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('expense_id', 'in', anyOfIds(expenseIds))
    .where('state', 'in', ['stored', 'wanted'])
    .orderBy('added_at')
    .execute();
  for (const receipt of rows.map(toReceipt)) {
    found.set(receipt.expenseId, [...(found.get(receipt.expenseId) ?? []), receipt]);
  }
  return found;
}

/** Where the bytes of a record's receipts are. */
export async function findStored(db: Database, expenseId: number): Promise<Stored[]> {
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('expense_id', '=', expenseId)
    .where('state', '=', 'stored')
    .orderBy('added_at')
    .orderBy('slack_file_id')
    .execute();
  return rows.flatMap(toStored);
}

/** Every file that must be there, of a database that may be older than receipts are. */
export async function findAllStored(db: Database): Promise<Stored[]> {
  const tables = await db.introspection.getTables();
  const columns = tables.find(({ name }) => name === 'receipt')?.columns ?? [];
  if (!columns.some(({ name }) => name === 'stored_as')) return [];
  const rows = await db
    .selectFrom('receipt')
    .selectAll()
    .where('state', 'in', ['stored', 'removed'])
    .where('sha256', 'is not', null)
    .orderBy('expense_id')
    .execute();
  return rows.flatMap(toStored);
}

/**
 * Puts files to a record, to be fetched. One that is there already stays as it is, one that was refused or removed is wanted again.
 * Hands back those that are new.
 */
export async function attachReceipts(
  db: Database,
  expenseId: number,
  files: readonly HandedIn[],
  by: By,
): Promise<HandedIn[]> {
  return atOnce(db, async (db) => {
    const known = new Map((await findReceipts(db, expenseId)).map((receipt) => [receipt.slackFileId, receipt]));
    const added: HandedIn[] = [];
    for (const file of files) {
      const state = known.get(file.slackFileId)?.state;
      if (state !== undefined && state !== 'refused' && state !== 'removed') continue;
      const values = { name: file.name, added_by: by.actor, added_at: by.at.toISOString() };
      const fresh = { ...values, state: 'wanted', attempts: 0, unfinished: 0, try_at: null, refusal: null };
      await db
        .insertInto('receipt')
        .values({ slack_file_id: file.slackFileId, expense_id: expenseId, ...fresh })
        .onConflict((conflict) => conflict.columns(['expense_id', 'slack_file_id']).doUpdateSet(fresh))
        .execute();
      await insertHistory(
        db,
        change(by, expenseId, { action: 'receipt_added', reason: null, before: null, after: file.name }),
      );
      added.push(file);
    }
    return added;
  });
}

/**
 * Takes a receipt off its record, for good and with a reason; the file stays. False when it is none of the record's any more. In the
 * transaction in which the record is judged again.
 */
export async function removeReceipt(db: Database, key: Key, by: By & { reason: string }): Promise<boolean> {
  const row = await db
    .updateTable('receipt')
    .set({ state: 'removed', try_at: null })
    .where('expense_id', '=', key.expenseId)
    .where('slack_file_id', '=', key.slackFileId)
    .where('state', 'in', ['stored', 'wanted'])
    .returning('name')
    .executeTakeFirst();
  if (!row) return false;
  await insertHistory(
    db,
    change(by, key.expenseId, { action: 'receipt_removed', reason: by.reason, before: row.name, after: null }),
  );
  return true;
}

/** The records in force that have this file as a receipt. */
export async function findShared(db: Database, sha256: string): Promise<number[]> {
  const rows = await db
    .selectFrom('receipt')
    .innerJoin('expense', 'expense.id', 'receipt.expense_id')
    .select('receipt.expense_id')
    .distinct()
    .where('receipt.sha256', '=', sha256)
    .where('receipt.state', '=', 'stored')
    .where('expense.voided_at', 'is', null)
    .orderBy('receipt.expense_id')
    .execute();
  return rows.map((row) => row.expense_id);
}

type Row = Selectable<Schema['receipt']>;

/** For changing one of them. */
export const oneReceipt = (db: Database, { expenseId, slackFileId }: Key) =>
  db.updateTable('receipt').where('expense_id', '=', expenseId).where('slack_file_id', '=', slackFileId);

function change(
  { actor, at }: By,
  id: number,
  { before, after, ...what }: { action: string; reason: string | null; before: string | null; after: string | null },
) {
  const receipt = (name: string | null) => (name === null ? null : { receipt: name });
  return {
    actor,
    at,
    noun: 'expense',
    record: String(id),
    ...what,
    before: receipt(before),
    after: receipt(after),
  };
}

export function toReceipt(row: Row): Receipt {
  return {
    expenseId: row.expense_id,
    slackFileId: row.slack_file_id,
    name: row.name,
    addedBy: row.added_by,
    addedAt: new Date(row.added_at),
    state: row.state as Receipt['state'],
    refusal: row.refusal as ReceiptRefusal | null,
    type: row.type as ReceiptType | null,
    bytes: row.bytes,
  };
}

const toStored = (row: Row): Stored[] =>
  row.stored_as && row.sha256 ? [{ ...toReceipt(row), storedAs: row.stored_as, sha256: row.sha256 }] : [];
