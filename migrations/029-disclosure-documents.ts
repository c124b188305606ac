import type { Kysely } from 'kysely';

/** The documents of a released table (HWPX, DOCX, PDF), each kept as it was first given out: a later writer would write other bytes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure_document')
    .addColumn('disclosure_id', 'integer', (col) => col.notNull().references('disclosure.id'))
    .addColumn('format', 'text', (col) => col.notNull())
    .addColumn('bytes', 'blob', (col) => col.notNull())
    .addColumn('sha256', 'text', (col) => col.notNull())
    .addColumn('made_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('disclosure_document_pk', ['disclosure_id', 'format'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('disclosure_document').execute();
}
