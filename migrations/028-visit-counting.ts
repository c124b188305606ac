import type { Kysely } from 'kysely';

/** All that the counts of a year need, so that they read indexes and no records. */
const INDEXES: [name: string, columns: string[]][] = [
  [
    'visit_counted',
    ['year', 'program_id', 'cancelled_at', 'starts_on', 'participants', 'partner_level', 'place', 'countries'],
  ],
  ['visit_counted_month', ['year', 'month', 'cancelled_at', 'starts_on']],
  ['visit_counted_district', ['year', 'district', 'cancelled_at', 'starts_on']],
  ['visit_counted_state', ['year', 'cancelled_at', 'starts_on']],
  ['visit_counted_origin', ['origin', 'year']],
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of INDEXES) await db.schema.createIndex(name).on('visit').columns(columns).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const [name] of INDEXES) await db.schema.dropIndex(name).execute();
}
