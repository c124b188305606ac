import type { Kysely } from 'kysely';

/** What was released, as it was released: a correction is another version, and none is ever changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('rows', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('won', 'integer', (column) => column.notNull())
    .addColumn('masked', 'integer', (column) => column.notNull())
    .addColumn('xlsx', 'blob', (column) => column.notNull())
    .addColumn('xlsx_sha256', 'text', (column) => column.notNull())
    .addColumn('csv', 'blob', (column) => column.notNull())
    .addColumn('csv_sha256', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('released_by', 'text', (column) => column.notNull())
    .addColumn('released_at', 'text', (column) => column.notNull())
    .addColumn('form_key', 'text', (column) => column.notNull().unique())
    .addUniqueConstraint('disclosure_version', ['period', 'version'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('disclosure').execute();
}
