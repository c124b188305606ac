import type { Kysely } from 'kysely';

/** How often looking into a receipt began and never came to an end, in a row: what takes the process down twice is set aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('receipt')
    .addColumn('unfinished', 'integer', (col) => col.notNull().defaultTo(0))
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('receipt').dropColumn('unfinished').execute();
}
