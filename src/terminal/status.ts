import { parseArgs } from 'node:util';
import { todayIn } from '../korean/days.ts';
import { asTyped } from '../slack/references.ts';
import { yearGone } from '../spending/ledger/rules.ts';
import { findStatus } from '../spending/ledger/store.ts';
import { statusMessage } from '../spending/ledger/views.ts';
import { FINE, runTerminal, WRONG_USAGE, withDatabase } from './run.ts';

await runTerminal(async ({ config, text, say, print }) => {
  const today = todayIn(config.timezone, new Date());
  const options = readOptions();
  const year = Number(options?.year ?? today.slice(0, 4));
  if (!options || !Number.isInteger(year) || year < 1990 || year > 2100) {
    say(text.terminal.usage.status);
    return WRONG_USAGE;
  }
  return withDatabase(config.databaseFile, async (db) => {
    const { status, years } = await findStatus(db, year);
    const words = () => asTyped(statusMessage(status, years, yearGone(year, today), text).text);
    print(options.json ? JSON.stringify(status) : words());
    return FINE;
  });
});

function readOptions(): { year?: string | undefined; json?: boolean | undefined } | null {
  try {
    return parseArgs({ options: { year: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch {
    return null;
  }
}
