import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await receipts(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['receipt'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** A receipt is wanted until its file is fetched from Slack and kept as a file of our own. */
async function receipts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('receipt')
    .addColumn('slack_file_id', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('added_by', 'text', (col) => col.notNull())
    .addColumn('added_at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull().defaultTo('wanted'))
    .addColumn('attempts', 'integer', (col) => col.notNull().defaultTo(0))
    .addColumn('try_at', 'text')
    .addColumn('stored_as', 'text')
    .addColumn('sha256', 'text')
    .addColumn('bytes', 'integer')
    .addColumn('type', 'text')
    .addColumn('refusal', 'text')
    .addPrimaryKeyConstraint('receipt_pk', ['expense_id', 'slack_file_id'])
    .execute();
  // What is still to be fetched, and which other records have the same file.
  await db.schema.createIndex('receipt_wanted').on('receipt').columns(['state', 'try_at']).execute();
  await db.schema.createIndex('receipt_content').on('receipt').column('sha256').execute();
}
