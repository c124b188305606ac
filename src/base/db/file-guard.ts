import { promises as fs } from 'node:fs';
import { type Kysely, sql } from 'kysely';
import type { DatabaseTrouble } from '../../vocabulary/database.ts';
import type { Schema } from './schema.ts';
import { NothingIsSaved, troubleOf } from './trouble.ts';

type Database = Kysely<Schema>;

/**
 * Looks after the file under an open register. SQLite goes on writing into a file that was deleted or replaced, and tells nobody: so
 * whether the file and its journal are the ones that were opened is looked at before each commit.
 */
export type FileGuard = {
  /** Throws where what is written now would be lost. */
  assure(): Promise<void>;
  look(): Promise<DatabaseTrouble | null>;
  /** Reads every page: what is damaged takes no more entries, until a later check finds it whole. */
  check(db: Database): Promise<DatabaseTrouble | null>;
};

const guards = new WeakMap<Database, FileGuard>();

/** Null where the register is no file. */
export const guardOf = (db: Database): FileGuard | null => guards.get(db) ?? null;

export const keepGuard = (db: Database, guard: FileGuard): void => {
  guards.set(db, guard);
};

/** `file`: opened just now, and read once, so that its journal is there, too. */
export async function guardFile(file: string): Promise<FileGuard> {
  const parts = [file, `${file}-wal`];
  const opened = await Promise.all(parts.map(identityOf));
  let damaged = false;
  const look = async () => {
    const found = await Promise.all(parts.map(identityOf));
    if (found.some((identity, i) => identity !== opened[i])) return 'lost';
    return damaged ? 'damaged' : null;
  };
  return {
    look,
    async assure() {
      const trouble = await look();
      if (trouble) throw new NothingIsSaved(trouble);
    },
    async check(db) {
      damaged = !(await isWhole(db));
      return look();
    },
  };
}

const identityOf = (file: string): Promise<string | null> =>
  fs.stat(file, { bigint: true }).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => null,
  );

/**
 * SQLite finds a full-text index corrupt when another process has written to it since this connection last read it, though it is whole.
 * Nothing that was entered stands only there.
 */
const isOfSearch = (said: string): boolean => said.startsWith('fts5:');

async function isWhole(db: Database): Promise<boolean> {
  try {
    const check = sql<{ quick_check: string }>`pragma_quick_check`.as('checked');
    const said = await db.selectFrom(check).select('quick_check').execute(); // a select: writing goes on meanwhile
    return said.every(({ quick_check }) => quick_check === 'ok' || isOfSearch(quick_check));
  } catch (error) {
    if (troubleOf(error) === 'damaged') return false;
    throw error;
  }
}
