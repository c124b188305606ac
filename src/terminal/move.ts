import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { isAddress, shownAddress } from '../base/db/address.ts';
import { type Database, openDatabase } from '../base/db/database.ts';
import { copyAll, isUnused, sumsOf, tablesOf } from '../base/db/move.ts';
import { isServerInUse } from '../base/db/postgres-copy.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { isInUse } from '../base/db/restore.ts';
import { exists } from '../base/db/whole-file.ts';
import { formatWon } from '../korean/won.ts';
import { findBudgets } from '../spending/budget/store.ts';
import { csvLines } from '../spending/expense/export.ts';
import { exportRows } from '../spending/expense/export-file.ts';
import { streamExpenses } from '../spending/expense/list/store.ts';
import { findStatus } from '../spending/ledger/store.ts';
import { readFile, receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored, type Stored } from '../spending/receipt/store.ts';
import { lostLines } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED } from './command.ts';

export const move = command({
  options: { to: { type: 'string' } },
  async run({ values: { to }, words }, { config, text, say, print, wrong }) {
    if (!to || words.length > 0 || !isAddress(to)) return wrong();
    if (config.databaseUrl !== null || !(await exists(config.databaseFile))) {
      throw new DatabaseRefused('not_found', config.databaseFile);
    }
    for (const [place, used] of [
      [config.databaseFile, isInUse(config.databaseFile)],
      [shownAddress(to), isServerInUse(to)],
    ] as const) {
      if (!(await used)) continue;
      say(text.terminal.inUse(place));
      return REFUSED;
    }
    const from = await openDatabase(config.databaseFile);
    try {
      const target = await openDatabase(to);
      try {
        const stored = await findAllStored(from);
        const moved = await takeOver(from, target, config.databaseFile, stored);
        if ('refusal' in moved) {
          say(text.terminal.moveRefused(moved.refusal, shownAddress(to), moved.tables.join(', ')));
          return REFUSED;
        }
        print(text.terminal.moved(shownAddress(to), formatWon(moved.tables), formatWon(moved.rows)));
        if (moved.lost.length === 0) return FINE;
        say([text.receipt.backupLacks(moved.lost.length), ...lostLines(moved.lost, text.receipt.andMore)].join('\n'));
        return REFUSED;
      } finally {
        await target.destroy();
      }
    } finally {
      await from.destroy();
    }
  },
});

type Moved = { tables: number; rows: number; lost: Stored[] } | { refusal: 'in_use' | 'differs'; tables: string[] };

/** Copies unless the same is there already, and says so only after every table, and what people see of them, was compared. */
async function takeOver(from: Database, to: Database, file: string, stored: readonly Stored[]): Promise<Moved> {
  const tables = (await tablesOf(from)).filter(({ name }) => !OWN.has(name));
  const lost: Stored[] = [];
  const here = await sumsOf(from, tables);
  if (await isUnused(to)) await copyAll(from, to, tables, filesOf(stored, receiptsFolder(file), lost));
  else if (!isDeepStrictEqual(await sumsOf(to, tables), here)) return { refusal: 'in_use', tables: [] };
  const there = new Map((await sumsOf(to, tables)).map((it) => [it.table, it]));
  const different = here.filter((it) => !isDeepStrictEqual(there.get(it.table), it)).map(({ table }) => table);
  if (different.length > 0) return { refusal: 'differs', tables: different };
  for (const [name, seen] of [['status', statusOf] as const, ['export', exportOf] as const]) {
    if ((await seen(from)) !== (await seen(to))) return { refusal: 'differs', tables: [name] };
  }
  return { tables: here.length, rows: here.reduce((sum, { rows }) => sum + rows, 0), lost };
}

/** Every year's status, as it is told. */
async function statusOf(db: Database): Promise<string> {
  const { years } = await findStatus(db, 0);
  const told = await Promise.all(years.map(({ year }) => findStatus(db, year)));
  return JSON.stringify(told.map(({ status }) => status));
}

/** The sum of the whole ledger as a file. */
async function exportOf(db: Database): Promise<string> {
  const sum = createHash('sha256');
  for await (const lines of csvLines(exportRows(streamExpenses(db, {}), await findBudgets(db)))) sum.update(lines);
  return sum.digest('hex');
}

/** What is each database's own: who acts on it now, and where its receipts' bytes are. */
const OWN: ReadonlySet<string> = new Set(['lease', 'receipt_file']);

async function* filesOf(stored: readonly Stored[], folder: string, lost: Stored[]) {
  const sent = new Set<string>();
  for (const receipt of stored) {
    if (sent.has(receipt.storedAs)) continue;
    const bytes = await readFile(folder, receipt.storedAs, receipt.sha256);
    if (!bytes) {
      lost.push(receipt);
      continue;
    }
    sent.add(receipt.storedAs);
    yield { name: receipt.storedAs, bytes };
  }
}
