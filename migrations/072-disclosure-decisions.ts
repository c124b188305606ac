import type { Kysely } from 'kysely';

/** Whether words of a record are published: what the rules of masking could not say, or a person knew better. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure_decision')
    .addColumn('expense_id', 'integer', (column) => column.notNull().references('expense.id'))
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('found', 'text', (column) => column.notNull())
    .addColumn('choice', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('disclosure_decision_pk', ['expense_id', 'field', 'found'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('disclosure_decision').execute();
}
