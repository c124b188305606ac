import type { Kysely } from 'kysely';

/** The districts an office chooses from; while there is none, Seoul's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('district')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('position', 'integer', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('district').execute();
}
