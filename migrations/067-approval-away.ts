import type { Kysely } from 'kysely';

/** Who of those who approve is away, and who decides in their place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('approval_away')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('user_id', 'text', (col) => col.notNull())
    .addColumn('deputy', 'text', (col) => col.notNull())
    .addColumn('from_day', 'text', (col) => col.notNull())
    .addColumn('to_day', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.notNull().unique())
    .addColumn('set_at', 'text', (col) => col.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema.createIndex('approval_away_until').on('approval_away').columns(['to_day']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('approval_away').execute();
}
