import { statSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { DatabaseTrouble } from '../../vocabulary/database.ts';
import type { Schema } from './schema.ts';
import { NothingIsSaved } from './trouble.ts';

type Database = Kysely<Schema>;

/**
 * Looks after the file under an open register. SQLite goes on writing into a file that was deleted or replaced, and tells nobody: so
 * whether the file and its journal are the ones that were opened is looked at before each commit; and whether the file has become
 * smaller, which a register never does: then an older copy was written over it.
 */
export type FileGuard = {
  /** Throws where what is written now would be lost. */
  assure(): Promise<void>;
  look(): Promise<DatabaseTrouble | null>;
  /** Reads every page: what is damaged takes no more entries, until a later check finds it whole. */
  check(): Promise<DatabaseTrouble | null>;
  /** Where SQLite says `corrupt`: looks what is damaged; true where it was an index of words, which is built anew, and asking again will do. */
  mend(): Promise<boolean>;
  /** Whether an index of words was found damaged and built anew since this was last asked. */
  wasSearchRebuilt(): boolean;
};

const guards = new WeakMap<Database, FileGuard>();

/** Null where the register is no file. */
export const guardOf = (db: Database): FileGuard | null => guards.get(db) ?? null;

export const keepGuard = (db: Database, guard: FileGuard): void => {
  guards.set(db, guard);
};

type Checked = 'whole' | 'damaged' | 'search_rebuilt';

/** `file`: opened just now, and read once, so that its journal is there, too. `checked`: what the start found; `checkAgain`: it anew. */
export function guardFile(file: string, checked: Checked, checkAgain: () => Promise<Checked>): FileGuard {
  const parts = [file, `${file}-wal`];
  const opened = parts.map(identityOf);
  let size = sizeOf(file);
  let damaged = false;
  let rebuilt = checked === 'search_rebuilt';
  const look = async () => {
    const found = parts.map(identityOf);
    if (found.some((identity, i) => identity !== opened[i])) return 'lost';
    const now = sizeOf(file);
    if (now < size) return 'lost';
    size = now;
    return damaged ? 'damaged' : null;
  };
  const check = async () => {
    const found = await checkAgain();
    damaged = found === 'damaged';
    rebuilt ||= found === 'search_rebuilt';
    return look();
  };
  let mending: Promise<boolean> | null = null; // many may find it at once
  return {
    look,
    check,
    async assure() {
      const trouble = await look();
      if (trouble) throw new NothingIsSaved(trouble);
    },
    async mend() {
      if (damaged) return false;
      mending ??= check()
        .then((trouble) => trouble === null)
        .finally(() => {
          mending = null;
        });
      return mending;
    },
    wasSearchRebuilt() {
      const was = rebuilt;
      rebuilt = false;
      return was;
    },
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Asked before each commit: handing the question to a thread would take longer than the answer. */
function identityOf(file: string): string | null {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}
