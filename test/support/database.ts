import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '../../src/base/db/database.ts';

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let migrated: Promise<Buffer> | undefined;

/**
 * An open database with all tables and nothing in them; whoever asks for it closes it. The migrations run once in a worker: every
 * file is a copy of what they made.
 */
export async function newDatabase(file = path.join(temporaryFolder(), 'office.db')): Promise<Database> {
  migrated ??= filled(async () => undefined);
  writeFileSync(file, await migrated, { mode: 0o600 });
  const db = await openDatabase(file);
  await sql`pragma synchronous = off`.execute(db); // nothing here outlives the test: writing need not wait for the disk
  return db;
}

/** A database file with what `fill` puts into it, as bytes to be copied. */
export async function filled(fill: (db: Database) => Promise<void>): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-test-'));
  try {
    const file = path.join(folder, 'office.db');
    const db = await openDatabase(file);
    await fill(db).finally(() => db.destroy());
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
