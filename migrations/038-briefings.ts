import type { Kysely } from 'kysely';

/** A policy that the council has to hear of before it is announced, and who of the council that is. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('briefing')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('policy', 'text', (col) => col.notNull())
    .addColumn('announced_on', 'text', (col) => col.notNull())
    .addColumn('announced_time', 'text')
    .addColumn('leaders', 'integer', (col) => col.notNull())
    .addColumn('committees', 'text', (col) => col.notNull())
    .addColumn('districts', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  await db.schema.createIndex('briefing_when').on('briefing').columns(['announced_on', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('briefing').execute();
}
