import type { Deps } from '../../base/deps.ts';
import { dropBytes, putBytes, readBytes } from './file/store.ts';
import { dropFile, putFile, readFile } from './shelf.ts';

// Receipts are where every app on the register reaches them: in the database of a server, beside a SQLite file in its folder.

type Where = Pick<Deps, 'db' | 'config'>;

export const keepFile = ({ db, config: { receiptsFolder } }: Where, name: string, bytes: Uint8Array): Promise<void> =>
  receiptsFolder === null ? putBytes(db, name, bytes) : putFile(receiptsFolder, name, bytes);

/** Null when it is not there, or no longer what was put there. */
export const readKept = (
  { db, config: { receiptsFolder } }: Where,
  name: string,
  sha256: string,
): Promise<Buffer | null> =>
  receiptsFolder === null ? readBytes(db, name, sha256) : readFile(receiptsFolder, name, sha256);

/** For a file that never became a receipt. */
export const dropKept = ({ db, config: { receiptsFolder } }: Where, name: string): Promise<void> =>
  receiptsFolder === null ? dropBytes(db, name) : dropFile(receiptsFolder, name);
