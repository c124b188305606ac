import type { Kysely } from 'kysely';

/** A policy that was announced without everybody having heard of it stays open until it is closed, with a reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('briefing').addColumn('closed_at', 'text').execute();
  await db.schema.createIndex('briefing_open').on('briefing').columns(['closed_at', 'announced_on']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('briefing_open').execute();
  await db.schema.alterTable('briefing').dropColumn('closed_at').execute();
}
