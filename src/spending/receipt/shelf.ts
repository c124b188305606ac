import { createHash, randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';

/** Where the receipts of a database are: beside it, so that both are copied, moved and looked after together. */
export const receiptsFolder = (databaseFile: string): string => `${databaseFile}.receipts`;

/** Says nothing of whose it is or what it holds, and can't be guessed. */
export const newName = (): string => randomBytes(20).toString('hex');

export const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const PART = '.part';

/** Puts a file there whole or not at all: it gets its name only when its bytes are on the disk. */
export async function putFile(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const to = pathOf(folder, name);
  await fs.mkdir(folder, { mode: 0o700 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const part = `${to}-${randomBytes(4).toString('hex')}${PART}`; // another process may be doing the same
  try {
    const file = await fs.open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await fs.rename(part, to);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw error;
  }
  await syncFolder(folder);
  await dropParts(folder, name);
}

/** Null when it is not there, or no longer what was put there. */
export async function readFile(folder: string, name: string, sha256: string): Promise<Buffer | null> {
  const bytes = await fs.readFile(pathOf(folder, name)).catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes && checksum(bytes) === sha256 ? bytes : null;
}

/** For a file that never became a receipt. */
export async function dropFile(folder: string, name: string): Promise<void> {
  await fs.rm(pathOf(folder, name), { force: true });
  await dropParts(folder, name);
}

/** What a process that was killed half-way left of it. */
async function dropParts(folder: string, name: string): Promise<void> {
  const parts = (await namesIn(folder)).filter((it) => it.startsWith(`${name}-`) && it.endsWith(PART));
  for (const it of parts) await fs.rm(path.join(folder, it), { force: true });
}

export const namesIn = (folder: string): Promise<string[]> =>
  fs.readdir(folder).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Takes away what a process that was killed left half-written, unless it is so new that another one may be writing it. */
export async function sweep(folder: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of (await namesIn(folder)).filter((it) => it.endsWith(PART))) {
    const found = await fs.stat(path.join(folder, name)).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await fs.rm(path.join(folder, name), { force: true });
    swept++;
  }
  return swept;
}

/** The names are our own, from the table; one that is not leads nowhere. */
function pathOf(folder: string, name: string): string {
  if (!/^[0-9a-f]{40}$/.test(name)) throw new Error('That is no name of a receipt.');
  return path.join(folder, name);
}

/** So that the new name outlives a power cut, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined); // some file systems have no such thing
  await handle?.close();
}
