import type { Kysely } from 'kysely';

/** What an outside body made of a year. The line of a grade moves every year, so it stands here; points in tenths. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evaluation')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('subject', 'text', (col) => col.notNull())
    .addColumn('grade', 'text', (col) => col.notNull())
    .addColumn('line', 'integer')
    .addColumn('score', 'integer')
    .addColumn('areas', 'text', (col) => col.notNull())
    .addColumn('announced_on', 'text')
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('evaluation_of').on('evaluation').columns(['year', 'body', 'subject']).unique().execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('evaluation').execute();
}
