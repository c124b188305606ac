import { type Kysely, sql } from 'kysely';

/** Proposals and rounds are sent like everything else: what stands in Slack of them becomes entries of the outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into outbox (key, kind, recipient, subject, due_at, next_at, put_at, state, channel, ts, settled_at)
    select 'pledge_proposal:' || proposal_id || ':' || user_id, 'pledge_proposal', user_id, '{"id":' || proposal_id || '}',
      proposed_at, proposed_at, proposed_at, 'sent', channel, ts, proposed_at
    from pledge_notice join pledge_proposal on pledge_proposal.id = proposal_id where true on conflict do nothing
  `.execute(db);
  await sql`
    insert into outbox (key, kind, recipient, subject, due_at, next_at, put_at, state, channel, ts, settled_at)
    select 'pledge_request:' || round_id || ':' || user_id, 'pledge_request', user_id, '{"id":' || round_id || '}',
      opened_at, opened_at, opened_at, 'sent', channel, ts, opened_at
    from review_request join review_round on review_round.id = round_id where ts is not null on conflict do nothing
  `.execute(db);
  await db.schema.dropTable('pledge_notice').execute();
  for (const column of ['channel', 'ts']) await db.schema.alterTable('review_request').dropColumn(column).execute();
}

/** What was sent since stays sent; only its buttons are no longer kept up to date. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const column of ['channel', 'ts'])
    await db.schema.alterTable('review_request').addColumn(column, 'text').execute();
  await db.schema
    .createTable('pledge_notice')
    .addColumn('proposal_id', 'integer', (col) => col.notNull().references('pledge_proposal.id'))
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('channel', 'text', (col) => col.notNull())
    .addColumn('ts', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('pledge_notice_pk', ['proposal_id', 'user_id'])
    .execute();
}
