import { type Kysely, sql } from 'kysely';

/** What is told at one hour is one message: `message` is its key in the outbox, `key` the part of it that is of one kind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('reminder_item')
    .addColumn('message', 'text', (col) => col.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('reminder_item').addColumn('expires_at', 'text').execute();
  await sql`update reminder_item set message = key`.execute(db);
  await db.schema.createIndex('reminder_item_message').on('reminder_item').columns(['message', 'nth']).execute();
  await db.schema
    .createIndex('reminder_item_told')
    .on('reminder_item')
    .columns(['user_id', 'told_at', 'kind', 'record'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('reminder_item_told').execute();
  await db.schema.dropIndex('reminder_item_message').execute();
  await db.schema.alterTable('reminder_item').dropColumn('expires_at').execute();
  await db.schema.alterTable('reminder_item').dropColumn('message').execute();
}
