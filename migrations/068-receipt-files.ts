import type { Kysely } from 'kysely';

/** A receipt becomes a file of our own: what was handed in before is wanted too, as long as Slack still has it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = () => db.schema.alterTable('receipt');
  await table()
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('wanted'))
    .execute();
  await table()
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await table().addColumn('try_at', 'text').execute();
  await table().addColumn('stored_as', 'text').execute();
  await table().addColumn('sha256', 'text').execute();
  await table().addColumn('bytes', 'integer').execute();
  await table().addColumn('type', 'text').execute();
  await table().addColumn('refusal', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const column of ['refusal', 'type', 'bytes', 'sha256', 'stored_as', 'try_at', 'attempts', 'state']) {
    await db.schema.alterTable('receipt').dropColumn(column).execute();
  }
}
