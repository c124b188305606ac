import type { Kysely } from 'kysely';

/** What of a held row was understood, as JSON, so that mending it begins with that; null where nothing was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('held_row').addColumn('known', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('held_row').dropColumn('known').execute();
}
