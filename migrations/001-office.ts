import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await settings(db);
  await accessRequests(db);
  await districts(db);
  await history(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['history', 'district', 'access_request', 'person_setting', 'office_setting', 'person'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('user_id', 'text', (col) => col.primaryKey())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('role', 'text', (col) => col.notNull())
    .addColumn('language', 'text')
    .addColumn('added_at', 'text', (col) => col.notNull())
    .addColumn('removed_at', 'text')
    .execute();
}

/** What the office, and each person for themselves, chose otherwise than the default. Values are JSON. */
async function settings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('office_setting')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('value', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('person_setting')
    .addColumn('user_id', 'text', (col) => col.notNull().references('person.user_id'))
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('value', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('person_setting_key', ['user_id', 'name'])
    .execute();
}

async function accessRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_request')
    .addColumn('user_id', 'text', (col) => col.primaryKey())
    .addColumn('asked_at', 'text', (col) => col.notNull())
    .execute();
}

/** The districts an office chooses from; while there is none, Seoul's. */
async function districts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('district')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('position', 'integer', (col) => col.notNull())
    .execute();
}

async function history(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('history')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('actor', 'text', (col) => col.notNull())
    .addColumn('noun', 'text', (col) => col.notNull())
    .addColumn('record', 'text', (col) => col.notNull())
    .addColumn('action', 'text', (col) => col.notNull())
    .addColumn('reason', 'text')
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .execute();
  await db.schema.createIndex('history_record').on('history').columns(['noun', 'record']).execute();
  // What changed in a week, and how things stood before a day: the digest asks for both.
  await db.schema.createIndex('history_time').on('history').columns(['noun', 'at', 'record']).execute();
  // Whether somebody has recorded anything yet is asked each time they open Home.
  await db.schema.createIndex('history_actor').on('history').column('actor').execute();
}
