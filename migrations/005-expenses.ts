import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('month', 'integer')
    .addColumn('spent_on', 'text')
    .addColumn('spent_time', 'text')
    .addColumn('amount', 'integer', (col) => col.notNull())
    .addColumn('account', 'text')
    .addColumn('activity', 'text')
    .addColumn('category', 'text')
    .addColumn('place', 'text')
    .addColumn('address', 'text')
    .addColumn('purpose', 'text', (col) => col.notNull())
    .addColumn('headcount', 'integer')
    .addColumn('attendees', 'text')
    .addColumn('payment', 'text')
    .addColumn('spender', 'text')
    .addColumn('department', 'text')
    .addColumn('flags', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('import_id', 'integer', (col) => col.references('import_file.id'))
    .addColumn('line', 'integer')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  // What a row said when it came, and which of several equal rows it was: the same row never counts twice.
  await db.schema.createIndex('expense_source').on('expense').columns(['fingerprint', 'nth']).unique().execute();
  await db.schema.createIndex('expense_when').on('expense').columns(['year', 'month', 'spent_on']).execute();
  await db.schema.createIndex('expense_creator').on('expense').columns(['created_by', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('expense').execute();
}
