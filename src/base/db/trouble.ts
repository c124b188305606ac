import type { DatabaseTrouble } from '../../vocabulary/database.ts';
import { codeOf, isNoRoom } from './whole-file.ts';

/** Thrown instead of confirming what would be lost. */
export class NothingIsSaved extends Error {
  readonly trouble: DatabaseTrouble;

  constructor(trouble: DatabaseTrouble) {
    super(`Nothing is saved: ${trouble}`);
    this.trouble = trouble;
  }
}

// PostgreSQL's.
const DISK_FULL = '53100';
const LOCK_NOT_AVAILABLE = '55P03';

/** Null: the failure is not the database's, but ours. */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  if (error instanceof NothingIsSaved) return error.trouble;
  if (isNoRoom(error) || codeOf(error) === DISK_FULL) return 'no_room';
  if (codeOf(error) === 'SQLITE_BUSY' || codeOf(error) === LOCK_NOT_AVAILABLE) return 'busy';
  if (codeOf(error) === 'SQLITE_CORRUPT' || codeOf(error) === 'SQLITE_NOTADB') return 'damaged';
  return codeOf(error) === 'SQLITE_READONLY' ? 'lost' : null;
}
