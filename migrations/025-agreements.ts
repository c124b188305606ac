import type { Kysely } from 'kysely';

/** Whether the first to approve is the accounting side, which agrees. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('approval')
    .addColumn('agreement', 'integer', (col) => col.notNull().defaultTo(0))
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('approval').dropColumn('agreement').execute();
}
