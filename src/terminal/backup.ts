import { promises as fs } from 'node:fs';
import path from 'node:path';
import { noteBackup } from '../base/db/backed-up.ts';
import { dumpPostgres } from '../base/db/postgres-copy.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { withCopy } from '../base/db/restore.ts';
import { close } from '../base/db/sqlite-dialect.ts';
import { connect, copyDatabase } from '../base/db/sqlite-file.ts';
import { exists, makeFolder } from '../base/db/whole-file.ts';
import { clockIn, todayIn } from '../korean/days.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines, type Travelled } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED, type Terminal } from './command.ts';

export const backup = command({
  options: { keep: { type: 'string' } },
  async run({ values, words: [to, ...more] }, terminal) {
    if (!to || more.length > 0) return terminal.wrong();
    if (values.keep === undefined) return copyTo(to, terminal);
    const keep = Number(values.keep);
    if (!Number.isInteger(keep) || keep < 1 || keep > MOST_COPIES) return terminal.wrong();
    await makeFolder(path.resolve(to));
    const code = await copyTo(path.join(to, nameAt(new Date(), terminal.config.timezone)), terminal);
    // Whole copies never make room for one that lacks something.
    if (code === FINE) for (const old of (await copiesIn(to)).slice(keep)) await dropCopy(path.join(to, old));
    return code;
  },
});

const MOST_COPIES = 1_000;
const COPY = /^biseo-\d{8}-\d{4}\.db$/;

const nameAt = (now: Date, zone: string): string =>
  `biseo-${todayIn(zone, now).replaceAll('-', '')}-${clockIn(zone, now).slice(0, 5).replace(':', '')}.db`;

/** Our own copies in a folder, the newest first; whatever else lies there is left alone. */
const copiesIn = async (folder: string): Promise<string[]> =>
  (await fs.readdir(folder)).filter((name) => COPY.test(name)).toSorted((a, b) => b.localeCompare(a));

async function dropCopy(file: string): Promise<void> {
  await fs.rm(file);
  await fs.rm(receiptsFolder(file), { recursive: true, force: true });
}

async function copyTo(to: string, { config, env, text, say, print }: Terminal): Promise<number> {
  if (await exists(to)) {
    say(text.terminal.fileExists(to));
    return REFUSED;
  }
  if (config.databaseUrl !== null) {
    await dumpPostgres(config.databaseUrl, to, env);
    print(text.terminal.backedUp(to));
    return FINE;
  }
  if (!(await exists(config.databaseFile))) throw new DatabaseRefused('not_found', config.databaseFile);

  // The copy has its name last: who finds it finds its receipts, too.
  let travelled: Travelled = { copied: 0, lost: [] };
  const sqlite = await connect(config.databaseFile);
  try {
    await copyDatabase(sqlite, to, async (copy) => {
      travelled = await copyReceipts(await withCopy(copy, findAllStored), [receiptsFolder(config.databaseFile)], to);
    });
  } finally {
    await close(sqlite);
  }
  await noteBackup(config.databaseFile, new Date());
  print(text.terminal.backedUp(to));
  const { copied, lost } = travelled;
  if (copied > 0) print(text.receipt.backedUp(formatWon(copied), receiptsFolder(to)));
  if (lost.length === 0) return FINE;
  say([text.receipt.backupLacks(lost.length), ...lostLines(lost, text.receipt.andMore)].join('\n'));
  return REFUSED; // what makes backups night after night has to notice
}
