import { access } from 'node:fs/promises';
import { openDatabase } from '../base/db/database.ts';
import { todayIn } from '../korean/days.ts';
import { addEverySample } from '../samples/index.ts';
import { command, FINE, REFUSED } from './command.ts';

export const samples = command({
  options: {},
  async run({ words: [file, ...more] }, { config, text, say, print, wrong }) {
    if (!file || more.length > 0) return wrong();
    const exists = await access(file).then(
      () => true,
      () => false,
    );
    if (exists) {
      say(text.terminal.fileExists(file));
      return REFUSED;
    }
    const db = await openDatabase(file);
    try {
      const now = new Date();
      await addEverySample(db, now, todayIn(config.timezone, now));
    } finally {
      await db.destroy();
    }
    print(text.terminal.samplesMade(file));
    return FINE;
  },
});
