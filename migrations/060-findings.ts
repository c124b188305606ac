import type { Kysely } from 'kysely';

/** What a rule found about an expense, and what became of it: one row for each rule that ever spoke. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('finding')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('expense_id', 'integer', (column) => column.notNull().references('expense.id'))
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('severity', 'text', (column) => column.notNull())
    .addColumn('asks', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'text')
    .addUniqueConstraint('finding_of_rule', ['expense_id', 'rule'])
    .execute();
  await db.schema.createIndex('finding_open').on('finding').columns(['state', 'rule', 'expense_id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('finding').execute();
}
