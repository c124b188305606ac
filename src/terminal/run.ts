import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../base/config.ts';
import { type Database, DatabaseRefused, LAST_TO_READ_OLD_NUMBERS, openDatabase } from '../base/db/database.ts';
import { type Text, textFor } from '../text/index.ts';

/** Exit codes of every terminal command. */
export const FINE = 0;
export const REFUSED = 1;
export const WRONG_USAGE = 2;

export type Terminal = { config: Config; text: Text; say(line: string): void; print(line: string): void };

/**
 * Runs a terminal command: settings from the environment and `.env`, sentences on standard error, results on standard
 * output, and an exit code. A refusal ends it in words, never in a stack trace.
 */
export async function runTerminal(work: (terminal: Terminal) => Promise<number>): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig({ ...process.env, DATABASE_FILE: process.env.DATABASE_FILE || 'data/biseo.db' });
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  if ('problems' in read) {
    const words = textFor('ko').terminal.settingsWrong;
    say([words, ...read.problems].join('\n'));
    process.exitCode = REFUSED;
    return;
  }
  const text = textFor(read.config.language);
  try {
    process.exitCode = await work({ config: read.config, text, say, print });
  } catch (error) {
    const words = refusalWords(error, text);
    if (words === null) throw error;
    say(words);
    process.exitCode = REFUSED;
  }
}

/** What an operator can do something about, in words; null for a fault of ours. */
function refusalWords(error: unknown, { terminal }: Text): string | null {
  if (error instanceof DatabaseRefused) return terminal.database[error.refusal](error.file, LAST_TO_READ_OLD_NUMBERS);
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code === 'SQLITE_BUSY') return terminal.busy;
  return 'syscall' in error && 'path' in error ? terminal.fileFailed(String(error.path), String(error.code)) : null;
}

export async function withDatabase(file: string, work: (db: Database) => Promise<number>): Promise<number> {
  const db = await openDatabase(file);
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Who a terminal's changes are recorded as. */
export const OPERATOR = 'terminal';
