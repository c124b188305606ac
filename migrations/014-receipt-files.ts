import type { Kysely } from 'kysely';

/** The bytes of receipts where several machines share one database; beside a SQLite file they are files in a folder. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('receipt_file')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('bytes', 'blob', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('receipt_file').execute();
}
