import type { Kysely } from 'kysely';

/** When Slack was last asked whether a person's account is in use; null: never. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('account_asked_at', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').dropColumn('account_asked_at').execute();
}
