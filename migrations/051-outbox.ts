import type { Kysely } from 'kysely';

/** What is decided to be sent, until it is: the key is what makes a message one, in this table and in Slack. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('next_at', 'text', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('tried_at', 'text')
    .addColumn('failing_since', 'text')
    .addColumn('failure', 'text')
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('put_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at', 'recipient']).execute();
}
