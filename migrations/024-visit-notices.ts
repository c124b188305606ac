import type { Kysely } from 'kysely';

/** Who of the council was told of a visit, when and by whom; `sequence` is the visit's at that moment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit_notice')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('visit_id', 'integer', (col) => col.notNull().references('visit.id'))
    .addColumn('member_id', 'integer')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('told_on', 'text', (col) => col.notNull())
    .addColumn('told_time', 'text', (col) => col.notNull())
    .addColumn('told_by', 'text', (col) => col.notNull())
    .addColumn('how', 'text', (col) => col.notNull())
    .addColumn('invited', 'integer', (col) => col.notNull())
    .addColumn('sequence', 'integer', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addUniqueConstraint('visit_notice_form', ['form_key', 'nth'])
    .execute();
  await db.schema.createIndex('visit_notice_of').on('visit_notice').columns(['visit_id', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('visit_notice').execute();
}
