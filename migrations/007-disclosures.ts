import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await disclosures(db);
  await decisions(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['disclosure_decision', 'disclosure'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** What was released, as it was released: a correction is another version, and none is ever changed. */
async function disclosures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('period', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('rows', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addColumn('won', 'integer', (col) => col.notNull())
    .addColumn('masked', 'integer', (col) => col.notNull())
    .addColumn('xlsx', 'blob', (col) => col.notNull())
    .addColumn('xlsx_sha256', 'text', (col) => col.notNull())
    .addColumn('csv', 'blob', (col) => col.notNull())
    .addColumn('csv_sha256', 'text', (col) => col.notNull())
    .addColumn('reason', 'text')
    .addColumn('changes', 'text', (col) => col.notNull())
    .addColumn('released_by', 'text', (col) => col.notNull())
    .addColumn('released_at', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull().unique())
    .addUniqueConstraint('disclosure_version', ['period', 'version'])
    .execute();
}

/** Whether words of a record are published: what the rules of masking could not say, or a person knew better. */
async function decisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure_decision')
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('field', 'text', (col) => col.notNull())
    .addColumn('found', 'text', (col) => col.notNull())
    .addColumn('choice', 'text', (col) => col.notNull())
    .addColumn('decided_by', 'text', (col) => col.notNull())
    .addColumn('decided_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('disclosure_decision_pk', ['expense_id', 'field', 'found'])
    .execute();
}
