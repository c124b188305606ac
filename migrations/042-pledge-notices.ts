import type { Kysely } from 'kysely';

/** The messages that ask managers about a proposal: once one of them decides, the buttons go from all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pledge_notice')
    .addColumn('proposal_id', 'integer', (col) => col.notNull().references('pledge_proposal.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel', 'text', (col) => col.notNull())
    .addColumn('ts', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('pledge_notice_pk', ['proposal_id', 'user_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('pledge_notice').execute();
}
