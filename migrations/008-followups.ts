import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await followups(db);
  await notes(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['followup_note', 'followup'];
  for (const table of tables) await db.schema.dropTable(table).execute();
}

/** `open` and `sort_due` repeat what status, voided_at and due say, for the indexes that lists run along. */
async function followups(db: Kysely<unknown>): Promise<void> {
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

/** The dated trail of a follow-up: progress made (추진내용) and what is planned (향후계획). */
async function notes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('followup_note')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('followup_id', 'integer', (col) => col.notNull().references('followup.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('said_on', 'text')
    .addColumn('words', 'text', (col) => col.notNull())
    .addColumn('said_by', 'text', (col) => col.notNull())
    .addColumn('said_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('followup_note_of').on('followup_note').columns(['followup_id', 'id']).execute();
}
