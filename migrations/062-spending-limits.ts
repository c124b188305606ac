import type { Kysely } from 'kysely';

/** What the office set otherwise than the app knows it: a limit from a day on, a rule on or off. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spending_limit')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('from_day', 'text', (column) => column.notNull())
    .addColumn('value', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('spending_limit_key', ['name', 'from_day'])
    .execute();
  await db.schema
    .createTable('spending_rule')
    .addColumn('rule', 'text', (column) => column.primaryKey())
    .addColumn('is_on', 'integer', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('spending_rule').execute();
  await db.schema.dropTable('spending_limit').execute();
}
