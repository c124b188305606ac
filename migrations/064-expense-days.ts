import type { Kysely } from 'kysely';

/** The other spends of a day are looked up with every record that is judged. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('expense_day').on('expense').column('spent_on').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('expense_day').execute();
}
