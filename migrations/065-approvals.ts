import { type Kysely, sql } from 'kysely';

/** Where a spend stands with those who approve it, and every step of how it came there. Without a word: none was needed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('expense').addColumn('approval', 'text').execute();
  await db.schema.createIndex('held_row_expense').on('held_row').column('expense_id').execute();
  await db.schema
    .createIndex('expense_approval')
    .on('expense')
    .column('approval')
    .where('approval', 'is not', null)
    .execute();
  await db.schema
    .createTable('approval')
    .addColumn('expense_id', 'integer', (col) => col.primaryKey().references('expense.id'))
    .addColumn('steps', 'integer', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('asked_by', 'text', (col) => col.notNull())
    .addColumn('drawn', 'integer', (col) => col.notNull().defaultTo(0))
    .execute();
  // Every tick asks for these, and they are few.
  await db.schema
    .createIndex('approval_undrawn')
    .on('approval')
    .column('expense_id')
    .where(sql.ref('drawn'), '<', sql.ref('version'))
    .execute();
  await db.schema
    .createTable('approval_event')
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('action', 'text', (col) => col.notNull())
    .addColumn('actor', 'text', (col) => col.notNull())
    .addColumn('deputy_for', 'text')
    .addColumn('words', 'text')
    .addColumn('at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('approval_event_pk', ['expense_id', 'version'])
    .execute();
  await db.schema
    .createTable('approval_message')
    .addColumn('key', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('settled', 'integer', (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex('approval_message_open')
    .on('approval_message')
    .columns(['settled', 'expense_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['approval_message', 'approval_event', 'approval']) await db.schema.dropTable(table).execute();
  await db.schema.dropIndex('expense_approval').execute();
  await db.schema.dropIndex('held_row_expense').execute();
  await db.schema.alterTable('expense').dropColumn('approval').execute();
}
