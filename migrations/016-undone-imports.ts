import type { Kysely } from 'kysely';

/** When a file was taken back, by whom, and as JSON which budgets it had set and what stood there before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['undone_at', 'undone_by', 'budgets']) {
    await db.schema.alterTable('import_file').addColumn(column, 'text').execute();
  }
  await db.schema.createIndex('expense_import').on('expense').column('import_id').execute();
  await db.schema.createIndex('held_row_import').on('held_row').column('import_id').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('held_row_import').execute();
  await db.schema.dropIndex('expense_import').execute();
  for (const column of ['budgets', 'undone_by', 'undone_at']) {
    await db.schema.alterTable('import_file').dropColumn(column).execute();
  }
}
