import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { isAddress } from '../../src/base/db/address.ts';
import { type Database, openDatabase } from '../../src/base/db/database.ts';
import { newPostgres, SERVER } from './postgres.ts';

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Where the register stands that a folder's processes share: a file in it, or, with DATABASE_URL, one database on that server for each such
 * file. Those are dropped when the file's tests are done.
 */
export function registerIn(folder: string, name = 'office.db'): Promise<string> {
  const file = path.join(folder, name);
  if (!SERVER) return Promise.resolve(file);
  const register = registers.get(file) ?? newPostgres(SERVER);
  registers.set(file, register);
  return register.then(({ address }) => address);
}

const registers = new Map<string, ReturnType<typeof newPostgres>>();

export async function dropRegisters(): Promise<void> {
  const made = [...registers.values()];
  registers.clear();
  for (const { drop } of await Promise.all(made)) await drop();
}

type Fill = (db: Database) => Promise<unknown>;

/** What the migrations, and whatever a worker's tests need in many files, have made, by name. */
const templates = new Map<string, Promise<Buffer>>();

/** Where the next database of a test is to be: a file of its own, or the address of a database on the server of DATABASE_URL. */
export async function newPlace(): Promise<string> {
  if (!SERVER) return path.join(temporaryFolder(), 'office.db');
  const { address, drop } = await newPostgres(SERVER);
  onTestFinished(drop);
  return address;
}

/**
 * An open database with all tables and nothing in them, or what `fill` puts there: `name` stands for all that it puts. Whoever asks
 * for it closes it. Migrating and filling happen once in a worker: every file is a copy of what they made.
 */
export async function newDatabase(place?: string, name = '', fill?: Fill): Promise<Database> {
  const where = place ?? (await newPlace());
  if (isAddress(where)) {
    const db = await openDatabase(where);
    await fill?.(db);
    return db;
  }
  await copyTemplate(where, name, fill);
  const db = await openDatabase(where);
  await sql`pragma synchronous = off`.execute(db); // nothing here outlives the test: writing need not wait for the disk
  return db;
}

/** The same without opening it, for who does that in a process of its own. */
export async function copyTemplate(file: string, name = '', fill?: Fill): Promise<void> {
  if (isAddress(file)) return (await newDatabase(file, name, fill)).destroy();
  const template = templates.get(name) ?? makeTemplate(fill);
  templates.set(name, template);
  writeFileSync(file, await template, { mode: 0o600 });
}

async function makeTemplate(fill?: Fill): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biseo-test-'));
  try {
    const file = path.join(folder, 'office.db');
    if (fill) await copyTemplate(file);
    const db = await openDatabase(file);
    try {
      await fill?.(db);
    } finally {
      await db.destroy();
    }
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
