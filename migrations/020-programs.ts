import type { Kysely } from 'kysely';

/** What visits are made under. `counts` is a comma-separated list of what is added up. Edited by managers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('program')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('name', 'text', (col) => col.notNull().unique())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('counts', 'text', (col) => col.notNull())
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('retired_at', 'text')
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('program').execute();
}
