import type { Kysely } from 'kysely';

/** What a reminder (an outbox key) told somebody of, and what was answered to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_item')
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('told_at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('action', 'text')
    .addColumn('until', 'text')
    .addPrimaryKeyConstraint('reminder_item_key', ['key', 'record'])
    .execute();
  await db.schema
    .createIndex('reminder_item_record')
    .on('reminder_item')
    .columns(['record', 'answer', 'told_at'])
    .execute();
  await db.schema
    .createIndex('reminder_item_kind')
    .on('reminder_item')
    .columns(['kind', 'answer', 'told_at'])
    .execute();
  await db.schema.createIndex('reminder_item_answer').on('reminder_item').columns(['answer', 'user_id']).execute();
}
