import type { Kysely } from 'kysely';

/** One row: who made this register, so that the playground and an office never open each other's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('register')
    .addColumn('made_by', 'text', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('register').execute();
}
