import type { Kysely } from 'kysely';

/** The one message that each person was asked with; it shows what is still to answer. No `ts` yet: not sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_request')
    .addColumn('round_id', 'integer', (col) => col.notNull().references('review_round.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addPrimaryKeyConstraint('review_request_pk', ['round_id', 'user_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('review_request').execute();
}
