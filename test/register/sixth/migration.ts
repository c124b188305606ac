import { type Kysely, sql } from 'kysely';

export const up = (db: Kysely<never>) =>
  sql`create table lending (id integer primary key, form_key text unique, version integer not null,
    voided_at text, thing text not null, whom text not null, origin text not null, created_by text not null,
    created_at text not null)`.execute(db);
