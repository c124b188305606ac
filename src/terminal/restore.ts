import { restoreDatabase, withCopy } from '../base/db/restore.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines, setReceiptsAside } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED } from './command.ts';

export const restore = command({
  options: {},
  async run({ words }, { config, text, say, print, wrong }) {
    const [from, ...more] = words;
    if (!from || more.length > 0) return wrong();
    const file = config.databaseFile;
    const restored = await restoreDatabase(from, file);
    if ('refusal' in restored) {
      say(text.terminal.inUse(file));
      return REFUSED;
    }
    print(text.terminal.restored(file, restored.kept));

    // What the backup lacks may still be in the folder of before: the files never change.
    const before = restored.kept === null ? null : await setReceiptsAside(file, restored.kept);
    const receipts = await withCopy(file, findAllStored);
    const { copied, lost } = await copyReceipts(receipts, [receiptsFolder(from), ...(before ? [before] : [])], file);
    if (copied > 0) print(text.receipt.restored(formatWon(copied), receiptsFolder(file)));
    if (lost.length > 0) {
      const lacks = text.receipt.restoreLacks(lost.length, receiptsFolder(from));
      say([lacks, ...lostLines(lost, text.receipt.andMore)].join('\n'));
    }
    return FINE;
  },
});
