import type { Kysely } from 'kysely';

/** Every update anyone asked for, also those that a manager made at once; `state` is open, confirmed or declined. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_proposal')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('progress', 'integer', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('files', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull().unique())
    .addColumn('proposed_by', 'text', (col) => col.notNull())
    .addColumn('proposed_at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('pledge_proposal_of').on('pledge_proposal').columns(['pledge_id', 'state']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pledge_proposal').execute();
}
