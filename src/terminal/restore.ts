import { shownAddress } from '../base/db/address.ts';
import { restorePostgres } from '../base/db/postgres-copy.ts';
import { restoreDatabase, withCopy } from '../base/db/restore.ts';
import { formatWon } from '../korean/won.ts';
import { receiptsFolder } from '../spending/receipt/shelf.ts';
import { findAllStored } from '../spending/receipt/store.ts';
import { copyReceipts, lostLines, type Travelled } from '../spending/receipt/travel.ts';
import { command, FINE, REFUSED, type Terminal } from './command.ts';

export const restore = command({
  options: {},
  async run({ words: [from, ...more] }, { config, env, text, say, print, wrong }) {
    if (!from || more.length > 0) return wrong();
    if (config.databaseUrl !== null) return restoreOnServer(from, config.databaseUrl, { env, text, say, print });
    const file = config.databaseFile;

    // Receipts never change and have names of their own: those of before stay, for the database that is kept.
    let travelled: Travelled = { copied: 0, lost: [] };
    const restored = await restoreDatabase(from, file, async (copy) => {
      travelled = await copyReceipts(await withCopy(copy, findAllStored), [receiptsFolder(from)], file);
    });
    if ('refusal' in restored) {
      say(restored.refusal === 'in_use' ? text.terminal.inUse(file) : text.terminal.sameFile(file));
      return REFUSED;
    }
    print(text.terminal.restored(file, restored.kept));
    const { copied, lost } = travelled;
    if (copied > 0) print(text.receipt.restored(formatWon(copied), receiptsFolder(file)));
    if (lost.length > 0) {
      const lacks = text.receipt.restoreLacks(lost.length, receiptsFolder(from));
      say([lacks, ...lostLines(lost, text.receipt.andMore)].join('\n'));
    }
    return FINE;
  },
});

async function restoreOnServer(
  from: string,
  address: string,
  { env, text, say, print }: Pick<Terminal, 'env' | 'text' | 'say' | 'print'>,
): Promise<number> {
  const restored = await restorePostgres(from, address, env);
  if ('refusal' in restored) {
    say(text.terminal.inUse(shownAddress(address)));
    return REFUSED;
  }
  print(text.terminal.restored(shownAddress(address), restored.kept));
  return FINE;
}
