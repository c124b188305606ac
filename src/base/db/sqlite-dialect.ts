import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import type { Database as Sqlite } from 'sqlite3';
import { isReading } from './reading.ts';
import { finalizeAll, passingStatement, type Statement, withStatement } from './sqlite-statements.ts';

/** The connections to one file: SQLite takes one writer at a time, and in WAL mode readers never wait for it. */
export type Connections = { writer: Sqlite; readers: readonly Sqlite[] };

/** Throws where what is written would be lost: asked before anything is confirmed. */
export type Assure = () => Promise<void>;

/**
 * Kysely over the `sqlite3` package (its own SqliteDialect speaks better-sqlite3 and silently returns no rows here).
 * A select outside a transaction goes to a reader; everything else takes its turn at the writer. A transaction holds
 * the writer from its start (`begin immediate`), or one reader if it is `read only`, and sees one state throughout.
 * Streams may take their time, so they never have the last reader, nor has a transaction of isolation level `snapshot`: what is read page
 * by page.
 */
export function sqliteDialect(connections: Connections, assure: Assure = async () => undefined): Dialect {
  return {
    createAdapter: () => new Adapter(),
    createDriver: () => new SqliteDriver(connections, assure),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class Adapter extends SqliteAdapter {
  /** The driver below does its own queueing, so that reading needs no queue. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Hands out its items one holder at a time, first come first served. */
class Pool<Item> {
  readonly #free: Item[];
  readonly #waiting: ((item: Item) => void)[] = [];

  constructor(items: readonly Item[]) {
    this.#free = [...items];
  }
  take(): Promise<Item> | Item {
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve));
  }
  give(item: Item): void {
    const next = this.#waiting.shift();
    if (next) next(item);
    else this.#free.push(item);
  }
}

/** `turn`: that of something that may take its time. */
type Held = { pool: Pool<Sqlite>; sqlite: Sqlite; turn?: number };

class SqliteDriver implements Driver {
  readonly #connections: Connections;
  readonly #writer: Pool<Sqlite>;
  readonly #readers: Pool<Sqlite>;
  readonly #streams: Pool<number>;
  readonly #assure: Assure;

  constructor(connections: Connections, assure: Assure) {
    this.#assure = assure;
    this.#connections = connections;
    this.#writer = new Pool([connections.writer]);
    this.#readers = new Pool(connections.readers);
    this.#streams = new Pool([...connections.readers.keys()].slice(0, Math.max(1, connections.readers.length - 1)));
  }

  async init() {}
  async acquireConnection() {
    return new Connection(this.#writer, this.#readers, this.#streams, this.#assure);
  }
  async releaseConnection() {}
  beginTransaction(connection: Connection, settings: TransactionSettings) {
    return connection.begin(settings.accessMode === 'read only', settings.isolationLevel === 'snapshot');
  }
  commitTransaction(connection: Connection) {
    return connection.end('commit');
  }
  rollbackTransaction(connection: Connection) {
    return connection.end('rollback');
  }
  async destroy() {
    for (const sqlite of [...this.#connections.readers, this.#connections.writer]) await close(sqlite);
  }
}

/** What Kysely holds while it works; which real connection serves it is known only when a query comes. */
class Connection implements DatabaseConnection {
  readonly #writer: Pool<Sqlite>;
  readonly #readers: Pool<Sqlite>;
  readonly #streams: Pool<number>;
  readonly #assure: Assure;
  #transaction: Held | undefined;
  /** Its transaction has ended: what comes now came too late for it, and must not be written on its own. */
  #over = false;

  constructor(writer: Pool<Sqlite>, readers: Pool<Sqlite>, streams: Pool<number>, assure: Assure) {
    this.#assure = assure;
    this.#writer = writer;
    this.#readers = readers;
    this.#streams = streams;
  }

  async begin(readOnly: boolean, isLong: boolean): Promise<void> {
    const pool = readOnly ? this.#readers : this.#writer;
    const turn = isLong ? await this.#streams.take() : undefined;
    const sqlite = await pool.take();
    const held = { pool, sqlite, ...(turn === undefined ? {} : { turn }) };
    try {
      await all(sqlite, readOnly ? 'begin' : 'begin immediate', []);
    } catch (error) {
      this.#giveBack(held);
      throw error;
    }
    this.#transaction = held;
    this.#over = false;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const held = this.#transaction;
    if (!held) return;
    try {
      if (how === 'commit' && held.pool === this.#writer) await this.#assure();
      await all(held.sqlite, how, []);
    } catch (error) {
      // A full disk can refuse the commit and leave the transaction open; the next one must not inherit it.
      if (how === 'commit') await all(held.sqlite, 'rollback', []).catch(() => undefined);
      // A full disk has undone it already: what is to be told is that, and not that there is nothing left to undo.
      else if (error instanceof Error && error.message.includes('no transaction is active')) return;
      throw error;
    } finally {
      this.#transaction = undefined;
      this.#over = true;
      this.#giveBack(held);
    }
  }

  #giveBack({ pool, sqlite, turn }: Held): void {
    pool.give(sqlite);
    if (turn !== undefined) this.#streams.give(turn);
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#using(query, (sqlite) => execute<Row>(sqlite, query));
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    if (this.#transaction) {
      yield* rowsOf<Row>(this.#transaction.sqlite, query);
      return;
    }
    const turn = await this.#streams.take();
    try {
      const held = await this.#take(query);
      try {
        yield* rowsOf<Row>(held.sqlite, query);
      } finally {
        held.pool.give(held.sqlite);
      }
    } finally {
      this.#streams.give(turn);
    }
  }

  async #using<Result>(query: CompiledQuery, work: (sqlite: Sqlite) => Promise<Result>): Promise<Result> {
    if (this.#transaction) return work(this.#transaction.sqlite);
    const held = await this.#take(query);
    try {
      if (held.pool === this.#writer) await this.#assure();
      return await work(held.sqlite);
    } finally {
      held.pool.give(held.sqlite);
    }
  }

  async #take(query: CompiledQuery): Promise<Held> {
    if (this.#over) throw new Error('A query came after the end of its transaction.');
    const pool = isReading(query) ? this.#readers : this.#writer;
    return { pool, sqlite: await pool.take() };
  }
}

function execute<Row>(sqlite: Sqlite, { sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
  const returnsRows = query.kind === 'SelectQueryNode' || query.kind === 'RawNode' || 'returning' in query;
  return withStatement(
    sqlite,
    sql,
    (statement) =>
      new Promise((resolve, reject) => {
        if (returnsRows) statement.all<Row>(parameters, (error, rows) => (error ? reject(error) : resolve({ rows })));
        else
          statement.run(parameters, function (error) {
            if (error) return reject(error);
            resolve({ rows: [], insertId: BigInt(this.lastID), numAffectedRows: BigInt(this.changes) });
          });
      }),
  );
}

async function* rowsOf<Row>(sqlite: Sqlite, query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
  const { statement, done } = await passingStatement(sqlite, query.sql, query.parameters);
  try {
    for (let row = await step<Row>(statement); row !== undefined; row = await step<Row>(statement)) {
      yield { rows: [row] };
    }
  } finally {
    await done();
  }
}

/** Runs one statement on one real connection: for pragmas and transactions, which Kysely has no words for. */
export function all<Row>(sqlite: Sqlite, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    sqlite.all<Row>(sql, parameters, (error, rows) => (error ? reject(error) : resolve(rows)));
  });
}

export async function close(sqlite: Sqlite): Promise<void> {
  await finalizeAll(sqlite);
  await new Promise<void>((resolve, reject) => sqlite.close((error) => (error ? reject(error) : resolve())));
}

/** The statement's next row; `get` without parameters goes on where it stood, so a slow reader holds one row only. */
function step<Row>(statement: Statement): Promise<Row | undefined> {
  return new Promise((resolve, reject) => {
    statement.get<Row>((error: Error | null, row?: Row) => (error ? reject(error) : resolve(row)));
  });
}
