import type { Kysely } from 'kysely';

/**
 * One pledge in one round: who is asked, what they answered, and, once the round is frozen, the result. `title`, `type`
 * and `name` are kept as they were then: a result must not change when the pledge is edited.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_answer')
    .addColumn('round_id', 'integer', (col) => col.notNull().references('review_round.id'))
    .addColumn('pledge_id', 'integer', (col) => col.notNull().references('pledge.id'))
    .addColumn('asked', 'text')
    .addColumn('department', 'text')
    .addColumn('name', 'text', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('type', 'text', (col) => col.notNull())
    .addColumn('status', 'text')
    .addColumn('progress', 'integer')
    .addColumn('source', 'text')
    .addColumn('note', 'text')
    .addColumn('files', 'text', (col) => col.notNull())
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('answered_version', 'integer')
    .addColumn('form_key', 'text')
    .addColumn('result', 'text')
    .addColumn('result_progress', 'integer')
    .addPrimaryKeyConstraint('review_answer_pk', ['round_id', 'pledge_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('review_answer').execute();
}
