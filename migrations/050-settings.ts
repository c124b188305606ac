import type { Kysely } from 'kysely';

/** What the office, and each person for themselves, chose otherwise than the default. Values are JSON. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('office_setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('person_setting')
    .addColumn('user_id', 'text', (column) => column.notNull().references('person.user_id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_setting_key', ['user_id', 'name'])
    .execute();
}
