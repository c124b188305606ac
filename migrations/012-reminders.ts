import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await marks(db);
  await items(db);
  await crossings(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['reminder_crossing', 'reminder_item', 'reminder_mark'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** Since when the app reminds (`begun`), until when it has looked for what comes due (`planned`), and the last change it has looked at (`history`). */
async function marks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_mark')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('value', 'text', (col) => col.notNull())
    .execute();
}

/** What a reminder (an outbox key) told somebody of, and what was answered to it. */
async function items(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_item')
    .addColumn('key', 'text', (col) => col.notNull())
    .addColumn('record', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('told_at', 'text', (col) => col.notNull())
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

/** When an account of a year was first seen to have spent that many percent of its budget; '' is the year as a whole. */
async function crossings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_crossing')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('percent', 'integer', (col) => col.notNull())
    .addColumn('crossed_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('reminder_crossing_key', ['year', 'account', 'percent'])
    .execute();
}
