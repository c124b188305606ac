import type { Kysely } from 'kysely';

/**
 * What each year, account and category adds up to, kept in the transaction that changes a record: a status takes as
 * long on a million rows as on ten. An unknown account or category is '', since a key takes no null.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_total')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('category', 'text', (col) => col.notNull())
    .addColumn('spent', 'integer', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('expense_total_pk', ['year', 'account', 'category'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('expense_total').execute();
}
