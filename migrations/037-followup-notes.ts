import type { Kysely } from 'kysely';

/** The dated trail of a follow-up: progress made (추진내용) and what is planned (향후계획). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('followup_note')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('followup_id', 'integer', (col) => col.notNull().references('followup.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('said_on', 'text')
    .addColumn('words', 'text', (col) => col.notNull())
    .addColumn('said_by', 'text', (col) => col.notNull())
    .addColumn('said_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('followup_note_of').on('followup_note').columns(['followup_id', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('followup_note').execute();
}
