import pg from 'pg';
import { codeOf } from './whole-file.ts';

/** Connections to the server. Once it closes, whoever still waits for one hears so. */
export class Pool {
  readonly #max: number;
  readonly #pool: pg.Pool;
  readonly #closing = Promise.withResolvers<never>();

  constructor(connectionString: string, max: number) {
    this.#max = max;
    this.#pool = new pg.Pool({
      connectionString,
      max,
      min: 1, // by its connection a restore sees that the register is in use, however quiet its app has been
      types,
      application_name: 'biseo',
      connectionTimeoutMillis: 30_000,
      keepAlive: true, // a way between that forgets quiet connections doesn't, and one that is dead is found out
    });
    // A connection that breaks while nobody uses it is replaced; one in use fails the query that uses it.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => {
      client.on('error', () => undefined);
      // What is asked here takes milliseconds; compiling it takes tens, or hundreds.
      client.query('set jit = off').catch(() => undefined);
    });
    this.#closing.promise.catch(() => undefined);
  }

  /**
   * A connection, and what it answered to what was asked over it first, which may be asked twice: that the server or a wire has cut a
   * connection is known only when it is used. All that lie ready may be cut; the one after them is new.
   */
  async take<Answer>(
    first: (client: pg.PoolClient) => Promise<Answer>,
  ): Promise<{ client: pg.PoolClient; answer: Answer }> {
    for (let tries = 0; ; tries++) {
      const client = await this.#connect();
      try {
        return { client, answer: await first(client) };
      } catch (error) {
        if (!isCut(error)) {
          await leave(client);
          throw error;
        }
        client.release(true);
        if (tries === this.#max) throw error;
      }
    }
  }

  /** One that comes after the pool was closed goes back at once: the pool waits for all of its own. */
  #connect(): Promise<pg.PoolClient> {
    const connecting = this.#pool.connect();
    return Promise.race([connecting, this.#closing.promise]).catch((error) => {
      connecting.then((late) => late.release(true)).catch(() => undefined);
      throw error;
    });
  }

  async close(): Promise<void> {
    this.#closing.reject(new Error('The database was closed.'));
    await this.#pool.end();
  }
}

/** Sums and counts come as numbers; 53 bits hold 9,007 trillion won. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    NUMBERS.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Whether the connection is gone: the server said so, or the wire, or `pg`, which has no code for it. */
function isCut(error: unknown): boolean {
  const code = codeOf(error);
  const isSaid =
    error instanceof Error && /connection (terminated unexpectedly|error and is not queryable)/.test(error.message);
  return isSaid || CUT.has(code) || code.startsWith('08');
}

/** Ended by an administrator or a crash; reset or broken on the way. */
const CUT = new Set(['57P01', '57P02', 'ECONNRESET', 'EPIPE']);

/** Gives a connection back without what it was doing; one that can't even be told so is not used again. */
export async function leave(client: pg.PoolClient): Promise<void> {
  const isBroken = await client.query('rollback').then(
    () => false,
    () => true,
  );
  client.release(isBroken);
}
