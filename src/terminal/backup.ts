import { access } from 'node:fs/promises';
import { connect, copyDatabase, DatabaseRefused } from '../db/database.ts';
import { close } from '../db/sqlite-dialect.ts';
import { FINE, REFUSED, runTerminal, WRONG_USAGE } from './run.ts';

await runTerminal(async ({ config, text, say, print }) => {
  const [to, ...more] = process.argv.slice(2);
  if (!to || to.startsWith('-') || more.length > 0) {
    say(text.terminal.usage.backup);
    return WRONG_USAGE;
  }
  const exists = (file: string) =>
    access(file).then(
      () => true,
      () => false,
    );
  if (await exists(to)) {
    say(text.terminal.fileExists(to));
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
  return FINE;
});
