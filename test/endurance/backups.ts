import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { insertMany } from '../../src/base/db/bulk.ts';
import { openDatabase } from '../../src/base/db/database.ts';
import { putPerson } from '../../src/people/store.ts';
import { insertEntered } from '../../src/spending/expense/store.ts';
import { checksum, putFile, readFile, receiptsFolder } from '../../src/spending/receipt/shelf.ts';
import { findAllStored } from '../../src/spending/receipt/store.ts';
import { claimWanted, markStored } from '../../src/spending/receipt/wanted/store.ts';
import { startScript } from '../support/process.ts';
import { SPEND } from '../support/spending.ts';
import { auditRegister, withRegister } from './audit.ts';
import type { Report } from './forms.ts';
import { type Random, randomFrom } from './random.ts';

const RECEIPTS = 12;
const RECEIPT_BYTES = 300_000;
const PADDING_ROWS = 40_000; // so that copying takes a while
const BY = { actor: 'U0KIMSEOYE', at: new Date('2018-03-30T00:00:00Z') };
/**
 * Backups and restores are killed at random moments. A backup is under its name whole, with its receipts, or not at all; a restore leaves
 * the register of before or the restored one in its place, and nothing of the other is lost. Each is then done again, and succeeds.
 */
export async function killWhileCopying(folder: string, times: number, seed: number): Promise<Report> {
  const random = randomFrom(seed);
  const made = path.join(folder, 'made');
  mkdirSync(made);
  await makeRegister(path.join(made, 'office.db'), '지금');
  await makeRegister(path.join(made, 'backup.db'), '백업');
  const place: Place = { made, folder: path.join(folder, 'place') };

  const breaches: string[] = [];
  const counts = { 'backups killed': times, 'left a backup': 0, 'restores killed': times, 'left restored': 0 };
  const usual: Usual = { backup: await timeOf('backup', place), restore: await timeOf('restore', place) };
  for (let kill = 0; kill < times; kill++) {
    if (await killBackup(place, usual, random, breaches)) counts['left a backup']++;
    if (await killRestore(place, usual, random, breaches)) counts['left restored']++;
  }
  return { counts, breaches };
}

type Place = { made: string; folder: string };
/** How long each took the last time that it came to its end: a machine that does other work is not always as fast. */
type Usual = { backup: number; restore: number };

const fileIn = ({ folder }: Place, name: string) => path.join(folder, name);

/** A register and another's backup, as they were at first. */
function setUp(place: Place): void {
  rmSync(place.folder, { recursive: true, force: true });
  cpSync(place.made, place.folder, { recursive: true });
}

const start = (command: 'backup' | 'restore', place: Place) =>
  startScript('bin/biseo.js', [command, fileIn(place, command === 'backup' ? 'copy.db' : 'backup.db')], {
    folder: place.folder,
    env: { DATABASE_FILE: fileIn(place, 'office.db') },
  });

async function timeOf(command: 'backup' | 'restore', place: Place): Promise<number> {
  setUp(place);
  return (await toItsEnd(command, place)).took;
}

async function toItsEnd(command: 'backup' | 'restore', place: Place) {
  const began = performance.now();
  const ended = await start(command, place).ended;
  return { ...ended, took: performance.now() - began };
}

/** Kills it some time after it has begun to work, or lets it end. */
async function killSometime(command: 'backup' | 'restore', place: Place, usual: number, random: Random): Promise<void> {
  setUp(place);
  const child = start(command, place);
  await setTimeout(usual * (0.4 + 0.75 * random.next()));
  await child.kill('SIGKILL');
}

async function killBackup(place: Place, usual: Usual, random: Random, breaches: string[]): Promise<boolean> {
  await killSometime('backup', place, usual.backup, random);
  const copy = fileIn(place, 'copy.db');
  const left = existsSync(copy);
  if (left) breaches.push(...(await breachesOf(copy, '지금', 'a backup that was killed')));
  else {
    const { code, err, took } = await toItsEnd('backup', place);
    usual.backup = took;
    if (code !== 0) breaches.push(`a backup after one that was killed ended with ${code}: ${err}`);
    breaches.push(...(await breachesOf(copy, '지금', 'the backup after one that was killed')));
  }
  breaches.push(...(await breachesOf(fileIn(place, 'office.db'), '지금', 'the register that was backed up')));
  return left;
}

async function killRestore(place: Place, usual: Usual, random: Random, breaches: string[]): Promise<boolean> {
  await killSometime('restore', place, usual.restore, random);
  const office = fileIn(place, 'office.db');
  if (!existsSync(office)) {
    breaches.push('a restore that was killed left no register in its place');
    return false;
  }
  const restored = (await nameIn(office)) === '백업';
  breaches.push(
    ...(await breachesOf(office, restored ? '백업' : '지금', 'the register after a restore that was killed')),
  );

  const { code, err, took } = await toItsEnd('restore', place);
  usual.restore = took;
  if (code !== 0) breaches.push(`a restore after one that was killed ended with ${code}: ${err}`);
  breaches.push(...(await breachesOf(office, '백업', 'the restored register')));
  const kept = globSync(`${office}.before-restore*`).filter((name) => !/-(wal|shm)$/.test(name));
  const names = await Promise.all(kept.map(nameIn));
  if (!names.includes('지금')) breaches.push(`the register of before is not kept: ${names.join(', ')}`);
  return restored;
}

async function breachesOf(file: string, name: string, what: string): Promise<string[]> {
  const found = await nameIn(file);
  const wrong = [...(found === name ? [] : [`it holds ${found} instead of ${name}`]), ...(await auditRegister(file))];
  const receipts = await withRegister(file, findAllStored);
  if (receipts.length !== RECEIPTS) wrong.push(`it knows ${receipts.length} receipts`);
  for (const { storedAs, sha256 } of receipts)
    if (!(await readFile(receiptsFolder(file), storedAs, sha256))) wrong.push(`the receipt ${storedAs} is not there`);
  return wrong.map((breach) => `${what}: ${breach}`);
}

const nameIn = (file: string): Promise<string | undefined> =>
  withRegister(file, async (db) => (await db.selectFrom('person').select('name').executeTakeFirst())?.name);

async function makeRegister(file: string, name: string): Promise<void> {
  const db = await openDatabase(file);
  await putPerson(db, { userId: BY.actor, name, role: 'member', language: null }, BY);
  const receipts = Array.from({ length: RECEIPTS }, (_, i) => ({ slackFileId: `F${i}`, name: `영수증${i}` }));
  await insertEntered(db, SPEND, { ...BY, formKey: 'k'.repeat(8), receipts, heldRowId: null });
  for (const _ of receipts) {
    const bytes = randomBytes(RECEIPT_BYTES);
    const wanted = await claimWanted(db, { at: BY.at, by: 'test', name: checksum(bytes).slice(0, 40) });
    if (!wanted) throw new Error('Nothing is wanted.');
    await putFile(receiptsFolder(file), wanted.storedAs, bytes);
    const stored = { storedAs: wanted.storedAs, name: wanted.name, sha256: checksum(bytes), bytes: bytes.length };
    await markStored(db, wanted, { ...stored, type: 'image/jpeg' });
  }
  const padding = Array.from({ length: PADDING_ROWS }, (_, i) => [`U${i}`, '2018-01-01'.repeat(20)]);
  await insertMany(db, 'access_request', ['user_id', 'asked_at'], padding);
  await db.destroy();
}
