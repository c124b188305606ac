import { rm } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '../base/db/database.ts';
import { exists, makeFolder, writeWhole } from '../base/db/whole-file.ts';
import { todayIn } from '../korean/days.ts';
import { addEverySample } from '../samples/index.ts';
import { command, FINE, REFUSED } from './command.ts';

export const samples = command({
  options: {},
  async run({ words: [file, ...more] }, { config, text, say, print, wrong }) {
    if (!file || more.length > 0) return wrong();
    if (await exists(file)) {
      say(text.terminal.fileExists(file));
      return REFUSED;
    }
    await makeFolder(path.dirname(path.resolve(file)));
    await writeWhole(file, async (part) => {
      await rm(part); // the register makes itself
      const db = await openDatabase(part, 'playground');
      try {
        const now = new Date();
        await addEverySample(db, now, todayIn(config.timezone, now));
      } finally {
        await db.destroy();
      }
    });
    print(text.terminal.samplesMade(file));
    return FINE;
  },
});
