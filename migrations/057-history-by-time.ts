import type { Kysely } from 'kysely';

/** What changed in a week, and how things stood before a day: the digest asks for both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('history_time').on('history').columns(['noun', 'at', 'record']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('history_time').execute();
}
