import type { Kysely } from 'kysely';

/**
 * What people asked for during a visit. Done when marked so, or when the follow-up it became is. `year` and `program_id`
 * repeat what the visit says, for counting.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_agenda')
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('program_id', 'integer', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('done', 'integer', (col) => col.notNull())
    .addColumn('followup_id', 'integer')
    .addPrimaryKeyConstraint('visit_agenda_pk', ['visit_id', 'nth'])
    .execute();
  await db.schema
    .createIndex('visit_agenda_counted')
    .on('visit_agenda')
    .columns(['year', 'program_id', 'done', 'followup_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('visit_agenda').execute();
}
