import type { Kysely } from 'kysely';

/** What the main-work report names and no record held: staffing, figures of others, and three fields of what was there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await staffing(db);
  await outsideFigures(db);
  await db.schema.alterTable('visit').addColumn('guest_title', 'text').execute();
  await db.schema.alterTable('visit').addColumn('award', 'text').execute();
  await db.schema.alterTable('evaluation').addColumn('peers', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('evaluation').dropColumn('peers').execute();
  await db.schema.alterTable('visit').dropColumn('award').execute();
  await db.schema.alterTable('visit').dropColumn('guest_title').execute();
  await db.schema.dropTable('outside_figure').execute();
  await db.schema.dropTable('staffing').execute();
}

/** One day's 정원 or 현원 (`measure`), class by class and grade by grade; what they add up to is not kept. */
async function staffing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('staffing')
    .addColumn('as_of', 'text', (col) => col.notNull())
    .addColumn('measure', 'text', (col) => col.notNull())
    .addColumn('class', 'text', (col) => col.notNull())
    .addColumn('grade', 'text', (col) => col.notNull())
    .addColumn('position', 'integer', (col) => col.notNull())
    .addColumn('people', 'integer', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('staffing_pk', ['as_of', 'measure', 'class', 'grade'])
    .execute();
}

/** What somebody else counts, as of a day; each says where it was read. A key and a day stand once. */
async function outsideFigures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outside_figure')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('key', 'text', (col) => col.notNull())
    .addColumn('as_of', 'text', (col) => col.notNull())
    .addColumn('value', 'integer', (col) => col.notNull())
    .addColumn('unit', 'text', (col) => col.notNull())
    .addColumn('source', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('put_by', 'text', (col) => col.notNull())
    .addColumn('put_at', 'text', (col) => col.notNull())
    .addUniqueConstraint('outside_figure_once', ['key', 'as_of'])
    .execute();
}
