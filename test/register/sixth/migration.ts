import type { Kysely } from 'kysely';

export async function up(db: Kysely<never>): Promise<void> {
  let table = db.schema
    .createTable('lending')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text');
  for (const name of ['thing', 'whom', 'origin', 'created_by', 'created_at'] as const)
    table = table.addColumn(name, 'text', (col) => col.notNull()) as typeof table;
  await table.execute();
}
