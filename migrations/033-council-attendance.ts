import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_attendance')
    .addColumn('contact_id', 'integer', (col) => col.notNull().references('council_contact.id'))
    .addColumn('member_id', 'integer', (col) => col.notNull().references('council_member.id'))
    .addPrimaryKeyConstraint('council_attendance_pk', ['contact_id', 'member_id'])
    .execute();
  await db.schema
    .createIndex('council_attendance_member')
    .on('council_attendance')
    .columns(['member_id', 'contact_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_attendance').execute();
}
