import type { Kysely } from 'kysely';

/** What a record says after an edit, so that its export, read back, is known to be the same spend. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_retold')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addPrimaryKeyConstraint('expense_retold_pk', ['fingerprint', 'expense_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('expense_retold').execute();
}
