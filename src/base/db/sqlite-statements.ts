import type { Database as Sqlite } from 'sqlite3';

export type Statement = ReturnType<Sqlite['prepare']>;

/** More than the app asks on its busiest paths; those used last stay. */
const MOST = 100;
/** A longer text holds values of its own, and is never asked again. */
const LONGEST = 4_000;

/** A connection's: `kept` for the next time by their words, `passing` used once, and those being prepared. */
type Statements = {
  kept: Map<string, Statement>;
  passing: Set<Statement>;
  preparing: Set<Promise<Statement>>;
  isClosing: boolean;
};
const known = new WeakMap<Sqlite, Statements>();

function statementsOf(sqlite: Sqlite): Statements {
  const own = known.get(sqlite) ?? { kept: new Map(), passing: new Set(), preparing: new Set(), isClosing: false };
  known.set(sqlite, own);
  return own;
}

/**
 * Works with a statement of that connection, which is kept for the next time: preparing one takes longer than most of our queries.
 * `work` asks it at once, so that it is never given up between; a statement that is busy takes what is asked in turn.
 */
export async function withStatement<Result>(
  sqlite: Sqlite,
  sql: string,
  work: (statement: Statement) => Promise<Result>,
): Promise<Result> {
  if (sql.length > LONGEST) {
    const { statement, done } = await passingStatement(sqlite, sql);
    return work(statement).finally(done);
  }
  const { kept } = statementsOf(sqlite);
  const before = kept.get(sql);
  const statement = before ?? (await prepare(sqlite, sql));
  if (!before) {
    kept.get(sql)?.finalize(); // asked twice at the same moment
    const [oldest] = kept.size >= MOST ? kept.keys() : [];
    if (oldest !== undefined) kept.get(oldest)?.finalize();
    if (oldest !== undefined) kept.delete(oldest);
  }
  kept.delete(sql);
  kept.set(sql, statement);
  return work(statement);
}

/** A statement that is used once, until it is `done`. */
export async function passingStatement(
  sqlite: Sqlite,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<{ statement: Statement; done(): Promise<void> }> {
  const { passing } = statementsOf(sqlite);
  const statement = await prepare(sqlite, sql, parameters);
  passing.add(statement);
  const done = async () => {
    if (passing.delete(statement)) await new Promise<void>((resolve) => statement.finalize(() => resolve()));
  };
  return { statement, done };
}

/** SQLite closes no connection that has statements left, and prepares none meanwhile: what is asked from now on is refused. */
export async function finalizeAll(sqlite: Sqlite): Promise<void> {
  const own = statementsOf(sqlite);
  own.isClosing = true;
  await Promise.allSettled(own.preparing);
  for (const statement of [...own.kept.values(), ...own.passing]) statement.finalize();
  own.kept.clear();
  own.passing.clear();
}

function prepare(sqlite: Sqlite, sql: string, parameters: readonly unknown[] = []): Promise<Statement> {
  const own = statementsOf(sqlite);
  const { promise, resolve, reject } = Promise.withResolvers<Statement>();
  if (own.isClosing) reject(new Error('The database was closed.'));
  else {
    const statement: Statement = sqlite.prepare(sql, parameters, (error: Error | null) =>
      error ? reject(error) : resolve(statement),
    );
    own.preparing.add(promise);
    promise.finally(() => own.preparing.delete(promise)).catch(() => undefined);
  }
  return promise;
}
