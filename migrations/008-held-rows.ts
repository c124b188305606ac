import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('held_row')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('import_id', 'integer', (col) => col.notNull().references('import_file.id'))
    .addColumn('line', 'integer', (col) => col.notNull())
    .addColumn('cells', 'text', (col) => col.notNull())
    .addColumn('problems', 'text', (col) => col.notNull())
    .addColumn('year', 'integer')
    .addColumn('won', 'integer')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.references('expense.id'))
    .execute();
  await db.schema.createIndex('held_row_source').on('held_row').columns(['fingerprint', 'nth']).unique().execute();
  await db.schema.createIndex('held_row_open').on('held_row').columns(['state', 'year']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('held_row').execute();
}
