import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await imports(db);
  await expenses(db);
  await evidence(db);
  await retold(db);
  await totals(db);
  await heldRows(db);
  await budgets(db);
  await categories(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = [
    'activity_category',
    'budget',
    'held_row',
    'expense_total',
    'expense_retold',
    'expense_evidence',
    'expense',
    'import_file',
  ];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

async function imports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('import_file')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('noun', 'text', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('imported_at', 'text', (col) => col.notNull())
    .addColumn('imported_by', 'text', (col) => col.notNull())
    .addColumn('rows', 'integer', (col) => col.notNull())
    .addColumn('imported', 'integer', (col) => col.notNull())
    .addColumn('duplicates', 'integer', (col) => col.notNull())
    .addColumn('held', 'integer', (col) => col.notNull())
    .execute();
}

/** `approval` is where a spend stands with those who approve it; null: none was needed. */
async function expenses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('month', 'integer')
    .addColumn('spent_on', 'text')
    .addColumn('spent_time', 'text')
    .addColumn('amount', 'integer', (col) => col.notNull())
    .addColumn('account', 'text')
    .addColumn('activity', 'text')
    .addColumn('category', 'text')
    .addColumn('place', 'text')
    .addColumn('address', 'text')
    .addColumn('purpose', 'text', (col) => col.notNull())
    .addColumn('headcount', 'integer')
    .addColumn('attendees', 'text')
    .addColumn('payment', 'text')
    .addColumn('spender', 'text')
    .addColumn('department', 'text')
    .addColumn('flags', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('import_id', 'integer', (col) => col.references('import_file.id'))
    .addColumn('line', 'integer')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .addColumn('approval', 'text')
    .execute();
  // What a row said when it came, and which of several equal rows it was: the same row never counts twice.
  await db.schema.createIndex('expense_source').on('expense').columns(['fingerprint', 'nth']).unique().execute();
  await db.schema.createIndex('expense_when').on('expense').columns(['year', 'month', 'spent_on']).execute();
  await db.schema.createIndex('expense_place').on('expense').columns(['place', 'id']).execute();
  await db.schema.createIndex('expense_creator').on('expense').columns(['created_by', 'id']).execute();
  // The other spends of a day are looked up with every record that is judged.
  await db.schema.createIndex('expense_day').on('expense').column('spent_on').execute();
  await db.schema
    .createIndex('expense_approval')
    .on('expense')
    .column('approval')
    .where('approval', 'is not', null)
    .execute();
}

/** What was said besides the record because a rule asked for it: why so much, with whom, by which plan. */
async function evidence(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_evidence')
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addColumn('field', 'text', (col) => col.notNull())
    .addColumn('value', 'text', (col) => col.notNull())
    .addColumn('given_by', 'text', (col) => col.notNull())
    .addColumn('given_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('expense_evidence_key', ['expense_id', 'field'])
    .execute();
}

/** What a record says after an edit, so that its export, read back, is known to be the same spend. */
async function retold(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_retold')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.notNull().references('expense.id'))
    .addPrimaryKeyConstraint('expense_retold_pk', ['fingerprint', 'expense_id'])
    .execute();
}

/**
 * What each year, account and category adds up to, kept in the transaction that changes a record: a status takes as
 * long on a million rows as on ten. An unknown account or category is '', since a key takes no null.
 */
async function totals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('expense_total')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('category', 'text', (col) => col.notNull())
    .addColumn('spent', 'integer', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addPrimaryKeyConstraint('expense_total_pk', ['year', 'account', 'category'])
    .execute();
}

/** `known` is what of the row was understood, as JSON, so that mending it begins with that; null where nothing was. */
async function heldRows(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('held_row')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('import_id', 'integer', (col) => col.notNull().references('import_file.id'))
    .addColumn('line', 'integer', (col) => col.notNull())
    .addColumn('cells', 'text', (col) => col.notNull())
    .addColumn('problems', 'text', (col) => col.notNull())
    .addColumn('year', 'integer')
    .addColumn('won', 'integer')
    .addColumn('fingerprint', 'text', (col) => col.notNull())
    .addColumn('nth', 'integer', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('expense_id', 'integer', (col) => col.references('expense.id'))
    .addColumn('known', 'text')
    .execute();
  await db.schema.createIndex('held_row_source').on('held_row').columns(['fingerprint', 'nth']).unique().execute();
  await db.schema.createIndex('held_row_open').on('held_row').columns(['state', 'year']).execute();
  await db.schema.createIndex('held_row_expense').on('held_row').column('expense_id').execute();
}

/** `account` is '' for a figure that a year has as a whole. */
async function budgets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('budget')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('account', 'text', (col) => col.notNull())
    .addColumn('won', 'integer', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('budget_pk', ['year', 'account'])
    .execute();
}

/** Which 분야 an activity belongs to; the office edits this list, and starts from the fields of the 2016 report. */
async function categories(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activity_category')
    .addColumn('activity', 'text', (col) => col.primaryKey())
    .addColumn('category', 'text', (col) => col.notNull())
    .execute();
}
