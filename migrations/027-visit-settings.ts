import type { Kysely } from 'kysely';

/** Minutes that planning reckons with, by name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_setting')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('minutes', 'integer', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('visit_setting').execute();
}
