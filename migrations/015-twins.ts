import type { Kysely } from 'kysely';

/**
 * Two records that may be one spend: `kind` correction (a list published again) or maybe_same (by hand and from a card company).
 * `expense_id` came later. What a person decided is kept, so that nobody is asked twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_twin')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('other_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .execute();
  await db.schema
    .createIndex('expense_twin_pair')
    .on('expense_twin')
    .columns(['expense_id', 'other_id'])
    .unique()
    .execute();
  await db.schema.createIndex('expense_twin_open').on('expense_twin').columns(['state', 'kind']).execute();
  // The other spends of a day are looked up with every record that is judged, and those of a day and an amount with every import.
  await db.schema.dropIndex('expense_day').execute();
  await db.schema.createIndex('expense_day').on('expense').columns(['spent_on', 'amount']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('expense_day').execute();
  await db.schema.createIndex('expense_day').on('expense').column('spent_on').execute();
  await db.schema.dropTable('expense_twin').execute();
}
