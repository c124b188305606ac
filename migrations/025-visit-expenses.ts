import type { Kysely } from 'kysely';

/** Which spending belongs to which visit; a tie that was undone leaves, its history stays. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_expense')
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('tied_by', 'text', (col) => col.notNull())
    .addColumn('tied_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('visit_expense_pk', ['visit_id', 'expense_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('visit_expense').execute();
}
