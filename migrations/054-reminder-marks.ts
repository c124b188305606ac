import type { Kysely } from 'kysely';

/** Since when the app reminds (`begun`), until when it has looked for what comes due (`planned`), and the last change it has looked at (`history`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_mark')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
