import type { Database } from '../../../base/db/database.ts';
import type { ReceiptRefusal, ReceiptType } from '../../../vocabulary/receipt.ts';
import { LEASE_MS, type Receipt } from '../rules.ts';
import { findShared, type Key, oneReceipt, toReceipt } from '../store.ts';

/** One that is to be fetched now, by whoever claimed it. */
export type Wanted = Receipt & {
  attempts: number;
  storedAs: string;
  /** How often its bytes were looked into and the process ended before that did, in a row. */
  unfinished: number;
};

/**
 * The next receipt to be fetched, claimed for as long as a try may take: nobody else gets it meanwhile. Its file's name is chosen and kept
 * before there is a file.
 */
export async function claimWanted(
  db: Database,
  { at, name, by, expenseId }: { at: Date; name: string; by: string; expenseId?: number | undefined },
): Promise<Wanted | null> {
  const due = (db: Database) =>
    db
      .selectFrom('receipt')
      .selectAll()
      .where('state', '=', 'wanted')
      .where((eb) => eb.or([eb('try_at', 'is', null), eb('try_at', '<=', at.toISOString())]))
      .$if(expenseId !== undefined, (query) => query.where('expense_id', '=', expenseId ?? 0))
      .orderBy('try_at')
      .orderBy('added_at')
      .limit(1)
      .executeTakeFirst();
  if (!(await due(db))) return null; // mostly so: looking waits for nobody, a transaction waits for its turn to write
  return db.transaction().execute(async (db) => {
    const row = await due(db);
    if (!row) return null;
    const claimed = {
      attempts: row.attempts + 1,
      stored_as: row.stored_as ?? name,
      try_at: new Date(at.getTime() + LEASE_MS).toISOString(),
      claimed_by: by,
    };
    await oneReceipt(db, { expenseId: row.expense_id, slackFileId: row.slack_file_id }).set(claimed).execute();
    return { ...toReceipt(row), attempts: claimed.attempts, storedAs: claimed.stored_as, unfinished: row.unfinished };
  });
}

/** Counted before its bytes are looked into: a look that takes the process down comes to no end where it could be counted. */
export async function countLook(db: Database, key: Key): Promise<void> {
  await oneReceipt(db, key)
    .set((eb) => ({ unfinished: eb('unfinished', '+', 1) }))
    .execute();
}

/** What an app that is gone had claimed need not wait for the end of its claim. What a living one works on stays its own. */
export async function releaseWanted(db: Database, isGone: (holder: string) => boolean): Promise<void> {
  const claims = await db
    .selectFrom('receipt')
    .select('claimed_by')
    .distinct()
    .where('state', '=', 'wanted')
    .where('claimed_by', 'is not', null)
    .execute();
  const gone = claims.flatMap(({ claimed_by }) => (claimed_by !== null && isGone(claimed_by) ? claimed_by : []));
  if (gone.length === 0) return; // a start need not wait for whoever writes
  await db
    .updateTable('receipt')
    .set({ try_at: null, claimed_by: null })
    .where('state', '=', 'wanted')
    .where('claimed_by', 'in', gone)
    .execute();
}

/** While Slack's files can't be had, nobody's are asked for. */
export async function postponeDue(db: Database, at: Date, until: Date): Promise<void> {
  await db
    .updateTable('receipt')
    .set({ try_at: until.toISOString() })
    .where('state', '=', 'wanted')
    .where((eb) => eb.or([eb('try_at', 'is', null), eb('try_at', '<=', at.toISOString())]))
    .execute();
}

export async function postponeWanted(db: Database, key: Key, until: Date): Promise<void> {
  await oneReceipt(db, key)
    .set({ try_at: until.toISOString(), claimed_by: null, unfinished: 0 })
    .where('state', '=', 'wanted')
    .execute();
}

/** Whether the record has this very file already, under another of Slack's ids. */
export async function hasSame(db: Database, key: Key, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('receipt')
    .select('slack_file_id')
    .where('expense_id', '=', key.expenseId)
    .where('slack_file_id', '!=', key.slackFileId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'stored')
    .executeTakeFirst();
  return row !== undefined;
}

export async function markSame(db: Database, key: Key): Promise<void> {
  await oneReceipt(db, key)
    .set({ state: 'same', try_at: null, stored_as: null, unfinished: 0 })
    .where('state', '=', 'wanted')
    .execute();
}

/**
 * Notes that the file is there; one that was removed meanwhile stays removed, with its file. Hands back the other records in force that
 * have the same one.
 */
export async function markStored(
  db: Database,
  key: Key,
  { storedAs, ...file }: { storedAs: string; name: string; sha256: string; bytes: number; type: ReceiptType },
): Promise<number[]> {
  await oneReceipt(db, key)
    .set({ ...file, stored_as: storedAs, try_at: null, refusal: null, unfinished: 0 })
    .where('state', 'in', ['wanted', 'removed'])
    .execute();
  await oneReceipt(db, key).set({ state: 'stored' }).where('state', '=', 'wanted').execute();
  return (await findShared(db, file.sha256)).filter((id) => id !== key.expenseId);
}

/** False when it is no longer wanted. `bytes`: how large it is, where that is why. */
export async function markRefused(
  db: Database,
  key: Key,
  refusal: ReceiptRefusal,
  bytes: number | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await oneReceipt(db, key)
    .set({ state: 'refused', refusal, bytes, try_at: null, stored_as: null, unfinished: 0 })
    .where('state', '=', 'wanted')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
