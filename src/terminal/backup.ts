import { noteBackup } from '../base/db/backed-up.ts';
import { dumpPostgres } from '../base/db/postgres-copy.ts';
import { DatabaseRefused } from '../base/db/refused.ts';
import { withCopy } from '../base/db/restore.ts';
import { close } from '../base/db/sqlite-dialect.ts';
import { connect, copyDatabase } from '../base/db/sqlite-file.ts';
import { exists } from '../base/db/whole-file.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines, type Travelled } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED } from './command.ts';

export const backup = command({
  options: {},
  async run({ words: [to, ...more] }, { config, env, text, say, print, wrong }) {
    if (!to || more.length > 0) return wrong();
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
  },
});
