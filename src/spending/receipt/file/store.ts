import type { Database } from '../../../base/db/database.ts';
import { checksum } from '../shelf.ts';

/** Puts a file there whole or not at all. */
export async function putBytes(db: Database, name: string, bytes: Uint8Array): Promise<void> {
  await db
    .insertInto('receipt_file')
    .values({ name, bytes })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ bytes }))
    .execute();
}

/** Null when it is not there, or no longer what was put there. */
export async function readBytes(db: Database, name: string, sha256: string): Promise<Buffer | null> {
  const row = await db.selectFrom('receipt_file').select('bytes').where('name', '=', name).executeTakeFirst();
  return row && checksum(row.bytes) === sha256 ? Buffer.from(row.bytes) : null;
}

/** For a file that never became a receipt. */
export async function dropBytes(db: Database, name: string): Promise<void> {
  await db.deleteFrom('receipt_file').where('name', '=', name).execute();
}
