import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await outbox(db);
  await updates(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['outbox_update', 'outbox'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** What is decided to be sent, until it is: the key is what makes a message one, in this table and in Slack. */
async function outbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('recipient', 'text', (col) => col.notNull())
    .addColumn('subject', 'text', (col) => col.notNull())
    .addColumn('due_at', 'text', (col) => col.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('next_at', 'text', (col) => col.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
    .addColumn('tried_at', 'text')
    .addColumn('failing_since', 'text')
    .addColumn('failure', 'text')
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('put_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['state', 'next_at', 'recipient']).execute();
}

/** What a message that was sent, or will be, should say by now; the row goes when Slack shows it. */
async function updates(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox_update')
    .addColumn('key', 'text', (col) => col.primaryKey().references('outbox.key'))
    .addColumn('message', 'text', (col) => col.notNull())
    .addColumn('next_at', 'text', (col) => col.notNull())
    .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
    .addColumn('put_at', 'text', (col) => col.notNull())
    .addColumn('revision', 'integer', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('outbox_update_due').on('outbox_update').columns(['next_at']).execute();
}
