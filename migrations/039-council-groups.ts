import type { Kysely } from 'kysely';

/** The committees and districts of the present council with their numbers of members, kept whenever the list changes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_group')
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('members', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_group_pk', ['kind', 'name'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_group').execute();
}
