import type { Kysely } from 'kysely';

/** Until when a round is to be answered: the day it describes where nothing else was said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('review_round').addColumn('until', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('review_round').dropColumn('until').execute();
}
