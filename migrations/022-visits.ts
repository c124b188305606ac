import type { Kysely } from 'kysely';

/**
 * Engagements of the mayor. Several dates entered at once are several visits of one `site_id`, the first one's id.
 * `year` and `month` repeat what starts_on says, for counting; `sequence` grows when people's calendars have to change.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('site_id', 'integer')
    .addColumn('program_id', 'integer', (col) => col.notNull().references('program.id'))
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('month', 'integer', (col) => col.notNull())
    .addColumn('starts_on', 'text', (col) => col.notNull())
    .addColumn('start_time', 'text', (col) => col.notNull())
    .addColumn('ends_on', 'text', (col) => col.notNull())
    .addColumn('end_time', 'text')
    .addColumn('place', 'text', (col) => col.notNull())
    .addColumn('district', 'text', (col) => col.notNull())
    .addColumn('purpose', 'text', (col) => col.notNull())
    .addColumn('owner', 'text', (col) => col.notNull())
    .addColumn('staff', 'text', (col) => col.notNull())
    .addColumn('partner', 'text')
    .addColumn('partner_level', 'text')
    .addColumn('countries', 'text')
    .addColumn('participants', 'integer')
    .addColumn('summary', 'text')
    .addColumn('result_key', 'text')
    .addColumn('sequence', 'integer', (col) => col.notNull())
    .addColumn('changed_at', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text')
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('cancelled_at', 'text')
    .addUniqueConstraint('visit_form', ['form_key', 'nth'])
    .execute();
  const along: [string, string[]][] = [
    ['visit_when', ['starts_on', 'start_time', 'id', 'ends_on', 'cancelled_at']],
    ['visit_program', ['program_id', 'starts_on', 'cancelled_at', 'year', 'partner_level']],
    ['visit_district', ['district', 'starts_on']],
    ['visit_site', ['site_id']],
  ];
  for (const [name, columns] of along) await db.schema.createIndex(name).on('visit').columns(columns).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('visit').execute();
}
