import type { Kysely } from 'kysely';

/** `open` and `sort_due` repeat what status, voided_at and due say, for the indexes that lists run along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('followup')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('source_noun', 'text')
    .addColumn('source_record', 'text')
    .addColumn('audit_year', 'integer')
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('status', 'text', (col) => col.notNull())
    .addColumn('owner', 'text')
    .addColumn('department', 'text')
    .addColumn('due', 'text')
    .addColumn('requester', 'text')
    .addColumn('member_id', 'integer')
    .addColumn('answer', 'text')
    .addColumn('answered_to', 'text')
    .addColumn('answered_on', 'text')
    .addColumn('open', 'integer', (col) => col.notNull())
    .addColumn('sort_due', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('fingerprint', 'text', (col) => col.unique())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .execute();
  const along: [string, string[]][] = [
    ['followup_open', ['open', 'sort_due', 'id', 'kind']],
    ['followup_owner', ['owner', 'open', 'sort_due', 'id']],
    ['followup_kind', ['kind', 'open', 'sort_due', 'id']],
    ['followup_department', ['department', 'open', 'sort_due', 'id']],
    ['followup_status', ['status', 'open', 'voided_at', 'sort_due', 'id']],
    ['followup_listed', ['voided_at', 'sort_due', 'id']],
    ['followup_source', ['source_noun', 'source_record', 'id']],
    ['followup_member', ['member_id', 'open', 'sort_due', 'id']],
    ['followup_audit', ['audit_year', 'voided_at', 'kind', 'id']],
  ];
  for (const [name, columns] of along) await db.schema.createIndex(name).on('followup').columns(columns).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('followup').execute();
}
