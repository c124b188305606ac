import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_contact')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('held_on', 'text', (col) => col.notNull())
    .addColumn('held_time', 'text')
    .addColumn('agenda', 'text', (col) => col.notNull())
    .addColumn('result', 'text')
    .addColumn('others', 'text')
    .addColumn('visit_id', 'integer')
    .addColumn('briefing_id', 'integer')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  await db.schema.createIndex('council_contact_when').on('council_contact').columns(['held_on', 'id']).execute();
  await db.schema.createIndex('council_contact_kind').on('council_contact').columns(['kind', 'held_on']).execute();
  await db.schema.createIndex('council_contact_visit').on('council_contact').column('visit_id').execute();
  await db.schema.createIndex('council_contact_briefing').on('council_contact').column('briefing_id').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_contact').execute();
}
