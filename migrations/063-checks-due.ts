import type { Kysely } from 'kysely';

/**
 * What is still to be judged in bulk: the months (`2018-03`, '' for records without a day) and, as one number, up to which record
 * all were seen. A record that is entered is judged when it is saved; an imported file and a changed limit leave their months here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('check_due')
    .addColumn('month', 'text', (column) => column.primaryKey())
    .execute();
  await db.schema
    .createTable('check_mark')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('expense_id', 'integer', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('check_mark').execute();
  await db.schema.dropTable('check_due').execute();
}
