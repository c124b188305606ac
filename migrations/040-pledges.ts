import type { Kysely } from 'kysely';

/** `imported` is what a file said of the pledge last, as JSON: only what a file says anew changes the record. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('code', 'text')
    .addColumn('number', 'integer')
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('field', 'text')
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('department', 'text')
    .addColumn('owner', 'text')
    .addColumn('goal', 'text')
    .addColumn('timing', 'text')
    .addColumn('kind', 'text')
    .addColumn('status', 'text')
    .addColumn('progress', 'integer')
    .addColumn('non_budget', 'integer', (col) => col.notNull())
    .addColumn('budget', 'integer')
    .addColumn('secured', 'integer')
    .addColumn('spent', 'integer')
    .addColumn('basis_kind', 'text')
    .addColumn('basis', 'text')
    .addColumn('flags', 'text', (col) => col.notNull())
    .addColumn('imported', 'text')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('import_id', 'integer', (col) => col.references('import_file.id'))
    .addColumn('line', 'integer')
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  // Not unique: a city's own list gives some codes twice, and those must stay two pledges.
  await db.schema.createIndex('pledge_code').on('pledge').columns(['term', 'code']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pledge').execute();
}
