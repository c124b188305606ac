import type { Kysely } from 'kysely';

/** The main-work report of a year: its texts, version after version, and what was released of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await reports(db);
  await texts(db);
  await acceptances(db);
  await releases(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['report_release', 'report_acceptance', 'report_text', 'report']) {
    await db.schema.dropTable(table).execute();
  }
}

/** `looked_*`: which content another manager has looked at, by its checksum: any change undoes it. */
async function reports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('year', 'integer', (col) => col.primaryKey())
    .addColumn('as_of', 'text')
    .addColumn('looked_by', 'text')
    .addColumn('looked_at', 'text')
    .addColumn('looked_sha256', 'text')
    .execute();
}

async function texts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_text')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('section', 'text', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('words', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('put_by', 'text', (col) => col.notNull())
    .addColumn('put_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('report_text_pk', ['year', 'section', 'version'])
    .execute();
}

/** A warning that a manager lets stand, with the reason; it holds for exactly these records. */
async function acceptances(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_acceptance')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('gap', 'text', (col) => col.notNull())
    .addColumn('reason', 'text', (col) => col.notNull())
    .addColumn('accepted_by', 'text', (col) => col.notNull())
    .addColumn('accepted_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('report_acceptance_pk', ['year', 'gap'])
    .execute();
}

async function releases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_release')
    .addColumn('year', 'integer', (col) => col.notNull())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('as_of', 'text', (col) => col.notNull())
    .addColumn('model', 'text', (col) => col.notNull())
    .addColumn('content_sha256', 'text', (col) => col.notNull())
    .addColumn('figures', 'text', (col) => col.notNull())
    .addColumn('hwpx', 'blob', (col) => col.notNull())
    .addColumn('docx', 'blob', (col) => col.notNull())
    .addColumn('pdf', 'blob', (col) => col.notNull())
    .addColumn('checksums', 'text', (col) => col.notNull())
    .addColumn('changes', 'text', (col) => col.notNull())
    .addColumn('reason', 'text')
    .addColumn('looked_by', 'text', (col) => col.notNull())
    .addColumn('released_by', 'text', (col) => col.notNull())
    .addColumn('released_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('report_release_pk', ['year', 'version'])
    .execute();
}
