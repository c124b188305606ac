import type { Kysely } from 'kysely';

/** The form that entered a program: sent again, it enters none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('program').addColumn('form_key', 'text').execute();
  await db.schema.createIndex('program_form_key').on('program').column('form_key').unique().execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('program_form_key').execute();
  await db.schema.alterTable('program').dropColumn('form_key').execute();
}
