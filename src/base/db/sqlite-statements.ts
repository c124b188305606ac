import type { Database as Sqlite } from 'sqlite3';

export type Statement = ReturnType<Sqlite['prepare']>;

/** More than the app asks on its busiest paths; those used last stay. */
const MOST = 100;
/** A longer text holds values of its own, and is never asked again. */
const LONGEST = 4_000;

const kept = new WeakMap<Sqlite, Map<string, Statement>>();

/**
 * Works with a statement of that connection, which is kept for the next time: preparing one takes longer than most of our queries.
 * `work` asks it at once, so that it is never given up between; a statement that is busy takes what is asked in turn.
 */
export async function withStatement<Result>(
  sqlite: Sqlite,
  sql: string,
  work: (statement: Statement) => Promise<Result>,
): Promise<Result> {
  const own = kept.get(sqlite) ?? new Map<string, Statement>();
  kept.set(sqlite, own);
  const known = own.get(sql);
  const statement = known ?? (await prepare(sqlite, sql));
  if (sql.length > LONGEST) return work(statement).finally(() => statement.finalize());
  if (!known) {
    own.get(sql)?.finalize(); // asked twice at the same moment
    const [oldest] = own.size >= MOST ? own.keys() : [];
    if (oldest !== undefined) own.get(oldest)?.finalize();
    if (oldest !== undefined) own.delete(oldest);
  }
  own.delete(sql);
  own.set(sql, statement);
  return work(statement);
}

/** SQLite closes no connection that has statements left. */
export function finalizeKept(sqlite: Sqlite): void {
  for (const statement of kept.get(sqlite)?.values() ?? []) statement.finalize();
  kept.delete(sqlite);
}

export function prepare(sqlite: Sqlite, sql: string, parameters: readonly unknown[] = []): Promise<Statement> {
  return new Promise((resolve, reject) => {
    const statement: Statement = sqlite.prepare(sql, parameters, (error: Error | null) =>
      error ? reject(error) : resolve(statement),
    );
  });
}
