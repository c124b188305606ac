import type { Kysely } from 'kysely';

/** Who of an office's apps acts on time, and until when it has said so. Whoever claims a receipt says who it is, too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('lease')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('holder', 'text', (col) => col.notNull())
    .addColumn('until', 'text', (col) => col.notNull())
    .execute();
  await db.schema.alterTable('receipt').addColumn('claimed_by', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('receipt').dropColumn('claimed_by').execute();
  await db.schema.dropTable('lease').execute();
}
