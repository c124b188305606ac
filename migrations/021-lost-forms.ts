import type { Kysely } from 'kysely';

/** Forms that could not be saved and were closed meanwhile, as they were filled: their writers can open them again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lost_form')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('view', 'text', (col) => col.notNull())
    .addColumn('lost_at', 'text', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('lost_form').execute();
}
