import type { Kysely } from 'kysely';

/** The office's lists: types, fields (by the number in a code) and departments with the person who answers for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_list')
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('code', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('person', 'text')
    .addPrimaryKeyConstraint('pledge_list_pk', ['kind', 'term', 'code'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pledge_list').execute();
}
