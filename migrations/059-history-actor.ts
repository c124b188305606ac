import type { Kysely } from 'kysely';

/** Whether somebody has recorded anything yet is asked each time they open Home. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('history_actor').on('history').columns(['actor']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('history_actor').execute();
}
