import { promises as fs } from 'node:fs';
import path from 'node:path';
import { lastBackup } from '../../base/db/backed-up.ts';
import type { Database } from '../../base/db/database.ts';
import { guardOf } from '../../base/db/file-guard.ts';
import { troubleOf } from '../../base/db/trouble.ts';
import { countFailures } from '../../outbox/failed/store.ts';
import { countFarTooLate } from '../../outbox/store.ts';
import { findAdministrators } from '../../people/store.ts';
import { AnswersHealth } from '../../slack/health.ts';
import { namesIn, receiptsFolder } from '../../spending/receipt/shelf.ts';
import { findAllStored } from '../../spending/receipt/store.ts';
import type { Check } from '../../vocabulary/upkeep.ts';
import { fine, judgeBackup, judgeDisk, type Line, unseen, wrong } from './rules.ts';
import { causeOf } from './slack.ts';

/** The register as the check-up finds it: open, refused in words, or not there before the first start. */
export type Register = { db: Database } | { refused: string } | 'not_made_yet';

export type Machine = { register: Register /** Null on PostgreSQL. */; databaseFile: string | null };

/** Where the app of these settings answers on this machine; null where it is this process. */
export type Own = { host: string; port: number } | null;

/** What this machine says: room, the register and what it keeps, its last copy. */
export async function askMachine({ register, databaseFile }: Machine, now: Date): Promise<Line[]> {
  return [
    await judgeRoom(databaseFile),
    ...(await judgeRegister(register, databaseFile, now)),
    await judgeCopy(register, databaseFile, now),
  ];
}

async function judgeRoom(databaseFile: string | null): Promise<Line> {
  if (databaseFile === null) return unseen('disk', 'elsewhere');
  try {
    const { bavail, bsize } = await fs.statfs(await nearest(path.dirname(path.resolve(databaseFile))));
    return judgeDisk(bavail * bsize);
  } catch (error) {
    return unseen('disk', 'needs_database', causeOf(error));
  }
}

/** The folder, or the first above it that is there. */
async function nearest(folder: string): Promise<string> {
  const found = await fs.stat(folder).catch(() => null);
  return found || path.dirname(folder) === folder ? folder : nearest(path.dirname(folder));
}

const PATIENCE_MS = 5_000;
const ON_THE_REGISTER: readonly Check[] = ['people', 'receipts', 'messages'];

async function judgeRegister(register: Register, databaseFile: string | null, now: Date): Promise<Line[]> {
  if (register === 'not_made_yet')
    return [unseen('database', 'not_made_yet'), ...ON_THE_REGISTER.map((check) => unseen(check, 'not_made_yet'))];
  if ('refused' in register)
    return [
      wrong('database', 'database_refused', register.refused),
      ...ON_THE_REGISTER.map((check) => unseen(check, 'needs_database')),
    ];
  const { db } = register;
  try {
    const trouble = await guardOf(db)?.check();
    return [
      trouble ? wrong('database', 'database_trouble', trouble) : fine('database'),
      await judgePeople(db),
      await judgeReceipts(db, databaseFile),
      await judgeMessages(db, now),
    ];
  } catch (error) {
    return [
      wrong('database', 'database_trouble', troubleOf(error) ?? causeOf(error)),
      ...ON_THE_REGISTER.map((check) => unseen(check, 'needs_database')),
    ];
  }
}

async function judgePeople(db: Database): Promise<Line> {
  const { length } = await findAdministrators(db);
  return length === 0 ? wrong('people', 'no_administrator') : fine('people', String(length));
}

/** Whether every receipt has its file and every file its receipt; contents are compared by `npx biseo backup`. */
async function judgeReceipts(db: Database, databaseFile: string | null): Promise<Line> {
  const stored = await findAllStored(db);
  if (databaseFile === null) return fine('receipts', String(stored.length));
  const names = new Set(await namesIn(receiptsFolder(databaseFile)));
  const lost = stored.filter(({ storedAs }) => !names.has(storedAs)).length;
  if (lost > 0) return wrong('receipts', 'receipts_lost', String(lost));
  const known = new Set(stored.map(({ storedAs }) => storedAs));
  const stray = [...names].filter((name) => /^[0-9a-f]{40}$/.test(name) && !known.has(name)).length;
  return stray > 0 ? wrong('receipts', 'receipts_stray', String(stray)) : fine('receipts', String(stored.length));
}

async function judgeMessages(db: Database, now: Date): Promise<Line> {
  const failures = (await countFailures(db)).map(({ failure, count }) => `${failure} ×${count}`);
  if (failures.length > 0) return wrong('messages', 'messages_failed', failures.join(', '));
  return (await countFarTooLate(db, now)) > 0 ? wrong('messages', 'messages_late') : fine('messages');
}

async function judgeCopy(register: Register, databaseFile: string | null, now: Date): Promise<Line> {
  if (databaseFile === null) return unseen('backup', 'elsewhere');
  if (register === 'not_made_yet') return unseen('backup', 'not_made_yet');
  return judgeBackup(await lastBackup(databaseFile), now);
}

/** Whether the app of these settings runs here, and is well. */
export async function judgeApp(own: Own): Promise<Line> {
  if (!own) return fine('app');
  const host = own.host === '0.0.0.0' || own.host === '::' ? '127.0.0.1' : own.host;
  try {
    const response = await fetch(`http://${host}:${own.port}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const said = AnswersHealth.safeParse(await response.json().catch(() => null)).data;
    if (!said) return wrong('app', 'port_taken', String(own.port));
    if (!said.ok) return wrong('app', 'app_unwell', said.reason ?? '');
    return said.refused ? wrong('app', 'requests_refused', String(said.refused)) : fine('app', said.version);
  } catch {
    return unseen('app', 'not_running');
  }
}
