import type { Kysely } from 'kysely';

export const up = (db: Kysely<never>) =>
  db.schema
    .createTable('lending')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('form_key', 'text', (col) => col.unique())
    .addColumn('version', 'integer', (col) => col.notNull())
    .addColumn('voided_at', 'text')
    .addColumn('thing', 'text', (col) => col.notNull())
    .addColumn('whom', 'text', (col) => col.notNull())
    .addColumn('origin', 'text', (col) => col.notNull())
    .addColumn('created_by', 'text', (col) => col.notNull())
    .addColumn('created_at', 'text', (col) => col.notNull())
    .execute();
