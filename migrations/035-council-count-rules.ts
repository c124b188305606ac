import type { Kysely } from 'kysely';

/** Under which heading of which table a kind of contact counts, where an office decided otherwise; '' counts nowhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('council_count_rule')
    .addColumn('tally', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('heading', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('council_count_rule_pk', ['tally', 'kind'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('council_count_rule').execute();
}
