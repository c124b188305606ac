import { HandleEmptyInListsPlugin, Kysely, replaceWithNoncontingentExpression, sql } from 'kysely';
import { shownAddress } from './address.ts';
import { type Opener, refuseForeign, refuseMaker } from './checks.ts';
import { knownMigrations, migrateAll } from './migrate.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { DatabaseRefused } from './refused.ts';
import type { Schema } from './schema.ts';
import { codeOf } from './whole-file.ts';

const OLDEST_SERVER = 15;

/** Opens a database on a server and brings its tables up to date; it has to exist, and be empty or ours. */
export async function openPostgres(address: string, by: Opener): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({
    dialect: postgresDialect(address),
    plugins: [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })],
  });
  try {
    const shown = shownAddress(address);
    const ran = await refuseUnknown(db, shown);
    // Only then: a start that has nothing to change need not wait for whoever writes.
    if ((await knownMigrations()).some((name) => !ran.includes(name))) await inTurn(db, () => migrateAll(db));
    refuseMaker(await makerOf(db, by), shown, by);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** The lock that whoever changes the tables has from before it begins. */
export const CHANGING_TABLES = 5_124_739;

/**
 * Waits for other apps that start at the same moment as long as it takes them: what a new index of a million records takes is more than a
 * writer waits for another.
 */
function inTurn(db: Kysely<Schema>, work: () => Promise<void>): Promise<void> {
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(CHANGING_TABLES)})`.execute(db);
      await work();
    });
}

/** The migrations that have run on it. */
async function refuseUnknown(db: Kysely<Schema>, shown: string): Promise<string[]> {
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`
    .execute(db)
    .catch((error) => {
      throw new DatabaseRefused(codeOf(error) === '3D000' ? 'not_found' : 'not_reachable', shown, {
        cause: error,
      });
    });
  const [server] = rows;
  if (!server || server.version < OLDEST_SERVER || server.encoding !== 'UTF8') {
    throw new DatabaseRefused('unfit_server', shown);
  }
  // One state throughout: another process may be creating the tables at this moment.
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      const { ran, tables } = await ranOn({ query: async (words) => sql.raw<{ name: string }>(words).execute(db) });
      await refuseForeign(ran, tables, shown);
      return ran;
    });
}

/** The migrations that have run on a database, and its tables. */
export async function ranOn(connection: {
  query(words: string): Promise<{ rows: { name: string }[] }>;
}): Promise<{ ran: string[]; tables: string[] }> {
  const names = async (words: string) => (await connection.query(words)).rows.map(({ name }) => name);
  const tables = await names(
    "select table_name as name from information_schema.tables where table_schema = 'public' order by table_name",
  );
  const ran = tables.includes('kysely_migration')
    ? await names('select name from public.kysely_migration order by name')
    : [];
  return { ran, tables };
}

/** Who made this register: whoever opens it first. */
async function makerOf(db: Kysely<Schema>, by: Opener): Promise<string> {
  const known = (db: Kysely<Schema>) => db.selectFrom('register').select('made_by').executeTakeFirst();
  const made = (await known(db)) ?? (await db.transaction().execute((db) => make(db)));
  return made.made_by;

  async function make(db: Kysely<Schema>): Promise<{ made_by: string }> {
    const row = await known(db);
    if (row) return row;
    const made = { made_by: by === 'playground' ? 'playground' : 'office' };
    await db.insertInto('register').values(made).execute();
    return made;
  }
}
