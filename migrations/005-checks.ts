import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await findings(db);
  await limits(db);
  await due(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['check_mark', 'check_due', 'spending_rule', 'spending_limit', 'finding'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** What a rule found about an expense, and what became of it: one row for each rule that ever spoke. */
async function findings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('finding')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('rule', 'text', (col) => col.notNull())
    .addColumn('severity', 'text', (col) => col.notNull())
    .addColumn('asks', 'text', (col) => col.notNull())
    .addColumn('figures', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('found_at', 'text', (col) => col.notNull())
    .addColumn('answer', 'text')
    .addColumn('settled_by', 'text')
    .addColumn('settled_at', 'text')
    .addUniqueConstraint('finding_of_rule', ['expense_id', 'rule'])
    .execute();
  await db.schema.createIndex('finding_open').on('finding').columns(['state', 'rule', 'expense_id']).execute();
}

/** What the office set otherwise than the app knows it: a limit from a day on, a rule on or off. */
async function limits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('spending_limit')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('from_day', 'text', (col) => col.notNull())
    .addColumn('value', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('spending_limit_key', ['name', 'from_day'])
    .execute();
  await db.schema
    .createTable('spending_rule')
    .addColumn('rule', 'text', (col) => col.primaryKey())
    .addColumn('is_on', 'integer', (col) => col.notNull())
    .execute();
}

/**
 * What is still to be judged in bulk: the months (`2018-03`, '' for records without a day) and, as one number, up to which record
 * all were seen. A record that is entered is judged when it is saved; an imported file and a changed limit leave their months here.
 */
async function due(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('check_due')
    .addColumn('month', 'text', (col) => col.primaryKey())
    .execute();
  await db.schema
    .createTable('check_mark')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('expense_id', 'integer', (col) => col.notNull())
    .execute();
}
