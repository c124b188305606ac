import { restoreDatabase, withCopy } from '../base/db/restore.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines, setReceiptsAside } from '../spending/receipt/travel.ts';
import { FINE, REFUSED, runTerminal, WRONG_USAGE } from './run.ts';

await runTerminal(async ({ config, text, say, print }) => {
  const [from, ...more] = process.argv.slice(2);
  if (!from || from.startsWith('-') || more.length > 0) {
    say(text.terminal.usage.restore);
    return WRONG_USAGE;
  }
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
    const words = text.receipt.restoreLacks(lost.length, receiptsFolder(from));
    say([words, ...lostLines(lost, text.receipt.andMore)].join('\n'));
  }
  return FINE;
});
