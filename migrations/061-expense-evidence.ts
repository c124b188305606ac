import type { Kysely } from 'kysely';

/** What was said besides the record because a rule asked for it: why so much, with whom, by which plan. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_evidence')
    .addColumn('expense_id', 'integer', (column) => column.notNull().references('expense.id'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('given_by', 'text', (column) => column.notNull())
    .addColumn('given_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('expense_evidence_key', ['expense_id', 'field'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('expense_evidence').execute();
}
