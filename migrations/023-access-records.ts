import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Who saw what of people, who looked through it, and what was deleted when its time had come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await accessRecords(db);
  await reviews(db);
  await deletions(db);
  await keep(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['access_record', 'access_review', 'deletion']) await db.schema.dropTable(table).execute();
  if (isPostgres(db)) await sql`drop function if exists kept_as_it_is() cascade`.execute(db);
}

async function accessRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_record')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('actor', 'text', (col) => col.notNull())
    .addColumn('via', 'text', (col) => col.notNull())
    .addColumn('command', 'text', (col) => col.notNull())
    .addColumn('asked', 'text', (col) => col.notNull())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('how', 'text', (col) => col.notNull())
    .addColumn('named', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('access_record_time').on('access_record').columns(['at', 'actor']).execute();
}

async function reviews(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_review')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('month', 'text', (col) => col.notNull())
    .addColumn('reviewed_by', 'text', (col) => col.notNull())
    .addColumn('reviewed_at', 'text', (col) => col.notNull())
    .addColumn('note', 'text', (col) => col.notNull())
    .addColumn('records', 'integer', (col) => col.notNull())
    .addColumn('exports', 'integer', (col) => col.notNull())
    .execute();
}

async function deletions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('deletion')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('before', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addColumn('reason', 'text', (col) => col.notNull())
    .addColumn('deleted_by', 'text', (col) => col.notNull())
    .addColumn('deleted_at', 'text', (col) => col.notNull())
    .execute();
}

/** The database itself refuses to change them; access records go only once a deletion of those days stands in its table. */
async function keep(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await sql`create function kept_as_it_is() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' and tg_table_name = 'access_record' then
          if exists (select 1 from deletion where kind = 'access_records' and before > old.at) then return old; end if;
        end if;
        raise exception 'These records are kept as they are.';
      end $$`.execute(db);
  }
  for (const table of ['access_record', 'access_review', 'deletion']) {
    if (isPostgres(db)) {
      await sql`create trigger ${sql.raw(`${table}_kept`)} before update or delete on ${sql.table(table)}
        for each row execute function kept_as_it_is()`.execute(db);
      continue;
    }
    const refuse = sql`begin select raise(abort, 'These records are kept as they are.'); end`;
    const due = sql`when not exists (select 1 from deletion where kind = 'access_records' and before > old.at)`;
    const onDelete = table === 'access_record' ? due : sql``;
    await sql`create trigger ${sql.raw(`${table}_unchanged`)} before update on ${sql.table(table)} ${refuse}`.execute(
      db,
    );
    await sql`create trigger ${sql.raw(`${table}_kept`)} before delete on ${sql.table(table)} ${onDelete} ${refuse}`.execute(
      db,
    );
  }
}

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter;
