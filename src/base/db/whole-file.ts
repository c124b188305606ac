import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { DatabaseRefused } from './refused.ts';

const PART = '.biseo-part-';
/** What nobody has written to for so long was left by a process that was killed. */
const ABANDONED_MS = 60 * 60_000;

export const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );

/**
 * Has a file written under a name of its own and gives it the wanted name only when all of it is on the disk, for its user only. Whatever
 * fails, nothing stands under the wanted name; what stood there before is not touched (EEXIST).
 */
export async function writeWhole(to: string, write: (part: string) => Promise<void>): Promise<void> {
  await withPart(to, write, (part) => giveName(part, to));
}

/** The same for a name that may be taken: `place` puts the finished file there. */
export async function withPart(
  to: string,
  write: (part: string) => Promise<void>,
  place: (part: string) => Promise<void>,
): Promise<void> {
  const folder = path.dirname(path.resolve(to));
  const part = `${to}${PART}${randomBytes(4).toString('hex')}`;
  try {
    await (await fs.open(part, 'wx', 0o600)).close();
    await write(part);
    await refuseUnfolded(part, to);
    await sync(part);
    const { mtimeMs: now } = await fs.stat(part);
    await place(part);
    await syncFolder(folder);
    await sweep(folder, now - ABANDONED_MS);
  } catch (error) {
    const isFull = error instanceof DatabaseRefused && error.refusal === 'no_room';
    if (isFull || isNoRoom(error)) throw new DatabaseRefused('no_room', to, { cause: error });
    throw error;
  } finally {
    for (const side of ['', '-wal', '-shm', '-journal']) await fs.rm(`${part}${side}`, { force: true });
  }
}

/** One folder after the other: Node's own `recursive` never ends where a folder can't be made, as in /proc. */
export async function makeFolder(folder: string): Promise<void> {
  const exists = await fs.stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (exists) return;
  if (path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await fs.mkdir(folder, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error; // another process was faster
  });
}

/** Gives a file its name if that is free; throws EEXIST if not. */
async function giveName(part: string, to: string): Promise<void> {
  try {
    await fs.link(part, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await exists(to))) throw error;
    await fs.rename(part, to); // a file system without links
  }
}

export async function sync(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** So that a name outlives a power cut, too. Windows has no such thing for folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SQLite closes without a word when its journal finds no room in the file: what is in the journal is not in the file. */
async function refuseUnfolded(part: string, to: string): Promise<void> {
  const journal = await fs.stat(`${part}-wal`).catch(() => null);
  if (journal && journal.size > 0) throw new DatabaseRefused('no_room', to);
}

async function sweep(folder: string, before: number): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    if (!name.includes(PART)) continue;
    const left = path.join(folder, name);
    const { mtimeMs } = await fs.stat(left).catch(() => ({ mtimeMs: before }));
    if (mtimeMs < before) await fs.rm(left, { force: true });
  }
}

const NO_ROOM = ['SQLITE_FULL', 'SQLITE_IOERR', 'ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'];

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The disk is full, or fails: it won't take what is written. */
export const isNoRoom = (error: unknown): boolean => NO_ROOM.includes(codeOf(error));
