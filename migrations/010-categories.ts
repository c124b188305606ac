import type { Kysely } from 'kysely';

/** Which 분야 an activity belongs to; the office edits this list, and starts from the fields of the 2016 report. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activity_category')
    .addColumn('activity', 'text', (col) => col.primaryKey())
    .addColumn('category', 'text', (col) => col.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('activity_category').execute();
}
