import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await approvals(db);
  await rules(db);
  await away(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['approval_away', 'approval_rule', 'approval_message', 'approval_event', 'approval'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** Every step of how a spend came to where it stands with those who approve it, and the messages that ask them. */
async function approvals(db: Kysely<unknown>): Promise<void> {
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

/** Which spends of an account need approval, each line from its moment on: a spend is judged by what held when it was recorded. */
async function rules(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('approval_rule')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('mode', 'text', (col) => col.notNull())
    .addColumn('above', 'integer')
    .addColumn('second', 'integer')
    .addColumn('set_by', 'text', (col) => col.notNull())
    .addColumn('set_at', 'text', (col) => col.notNull())
    .execute();
}

/** Who of those who approve is away, and who decides in their place. */
async function away(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('approval_away')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('deputy', 'text', (col) => col.notNull())
    .addColumn('from_day', 'text', (col) => col.notNull())
    .addColumn('to_day', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull().unique())
    .addColumn('set_at', 'text', (col) => col.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('approval_away_until').on('approval_away').columns(['to_day']).execute();
}
