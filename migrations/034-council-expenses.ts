import type { Kysely } from 'kysely';

/** Which spends belong to which contact. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_expense')
    .addColumn('contact_id', 'integer', (col) => col.notNull().references('council_contact.id'))
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('tied_by', 'text', (col) => col.notNull())
    .addColumn('tied_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_expense_pk', ['contact_id', 'expense_id'])
    .execute();
  await db.schema.createIndex('council_expense_expense').on('council_expense').column('expense_id').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_expense').execute();
}
