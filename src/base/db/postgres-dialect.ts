import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import Cursor from 'pg-cursor';
import { PostgresCompiler } from './postgres-compiler.ts';
import { leave, Pool } from './postgres-pool.ts';
import { isReading } from './reading.ts';
import { codeOf } from './whole-file.ts';

const READERS = 8;
/** How long a writer waits for another, as it does for a file. */
const BUSY_MS = 10_000;
/** The lock that whoever writes into the office's register holds: no two transactions decide by what both saw. */
const OFFICE_LOCK = 5_124_738;
/** Of a statement that met another (a restore, some other tool): it may simply be said again. */
const TRIES = 5;
const MEETINGS = new Set(['40001', '40P01']);

/**
 * Kysely over `pg`, as its SQLite counterpart works: one writer at a time, here in all processes, and readers that never wait for it.
 * A select outside a transaction goes to a reader; everything else takes its turn at the one connection that writes, so that writers who
 * wait for another process keep no reader waiting. A transaction that is `read only` sees one state throughout.
 */
export function postgresDialect(address: string): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new PostgresDriver(address),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresCompiler(),
  };
}

class Adapter extends PostgresAdapter {
  /** Migrations are a transaction, and have the office's lock as every other. */
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class PostgresDriver implements Driver {
  readonly #writer: Pool;
  readonly #readers: Pool;

  constructor(address: string) {
    this.#writer = new Pool(address, 1);
    this.#readers = new Pool(address, READERS);
  }

  async init() {}
  async acquireConnection() {
    return new Connection(this.#writer, this.#readers);
  }
  async releaseConnection() {}
  beginTransaction(connection: Connection, settings: TransactionSettings) {
    return connection.begin(settings.accessMode === 'read only');
  }
  commitTransaction(connection: Connection) {
    return connection.end('commit');
  }
  rollbackTransaction(connection: Connection) {
    return connection.end('rollback');
  }
  async destroy() {
    await Promise.all([this.#writer.close(), this.#readers.close()]);
  }
}

/** What Kysely holds while it works; which real connection serves it is known only when a query comes. */
class Connection implements DatabaseConnection {
  readonly #writer: Pool;
  readonly #readers: Pool;
  #transaction: pg.PoolClient | undefined;
  /** Its transaction has ended: what comes now came too late for it, and must not be written on its own. */
  #over = false;

  constructor(writer: Pool, readers: Pool) {
    this.#writer = writer;
    this.#readers = readers;
  }

  async begin(readOnly: boolean): Promise<void> {
    const words = readOnly ? 'begin isolation level repeatable read read only' : BEGIN_WRITING;
    const { client } = await (readOnly ? this.#readers : this.#writer).take((client) => client.query(words));
    this.#transaction = client;
    this.#over = false;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const client = this.#transaction;
    if (!client) return;
    this.#transaction = undefined;
    this.#over = true;
    if (how === 'rollback') return leave(client);
    try {
      const { command } = await client.query('commit');
      // A statement before it had failed, and nobody minded.
      if (command !== 'COMMIT') throw new Error('The transaction had failed, and was rolled back.');
    } catch (error) {
      await leave(client);
      throw error;
    }
    client.release();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction) return execute<Row>(this.#transaction, query);
    if (this.#over) throw new Error('A query came after the end of its transaction.');
    for (let tries = 1; ; tries++) {
      try {
        return await (isReading(query) ? this.#read<Row>(query) : this.#write<Row>(query));
      } catch (error) {
        if (tries === TRIES || !MEETINGS.has(codeOf(error))) throw error;
      }
    }
  }

  async #read<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { client, answer } = await this.#readers.take((client) => execute<Row>(client, query));
    client.release();
    return answer;
  }

  async #write<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    await this.begin(false);
    const client = this.#transaction as pg.PoolClient;
    try {
      const result = await execute<Row>(client, query);
      await this.end('commit');
      return result;
    } catch (error) {
      await this.end('rollback');
      throw error;
    } finally {
      this.#over = false;
    }
  }

  async *streamQuery<Row>(query: CompiledQuery, chunkSize = 100): AsyncIterableIterator<QueryResult<Row>> {
    const open = async (client: pg.PoolClient) => {
      const cursor = client.query(new Cursor<Row>(query.sql, [...query.parameters]));
      return { cursor, rows: await cursor.read(chunkSize) };
    };
    const own = this.#transaction;
    const { client, answer } = own ? { client: own, answer: await open(own) } : await this.#readers.take(open);
    try {
      for (let { rows } = answer; rows.length > 0; rows = await answer.cursor.read(chunkSize)) yield { rows };
    } finally {
      await answer.cursor.close();
      if (!own) client.release();
    }
  }
}

const BEGIN_WRITING = `begin; set local lock_timeout = ${BUSY_MS}; select pg_advisory_xact_lock(${OFFICE_LOCK})`;

async function execute<Row>(
  client: pg.PoolClient,
  { sql, parameters, query }: CompiledQuery,
): Promise<QueryResult<Row>> {
  const { rows, rowCount } = await client.query(sql, [...parameters]);
  return query.kind === 'SelectQueryNode' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) };
}
