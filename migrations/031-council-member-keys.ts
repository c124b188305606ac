import type { Kysely } from 'kysely';

/**
 * What a member of the present council can be found by, letter by letter: each ending of a name, party, district and
 * committee in jamo, and in initial consonants. A search is then one range of the index, however many members there are.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_member_key')
    .addColumn('key', 'text', (col) => col.notNull())
    .addColumn('member_id', 'integer', (col) => col.notNull().references('council_member.id'))
    .addPrimaryKeyConstraint('council_member_key_pk', ['key', 'member_id'])
    .execute();
  await db.schema
    .createIndex('council_member_key_member')
    .on('council_member_key')
    .columns(['member_id', 'key'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_member_key').execute();
}
