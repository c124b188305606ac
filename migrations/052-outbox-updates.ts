import type { Kysely } from 'kysely';

/** What a message that was sent, or will be, should say by now; the row goes when Slack shows it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox_update')
    .addColumn('key', 'text', (column) => column.primaryKey().references('outbox.key'))
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('put_at', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('outbox_update_due').on('outbox_update').columns(['next_at']).execute();
}
