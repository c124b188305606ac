import type { Kysely } from 'kysely';

/** Which spends of an account need approval, each line from its moment on: a spend is judged by what held when it was recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
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

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('approval_rule').execute();
}
