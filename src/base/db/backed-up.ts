import { promises as fs } from 'node:fs';

/** Beside a database: when it was last copied. Not in it, which is not touched by making a copy. */
const noteOf = (databaseFile: string): string => `${databaseFile}.backed-up`;

export const noteBackup = (databaseFile: string, at: Date): Promise<void> =>
  fs.writeFile(noteOf(databaseFile), `${at.toISOString()}\n`, { mode: 0o600 });

export async function lastBackup(databaseFile: string): Promise<Date | null> {
  const noted = await fs.readFile(noteOf(databaseFile), 'utf8').catch(() => '');
  const at = new Date(noted.trim());
  return Number.isFinite(at.getTime()) ? at : null;
}
