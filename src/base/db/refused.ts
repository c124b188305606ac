import type { OpenRefusal } from '../../vocabulary/database.ts';

/** Why a database file can't be used; worded in text/ for the person who starts the app. */
export class DatabaseRefused extends Error {
  readonly refusal: OpenRefusal;
  readonly file: string;
  /** What the words need beside the file: the commit that still reads it, or the files that lie beside it. */
  readonly detail: string;

  constructor(refusal: OpenRefusal, file: string, { cause, detail = '' }: { cause?: unknown; detail?: string } = {}) {
    super(`${refusal}: ${file}`, { cause });
    this.refusal = refusal;
    this.file = file;
    this.detail = detail;
  }
}
