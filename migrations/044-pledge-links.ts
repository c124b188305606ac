import type { Kysely } from 'kysely';

/** Which other records belong to a pledge, by the names people say: `V87`, `C31`, `F210`, `E1024`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_link')
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('record', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('linked_by', 'text', (col) => col.notNull())
    .addColumn('linked_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('pledge_link_pk', ['pledge_id', 'record'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pledge_link').execute();
}
