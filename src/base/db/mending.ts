import { type ConnectionProvider, DefaultConnectionProvider, DefaultQueryExecutor, type Dialect, Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { codeOf } from './whole-file.ts';

/**
 * A register that asks once more where SQLite says `corrupt` and `mend` has put that right. A transaction is done anew as a whole: it may
 * fail only where it commits, which is where an index of words is written.
 */
export function mendingKysely(dialect: Dialect, mend: () => Promise<boolean>): Kysely<Schema> {
  const adapter = dialect.createAdapter();
  const driver = dialect.createDriver();
  const connections = new DefaultConnectionProvider(driver);
  const provider: ConnectionProvider = {
    async provideConnection(consumer, options) {
      try {
        return await connections.provideConnection(consumer, options);
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_CORRUPT' || !(await mend())) throw error;
        return connections.provideConnection(consumer, options);
      }
    },
  };
  const executor = new DefaultQueryExecutor(dialect.createQueryCompiler(), adapter, provider);
  return new Kysely<Schema>({ config: { dialect }, dialect, driver, executor });
}
