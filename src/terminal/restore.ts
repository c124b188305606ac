import { restoreDatabase } from '../db/restore.ts';
import { FINE, REFUSED, runTerminal, WRONG_USAGE } from './run.ts';

await runTerminal(async ({ config, text, say, print }) => {
  const [from, ...more] = process.argv.slice(2);
  if (!from || from.startsWith('-') || more.length > 0) {
    say(text.terminal.usage.restore);
    return WRONG_USAGE;
  }
  const restored = await restoreDatabase(from, config.databaseFile);
  if ('refusal' in restored) {
    say(text.terminal.inUse(config.databaseFile));
    return REFUSED;
  }
  print(text.terminal.restored(config.databaseFile, restored.kept));
  return FINE;
});
