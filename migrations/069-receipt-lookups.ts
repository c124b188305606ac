import type { Kysely } from 'kysely';

/** What is still to be fetched, and which other records have the same file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('receipt_wanted').on('receipt').columns(['state', 'try_at']).execute();
  await db.schema.createIndex('receipt_content').on('receipt').column('sha256').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('receipt_content').execute();
  await db.schema.dropIndex('receipt_wanted').execute();
}
