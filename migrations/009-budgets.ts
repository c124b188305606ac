import type { Kysely } from 'kysely';

/** `account` is '' for a figure that a year has as a whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('budget')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('won', 'integer', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('budget_pk', ['year', 'account'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('budget').execute();
}
