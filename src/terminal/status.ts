import { todayIn } from '../korean/days.ts';
import { asTyped } from '../slack/references.ts';
import { yearGone } from '../spending/ledger/rules.ts';
import { findStatus } from '../spending/ledger/store.ts';
import { statusMessage } from '../spending/ledger/views.ts';
import { findDoubled } from '../spending/twin/store.ts';
import { command, FINE } from './command.ts';
import { withDatabase } from './database.ts';

export const status = command({
  options: { year: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, words: more }, { config, line, text, print, wrong }) {
    const today = todayIn(config.timezone, new Date());
    const year = Number(values.year ?? today.slice(0, 4));
    if (more.length > 0 || !Number.isInteger(year) || year < 1990 || year > 2100) return wrong();
    return withDatabase({ config, line }, async (db) => {
      const { status, years } = await findStatus(db, year);
      const doubled = await findDoubled(db, year);
      const words = () => asTyped(statusMessage(status, years, yearGone(year, today), doubled, text).text);
      print(values.json ? JSON.stringify(status) : words());
      return FINE;
    });
  },
});
