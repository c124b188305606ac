import type { Kysely } from 'kysely';

/** When an account of a year was first seen to have spent that many percent of its budget; '' is the year as a whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_crossing')
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('percent', 'integer', (column) => column.notNull())
    .addColumn('crossed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reminder_crossing_key', ['year', 'account', 'percent'])
    .execute();
  // What was entered lately is looked for again and again.
  await db.schema.createIndex('visit_entered').on('visit').column('created_at').execute();
  await db.schema.createIndex('council_contact_entered').on('council_contact').column('created_at').execute();
}
