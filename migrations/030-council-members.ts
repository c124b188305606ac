import type { Kysely } from 'kysely';

/** A member is known by term, name and constituency; an unknown term is 0 and an unknown constituency '', since a unique key takes no null. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_member')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('term', 'integer', (col) => col.notNull())
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('constituency', 'text', (col) => col.notNull())
    .addColumn('party', 'text')
    .addColumn('district', 'text')
    .addColumn('committee', 'text')
    .addColumn('post', 'text')
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addUniqueConstraint('council_member_known', ['term', 'name', 'constituency'])
    .execute();
  await db.schema.createIndex('council_member_name').on('council_member').columns(['term', 'name', 'id']).execute();
  await db.schema.createIndex('council_member_district').on('council_member').columns(['district', 'term']).execute();
  await db.schema.createIndex('council_member_committee').on('council_member').columns(['committee', 'term']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_member').execute();
}
