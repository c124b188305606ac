import { access } from 'node:fs/promises';
import { connect, copyDatabase, DatabaseRefused } from '../base/db/database.ts';
import { withCopy } from '../base/db/restore.ts';
import { close } from '../base/db/sqlite-dialect.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED } from './command.ts';

export const backup = command({
  options: {},
  async run({ words }, { config, text, say, print, wrong }) {
    const [to, ...more] = words;
    if (!to || more.length > 0) return wrong();
    const exists = (file: string) =>
      access(file).then(
        () => true,
        () => false,
      );
    for (const file of [to, receiptsFolder(to)]) {
      if (!(await exists(file))) continue;
      say(text.terminal.fileExists(file));
      return REFUSED;
    }
    if (!(await exists(config.databaseFile))) throw new DatabaseRefused('not_found', config.databaseFile);
    const sqlite = await connect(config.databaseFile);
    try {
      await copyDatabase(sqlite, to);
    } finally {
      await close(sqlite);
    }
    print(text.terminal.backedUp(to));

    const receipts = await withCopy(to, findAllStored);
    const { copied, lost } = await copyReceipts(receipts, [receiptsFolder(config.databaseFile)], to);
    if (copied > 0) print(text.receipt.backedUp(formatWon(copied), receiptsFolder(to)));
    if (lost.length === 0) return FINE;
    say([text.receipt.backupLacks(lost.length), ...lostLines(lost, text.receipt.andMore)].join('\n'));
    return REFUSED; // what makes backups night after night has to notice
  },
});
