import { expenseName } from '../expense/rules.ts';
import { putFile, readFile, receiptsFolder } from './shelf.ts';
import type { Stored } from './store.ts';

/** Receipts that could not be had, or are not what they were. */
export type Travelled = { copied: number; lost: Stored[] };

/**
 * Puts every file of a database into the folder beside it, from the first of the folders that has it unchanged. The files never change
 * once they are there, so that a copy made while the app runs is whole for the moment of the database's copy.
 */
export async function copyReceipts(
  receipts: readonly Stored[],
  from: readonly string[],
  databaseFile: string,
): Promise<Travelled> {
  const to = receiptsFolder(databaseFile);
  const lost: Stored[] = [];
  for (const receipt of receipts) {
    if (await readFile(to, receipt.storedAs, receipt.sha256)) continue;
    const bytes = await firstOf(from, receipt);
    if (bytes) await putFile(to, receipt.storedAs, bytes);
    else lost.push(receipt);
  }
  return { copied: receipts.length - lost.length, lost };
}

async function firstOf(folders: readonly string[], { storedAs, sha256 }: Stored): Promise<Buffer | null> {
  for (const folder of folders) {
    const bytes = await readFile(folder, storedAs, sha256);
    if (bytes) return bytes;
  }
  return null;
}

const MOST_NAMED = 20;

/** Which files are lost, a line each: `E12 영수증.jpg`. */
export function lostLines(lost: readonly Stored[], andMore: (count: number) => string): string[] {
  const named = lost.slice(0, MOST_NAMED).map(({ expenseId, name }) => `  ${expenseName(expenseId)} ${name}`);
  return lost.length > MOST_NAMED ? [...named, `  ${andMore(lost.length - MOST_NAMED)}`] : named;
}
